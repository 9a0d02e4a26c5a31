import type { ApplyRule } from '../../engine/types.ts';
import { awsDirectConnectApplyRules } from './aws-direct-connect.ts';
import { awsEksApplyRules } from './aws-eks.ts';
import { awsNetworkApplyRules } from './aws-network.ts';
import { awsSecurityApplyRules } from './aws-security.ts';
import { awsVpnApplyRules } from './aws-vpn.ts';
import { azureGatewayApplyRules } from './azure-gateway.ts';
import { azureNetworkApplyRules } from './azure-network.ts';
import { azurePlatformApplyRules } from './azure-platform.ts';
import { kubernetesApplyRules } from './kubernetes.ts';

/**
 * Every apply-time rule by type name. Codes and texts are the clouds' own where they are known from their
 * documentation or from quoted answers; the rest say the same thing in the same form.
 */
export const allApplyRules: Readonly<Record<string, readonly ApplyRule[]>> = {
  ...awsNetworkApplyRules,
  ...awsSecurityApplyRules,
  ...awsVpnApplyRules,
  ...awsDirectConnectApplyRules,
  ...awsEksApplyRules,
  ...azureNetworkApplyRules,
  ...azureGatewayApplyRules,
  ...azurePlatformApplyRules,
  ...kubernetesApplyRules,
};
