/** Virtual machines of Microsoft.Compute: their list, instance views and boot diagnostics. */
import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import { sameId } from '../../../world/attributes.ts';
import { machineStateOf } from '../../../world/machine-states.ts';
import type { CloudView } from '../../../world/link/view.ts';
import type { World } from '../../../world/world.ts';
import { systemDisk } from './machine-parts.ts';
import { type ArmType, blocks, idOf, text, texts } from './resource.ts';

/** As recorded for `2020-12-01`; later versions add `timeCreated`. */
function properties(object: WorldObject, { world }: CloudView): object {
  const { attributes } = object;
  const { failure } = machineStateOf(world, idOf(object));
  const disk = systemDisk(object);
  const created = object.createdAt ?? text(attributes, 'created');
  return {
    vmId: text(attributes, 'virtual_machine_id'),
    hardwareProfile: { vmSize: text(attributes, 'size') },
    ...(text(attributes, 'priority') !== '' && { priority: text(attributes, 'priority') }),
    ...(failure !== '' && { provisioningState: 'Failed' }),
    ...(created !== '' && { timeCreated: created }),
    osProfile: { computerName: text(attributes, 'computer_name') || text(attributes, 'name') },
    storageProfile: {
      osDisk: {
        osType: 'Linux',
        name: text(disk.attributes, 'name'),
        createOption: 'FromImage',
        managedDisk: {
          id: idOf(disk),
          storageAccountType: text(disk.attributes, 'storage_account_type'),
        },
      },
      dataDisks: dataDisks(object, world),
    },
    networkProfile: {
      networkInterfaces: texts(attributes, 'network_interface_ids').map((id) => ({ id })),
    },
    diagnosticsProfile: {
      bootDiagnostics: { enabled: blocks(attributes, 'boot_diagnostics').length > 0 },
    },
  };
}

function dataDisks(object: WorldObject, world: World): readonly object[] {
  return world.objects
    .list('azurerm_virtual_machine_data_disk_attachment')
    .filter((one) => sameId(text(one.attributes, 'virtual_machine_id'), idOf(object)))
    .map((one) => ({
      lun: one.attributes['lun'],
      createOption: 'Attach',
      managedDisk: { id: text(one.attributes, 'managed_disk_id') },
    }));
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
