import { createEksReader } from '../aws/eks.ts';
import { createEksTokens } from './eks-token.ts';
import { kubernetesErrors } from './errors.ts';
import type { ClusterPlace, Connection, KubernetesDeps } from './types.ts';

/** Address and authority from DescribeCluster, tokens by presigning. @throws EHA1500 */
export async function connectEks(
  { clusterName, region }: Extract<ClusterPlace, { readonly kind: 'eks' }>,
  deps: KubernetesDeps,
): Promise<Connection> {
  const eks = await createEksReader(region, deps);
  const answer = await eks.cluster(clusterName);
  if (!answer.ok)
    throw kubernetesErrors.EHA1500(`The cluster ${clusterName} cannot be opened: ${answer.reason}.`);
  const { endpoint, certificateAuthority, status } = answer.value;
  if (endpoint === undefined || certificateAuthority === undefined) {
    const state = status === undefined ? '' : ` (its status is ${status})`;
    throw kubernetesErrors.EHA1500(`The cluster ${clusterName} has no API server to open yet${state}.`);
  }
  const tokens = createEksTokens(clusterName, region, deps);
  return {
    server: endpoint.replace(/\/+$/, ''),
    ca: Buffer.from(certificateAuthority, 'base64').toString('utf8'),
    clientCertificate: undefined,
    serverName: undefined,
    authorization: async (anew) => `Bearer ${await tokens(anew)}`,
  };
}
