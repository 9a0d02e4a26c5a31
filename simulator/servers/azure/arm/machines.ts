/** Virtual machines of Microsoft.Compute: their list, instance views and boot diagnostics. */
import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import { machineStateOf } from '../../../world/machine-states.ts';
import type { World } from '../../../world/world.ts';
import { type ArmType, blocks, idOf, text } from './resource.ts';

/** As recorded for `2020-12-01`; later versions add `timeCreated`. */
function properties(object: WorldObject, world: World): object {
  const { attributes } = object;
  const { failure } = machineStateOf(world, idOf(object));
  return {
    vmId: text(attributes, 'virtual_machine_id'),
    hardwareProfile: { vmSize: text(attributes, 'size') },
    ...(text(attributes, 'priority') !== '' && { priority: text(attributes, 'priority') }),
    ...(failure !== '' && { provisioningState: 'Failed' }),
    ...(object.createdAt !== undefined && { timeCreated: object.createdAt }),
    osProfile: { computerName: text(attributes, 'computer_name') || text(attributes, 'name') },
    diagnosticsProfile: {
      bootDiagnostics: { enabled: blocks(attributes, 'boot_diagnostics').length > 0 },
    },
  };
}

export const MACHINE_TYPES: readonly ArmType[] = [
  {
    namespace: 'Microsoft.Compute',
    path: 'virtualMachines',
    type: 'azurerm_linux_virtual_machine',
    inSubscription: true,
    properties,
  },
];

/** `virtualMachines/<name>/instanceView`. */
export function instanceView(object: WorldObject, world: World): object {
  const { power, failure } = machineStateOf(world, idOf(object));
  const provisioning =
    failure === ''
      ? { code: 'ProvisioningState/succeeded', level: 'Info', displayStatus: 'Provisioning succeeded' }
      : {
          code: 'ProvisioningState/failed/OSProvisioningTimedOut',
          level: 'Error',
          displayStatus: 'Provisioning failed',
          message: failure,
        };
  const running = power === 'running';
  return {
    computerName: text(object.attributes, 'name'),
    ...(running && {
      vmAgent: {
        vmAgentVersion: '2.14.0.1',
        statuses: [{ code: 'ProvisioningState/succeeded', level: 'Info', displayStatus: 'Ready' }],
      },
    }),
    statuses: [provisioning, { code: `PowerState/${power}`, level: 'Info', displayStatus: `VM ${power}` }],
  };
}
