import type { DataSourceRule } from '../engine/types.ts';
import { awsAccountData } from './aws-account.ts';
import { awsAmi } from './aws-ami.ts';
import { awsEphemeral } from './aws-ephemeral.ts';
import { awsNetworkData } from './aws-network.ts';
import { awsServiceData } from './aws-services.ts';
import { azapiData, azapiEphemeral } from './azapi.ts';
import { azureNetworkData } from './azure-network.ts';
import { azureEphemeral, azurePlatformData } from './azure-platform.ts';
import { kubernetesData } from './kubernetes.ts';
import { iamPolicyDocument } from './policy-document.ts';

/** Every data source by type name. */
export const allDataSources: Readonly<Record<string, DataSourceRule>> = {
  ...awsAccountData,
  ...awsNetworkData,
  ...awsServiceData,
  aws_ami: awsAmi,
  aws_iam_policy_document: iamPolicyDocument,
  ...azureNetworkData,
  ...azurePlatformData,
  ...azapiData,
  ...kubernetesData,
};

/** Every ephemeral resource by type name. */
export const allEphemeralResources: Readonly<Record<string, DataSourceRule>> = {
  ...awsEphemeral,
  ...azureEphemeral,
  ...azapiEphemeral,
};
