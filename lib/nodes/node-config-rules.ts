/**
 * What is wrong or risky in a NodeConfig beyond its shape. Sources: aws/eks-hybrid v1.0.20
 * (`internal/node/hybrid/validator.go`, `internal/flows/init.go`); for labels and taints the Kubernetes reference of
 * kubelet (`--node-labels`, `--register-with-taints`) and of the admission plugin NodeRestriction.
 */
import type { NodeConfig } from './node-config-schema.ts';

/** What a rule says: errors end `nodeadm init` or kubelet, warnings do not. Values of secrets are in neither. */
export interface RuleFindings {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** All rules on one configuration. */
export function judgeNodeConfig(config: NodeConfig): RuleFindings {
  return {
    errors: [
      ...providerErrors(config),
      ...flagErrors(config.spec.kubelet?.flags ?? []),
      ...podErrors(config),
    ],
    warnings: [...silentSkips(config), ...outpost(config)],
  };
}

function providerErrors({ spec: { hybrid } }: NodeConfig): readonly string[] {
  const given = [hybrid.ssm, hybrid.iamRolesAnywhere].filter((provider) => provider !== undefined).length;
  if (given === 1) return [];
  const what = given === 0 ? 'neither is given' : 'both are given';
  return [`spec.hybrid: exactly one of ssm and iamRolesAnywhere is needed, ${what}`];
}

/** With all three there is nothing left to ask EKS, and with the question its checks are dropped without a word. */
function silentSkips({ spec: { cluster } }: NodeConfig): readonly string[] {
  const isWhole = [cluster.apiServerEndpoint, cluster.certificateAuthority, cluster.cidr].every(
    (value) => value !== undefined && value !== '',
  );
  if (!isWhole) return [];
  return [
    'spec.cluster: with apiServerEndpoint, certificateAuthority and cidr together nodeadm does not ask EKS, and skips its checks of the node address, the version skew and the access entry without saying so; leave one of them out',
  ];
}

function outpost({ spec: { cluster } }: NodeConfig): readonly string[] {
  return cluster.enableOutpost === true
    ? ['spec.cluster.enableOutpost: hybrid nodes do not run on Outposts']
    : [];
}

function podErrors({ spec }: NodeConfig): readonly string[] {
  const pods = spec.kubelet?.config?.['maxPods'];
  if (pods === undefined || (typeof pods === 'number' && Number.isInteger(pods) && pods > 0)) return [];
  return ['spec.kubelet.config.maxPods: must be a whole number above 0'];
}

function flagErrors(flags: readonly string[]): readonly string[] {
  return flags.flatMap((flag, index) => {
    const place = `spec.kubelet.flags[${index}]`;
    const [, name = '', value = ''] = /^--([a-z][a-z0-9-]*)(?:=(.*))?$/s.exec(flag) ?? [];
    if (name === '') return [`${place}: must be one flag in the form --name=value`];
    if (name === 'hostname-override') {
      return [`${place}: --hostname-override is refused, because the node is named by its registration`];
    }
    const items = value.split(',').filter((item) => item !== '');
    if (name === 'node-labels') return items.flatMap((item) => prefixed(place, labelError(item)));
    if (name === 'register-with-taints') return items.flatMap((item) => prefixed(place, taintError(item)));
    return [];
  });
}

function prefixed(place: string, problem: string | undefined): readonly string[] {
  return problem === undefined ? [] : [`${place}: ${problem}`];
}

const NAME = '[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?';
const PREFIX = '[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?';
const KEY = new RegExp(`^(?:(${PREFIX})/)?(${NAME})$`);
const VALUE = new RegExp(`^(?:${NAME})?$`);
const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** Labels below these are kubelet's to set on its own node; each other of `kubernetes.io` and `k8s.io` is not. */
const KUBELET_PREFIXES = ['kubelet.kubernetes.io', 'node.kubernetes.io'];
const KUBELET_LABELS = new Set([
  'kubernetes.io/arch',
  'kubernetes.io/hostname',
  'kubernetes.io/os',
  'beta.kubernetes.io/arch',
  'beta.kubernetes.io/instance-type',
  'beta.kubernetes.io/os',
  'failure-domain.beta.kubernetes.io/region',
  'failure-domain.beta.kubernetes.io/zone',
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
]);

/** What is wrong with `key=value`; undefined when kubelet takes it. */
export function labelError(label: string): string | undefined {
  const cut = label.indexOf('=');
  const key = cut === -1 ? label : label.slice(0, cut);
  const match = KEY.exec(key);
  if (cut === -1 || match === null || !VALUE.test(label.slice(cut + 1))) {
    return `"${label}" is no label in the form key=value`;
  }
  const prefix = match[1] ?? '';
  const isReserved = /(?:^|\.)(?:kubernetes|k8s)\.io$/.test(prefix);
  const isKubelets = KUBELET_PREFIXES.some((own) => prefix === own || prefix.endsWith(`.${own}`));
  if (!isReserved || isKubelets || KUBELET_LABELS.has(key)) return undefined;
  return `kubelet does not start with the label ${key}: a node may not give itself labels of ${prefix}`;
}

/** What is wrong with `key=value:effect` or `key:effect`; undefined when kubelet takes it. */
export function taintError(taint: string): string | undefined {
  const [, key = '', value = '', effect = ''] = /^([^=:]*)(?:=([^:]*))?:(.*)$/.exec(taint) ?? [];
  if (KEY.test(key) && VALUE.test(value) && EFFECTS.includes(effect)) return undefined;
  return `"${taint}" is no taint in the form key=value:effect with one of ${EFFECTS.join(', ')}`;
}
