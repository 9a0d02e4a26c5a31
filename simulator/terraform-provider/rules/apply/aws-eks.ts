import type { ApplyRule, Diagnostic, FillContext } from '../../engine/types.ts';
import { overlaps, parsePrefix } from '../../tables/addresses.ts';
import { blocks, byId, findBy, text, texts } from '../../tables/values.ts';
import { callFailed } from './aws-api.ts';

const invalid = (context: FillContext, message: string): Diagnostic =>
  callFailed(
    context,
    `creating EKS Cluster (${text(context.planned, 'name') ?? ''})`,
    'EKS',
    'CreateCluster',
    `InvalidParameterException: ${message}`,
  );

const clusterSubnets: ApplyRule = (context) => {
  const ids = texts(blocks(context.planned, 'vpc_config')[0], 'subnet_ids');
  const found = ids.map((id) => byId(context.objects, 'aws_subnet', id));
  const missing = ids.filter((_id, index) => found[index] === undefined);
  if (missing.length > 0)
    return [
      invalid(
        context,
        `The subnet ID '${missing[0] ?? ''}' does not exist (Service: AmazonEC2; Status Code: 400; Error Code: InvalidSubnetID.NotFound)`,
      ),
    ];
  if (new Set(found.map((subnet) => subnet?.['vpc_id'])).size > 1)
    return [invalid(context, 'Subnets specified must belong to the same VPC')];
  const zones = new Set(found.map((subnet) => subnet?.['availability_zone']));
  return zones.size < 2 ? [invalid(context, 'Subnets specified must be in at least two different AZs')] : [];
};

/** Remote networks must not overlap the VPC, the service range nor each other (EKS user guide, hybrid networking). */
const remoteNetworks: ApplyRule = (context) => {
  const remote = blocks(context.planned, 'remote_network_config')[0];
  const cidrs = (name: string) => blocks(remote, name).flatMap((block) => texts(block, 'cidrs'));
  const subnet = byId(
    context.objects,
    'aws_subnet',
    texts(blocks(context.planned, 'vpc_config')[0], 'subnet_ids')[0],
  );
  const vpc = text(byId(context.objects, 'aws_vpc', text(subnet, 'vpc_id')), 'cidr_block');
  const service = text(blocks(context.planned, 'kubernetes_network_config')[0], 'service_ipv4_cidr');
  const nodes = cidrs('remote_node_networks');
  const pods = cidrs('remote_pod_networks');
  const pairs: readonly (readonly [string, readonly string[], string, readonly string[]])[] = [
    ['VPC', vpc === undefined ? [] : [vpc], 'remote node network', nodes],
    ['VPC', vpc === undefined ? [] : [vpc], 'remote pod network', pods],
    ['service', service === undefined ? [] : [service], 'remote node network', nodes],
    ['service', service === undefined ? [] : [service], 'remote pod network', pods],
    ['remote node network', nodes, 'remote pod network', pods],
    ['VPC', vpc === undefined ? [] : [vpc], 'service', service === undefined ? [] : [service]],
  ];
  return pairs.flatMap(([left, ours, right, theirs]) =>
    ours.flatMap((a) =>
      theirs.flatMap((b) => {
        const [one, two] = [parsePrefix(a), parsePrefix(b)];
        const clash = one !== undefined && two !== undefined && overlaps(one, two);
        return clash ? [invalid(context, `The ${left} CIDR ${a} overlaps with the ${right} CIDR ${b}`)] : [];
      }),
    ),
  );
};

const inCluster =
  (doing: string, operation: string): ApplyRule =>
  (context) => {
    const name = text(context.planned, 'cluster_name') ?? '';
    if (findBy(context.objects, 'aws_eks_cluster', 'name', name) !== undefined) return [];
    return [
      callFailed(
        context,
        doing,
        'EKS',
        operation,
        `ResourceNotFoundException: No cluster found for name: ${name}.`,
      ),
    ];
  };

/** Access entries need an authentication mode that includes the API. */
const apiMode =
  (doing: string, operation: string): ApplyRule =>
  (context) => {
    const cluster = findBy(
      context.objects,
      'aws_eks_cluster',
      'name',
      text(context.planned, 'cluster_name'),
    )?.attributes;
    if (text(blocks(cluster, 'access_config')[0], 'authentication_mode') !== 'CONFIG_MAP') return [];
    const message =
      "InvalidRequestException: The cluster's authentication mode must be set to one of [API, API_AND_CONFIG_MAP] to perform this operation.";
    return [callFailed(context, doing, 'EKS', operation, message)];
  };

const roleExists =
  (doing: string, operation: string): ApplyRule =>
  (context) => {
    const role = text(context.planned, 'role') ?? '';
    if (role === '' || findBy(context.objects, 'aws_iam_role', 'name', role) !== undefined) return [];
    return [
      callFailed(
        context,
        doing,
        'IAM',
        operation,
        `NoSuchEntity: The role with name ${role} cannot be found.`,
      ),
    ];
  };

/** Refusals at apply time for EKS and what it needs of IAM. */
export const awsEksApplyRules: Readonly<Record<string, readonly ApplyRule[]>> = {
  aws_eks_cluster: [clusterSubnets, remoteNetworks],
  aws_eks_access_entry: [
    inCluster('creating EKS Access Entry', 'CreateAccessEntry'),
    apiMode('creating EKS Access Entry', 'CreateAccessEntry'),
  ],
  aws_eks_access_policy_association: [
    inCluster('creating EKS Access Policy Association', 'AssociateAccessPolicy'),
    apiMode('creating EKS Access Policy Association', 'AssociateAccessPolicy'),
  ],
  aws_eks_addon: [inCluster('creating EKS Add-On', 'CreateAddon')],
  aws_eks_node_group: [inCluster('creating EKS Node Group', 'CreateNodegroup')],
  aws_eks_pod_identity_association: [
    inCluster('creating EKS Pod Identity Association', 'CreatePodIdentityAssociation'),
  ],
  aws_iam_role_policy: [roleExists('putting IAM Role Policy', 'PutRolePolicy')],
  aws_iam_role_policy_attachment: [roleExists('attaching IAM Policy to IAM Role', 'AttachRolePolicy')],
};
