import type { FaultDefinition } from './fault-definition.ts';

/** Faults of Cilium and of what it tells in the API, and of the link as pods have it. */
export const CILIUM_FAULTS: readonly FaultDefinition[] = [
  {
    name: 'cilium-agent-down',
    description: 'the agent of Cilium on the first hybrid node is not ready',
    where: 'kubernetes',
  },
  {
    name: 'cilium-operator-down',
    description: 'no pod of the operator of Cilium is available',
    where: 'kubernetes',
  },
  {
    name: 'cilium-identity-missing',
    description: 'pods on hybrid nodes wait for their identities',
    where: 'kubernetes',
  },
  {
    name: 'bgp-session-down',
    description: 'one of the two BGP sessions of each hybrid node is not up',
    where: 'kubernetes',
  },
  {
    name: 'bgp-nothing-announced',
    description: 'hybrid nodes announce no route in their BGP sessions',
    where: 'kubernetes',
  },
  {
    name: 'vtep-missing',
    description: 'the hybrid nodes gateway has written no VTEP configuration',
    where: 'kubernetes',
  },
  {
    name: 'vtep-stale',
    description: 'the VTEP configuration leads to a gateway node that is gone',
    where: 'kubernetes',
  },
  {
    name: 'encryption-key-missing',
    description: 'the first hybrid node has no key to encrypt with',
    where: 'kubernetes',
  },
  { name: 'link-narrow', description: 'the tunnels carry 20 Mbit/s', where: 'kubernetes' },
  { name: 'image-pull-fails', description: 'hybrid nodes cannot pull images', where: 'kubernetes' },
];
