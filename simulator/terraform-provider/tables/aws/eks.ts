import { each, is, type Fill, type FillTable, type Maker } from '../fill.ts';
import { arn, empty, generatedName, guid, joined, noPrefix, now, pem, same } from '../makers.ts';
import { blocks, byId, findBy, text, texts } from '../values.ts';
import { addonVersion, DEFAULT_KUBERNETES_VERSION } from '../../data/eks-versions.ts';

const cluster = (fill: Fill) =>
  findBy(fill.objects, 'aws_eks_cluster', 'name', text(fill.self, 'cluster_name'))?.attributes;
const clusterName = (fill: Fill) => text(fill.self, 'cluster_name') ?? '';

/** EKS picks a service range that does not collide with the VPC: 172.20.0.0/16 for a VPC in 10.0.0.0/8, else 10.100.0.0/16. */
const serviceCidr: Maker = (fill) => {
  const subnet = byId(fill.objects, 'aws_subnet', clusterSubnets(fill)[0]);
  const vpc = byId(fill.objects, 'aws_vpc', text(subnet, 'vpc_id'));
  return (text(vpc, 'cidr_block') ?? '10.').startsWith('10.') ? '172.20.0.0/16' : '10.100.0.0/16';
};
const clusterSubnets = (fill: Fill) => texts(blocks(fill.self, 'vpc_config')[0], 'subnet_ids');

/** The VPC of a cluster is that of its subnets. */
const clusterVpc: Maker = (fill) =>
  text(byId(fill.objects, 'aws_subnet', clusterSubnets(fill)[0]), 'vpc_id') ?? `vpc-0${fill.hex('vpc', 16)}`;

/** The path after `role/` or `user/` of an IAM ARN, for the Kubernetes user name of an access entry. */
function accessUserName(fill: Fill): string {
  const principal = text(fill.self, 'principal_arn') ?? '';
  const type = text(fill.self, 'type') ?? 'STANDARD';
  const name = principal.split('/').at(-1) ?? '';
  const sts = principal.replace(':iam::', ':sts::').replace(':role/', ':assumed-role/');
  if (type === 'HYBRID_LINUX') return `system:node:{{SessionName}}`;
  if (type === 'EC2_LINUX' || type === 'EC2') return 'system:node:{{EC2PrivateDNSName}}';
  return principal.includes(':role/')
    ? `${sts.slice(0, sts.lastIndexOf('/'))}/${name}/{{SessionName}}`
    : principal;
}

const accessGroups: Maker = (fill) => {
  const type = text(fill.self, 'type') ?? 'STANDARD';
  return type === 'STANDARD' ? [] : ['system:nodes'];
};

const eksCluster: FillTable = {
  id: same('name'),
  arn: (fill) => arn(fill, 'eks', `cluster/${text(fill.self, 'name') ?? ''}`),
  // Only clusters on Outposts have one of their own.
  cluster_id: is(''),
  created_at: now,
  endpoint: (fill) =>
    `https://${fill.hex('endpoint', 32).toUpperCase()}.gr7.${fill.instance.region}.eks.amazonaws.com`,
  certificate_authority: (fill) => [{ data: Buffer.from(pem(fill, 'ca')).toString('base64') }],
  identity: (fill) => [
    {
      oidc: [
        {
          issuer: `https://oidc.eks.${fill.instance.region}.amazonaws.com/id/${fill.hex('endpoint', 32).toUpperCase()}`,
        },
      ],
    },
  ],
  platform_version: is('eks.9'),
  status: is('ACTIVE'),
  version: is(DEFAULT_KUBERNETES_VERSION),
  access_config: each(
    { authentication_mode: is('CONFIG_MAP') },
    is([{ authentication_mode: 'CONFIG_MAP', bootstrap_cluster_creator_admin_permissions: true }]),
  ),
  kubernetes_network_config: each(
    {
      ip_family: is('ipv4'),
      service_ipv4_cidr: serviceCidr,
      service_ipv6_cidr: is(''),
      elastic_load_balancing: is([{ enabled: false }]),
    },
    (fill) => [
      {
        ip_family: 'ipv4',
        service_ipv4_cidr: serviceCidr(fill),
        service_ipv6_cidr: '',
        elastic_load_balancing: [{ enabled: false }],
      },
    ],
  ),
  upgrade_policy: each({ support_type: is('EXTENDED') }, is([{ support_type: 'EXTENDED' }])),
  vpc_config: each({
    cluster_security_group_id: (fill) => `sg-0${fill.hex('cluster-sg', 16)}`,
    public_access_cidrs: is(['0.0.0.0/0']),
    vpc_id: clusterVpc,
  }),
};

const nodeGroup: FillTable = {
  node_group_name: generatedName,
  node_group_name_prefix: noPrefix,
  id: joined(':', 'cluster_name', 'node_group_name'),
  arn: (fill) =>
    arn(
      fill,
      'eks',
      `nodegroup/${clusterName(fill)}/${text(fill.self, 'node_group_name') ?? ''}/${guid(fill, 'group')}`,
    ),
  ami_type: is('AL2023_x86_64_STANDARD'),
  capacity_type: is('ON_DEMAND'),
  disk_size: is(20),
  instance_types: is(['t3.medium']),
  version: (fill) => text(cluster(fill), 'version') ?? DEFAULT_KUBERNETES_VERSION,
  release_version: (fill) => `${text(fill.self, 'version') ?? DEFAULT_KUBERNETES_VERSION}.0-20261022`,
  resources: (fill) => [
    {
      autoscaling_groups: [{ name: `eks-${text(fill.self, 'node_group_name') ?? ''}-${guid(fill, 'asg')}` }],
      remote_access_security_group_id: '',
    },
  ],
  status: is('ACTIVE'),
  launch_template: each({
    id: (fill, block) => text(byName(fill, text(block, 'name')), 'id') ?? `lt-0${fill.hex('lt', 16)}`,
    name: (fill, block) => text(byId(fill.objects, 'aws_launch_template', text(block, 'id')), 'name') ?? '',
  }),
  node_repair_config: empty,
  update_config: is([{ max_unavailable: 1, max_unavailable_percentage: 0 }]),
};
const byName = (fill: Fill, name: string | undefined) =>
  findBy(fill.objects, 'aws_launch_template', 'name', name)?.attributes;

/** Fill tables of EKS. */
export const awsEksTables: Readonly<Record<string, FillTable>> = {
  aws_eks_cluster: eksCluster,
  aws_eks_node_group: nodeGroup,
  aws_eks_access_entry: {
    id: joined(':', 'cluster_name', 'principal_arn'),
    access_entry_arn: (fill) => {
      const principal = (text(fill.self, 'principal_arn') ?? '').split(':').slice(4).join('/');
      return arn(fill, 'eks', `access-entry/${clusterName(fill)}/${principal}/${guid(fill, 'entry')}`);
    },
    created_at: now,
    modified_at: now,
    kubernetes_groups: accessGroups,
    user_name: accessUserName,
  },
  aws_eks_access_policy_association: {
    id: joined('#', 'cluster_name', 'principal_arn', 'policy_arn'),
    associated_at: now,
    modified_at: now,
  },
  aws_eks_addon: {
    id: joined(':', 'cluster_name', 'addon_name'),
    arn: (fill) =>
      arn(
        fill,
        'eks',
        `addon/${clusterName(fill)}/${text(fill.self, 'addon_name') ?? ''}/${guid(fill, 'addon')}`,
      ),
    addon_version: (fill) =>
      addonVersion(
        text(fill.self, 'addon_name') ?? '',
        text(cluster(fill), 'version') ?? DEFAULT_KUBERNETES_VERSION,
        false,
      ) ?? 'v1.0.0-eksbuild.1',
    configuration_values: is(''),
    created_at: now,
    modified_at: now,
  },
  aws_eks_pod_identity_association: {
    association_id: (fill) => `a-${fill.hex('association', 16)}0`.slice(0, 19),
    id: same('association_id'),
    association_arn: (fill) =>
      arn(
        fill,
        'eks',
        `podidentityassociation/${clusterName(fill)}/${text(fill.self, 'association_id') ?? ''}`,
      ),
  },
};
