/** What the rest of the world sees of a VM that runs no more. */
import type { WorldObject } from '../terraform-provider/engine/types.ts';
import { MANAGED_INSTANCE } from './activations.ts';
import { blocks, text, textMap } from './attributes.ts';
import { KUBERNETES_NODE, loseNode } from './nodes.ts';
import type { World } from './world.ts';

/** Label that the join program of the nodes sets to the name of the VM. */
const VM_LABEL = 'eks-hybrid-actions.io/vm';

/** Kubelet and the agent of Systems Manager are not heard of any more. */
export function stopMachine(world: World, machine: WorldObject): void {
  const name = text(machine, 'name').toLowerCase();
  for (const node of world.objects.list(KUBERNETES_NODE)) {
    const metadata = blocks(node, 'metadata')[0];
    const vm = textMap(metadata, 'labels')[VM_LABEL];
    if (vm?.toLowerCase() === name) loseNode(world, text(node, 'cluster'), text(metadata, 'name'));
  }
  for (const instance of world.objects.list(MANAGED_INSTANCE)) {
    if (text(instance, 'computer_name').toLowerCase() !== name) continue;
    world.objects.patch(instance.key, { ping_status: 'ConnectionLost' });
  }
}
