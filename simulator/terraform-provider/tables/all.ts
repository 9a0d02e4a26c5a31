import type { FillRule } from '../engine/types.ts';
import { awsComputeTables } from './aws/compute.ts';
import { awsEksTables } from './aws/eks.ts';
import { awsIamTables } from './aws/iam.ts';
import { awsNetworkTables } from './aws/network.ts';
import { awsPlatformTables } from './aws/platform.ts';
import { awsVpnTables } from './aws/vpn.ts';
import { azapiTables } from './azure/azapi.ts';
import { azureComputeTables } from './azure/compute.ts';
import { azureGatewayTables } from './azure/gateway.ts';
import { azureNetworkTables } from './azure/network.ts';
import { azurePlatformTables } from './azure/platform.ts';
import { azureStorageTables } from './azure/storage.ts';
import { helmTables } from './kubernetes/helm.ts';
import { kubernetesTables } from './kubernetes/objects.ts';
import { fillRule, type FillTable, type Maker } from './fill.ts';
import { isObject } from './values.ts';

/** `tags_all` is the provider's default tags with the resource's own laid over them. */
const tagsAll: Maker = (fill) => {
  const tags = fill.self['tags'];
  return { ...fill.instance.defaultTags, ...(isObject(tags) ? tags : {}) };
};

const aws = {
  ...awsNetworkTables,
  ...awsVpnTables,
  ...awsEksTables,
  ...awsIamTables,
  ...awsComputeTables,
  ...awsPlatformTables,
};

/** Every fill table by resource type. */
export const fillTables: Readonly<Record<string, FillTable>> = {
  ...Object.fromEntries(Object.entries(aws).map(([type, table]) => [type, { ...table, tags_all: tagsAll }])),
  ...azureNetworkTables,
  ...azureGatewayTables,
  ...azureComputeTables,
  ...azurePlatformTables,
  ...azureStorageTables,
  ...azapiTables,
  ...helmTables,
  ...kubernetesTables,
};

/** Every fill rule by resource type. */
export const allFillRules: Readonly<Record<string, FillRule>> = Object.fromEntries(
  Object.entries(fillTables).map(([type, table]) => [type, fillRule(table)]),
);
