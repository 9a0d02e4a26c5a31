import { LINK_ROW_RULES, LINK_RULES } from './link/rules.ts';
import { GUARDED_PORTS, NEEDED_PORTS, PORT_MAYBE_CUT } from './ports/rules.ts';
import { AWS_NETWORK_RULES } from './rules/aws-network.ts';
import { AZURE_RULES } from './rules/azure.ts';
import { CILIUM_RULES } from './rules/cilium.ts';
import { CLUSTER_RULES } from './rules/cluster.ts';
import { EXPOSURE_RULES } from './rules/exposure.ts';
import { GENERAL_RULES } from './rules/general.ts';
import { NODE_RULES, POOL_RULES } from './rules/nodes.ts';
import { SECRET_RULES } from './rules/secrets.ts';
import type { PlanRule, RowRule } from './types.ts';

/** Every rule on single rows, by subject in the order in which a reviewer should read them. */
export const ROW_RULES: readonly RowRule[] = [
  ...LINK_ROW_RULES,
  ...CLUSTER_RULES,
  ...AZURE_RULES,
  ...AWS_NETWORK_RULES,
  ...NODE_RULES,
  ...CILIUM_RULES,
  ...EXPOSURE_RULES,
  ...SECRET_RULES,
];

/** Every rule on more than one row. */
export const PLAN_RULES: readonly PlanRule[] = [
  ...Object.values(LINK_RULES),
  ...NEEDED_PORTS.map(({ rule }) => rule),
  PORT_MAYBE_CUT,
  ...GUARDED_PORTS.map(({ rule }) => rule),
  ...Object.values(POOL_RULES),
  ...Object.values(GENERAL_RULES),
];
