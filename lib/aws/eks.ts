import { type AwsAnswer, type AwsDeps, readAws } from './read-call.ts';

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
}

/** As `createEc2Reader`, for EKS (`AWS_ENDPOINT_URL_EKS`). */
export async function createEksReader(region: string, deps: AwsDeps): Promise<EksReader> {
  const { DescribeClusterCommand, EKSClient } = await import('@aws-sdk/client-eks');
  const client = new EKSClient({ region, maxAttempts: 1 });
  return {
    async cluster(name) {
      const answer = await readAws(
        'EKS DescribeCluster',
        (abortSignal) => client.send(new DescribeClusterCommand({ name }), { abortSignal }),
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
  };
}
