import type { EKSClient } from '@aws-sdk/client-eks';
import type * as EksSdk from '@aws-sdk/client-eks';
import { type AwsAnswer, type AwsDeps, readAllPages, readAws } from './read-call.ts';

/** The network of a cluster as EKS describes it. */
export interface ClusterNetwork {
  readonly arn: string;
  readonly name: string;
  readonly vpcId: string | undefined;
  readonly serviceCidr: string | undefined;
  readonly remoteNodeCidrs: readonly string[];
  readonly remotePodCidrs: readonly string[];
  /** `ACTIVE`, `CREATING`, …. */
  readonly status: string | undefined;
  /** Kubernetes version of the control plane, `1.34`. */
  readonly version: string | undefined;
  /** Address of the API server; undefined while the cluster is made. */
  readonly endpoint: string | undefined;
  /** PEM in base64. */
  readonly certificateAuthority: string | undefined;
}

/** Read-only door to EKS of one region. */
export interface EksReader {
  /** A cluster that does not exist is an answer with a reason, like any other failure. */
  cluster(name: string): Promise<AwsAnswer<ClusterNetwork>>;
  /** Types of the access entries for roles of that name, in whatever path; empty when there is none. */
  accessTypes(cluster: string, roleName: string): Promise<AwsAnswer<readonly string[]>>;
}

/** As `createEc2Reader`, for EKS (`AWS_ENDPOINT_URL_EKS`). */
export async function createEksReader(region: string, deps: AwsDeps): Promise<EksReader> {
  const sdk = await import('@aws-sdk/client-eks');
  const client = new sdk.EKSClient({ region, maxAttempts: 1 });
  return {
    async cluster(name) {
      const answer = await readAws(
        'EKS DescribeCluster',
        (abortSignal) => client.send(new sdk.DescribeClusterCommand({ name }), { abortSignal }),
        deps,
      );
      if (!answer.ok) return answer;
      const { cluster } = answer.value;
      if (cluster === undefined)
        return { ok: false, reason: 'EKS DescribeCluster answered without a cluster' };
      const remote = cluster.remoteNetworkConfig;
      return {
        ok: true,
        value: {
          arn: cluster.arn ?? '',
          name: cluster.name ?? name,
          vpcId: cluster.resourcesVpcConfig?.vpcId,
          serviceCidr: cluster.kubernetesNetworkConfig?.serviceIpv4Cidr,
          remoteNodeCidrs: (remote?.remoteNodeNetworks ?? []).flatMap(({ cidrs }) => cidrs ?? []),
          remotePodCidrs: (remote?.remotePodNetworks ?? []).flatMap(({ cidrs }) => cidrs ?? []),
          status: cluster.status,
          version: cluster.version,
          endpoint: cluster.endpoint,
          certificateAuthority: cluster.certificateAuthority?.data,
        },
      };
    },
    accessTypes: (cluster, roleName) => readAccessTypes(sdk, client, cluster, roleName, deps),
  };
}

async function readAccessTypes(
  sdk: typeof EksSdk,
  client: EKSClient,
  clusterName: string,
  roleName: string,
  deps: AwsDeps,
): Promise<AwsAnswer<readonly string[]>> {
  const principals = await readAllPages(
    'EKS ListAccessEntries',
    async (nextToken, abortSignal) => {
      const page = await client.send(new sdk.ListAccessEntriesCommand({ clusterName, nextToken }), {
        abortSignal,
      });
      return { items: page.accessEntries, next: page.nextToken };
    },
    deps,
  );
  if (!principals.ok) return principals;
  const types: string[] = [];
  for (const principalArn of principals.value.filter((arn) => arn.endsWith(`/${roleName}`))) {
    const entry = await readAws(
      'EKS DescribeAccessEntry',
      (abortSignal) =>
        client.send(new sdk.DescribeAccessEntryCommand({ clusterName, principalArn }), { abortSignal }),
      deps,
    );
    if (!entry.ok) return entry;
    types.push(entry.value.accessEntry?.type ?? '');
  }
  return { ok: true, value: types };
}
