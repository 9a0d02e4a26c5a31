import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ec2Server } from '#simulator/servers/aws/ec2/server.js';
import type { EksServer } from '#simulator/servers/aws/eks/server.js';
import type { JsonServer } from '#simulator/servers/aws/json-service.js';
import type { ArmServer } from '#simulator/servers/azure/arm/server.js';
import type { LoginServer } from '#simulator/servers/azure/login/server.js';
import { startCloudServers } from '#simulator/servers/clouds.js';
import { listen } from '#simulator/servers/listen.js';
import { createCertificate, type ServerCertificate } from '#simulator/servers/tls.js';
import type { ObjectValue, ProviderName } from '#simulator/terraform-provider/engine/types.js';
import { SIMULATED_ACCOUNTS, World } from '#simulator/world/world.js';

const { region, subscriptionId, tenantId, accountId } = SIMULATED_ACCOUNTS;
const CLIENT_ID = '00000000-0000-4000-8000-000000000004';

export interface CloudOptions {
  /** Entries of a page in EC2, the tagging API and ARM. */
  readonly pageSize?: number;
  /** Operations of AWS and ARM actions that the roles lack. */
  readonly denied?: readonly string[];
  /** Names of the world's faults. */
  readonly faults?: readonly string[];
  /** How often an operation of Azure is said to run before its result; once when left out. */
  readonly operationPolls?: number;
  /** Seconds that Azure tells to wait between looks at an operation; null sends no such header, 10 when left out. */
  readonly retryAfter?: number | null;
  /** What exists; the objects of {@link foundationObjects} when left out. */
  readonly objects?: readonly CloudObject[];
}

export interface CloudObject {
  readonly type: string;
  readonly attributes: ObjectValue;
}

export interface SimulatedClouds {
  readonly world: World;
  readonly ec2: Ec2Server;
  readonly eks: EksServer;
  readonly trail: JsonServer;
  readonly cloudwatch: JsonServer;
  readonly directConnect: JsonServer;
  readonly arm: ArmServer;
  readonly login: LoginServer;
  /** PEM of the authority that all certificates are from; also a file in `env.NODE_EXTRA_CA_CERTS`. */
  readonly ca: string;
  /** For the process that reads the clouds: endpoints, credentials, identity of the job. */
  readonly env: Readonly<Record<string, string>>;
  /** For the inputs of actions. */
  readonly region: string;
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly clusterName: string;
  close(): Promise<void>;
}

/** One for all worlds of a process: keys take half a second to make. */
let certificate: ServerCertificate | undefined;

/** Starts a world with the HTTP faces of both clouds and of the runner's OIDC endpoint. */
export async function startSimulatedClouds(options: CloudOptions = {}): Promise<SimulatedClouds> {
  const directory = mkdtempSync(join(tmpdir(), 'simulated-clouds-'));
  const world = World.open({ directory: join(directory, 'world') });
  for (const object of options.objects ?? foundationObjects()) put(world, object);
  for (const fault of options.faults ?? []) world.faults.enable(fault);
  certificate ??= createCertificate();
  const caller = {
    accessKeyId: AWS_CREDENTIALS.AWS_ACCESS_KEY_ID,
    arn: `arn:aws:sts::${accountId}:assumed-role/plan/session`,
  };
  const paging = options.pageSize === undefined ? {} : { pageSize: options.pageSize };
  const servers = await startCloudServers(world, {
    ...paging,
    ...(options.operationPolls !== undefined && { operationPolls: options.operationPolls }),
    ...(options.retryAfter !== undefined && { retryAfter: options.retryAfter }),
    denied: options.denied ?? [],
    certificate,
    clientIds: [CLIENT_ID],
    identities: [caller],
  });
  const { ec2, eks, trail, cloudwatch, directConnect, arm, login } = servers;
  const oidc = await listen(idToken);
  const caFile = join(directory, 'ca.pem');
  writeFileSync(caFile, certificate.ca);
  return {
    world,
    ec2,
    eks,
    trail,
    cloudwatch,
    directConnect,
    arm,
    login,
    ca: certificate.ca,
    env: {
      ...AWS_CREDENTIALS,
      ...servers.env,
      AZURE_CLIENT_ID: CLIENT_ID,
      AZURE_TENANT_ID: tenantId,
      ACTIONS_ID_TOKEN_REQUEST_URL: `${oidc.url}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token-of-the-job',
      NODE_EXTRA_CA_CERTS: caFile,
    },
    region,
    subscriptionId,
    resourceGroup: GROUP,
    clusterName: 'hybrid',
    close: async () => {
      await Promise.all([servers, oidc].map((server) => server.close()));
      await world.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The SDK looks nowhere else. */
const AWS_CREDENTIALS = {
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI',
  AWS_REGION: region,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/nonexistent',
  AWS_SHARED_CREDENTIALS_FILE: '/nonexistent',
};

/** An unsigned token with the audience that was asked for. */
function idToken({ url, headers }: Parameters<Parameters<typeof listen>[0]>[0]) {
  if (headers['authorization'] !== 'bearer request-token-of-the-job') return { status: 401, body: '{}' };
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const claims = {
    iss: 'https://token.actions.githubusercontent.com',
    sub: 'repo:octo-org/platform:environment:plan',
    aud: url.searchParams.get('audience'),
  };
  const value = `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.${encode({})}`;
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ value }) };
}

function providerOf(type: string): ProviderName {
  if (type.startsWith('aws_')) return 'aws';
  return type.startsWith('azapi_') ? 'azapi' : 'azurerm';
}

function put(world: World, { type, attributes }: CloudObject): void {
  const key = `${type}:${JSON.stringify(attributes['id'])}`;
  world.objects.put({ key, provider: providerOf(type), type, region, attributes });
}

const GROUP = 'hybrid-network';
const armId = (path: string): string =>
  `/subscriptions/${subscriptionId}/resourceGroups/${GROUP}/providers/Microsoft.Network/${path}`;
const aws = (type: string, id: string, name: string, attributes: ObjectValue): CloudObject => ({
  type,
  attributes: { id, owner_id: accountId, tags_all: { Name: name, project: 'eks-hybrid' }, ...attributes },
});
const azure = (type: string, path: string, attributes: ObjectValue): CloudObject => ({
  type,
  attributes: {
    id: armId(path),
    name: path.split('/').at(-1) ?? '',
    // Children lie where their parents do.
    ...(path.split('/').length === 2 && { location: 'germanywestcentral' }),
    resource_group_name: GROUP,
    ...attributes,
  },
});

/** Pre-shared keys of the world below, which must show up nowhere. */
export const PRESHARED_KEYS = ['psk.of.instance0.tunnel1', 'psk.of.instance0.tunnel2'] as const;

const SUBNETS = ['10.40.0.0/20', '10.40.16.0/20', '10.40.32.0/24'];

function awsObjects(): readonly CloudObject[] {
  const [first, second] = PRESHARED_KEYS;
  return [
    aws('aws_vpc', 'vpc-1', 'hybrid', { cidr_block: '10.40.0.0/16', main_route_table_id: 'rtb-main' }),
    aws('aws_vpc_ipv4_cidr_block_association', 'vpc-cidr-assoc-2', '', {
      vpc_id: 'vpc-1',
      cidr_block: '10.41.0.0/16',
    }),
    ...SUBNETS.map((cidr, index) =>
      aws('aws_subnet', `subnet-${index}`, `hybrid-${index}`, { vpc_id: 'vpc-1', cidr_block: cidr }),
    ),
    aws('aws_ec2_transit_gateway', 'tgw-1', 'hybrid', {
      amazon_side_asn: 64512,
      transit_gateway_cidr_blocks: [],
    }),
    aws('aws_ec2_transit_gateway_vpc_attachment', 'tgw-attach-1', 'hybrid', {
      transit_gateway_id: 'tgw-1',
      vpc_id: 'vpc-1',
      vpc_owner_id: accountId,
    }),
    ...awsRoutes(),
    aws('aws_customer_gateway', 'cgw-1', 'azure', {
      bgp_asn: '65515',
      ip_address: '20.1.2.3',
      type: 'ipsec.1',
    }),
    aws('aws_vpn_connection', 'vpn-1', 'instance0', {
      type: 'ipsec.1',
      transit_gateway_id: 'tgw-1',
      transit_gateway_attachment_id: 'tgw-attach-2',
      customer_gateway_id: 'cgw-1',
      customer_gateway_configuration: `<vpn_connection><ike><pre_shared_key>${first}</pre_shared_key></ike></vpn_connection>`,
      tunnel1_address: '3.120.0.11',
      tunnel1_inside_cidr: '169.254.21.0/30',
      tunnel1_preshared_key: first,
      tunnel2_address: '3.120.0.12',
      tunnel2_inside_cidr: '169.254.22.0/30',
      tunnel2_preshared_key: second,
    }),
    aws('aws_eks_cluster', 'hybrid', 'hybrid', {
      name: 'hybrid',
      arn: `arn:aws:eks:${region}:${accountId}:cluster/hybrid`,
      created_at: '2026-11-01T00:00:00Z',
      vpc_config: [{ vpc_id: 'vpc-1', subnet_ids: ['subnet-0'] }],
      kubernetes_network_config: [{ service_ipv4_cidr: '172.20.0.0/16', ip_family: 'ipv4' }],
      remote_network_config: [
        {
          remote_node_networks: [{ cidrs: ['10.80.0.0/20'] }],
          remote_pod_networks: [{ cidrs: ['10.112.0.0/16'] }],
        },
      ],
    }),
  ];
}

const MEMBER = 'aws_ec2_transit_gateway_route_table';

/** One table of the VPC beside its main one, and the two of the Transit Gateway. */
function awsRoutes(): readonly CloudObject[] {
  const member = (kind: string, table: string, attachment: string): CloudObject =>
    aws(`${MEMBER}_${kind}`, `${table}_${attachment}`, '', {
      transit_gateway_route_table_id: table,
      transit_gateway_attachment_id: attachment,
    });
  return [
    aws('aws_route_table', 'rtb-1', 'hybrid-private', { vpc_id: 'vpc-1', route: [] }),
    ...['10.80.0.0/20', '10.112.0.0/16'].map((destination) =>
      aws('aws_route', `r-rtb-1-${destination}`, '', {
        route_table_id: 'rtb-1',
        destination_cidr_block: destination,
        transit_gateway_id: 'tgw-1',
      }),
    ),
    aws(MEMBER, 'tgw-rtb-cloud', 'hybrid-cloud', { transit_gateway_id: 'tgw-1' }),
    aws(MEMBER, 'tgw-rtb-link', 'hybrid-link', { transit_gateway_id: 'tgw-1' }),
    member('association', 'tgw-rtb-cloud', 'tgw-attach-1'),
    member('propagation', 'tgw-rtb-link', 'tgw-attach-1'),
    member('association', 'tgw-rtb-link', 'tgw-attach-2'),
    member('propagation', 'tgw-rtb-cloud', 'tgw-attach-2'),
  ];
}

function azureObjects(): readonly CloudObject[] {
  const gateway = armId('virtualNetworkGateways/vpn');
  const subnets = {
    GatewaySubnet: '10.80.255.192/27',
    RouteServerSubnet: '10.80.255.224/27',
    nodes: '10.80.0.0/20',
  };
  return [
    azure('azurerm_virtual_network', 'virtualNetworks/hybrid', { address_space: ['10.80.0.0/16'] }),
    ...Object.entries(subnets).map(([name, cidr]) =>
      azure('azurerm_subnet', `virtualNetworks/hybrid/subnets/${name}`, { address_prefixes: [cidr] }),
    ),
    azure('azurerm_route_table', 'routeTables/nodes', { route: [] }),
    azure('azurerm_route', 'routeTables/nodes/routes/pods-0', {
      address_prefix: '10.112.0.0/25',
      next_hop_type: 'VirtualAppliance',
      next_hop_in_ip_address: '10.80.0.4',
    }),
    azure('azurerm_route', 'routeTables/nodes/routes/storage', {
      address_prefix: 'Storage',
      next_hop_type: 'Internet',
    }),
    azure('azurerm_subnet_route_table_association', 'virtualNetworks/hybrid/subnets/nodes', {
      subnet_id: armId('virtualNetworks/hybrid/subnets/nodes'),
      route_table_id: armId('routeTables/nodes'),
    }),
    azure('azurerm_virtual_network_gateway', 'virtualNetworkGateways/vpn', {
      type: 'Vpn',
      sku: 'VpnGw2AZ',
      bgp_enabled: true,
      ip_configuration: [
        { name: 'instance0', subnet_id: armId('virtualNetworks/hybrid/subnets/GatewaySubnet') },
      ],
      bgp_settings: [
        {
          asn: 65515,
          peering_addresses: [
            {
              ip_configuration_name: 'instance0',
              apipa_addresses: ['169.254.21.2', '169.254.22.2'],
              tunnel_ip_addresses: ['20.1.2.3'],
            },
          ],
        },
      ],
    }),
    ...[1, 2].flatMap((tunnel) => [
      azure('azurerm_local_network_gateway', `localNetworkGateways/aws-${tunnel}`, {
        gateway_address: `3.120.0.1${tunnel}`,
        bgp_settings: [{ asn: 64512, bgp_peering_address: `169.254.2${tunnel}.1` }],
      }),
      azure('azurerm_virtual_network_gateway_connection', `connections/aws-${tunnel}`, {
        type: 'IPsec',
        shared_key: PRESHARED_KEYS[tunnel - 1] ?? '',
        bgp_enabled: true,
        virtual_network_gateway_id: gateway,
        local_network_gateway_id: armId(`localNetworkGateways/aws-${tunnel}`),
        custom_bgp_addresses: [{ primary: `169.254.2${tunnel}.2`, secondary: null }],
      }),
    ]),
    azure('azurerm_route_server', 'virtualHubs/routes', { virtual_router_asn: 65515, sku: 'Standard' }),
    azure('azurerm_route_server_bgp_connection', 'virtualHubs/routes/bgpConnections/node-0', {
      peer_asn: 65010,
      peer_ip: '10.80.0.4',
    }),
    azure('azurerm_route_server_bgp_connection', 'virtualHubs/routes/bgpConnections/node-1', {
      peer_asn: 65010,
      peer_ip: '10.80.0.5',
    }),
  ];
}

/** Networks, link and cluster as the stacks make them, on the small side. */
export function foundationObjects(): readonly CloudObject[] {
  return [...awsObjects(), ...azureObjects()];
}
