/** What Azure knows of a VM beside what Terraform made: whether it runs, and what its serial console shows. */
import { sameId, text } from './attributes.ts';
import type { World } from './world.ts';

export const MACHINE_STATE = 'azure_machine_state';

export interface MachineStateFacts {
  /** As in `PowerState/…`. Default `running`. */
  readonly power?: 'starting' | 'running' | 'stopped' | 'deallocated';
  /** Text of the serial console. Default none. */
  readonly console?: string;
  /** Message of a provisioning that failed. */
  readonly failure?: string;
}

/** Sets what is seen of a VM; what is left out stays as it was. @param id of the VM in Azure */
export function setMachineState(world: World, id: string, facts: MachineStateFacts): void {
  const before = world.objects.get(keyOf(id));
  world.objects.put({
    key: keyOf(id),
    provider: 'azurerm',
    type: MACHINE_STATE,
    region: '',
    attributes: { ...before?.attributes, machine_id: id, ...facts },
  });
}

/** A VM is gone, and what was known of it with it. @param id of the VM in Azure */
export function forgetMachineState(world: World, id: string): void {
  world.objects.delete(keyOf(id));
}

export function machineStateOf(world: World, id: string): Required<MachineStateFacts> {
  const found = world.objects.list(MACHINE_STATE).find((state) => sameId(text(state, 'machine_id'), id));
  return {
    power: (text(found, 'power') || 'running') as Required<MachineStateFacts>['power'],
    console: text(found, 'console'),
    failure: text(found, 'failure'),
  };
}

function keyOf(id: string): string {
  return `${MACHINE_STATE}/${id.toLowerCase()}`;
}
