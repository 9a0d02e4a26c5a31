import type { ConfigRule } from '../engine/types.ts';
import { awsEksRules } from './aws-eks.ts';
import { awsIamRules } from './aws-iam.ts';
import { awsNetworkRules } from './aws-network.ts';
import { awsPlatformRules } from './aws-platform.ts';
import { awsVpnRules } from './aws-vpn.ts';
import { azureGatewayPlanRules, azureGatewayRules } from './azure-gateway.ts';
import { azureNetworkRules } from './azure-network.ts';
import { azurePlatformRules } from './azure-platform.ts';
import { kubernetesRules } from './kubernetes.ts';
import { configRule, type RuleTable } from './table.ts';

/** Every rule table by type name. */
export const ruleTables: Readonly<Record<string, RuleTable>> = {
  ...awsNetworkRules,
  ...awsVpnRules,
  ...awsEksRules,
  ...awsIamRules,
  ...awsPlatformRules,
  ...azureNetworkRules,
  ...azureGatewayRules,
  ...azurePlatformRules,
  ...kubernetesRules,
};

/** Every validate-time rule by type name. */
export const allConfigRules: Readonly<Record<string, readonly ConfigRule[]>> = Object.fromEntries(
  Object.entries(ruleTables).map(([type, table]) => [type, [configRule(table)]]),
);

/** Refusals that the real providers make only while planning, from the configuration alone. */
export const allPlanRules: Readonly<Record<string, readonly ConfigRule[]>> = azureGatewayPlanRules;
