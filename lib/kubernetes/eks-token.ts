import { keepValue } from '../action/kept-value.ts';
import { kubernetesErrors } from './errors.ts';
import type { KubernetesDeps } from './types.ts';

/** What EKS's authenticator takes: a presigned GetCallerIdentity that is good for a quarter of an hour. */
const PREFIX = 'k8s-aws-v1.';
const CLUSTER_HEADER = 'x-k8s-aws-id';
/** `X-Amz-Expires`: the authenticator of EKS takes no other than 0 to 60 and counts 15 minutes from the date itself. */
const EXPIRES_SECONDS = 60;
/** A minute is left for clocks that differ. */
const REFRESH_MS = 14 * 60_000;

/**
 * Tokens for the API server of an EKS cluster, kept until shortly before their end. Credentials come as the AWS SDK
 * finds them in the environment; nothing is sent. Form: https://github.com/kubernetes-sigs/aws-iam-authenticator
 * ("API Authorization from Outside a Cluster").
 * @throws EHA1508 without credentials
 */
export function createEksTokens(
  clusterName: string,
  region: string,
  deps: KubernetesDeps,
): (anew?: boolean) => Promise<string> {
  const get = keepValue(
    async () => {
      const now = deps.clock.now();
      const token = await presign(clusterName, region, new Date(now));
      deps.mask(token);
      return { token, until: now + REFRESH_MS };
    },
    ({ until }) => deps.clock.now() < until,
  );
  return async (anew) => (await get(anew)).token;
}

async function presign(clusterName: string, region: string, signingDate: Date): Promise<string> {
  const [{ STSClient }, { SignatureV4 }] = await Promise.all([
    import('@aws-sdk/client-sts'),
    import('@smithy/signature-v4'),
  ]);
  const { config } = new STSClient({ region });
  const signer = new SignatureV4({
    service: 'sts',
    region,
    credentials: config.credentials,
    sha256: config.sha256,
  });
  const hostname = stsHost(region);
  try {
    const { query = {} } = await signer.presign(
      {
        method: 'GET',
        protocol: 'https:',
        hostname,
        path: '/',
        query: { Action: 'GetCallerIdentity', Version: '2011-06-15' },
        headers: { host: hostname, [CLUSTER_HEADER]: clusterName },
      },
      { expiresIn: EXPIRES_SECONDS, signingDate },
    );
    const text = Object.entries(query).map(([name, value]) => `${escape(name)}=${escape(String(value))}`);
    return PREFIX + Buffer.from(`https://${hostname}/?${text.join('&')}`).toString('base64url');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw kubernetesErrors.EHA1508(`There are no AWS credentials to log in to ${clusterName} with: ${why}`, {
      cause: error,
    });
  }
}

/** The regional host: the authenticator takes no other than those it knows. */
function stsHost(region: string): string {
  return `sts.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
}

/** As the signature has it: everything but RFC 3986's unreserved characters. */
function escape(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
