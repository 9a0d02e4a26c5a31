import { all, any, changes, had, isGone, isKept, isReplaced, loses, not, turns } from '../conditions.ts';
import type { PlanRule, RowRule } from '../types.ts';

/** Rules on whole node pools; `NodePools` counts. */
export const POOL_RULES = {
  all: {
    id: 'node-pool-all-at-once',
    level: 'critical',
    sentence:
      'All {total} nodes of pool {pool} go down at once, undrained ({what}): every pod there dies together and may find no room; change the pool in steps, or bring up a second pool and drain this one.',
  },
  most: {
    id: 'node-pool-most-at-once',
    level: 'high',
    sentence:
      '{affected} of {total} nodes of pool {pool} go down at once, undrained ({what}), which is more than half: pods may find no room; drain and change fewer at a time.',
  },
  some: {
    id: 'node-pool-part',
    level: 'warning',
    sentence:
      '{affected} of {total} nodes of pool {pool} go down, undrained ({what}): drain them first, and see that their Node objects and registrations are removed afterwards, because AWS bills them until then.',
  },
} as const satisfies Readonly<Record<string, PlanRule>>;

export const SCALE_SETS = [
  'azurerm_linux_virtual_machine_scale_set',
  'azurerm_orchestrated_virtual_machine_scale_set',
];
export const MACHINES = ['azurerm_linux_virtual_machine'];

/** Arguments that stop and start a machine although it is changed in place (azurerm provider, Azure resize). */
export const RESTARTING = [
  'size',
  'additional_capabilities',
  'encryption_at_host_enabled',
  'os_disk',
] as const;

/** Arguments of a scale set that its nodes take only when they are made anew or upgraded to the new model. */
export const MODEL_ARGUMENTS = [
  'sku',
  'sku_name',
  'source_image_id',
  'source_image_reference',
  'custom_data',
  'os_disk',
  'os_profile',
  'network_interface',
  'user_data_base64',
] as const;

/** Rules on what single nodes need. */
export const NODE_RULES: readonly RowRule[] = [
  {
    id: 'node-image-changed',
    level: 'warning',
    types: MACHINES,
    when: all(isReplaced, changes('source_image_id', 'source_image_reference')),
    sentence:
      'Nodes get another image and are made anew: check that kernel and containerd fit the Cilium and nodeadm versions, and try one node first.',
  },
  {
    id: 'node-boot-data-changed',
    level: 'warning',
    types: MACHINES,
    when: all(isReplaced, changes('custom_data')),
    sentence:
      'What nodes run at boot changes, which makes each of them anew; every new node needs a place in a valid SSM activation, so check its limit and its end.',
  },
  {
    id: 'node-model-not-rolled-out',
    level: 'warning',
    types: SCALE_SETS,
    when: all(
      not(isReplaced),
      isKept,
      changes('sku', 'source_image_id', 'source_image_reference', 'custom_data'),
      (row) => (row.after?.['upgrade_mode'] ?? 'Manual') === 'Manual',
    ),
    sentence:
      'The scale set’s model changes, but with upgrade_mode Manual running nodes keep the old one until they are upgraded by hand; plan that, node by node, with a drain before each.',
  },
  {
    id: 'node-identity-lost',
    level: 'high',
    types: ['azurerm_user_assigned_identity'],
    when: isGone,
    sentence:
      'A managed identity is destroyed or made anew: nodes that boot with it can no longer read the Key Vault, and its role assignments point to nobody; make the new one first.',
  },
  {
    id: 'node-identity-detached',
    level: 'high',
    types: [...MACHINES, ...SCALE_SETS],
    when: all(not(isReplaced), loses('identity.identity_ids')),
    sentence:
      'Nodes lose a managed identity: at their next boot they cannot read their activation from the Key Vault; attach the new one first.',
  },
  {
    id: 'node-forwarding-off',
    level: 'high',
    types: ['azurerm_network_interface'],
    when: any(turns('ip_forwarding_enabled', true, false), turns('enable_ip_forwarding', true, false)),
    sentence:
      'Azure drops packets with pod addresses at this node’s interface from now on; keep IP forwarding where pods are routed by BGP or user-defined routes.',
  },
  {
    id: 'node-interface-lost',
    level: 'high',
    types: ['azurerm_network_interface'],
    when: isGone,
    sentence:
      'A network interface is destroyed or made anew: its machine goes with it and comes back, if at all, with another address and as another node.',
  },
  {
    id: 'node-activation-lost',
    level: 'warning',
    types: ['aws_ssm_activation'],
    when: isGone,
    sentence:
      'An SSM activation goes: nodes that boot or are made anew with it cannot register; nodes that run stay registered.',
  },
  {
    id: 'node-repair-off',
    level: 'warning',
    types: SCALE_SETS,
    when: all(
      not(isReplaced),
      had('automatic_instance_repair.enabled', true),
      changes('automatic_instance_repair'),
    ),
    sentence: 'Dead nodes of a scale set are no longer replaced by Azure; watch them otherwise.',
  },
];
