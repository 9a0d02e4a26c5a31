/**
 * Who sends a request: static tokens of kubeconfig files, and EKS tokens, which are presigned calls of STS
 * GetCallerIdentity. Source: kubernetes-sigs/aws-iam-authenticator, "How does it work?" and pkg/token.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { KubeCluster } from '../../world/kube-cluster.ts';
import { blocks, text, texts } from '../../world/attributes.ts';
import type { AwsSession } from '../../world/aws-sessions.ts';
import type { KubeUser } from './request.ts';

/** Credentials of the simulated account. With a secret, signatures made with them are verified. */
export interface AwsIdentity {
  readonly accessKeyId: string;
  readonly secretAccessKey?: string;
  /** `arn:aws:sts::<account>:assumed-role/<role>/<session>` or the ARN of an IAM user. */
  readonly arn: string;
}

export interface IdentityOptions {
  /** Bearer token → user, for kubeconfig files. */
  readonly tokens: Readonly<Record<string, Pick<KubeUser, 'username' | 'groups'>>>;
  /** Beside the sessions that the simulated STS gave out. */
  readonly identities: readonly AwsIdentity[];
}

const PREFIX = 'k8s-aws-v1.';
const CLUSTER_HEADER = 'x-k8s-aws-id';
/** The authenticator takes a token for this long after it was signed, whatever it says itself. */
const TOKEN_MS = 15 * 60_000;
const LONGEST_EXPIRY_S = 900;

/** The user of an Authorization header; the reason why there is none is for the server's log alone. */
export function authenticate(
  authorization: string | undefined,
  cluster: KubeCluster,
  options: IdentityOptions,
): KubeUser | { readonly refused: string } {
  if (authorization === undefined)
    return { username: 'system:anonymous', groups: ['system:unauthenticated'], policies: [] };
  const token = /^Bearer (.+)$/i.exec(authorization)?.[1];
  if (token === undefined) return { refused: 'no bearer token' };
  const known = options.tokens[token];
  if (known !== undefined)
    return { ...known, groups: [...known.groups, 'system:authenticated'], policies: [] };
  if (!token.startsWith(PREFIX)) return { refused: 'an unknown token' };
  return eksUser(token.slice(PREFIX.length), cluster, options);
}

function eksUser(
  encoded: string,
  cluster: KubeCluster,
  { identities }: IdentityOptions,
): ReturnType<typeof authenticate> {
  if (!/^[\w-]+$/.test(encoded)) return { refused: 'the token is not base64url without padding' };
  const url = parse(Buffer.from(encoded, 'base64url').toString('utf8'));
  if (url === undefined) return { refused: 'the token does not hold a URL' };
  const problem = problemOf(url, cluster);
  if (problem !== undefined) return { refused: problem };
  const [accessKeyId = ''] = (url.searchParams.get('X-Amz-Credential') ?? '').split('/');
  const session = cluster.world.sessions.find(accessKeyId);
  const identity = identities.find((entry) => entry.accessKeyId === accessKeyId) ?? session;
  if (identity === undefined) return { refused: `STS does not know the access key ${accessKeyId}` };
  if (identity === session) {
    const ended = sessionProblem(session, url.searchParams.get('X-Amz-Security-Token'), cluster);
    if (ended !== undefined) return { refused: ended };
  }
  if (identity.secretAccessKey !== undefined && !isSignedBy(url, cluster.name, identity.secretAccessKey)) {
    return { refused: 'STS: SignatureDoesNotMatch' };
  }
  return accessOf(cluster, identity.arn);
}

/** Why STS takes no signature of the session any more, or not this one. */
function sessionProblem(
  session: AwsSession,
  token: string | null,
  { world }: KubeCluster,
): string | undefined {
  if (token !== session.sessionToken) return 'STS: InvalidClientTokenId';
  return Date.parse(session.expiration) <= world.clock.now().getTime() ? 'STS: ExpiredToken' : undefined;
}

function parse(value: string): URL | undefined {
  return URL.canParse(value) ? new URL(value) : undefined;
}

const ALLOWED = new Set(
  'action version x-amz-algorithm x-amz-credential x-amz-date x-amz-expires x-amz-security-token x-amz-signature x-amz-signedheaders x-amz-user-agent x-amz-content-sha256 x-id'.split(
    ' ',
  ),
);

function problemOf(url: URL, { world }: KubeCluster): string | undefined {
  const query = new Map([...url.searchParams].map(([name, value]) => [name.toLowerCase(), value]));
  if (url.protocol !== 'https:' || !/^sts(\.[a-z0-9-]+)?\.amazonaws\.com(\.cn)?$/.test(url.hostname)) {
    return `unexpected host ${url.host} in the presigned URL`;
  }
  if (url.pathname !== '/') return 'unexpected path in the presigned URL';
  const foreign = [...query.keys()].find((name) => !ALLOWED.has(name));
  if (foreign !== undefined) return `non-whitelisted query parameter ${foreign}`;
  if (query.get('action') !== 'GetCallerIdentity') return 'unexpected action parameter in the presigned URL';
  if (!(query.get('x-amz-signedheaders') ?? '').split(';').includes(CLUSTER_HEADER)) {
    return `client did not sign the ${CLUSTER_HEADER} header`;
  }
  const expires = Number(query.get('x-amz-expires') ?? Number.NaN);
  if (!(expires >= 0 && expires <= LONGEST_EXPIRY_S)) return 'invalid X-Amz-Expires parameter';
  return timeProblem(query.get('x-amz-date') ?? '', world.clock.now().getTime());
}

function timeProblem(date: string, now: number): string | undefined {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? [];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  if (year === 0) return 'X-Amz-Date parameter is not a date';
  const signed = Date.UTC(year, month - 1, day, hour, minute, second);
  if (now > signed + TOKEN_MS) return 'X-Amz-Date parameter is expired';
  return signed > now + 5 * 60_000 ? 'STS: the signature is not yet valid' : undefined;
}

/** Verifies Signature Version 4 of a presigned URL, with the header that names this cluster. */
function isSignedBy(url: URL, cluster: string, secret: string): boolean {
  const { searchParams } = url;
  const signature = searchParams.get('X-Amz-Signature') ?? '';
  const signed = searchParams.get('X-Amz-SignedHeaders') ?? '';
  const [, date = '', region = '', service = ''] = (searchParams.get('X-Amz-Credential') ?? '').split('/');
  const values: Readonly<Record<string, string>> = { host: url.host, [CLUSTER_HEADER]: cluster };
  const headers = signed.split(';').map((name) => `${name}:${values[name] ?? ''}\n`);
  const query = [...searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${escape(name)}=${escape(value)}`)
    .sort();
  const canonical = ['GET', '/', query.join('&'), headers.join(''), signed, sha256('')].join('\n');
  const scope = `${date}/${region}/${service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', searchParams.get('X-Amz-Date') ?? '', scope, sha256(canonical)].join(
    '\n',
  );
  const key = [date, region, service, 'aws4_request'].reduce<Buffer>(
    (inner, part) => createHmac('sha256', inner).update(part).digest(),
    Buffer.from(`AWS4${secret}`),
  );
  const wanted = createHmac('sha256', key).update(toSign).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function escape(value: string): string {
  return encodeURIComponent(value).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function sha256(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}

/** What the access entry of a principal gives it; EKS answers 401 to a principal without one. */
function accessOf({ world, name }: KubeCluster, arn: string): ReturnType<typeof authenticate> {
  const role = /:assumed-role\/([^/]+)\//.exec(arn)?.[1];
  const isPrincipal = (principal: string): boolean =>
    principal === arn ||
    (role !== undefined && principal.endsWith(`/${role}`) && principal.includes(':role/'));
  const inCluster = (type: string) =>
    world.objects
      .list(type)
      .filter((entry) => text(entry, 'cluster_name') === name && isPrincipal(text(entry, 'principal_arn')));
  const [entry] = inCluster('aws_eks_access_entry');
  if (entry === undefined) return { refused: `no access entry for ${arn}` };
  return {
    username: text(entry, 'user_name') || arn,
    groups: [...texts(entry, 'kubernetes_groups'), 'system:authenticated'],
    policies: inCluster('aws_eks_access_policy_association').map((association) => ({
      name: text(association, 'policy_arn').split('/').at(-1) ?? '',
      namespaces: blocks(association, 'access_scope').flatMap((scope) => texts(scope, 'namespaces')),
    })),
  };
}
