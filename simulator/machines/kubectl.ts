/** The few requests with which a node's own programs use kubectl, answered from the world. One argument a line. */
import type { ServiceAnswer } from '../servers/loopback.ts';
import { blocks } from '../world/attributes.ts';
import { findNode, setUnschedulable } from '../world/nodes.ts';
import type { World } from '../world/world.ts';
import type { Machine } from './machine.ts';

/** The program on a simulated VM: it sends its arguments and prints the answer; an error status is its exit code. */
export const KUBECTL_PROGRAM = `#!/usr/bin/env bash
set -euo pipefail
printf '%s\\n' "$@" | curl --silent --fail --noproxy '*' --max-time 20 --data-binary @- "$NODEADM_WORLD/kubectl"
`;

export function kubectl(world: World, machine: Machine, body: string): ServiceAnswer {
  const words = body
    .trim()
    .split('\n')
    .filter((word) => !word.startsWith('--kubeconfig') && !word.startsWith('/'));
  const start = words.findIndex((word) => ['get', 'patch'].includes(word));
  const [verb, kind] = words.slice(start);
  // No pods run in the simulated cluster that these programs would move; the list is empty without its Node, too.
  if (verb === 'get' && kind === 'pods') return { status: 200, body: { items: [] } };
  const node = findNode(world, machine.cluster, machine.node);
  if (node === undefined) return { status: 404 };
  if (verb === 'patch' && kind === 'node') {
    setUnschedulable(world, node, body.includes('"unschedulable":true'));
    return { status: 200, body: 'patched\n' };
  }
  if (verb === 'get' && kind === 'node') {
    return { status: 200, body: blocks(node, 'spec')[0]?.['unschedulable'] === true ? 'true' : '' };
  }
  return { status: 400 };
}
