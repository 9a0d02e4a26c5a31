import type { ObjectValue, Value, WorldObject } from '../../../terraform-provider/engine/types.ts';
import { apiServerOf } from '../../../world/kube-endpoints.ts';
import { SIMULATED_ACCOUNTS, type World } from '../../../world/world.ts';
import { type EksCall, EksRefusal, type EksRoute } from './route.ts';

const arn = (name: string, region: string): string =>
  `arn:aws:eks:${region}:${SIMULATED_ACCOUNTS.accountId}:cluster/${name}`;

function textOf(object: ObjectValue, attribute: string): string {
  const value = object[attribute];
  return typeof value === 'string' ? value : '';
}

/** The only block of a kind, or an empty one. */
function block(object: ObjectValue, attribute: string): ObjectValue {
  return blocks(object, attribute)[0] ?? {};
}

function blocks(object: ObjectValue, attribute: string): readonly ObjectValue[] {
  const value = object[attribute];
  const isObject = (item: Value): item is ObjectValue =>
    typeof item === 'object' && item !== null && !Array.isArray(item);
  return Array.isArray(value) ? (value as readonly Value[]).filter(isObject) : [];
}

function clusters(world: World, region: string): readonly WorldObject[] {
  return world.objects.list('aws_eks_cluster').filter((object) => object.region === region);
}

function describe({ world, region, name }: EksCall): object {
  const found = clusters(world, region).find((object) => object.attributes['name'] === name);
  if (found === undefined) {
    throw new EksRefusal(404, 'ResourceNotFoundException', `No cluster found for name: ${name}.`, {
      clusterName: null,
      nodegroupName: null,
      fargateProfileName: null,
      addonName: null,
    });
  }
  return { cluster: { ...show(found.attributes), ...listeningAt(world, name) } };
}

/** Where the API server of the cluster really listens; nothing where none runs. */
function listeningAt(world: World, name: string): object {
  const server = apiServerOf(world, name);
  if (server === undefined) return {};
  const data = Buffer.from(server.ca).toString('base64');
  return { endpoint: server.url, certificateAuthority: { data } };
}

/** Seconds since 1970, as the REST protocol of EKS writes times. */
function show(cluster: ObjectValue): object {
  const vpc = block(cluster, 'vpc_config');
  const network = block(cluster, 'kubernetes_network_config');
  const remote = block(cluster, 'remote_network_config');
  const cidrsOf = (kind: string): object[] =>
    blocks(remote, kind).map((one) => ({ cidrs: one['cidrs'] ?? [] }));
  const hasRemote = blocks(cluster, 'remote_network_config').length > 0;
  return {
    name: cluster['name'],
    arn: cluster['arn'],
    createdAt: Date.parse(textOf(cluster, 'created_at')) / 1000,
    version: cluster['version'],
    endpoint: cluster['endpoint'],
    roleArn: cluster['role_arn'],
    resourcesVpcConfig: {
      subnetIds: vpc['subnet_ids'] ?? [],
      securityGroupIds: vpc['security_group_ids'] ?? [],
      clusterSecurityGroupId: vpc['cluster_security_group_id'],
      vpcId: vpc['vpc_id'],
      endpointPublicAccess: vpc['endpoint_public_access'],
      endpointPrivateAccess: vpc['endpoint_private_access'],
      publicAccessCidrs: vpc['public_access_cidrs'] ?? [],
    },
    kubernetesNetworkConfig: {
      serviceIpv4Cidr: network['service_ipv4_cidr'],
      ipFamily: network['ip_family'],
    },
    ...(hasRemote && {
      remoteNetworkConfig: {
        remoteNodeNetworks: cidrsOf('remote_node_networks'),
        remotePodNetworks: cidrsOf('remote_pod_networks'),
      },
    }),
    status: cluster['status'],
    certificateAuthority: { data: block(cluster, 'certificate_authority')['data'] },
    platformVersion: cluster['platform_version'],
    tags: cluster['tags_all'] ?? {},
    accessConfig: { authenticationMode: block(cluster, 'access_config')['authentication_mode'] },
  };
}

const MOST = 100;

function list({ world, region, query }: EksCall): object {
  const names = clusters(world, region).map((object) => textOf(object.attributes, 'name'));
  const size = Math.min(Number(query.get('maxResults') ?? MOST), MOST);
  const start = Number(query.get('nextToken') ?? 0);
  const end = start + size;
  return {
    clusters: names.slice(start, end),
    ...(end < names.length && { nextToken: String(end) }),
  };
}

export const CLUSTER_ROUTES: readonly EksRoute[] = [
  {
    operation: 'DescribeCluster',
    method: 'GET',
    path: /^\/clusters\/([^/]+)$/,
    resource: arn,
    handle: describe,
  },
  {
    operation: 'ListClusters',
    method: 'GET',
    path: /^\/clusters$/,
    resource: (_name, region) => arn('*', region),
    handle: list,
  },
];
