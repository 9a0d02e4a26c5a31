/**
 * NodeConfig as nodeadm decodes and validates it: unknown members are errors, cluster name and region are needed, exactly
 * one credential provider, and its patterns. Facts of aws/eks-hybrid v1.0.20 (`api/v1alpha1`,
 * `internal/node/hybrid/validator.go`), not compared with the program itself.
 */
export interface NodeConfig {
  readonly cluster: string;
  readonly region: string;
  readonly activationId: string;
  readonly activationCode: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly { readonly key: string; readonly value: string; readonly effect: string }[];
  readonly maxPods: number;
}

type Json = Readonly<Record<string, unknown>>;

/** kubelet's own default. */
const MAX_PODS = 110;

const SHAPE = {
  '': ['apiVersion', 'kind', 'metadata', 'spec'],
  spec: ['cluster', 'containerd', 'instance', 'kubelet', 'hybrid'],
  'spec.cluster': [
    'name',
    'region',
    'apiServerEndpoint',
    'certificateAuthority',
    'cidr',
    'enableOutpost',
    'id',
  ],
  'spec.hybrid': ['enableCredentialsFile', 'iamRolesAnywhere', 'ssm'],
  'spec.hybrid.ssm': ['activationCode', 'activationId'],
  'spec.kubelet': ['config', 'flags'],
} as const;

/** The configuration, or nodeadm's complaint as an Error. JSON is the form of YAML that the join script writes. */
export function parseNodeConfig(content: string): NodeConfig {
  const root = JSON.parse(content) as Json;
  for (const [path, names] of Object.entries(SHAPE)) checkNames(root, path, names);
  if (root['apiVersion'] !== 'node.eks.aws/v1alpha1' || root['kind'] !== 'NodeConfig') {
    throw new Error('no kind "NodeConfig" is registered for this version');
  }
  const cluster = member(root, 'spec.cluster');
  const ssm = member(root, 'spec.hybrid.ssm');
  const needed = (object: Json, name: string, message: string): string => {
    const value = object[name];
    if (typeof value !== 'string' || value === '') throw new Error(message);
    return value;
  };
  const activationCode = needed(
    ssm,
    'activationCode',
    'ActivationCode is missing in hybrid ssm configuration',
  );
  const activationId = needed(ssm, 'activationId', 'ActivationID is missing in hybrid ssm configuration');
  if (!/^.{20,250}$/.test(activationCode)) throw new Error('invalid ActivationCode format');
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(activationId)) {
    throw new Error('invalid ActivationID format');
  }
  return {
    cluster: needed(cluster, 'name', 'Name is missing in cluster configuration'),
    region: needed(cluster, 'region', 'Region is missing in cluster configuration'),
    activationId,
    activationCode,
    ...kubelet(root),
  };
}

function checkNames(root: Json, path: string, allowed: readonly string[]): void {
  for (const name of Object.keys(member(root, path))) {
    if (!allowed.includes(name)) throw new Error(`strict decoding error: unknown field "${path}.${name}"`);
  }
}

function member(root: Json, path: string): Json {
  const names = path === '' ? [] : path.split('.');
  return names.reduce<Json>((object, name) => (object[name] ?? {}) as Json, root);
}

function kubelet(root: Json): Pick<NodeConfig, 'labels' | 'taints' | 'maxPods'> {
  const { flags = [], config = {} } = member(root, 'spec.kubelet') as {
    readonly flags?: readonly string[];
    readonly config?: { readonly maxPods?: number };
  };
  if (flags.some((flag) => flag.startsWith('--hostname-override'))) {
    throw new Error('hostname-override kubelet flag is not supported for hybrid nodes');
  }
  const value = (name: string) =>
    flags.find((flag) => flag.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '';
  const list = (name: string) => value(name).split(',').filter(Boolean);
  return {
    labels: Object.fromEntries(list('node-labels').map(splitLabel)),
    taints: list('register-with-taints').map(splitTaint),
    maxPods: config.maxPods ?? MAX_PODS,
  };
}

function splitLabel(label: string): readonly [string, string] {
  const cut = label.indexOf('=');
  if (cut < 1) throw new Error(`malformed pair, expect string=string: ${label}`);
  return [label.slice(0, cut), label.slice(cut + 1)];
}

function splitTaint(taint: string): NodeConfig['taints'][number] {
  const match = /^([^=:]+)(?:=([^:]*))?:(NoSchedule|PreferNoSchedule|NoExecute)$/.exec(taint);
  if (match === null) throw new Error(`invalid taint spec: ${taint}`);
  return { key: match[1] ?? '', value: match[2] ?? '', effect: match[3] ?? '' };
}
