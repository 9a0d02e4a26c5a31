import { each, is, type Fill, type FillTable, type Maker } from '../fill.ts';
import { base64Bytes, empty } from '../makers.ts';
import { byId, isList, text } from '../values.ts';
import { identityBlock } from './compute.ts';
import { childId, resourceId } from './ids.ts';

/** Storage accounts of these replications have a readable second region. */
const READABLE_SECONDARY = new Set(['RAGRS', 'RAGZRS']);
const SERVICES = ['blob', 'dfs', 'file', 'queue', 'table', 'web'] as const;
type Side = 'primary' | 'secondary';

const name = (fill: Fill) => text(fill.self, 'name') ?? '';
const hasSide = (fill: Fill, side: Side) =>
  side === 'primary' || READABLE_SECONDARY.has(text(fill.self, 'account_replication_type') ?? '');

/** Azure pairs its regions; the pair of the regions used here. */
const PAIRS: Readonly<Record<string, string>> = {
  westeurope: 'northeurope',
  northeurope: 'westeurope',
  germanywestcentral: 'germanynorth',
  eastus: 'westus',
  westus: 'eastus',
  eastus2: 'centralus',
  centralus: 'eastus2',
  swedencentral: 'swedensouth',
};
const location = (fill: Fill, side: Side) => {
  const primary = (text(fill.self, 'location') ?? '').toLowerCase().replaceAll(' ', '');
  if (side === 'primary') return primary;
  return (text(fill.self, 'account_replication_type') ?? '').includes('G') ? (PAIRS[primary] ?? '') : '';
};

/** Web endpoints carry a zone; the simulated one is always z6. */
const host = (fill: Fill, side: Side, service: string, infix = '') =>
  `${name(fill)}${side === 'secondary' ? '-secondary' : ''}${infix}.${service === 'web' ? 'z6.' : ''}${service}.core.windows.net`;

const key = (fill: Fill, side: Side) => base64Bytes(fill, `key:${side}`, 64);
const connectionString = (fill: Fill, side: Side) =>
  `DefaultEndpointsProtocol=https;AccountName=${name(fill)};AccountKey=${key(fill, side)};EndpointSuffix=core.windows.net`;
const blobConnectionString = (fill: Fill, side: Side) =>
  `DefaultEndpointsProtocol=https;BlobEndpoint=https://${host(fill, side, 'blob')}/;AccountName=${name(fill)};AccountKey=${key(fill, side)}`;

/** Whether internet or Microsoft routing publishes its own endpoints. */
const publishes = (fill: Fill, routing: 'internet' | 'microsoft') => {
  const block = fill.self['routing'];
  const first = isList(block) ? block[0] : undefined;
  return (
    typeof first === 'object' &&
    first !== null &&
    !isList(first) &&
    Reflect.get(first, `publish_${routing}_endpoints`) === true
  );
};

function endpoints(side: Side): Record<string, Maker> {
  const lines: Record<string, Maker> = {
    [`${side}_location`]: (fill) => location(fill, side),
    [`${side}_access_key`]: (fill) => key(fill, side),
    [`${side}_connection_string`]: (fill) => connectionString(fill, side),
    [`${side}_blob_connection_string`]: (fill) =>
      hasSide(fill, side) ? blobConnectionString(fill, side) : '',
  };
  for (const service of SERVICES) {
    lines[`${side}_${service}_host`] = (fill) => (hasSide(fill, side) ? host(fill, side, service) : '');
    lines[`${side}_${service}_endpoint`] = (fill) =>
      hasSide(fill, side) ? `https://${host(fill, side, service)}/` : '';
    for (const routing of ['internet', 'microsoft'] as const) {
      // Queues and tables are not published over internet routing.
      if (routing === 'internet' && (service === 'queue' || service === 'table')) continue;
      const routed = (fill: Fill): string =>
        hasSide(fill, side) && publishes(fill, routing)
          ? host(fill, side, service, `-${routing}routing`)
          : '';
      lines[`${side}_${service}_${routing}_host`] = routed;
      lines[`${side}_${service}_${routing}_endpoint`] = (fill) => {
        const value = routed(fill);
        return value === '' ? '' : `https://${value}/`;
      };
    }
  }
  return lines;
}

const retention = [{ days: 7 }];
const networkRules = [
  {
    bypass: ['AzureServices'],
    default_action: 'Allow',
    ip_rules: [],
    private_link_access: [],
    virtual_network_subnet_ids: [],
  },
];

/** Fill tables of storage. */
export const azureStorageTables: Readonly<Record<string, FillTable>> = {
  azurerm_storage_account: {
    id: resourceId('Microsoft.Storage', 'storageAccounts', 'name'),
    access_tier: is('Hot'),
    large_file_share_enabled: is(false),
    ...endpoints('primary'),
    ...endpoints('secondary'),
    identity: identityBlock,
    blob_properties: each(
      { default_service_version: is('') },
      is([
        {
          change_feed_enabled: false,
          change_feed_retention_in_days: 0,
          default_service_version: '',
          last_access_time_enabled: false,
          versioning_enabled: false,
          container_delete_retention_policy: [],
          cors_rule: [],
          delete_retention_policy: [],
          restore_policy: [],
        },
      ]),
    ),
    network_rules: each(
      {
        bypass: is(['AzureServices']),
        ip_rules: empty,
        virtual_network_subnet_ids: empty,
        private_link_access: each({ endpoint_tenant_id: (fill) => fill.instance.tenantId }),
      },
      is(networkRules),
    ),
    routing: is([
      { choice: 'MicrosoftRouting', publish_internet_endpoints: false, publish_microsoft_endpoints: false },
    ]),
    share_properties: is([{ cors_rule: [], retention_policy: retention, smb: [] }]),
  },
  azurerm_storage_container: {
    id: childId('storage_account_id', 'blobServices/default/containers', 'name'),
    url: (fill) => {
      const account = byId(fill.objects, 'azurerm_storage_account', text(fill.self, 'storage_account_id'));
      return `${text(account, 'primary_blob_endpoint') ?? `https://${(text(fill.self, 'storage_account_id') ?? '').split('/').at(-1) ?? ''}.blob.core.windows.net/`}${name(fill)}`;
    },
    default_encryption_scope: is('$account-encryption-key'),
    has_immutability_policy: is(false),
    has_legal_hold: is(false),
    metadata: is({}),
  },
};
