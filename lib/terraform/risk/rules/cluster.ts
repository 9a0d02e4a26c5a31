import {
  all,
  any,
  changes,
  gains,
  had,
  hadText,
  isDestroyed,
  isEveryone,
  isGone,
  isKept,
  isReplaced,
  loses,
  not,
  turns,
  type Condition,
} from '../conditions.ts';
import { firstAt, isUnknown, textsAt, valuesAt, type Row } from '../row.ts';
import type { RowRule } from '../types.ts';

const CLUSTER = ['aws_eks_cluster'];
const REMOTE_NODES = 'remote_network_config.remote_node_networks.cidrs';
const REMOTE_PODS = 'remote_network_config.remote_pod_networks.cidrs';
const PUBLIC_ACCESS = 'vpc_config.endpoint_public_access';
const PUBLIC_CIDRS = 'vpc_config.public_access_cidrs';

/** How many minor versions a change of `version` moves; null when either is not a version or not known. */
function minorSteps(row: Row): number | null {
  const minor = (side: unknown): number | null => {
    const match = /^1\.(\d+)/.exec(textsAt(side, 'version')[0] ?? '');
    return match === null ? null : Number(match[1]);
  };
  const [before, after] = [minor(row.before), minor(row.after)];
  return before === null || after === null ? null : after - before;
}

const isOpenToEveryone = (side: unknown): boolean =>
  firstAt(side, PUBLIC_ACCESS) === true && valuesAt(side, PUBLIC_CIDRS).some(isEveryone);

/** The trust policy by which the SSM agent or IAM Roles Anywhere gives a node its role. */
const trustsNodes: Condition = hadText('assume_role_policy', /"(ssm|rolesanywhere)\.amazonaws\.com"/);
const trustsControlPlane: Condition = hadText('assume_role_policy', /"eks\.amazonaws\.com"/);

/** Managed policies without which nodes, or the control plane, do not work (EKS user guide, hybrid nodes IAM role). */
const NEEDED_POLICIES =
  /policy\/(service-role\/)?(AmazonSSMManagedInstanceCore|AmazonEC2ContainerRegistryPullOnly|AmazonEC2ContainerRegistryReadOnly|AmazonEKSClusterPolicy|AmazonEKSWorkerNodePolicy)$/;

/** What endangers the EKS cluster, its access and its identities. */
export const CLUSTER_RULES: readonly RowRule[] = [
  {
    id: 'eks-cluster-destroyed',
    level: 'critical',
    types: CLUSTER,
    when: isDestroyed,
    sentence:
      'The EKS cluster is destroyed with every Kubernetes object in it; all nodes, hybrid ones too, lose their control plane. Apply only when the whole environment is meant to go.',
  },
  {
    id: 'eks-cluster-replaced',
    level: 'critical',
    types: CLUSTER,
    when: isReplaced,
    sentence:
      'The EKS cluster is destroyed and made anew, empty: every workload, access entry and node registration is lost; undo the change that forces it, or build a second cluster and move.',
  },
  {
    id: 'eks-service-cidr-changed',
    level: 'critical',
    types: CLUSTER,
    when: all(isKept, changes('kubernetes_network_config.service_ipv4_cidr')),
    sentence:
      'The service range changes, which EKS does only by a new cluster; every service address and the DNS address in each node’s kubelet become wrong. Keep the range.',
  },
  {
    id: 'eks-remote-network-removed',
    level: 'critical',
    types: CLUSTER,
    when: any(loses(REMOTE_NODES), loses(REMOTE_PODS)),
    sentence:
      'A remote node or pod range leaves the cluster: nodes in it can no longer join, their kubelet certificates are not approved, and logs, exec and webhooks fail. Move its nodes away first.',
  },
  {
    id: 'eks-remote-network-added',
    level: 'warning',
    types: CLUSTER,
    when: all(isKept, any(gains(REMOTE_NODES), gains(REMOTE_PODS))),
    sentence:
      'A remote node or pod range is added: check that it overlaps nothing and that VPC routes, security groups and NSG rules for it come with it.',
  },
  {
    id: 'eks-endpoint-public-opened',
    level: 'high',
    types: CLUSTER,
    when: all(isKept, turns(PUBLIC_ACCESS, false, true)),
    sentence:
      'The API server gets a public address; hosts outside the VPC, the hybrid nodes among them, then reach it over the internet and not the link. Restrict public_access_cidrs, or keep it private.',
  },
  {
    id: 'eks-endpoint-open-to-everyone',
    level: 'high',
    types: CLUSTER,
    when: (row) => isOpenToEveryone(row.after) && !isOpenToEveryone(row.before),
    sentence:
      'The API server answers the whole internet (0.0.0.0/0); name the ranges that need it in public_access_cidrs.',
  },
  {
    id: 'eks-endpoint-access-unknown',
    level: 'warning',
    types: CLUSTER,
    when: (row) => isKept(row) && (isUnknown(row, PUBLIC_ACCESS) || isUnknown(row, PUBLIC_CIDRS)),
    sentence:
      'Who may reach the API server over the internet is known only after apply; check public_access_cidrs by hand.',
  },
  {
    id: 'eks-endpoint-private-closed',
    level: 'high',
    types: CLUSTER,
    when: turns('vpc_config.endpoint_private_access', true, false),
    sentence:
      'The private endpoint goes: nodes that reach the API server over the link turn NotReady; keep endpoint_private_access.',
  },
  {
    id: 'eks-endpoint-public-closed',
    level: 'warning',
    types: CLUSTER,
    when: any(
      turns(PUBLIC_ACCESS, true, false),
      loses(PUBLIC_CIDRS, (cidr) => !isEveryone(cidr)),
    ),
    sentence:
      'Ranges, or everyone outside the VPC, lose the public endpoint; make sure that nodes, runners and people reach the API server another way.',
  },
  {
    id: 'eks-authentication-mode-changed',
    level: 'high',
    types: CLUSTER,
    when: all(isKept, changes('access_config.authentication_mode')),
    sentence:
      'The authentication mode changes, which EKS never takes back; hybrid nodes need API or API_AND_CONFIG_MAP, and entries of aws-auth stop to count under API.',
  },
  {
    id: 'eks-version-skipped',
    level: 'high',
    types: CLUSTER,
    when: (row) => {
      const steps = minorSteps(row);
      return steps !== null && (steps > 1 || steps < 0);
    },
    sentence:
      'The Kubernetes version moves by more than one minor version or backwards, which EKS refuses or does only by a new cluster; upgrade one minor version at a time.',
  },
  {
    id: 'eks-version-upgraded',
    level: 'warning',
    types: CLUSTER,
    when: (row) => minorSteps(row) === 1 || (isKept(row) && isUnknown(row, 'version')),
    sentence:
      'The control plane is upgraded: its network interfaces get new addresses and it cannot go back; check removed APIs, add-on versions, and that kubelets are at most three minor versions behind.',
  },
  {
    id: 'eks-deletion-protection-off',
    level: 'high',
    types: CLUSTER,
    when: turns('deletion_protection', true, false),
    sentence:
      'The cluster’s deletion protection is turned off: the next plan can destroy it; leave it on unless that is the aim.',
  },
  {
    id: 'eks-logs-off',
    level: 'warning',
    types: CLUSTER,
    when: loses('enabled_cluster_log_types'),
    sentence:
      'Control-plane logs are turned off (api, audit, authenticator …): what happens from then on cannot be looked up; keep at least audit and authenticator.',
  },
  {
    id: 'eks-encryption-changed',
    level: 'high',
    types: CLUSTER,
    when: all(isKept, changes('encryption_config')),
    sentence:
      'The encryption of Kubernetes secrets changes; EKS cannot take a key away or exchange it without a new cluster, and a lost key is a lost cluster. Keep the key.',
  },
  {
    id: 'eks-network-interfaces-moved',
    level: 'warning',
    types: CLUSTER,
    when: any(loses('vpc_config.subnet_ids'), loses('vpc_config.security_group_ids')),
    sentence:
      'The control plane’s interfaces leave a subnet or security group: check that NSG rules and routes fit where they go, or kubelets and webhooks cannot be reached.',
  },
  {
    id: 'eks-addon-removed',
    level: 'high',
    types: ['aws_eks_addon'],
    when: all(isGone, not(had('preserve', true))),
    sentence:
      'An EKS add-on is removed or made anew: DNS, services, pod networking or pod identities fail for the pods that need it meanwhile; set preserve, or have its successor running first.',
  },
  {
    id: 'eks-node-group-lost',
    level: 'high',
    types: ['aws_eks_node_group'],
    when: isGone,
    sentence:
      'A group of cloud nodes goes: what runs only there (gateway pods, webhooks, CoreDNS) stops until it finds room elsewhere; make its successor first.',
  },
  {
    id: 'eks-hybrid-access-removed',
    level: 'critical',
    types: ['aws_eks_access_entry'],
    when: all(any(isGone, changes('type', 'principal_arn')), had('type', 'HYBRID_LINUX')),
    sentence:
      'The access entry of the hybrid nodes goes or changes: every one of them is refused by the API server and turns NotReady; keep it.',
  },
  {
    id: 'eks-access-removed',
    level: 'high',
    types: ['aws_eks_access_entry', 'aws_eks_access_policy_association'],
    when: all(isGone, not(had('type', 'HYBRID_LINUX'))),
    sentence:
      'Someone loses access to the cluster; make sure that it is not what the pipelines or the last administrator use.',
  },
  {
    id: 'eks-pod-identity-removed',
    level: 'warning',
    types: ['aws_eks_pod_identity_association'],
    when: isGone,
    sentence: 'Pods of a service account lose their AWS role; check what runs under it.',
  },
  {
    id: 'hybrid-role-lost',
    level: 'critical',
    types: ['aws_iam_role'],
    when: all(isGone, trustsNodes),
    sentence:
      'The role of the hybrid nodes is destroyed or made anew: their credentials end within the hour and every node turns NotReady, and each has to be registered again; keep the role.',
  },
  {
    id: 'cluster-role-lost',
    level: 'critical',
    types: ['aws_iam_role'],
    when: all(isGone, trustsControlPlane),
    sentence:
      'The role of the control plane is destroyed or made anew: EKS can no longer manage the cluster’s network and load balancers; keep the role.',
  },
  {
    id: 'hybrid-role-trust-changed',
    level: 'high',
    types: ['aws_iam_role'],
    when: all(isKept, not(isReplaced), any(trustsNodes, trustsControlPlane), changes('assume_role_policy')),
    sentence:
      'Who may assume the role of the nodes or of the control plane changes: a wrong condition stops every credential refresh within the hour; compare account, source ARN and principal word by word.',
  },
  {
    id: 'node-permissions-removed',
    level: 'high',
    types: ['aws_iam_role_policy_attachment'],
    when: all(isGone, hadText('policy_arn', NEEDED_POLICIES)),
    sentence:
      'A policy that nodes or the control plane need is taken from a role: nodes can no longer register, pull images or be managed; attach its successor in the same apply.',
  },
  {
    id: 'node-policy-changed',
    level: 'high',
    types: ['aws_iam_role_policy', 'aws_iam_policy'],
    when: all(
      any(isGone, changes('policy')),
      hadText('policy', /eks:DescribeCluster|eks:ListAccessEntries|ssm:DeregisterManagedInstance/),
    ),
    sentence:
      'The permissions with which nodes find their cluster or leave it change: without eks:DescribeCluster and eks:ListAccessEntries no node joins, also none that boots again; check that both stay.',
  },
  {
    id: 'oidc-provider-lost',
    level: 'critical',
    types: ['aws_iam_openid_connect_provider'],
    when: any(isGone, changes('url')),
    sentence:
      'An OIDC provider goes or is made anew: every pod or workflow that gets its AWS role by it is refused; keep it.',
  },
  {
    id: 'oidc-provider-changed',
    level: 'high',
    types: ['aws_iam_openid_connect_provider', 'azurerm_federated_identity_credential'],
    when: any(
      all(isKept, changes('thumbprint_list', 'client_id_list', 'issuer', 'subject', 'audience')),
      (row) => row.type === 'azurerm_federated_identity_credential' && isGone(row),
    ),
    sentence:
      'Who may sign in by OIDC changes: workflows or pods that present another audience, subject or issuer are refused from then on; compare with what they present.',
  },
];
