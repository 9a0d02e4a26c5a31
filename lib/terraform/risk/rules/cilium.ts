import { all, any, isGone, isKept, isReplaced, not, type Condition } from '../conditions.ts';
import { hasChanged, isEqual, isUnknown, textsAt, valuesAt, type Row } from '../row.ts';
import { isObject } from '../../plan-json.ts';
import type { RowRule } from '../types.ts';

/** The settings of Cilium that cannot be changed under running pods, by their last name in the chart's values. */
const POOL = 'clusterPoolIPv4PodCIDRList';
const MASK = 'clusterPoolIPv4MaskSize';

const isChart =
  (name: RegExp): Condition =>
  (row) =>
    [row.before, row.after].some((side) =>
      [...textsAt(side, 'chart'), ...textsAt(side, 'name')].some((text) => name.test(text)),
    );

const isCilium = isChart(/(^|\/)cilium$/);
const isGateway = isChart(/(^|\/)eks-hybrid-nodes-gateway$/);

/**
 * The text of one setting in the values of a release, blanks, quotes and comments left out, so that the same value
 * written otherwise is the same. The values are YAML text (`values`) and pairs (`set`, `set_list`); YAML is compared as
 * text because nothing here needs more than "the same or not".
 */
function setting(side: unknown, name: string): readonly string[] {
  const fromText = textsAt(side, 'values').flatMap((text) => yamlSetting(text, name));
  const fromPairs = ['set', 'set_list'].flatMap((argument) =>
    valuesAt(side, argument)
      .filter((pair) => isObject(pair) && new RegExp(`(^|\\.)${name}(\\[|\\{|$)`).test(String(pair['name'])))
      .flatMap((pair) => valuesAt(pair, 'value').map((value) => scalars(JSON.stringify(value)).join(','))),
  );
  return [...fromText, ...fromPairs];
}

function yamlSetting(text: string, name: string): readonly string[] {
  const lines = text.split('\n');
  const ownLine = new RegExp(`^(\\s*)["']?${name}["']?\\s*:(.*)$`);
  const inLine = new RegExp(`["']${name}["']\\s*:\\s*(\\[[^\\]]*\\]|[^,}\\s]+)`);
  return lines.flatMap((line, index) => {
    const match = ownLine.exec(line);
    // One line of JSON is YAML, too.
    if (match === null) {
      const inline = inLine.exec(line);
      return inline === null ? [] : [scalars(inline[1] ?? '').join(',')];
    }
    const indent = (match[1] ?? '').length;
    const rest = [match[2] ?? ''];
    for (const next of lines.slice(index + 1)) {
      const depth = next.search(/\S/);
      const isItem = depth === indent && next.trimStart().startsWith('- ');
      if (depth !== -1 && depth <= indent && !isItem) break;
      rest.push(next);
    }
    return [scalars(rest.join('\n')).join(',')];
  });
}

function scalars(text: string): readonly string[] {
  const words = text.replace(/(^|\s)#.*$/gm, '').match(/[0-9A-Za-z.:/_-]+/g) ?? [];
  return words.filter((word) => /[0-9A-Za-z]/.test(word));
}

const settingChanges =
  (...names: readonly string[]): Condition =>
  (row) =>
    isKept(row) && names.some((name) => !isEqual(setting(row.before, name), setting(row.after, name)));

/** Ranges that were in the pool and are no longer, or not in their place: Cilium allows only to add at the end. */
function poolLoses(row: Row): boolean {
  if (!isKept(row)) return false;
  const before = setting(row.before, POOL).join(',').split(',').filter(Boolean);
  const after = setting(row.after, POOL).join(',').split(',').filter(Boolean);
  return before.some((range, index) => after[index] !== range);
}

function poolGrows(row: Row): boolean {
  return settingChanges(POOL)(row) && !poolLoses(row);
}

const valuesUnknown: Condition = (row) =>
  isKept(row) && (isUnknown(row, 'values') || isUnknown(row, 'set') || isUnknown(row, 'set_list'));

/** How many minor versions the chart moves; null where that cannot be read. */
function minorSteps(row: Row): number | null {
  const minor = (side: unknown): number | null => {
    const match = /^v?1\.(\d+)\./.exec(textsAt(side, 'version')[0] ?? '');
    return match === null ? null : Number(match[1]);
  };
  const [before, after] = [minor(row.before), minor(row.after)];
  return before === null || after === null ? null : after - before;
}

const HELM = ['helm_release'];
const MANIFESTS = ['kubernetes_manifest', 'kubectl_manifest'];

const isNetworkManifest: Condition = (row) =>
  [...textsAt(row.before, 'manifest.kind'), ...textsAt(row.before, 'kind')].some((kind) =>
    kind.startsWith('Cilium'),
  ) || textsAt(row.before, 'yaml_body').some((text) => /^kind:\s*Cilium/m.test(text));

/** What endangers the pod network of a live cluster. */
export const CILIUM_RULES: readonly RowRule[] = [
  {
    id: 'cilium-removed',
    level: 'critical',
    types: HELM,
    when: all(isGone, isCilium),
    sentence:
      'Cilium is uninstalled (and perhaps installed anew): no pod on a hybrid node starts or is reached meanwhile, and nodes turn NotReady; upgrade the release in place.',
  },
  {
    id: 'cilium-pool-changed',
    level: 'critical',
    types: HELM,
    when: all(isCilium, not(valuesUnknown), poolLoses),
    sentence:
      'The pods’ address pool changes under a live cluster: nodes keep ranges that Cilium no longer knows, and pods get addresses that nobody routes; only add ranges at the end, or build new nodes with a new pool.',
  },
  {
    id: 'cilium-pool-grows',
    level: 'warning',
    types: HELM,
    when: all(isCilium, not(valuesUnknown), poolGrows),
    sentence:
      'The pods’ address pool gets another range: check that the cluster’s remote pod networks, routes and security rules have it, too.',
  },
  {
    id: 'cilium-mask-changed',
    level: 'critical',
    types: HELM,
    when: all(isCilium, not(valuesUnknown), settingChanges(MASK)),
    sentence:
      'The size of each node’s pod range changes under a live cluster: Cilium does not resize what nodes have, and new ranges can overlap old ones; build new nodes instead.',
  },
  {
    id: 'cilium-datapath-changed',
    level: 'critical',
    types: HELM,
    when: all(
      isCilium,
      not(valuesUnknown),
      settingChanges(
        'routingMode',
        'tunnelProtocol',
        'tunnelPort',
        'kubeProxyReplacement',
        'ipv4NativeRoutingCIDR',
      ),
    ),
    sentence:
      'How Cilium moves packets changes: nodes on the old and the new way do not understand each other while it rolls out; do it in a maintenance window, all nodes drained or accepted as down.',
  },
  {
    id: 'cilium-encapsulation-size-changed',
    level: 'warning',
    types: HELM,
    when: all(isCilium, not(valuesUnknown), settingChanges('MTU', 'enableIPv4Masquerade')),
    sentence:
      'Packet size or masquerading changes: pods that run keep the old until they are restarted, and large packets may vanish on the link; test across clouds.',
  },
  {
    id: 'cilium-operator-restarts-pods',
    level: 'high',
    types: HELM,
    when: all(isCilium, not(valuesUnknown), (row) => {
      const restarts = (side: unknown): boolean =>
        setting(side, 'unmanagedPodWatcher').some((text) => /restart\W+true/.test(text));
      return restarts(row.after) && !restarts(row.before);
    }),
    sentence:
      'Cilium’s operator begins to restart pods it does not manage, which are those of the VPC CNI on cloud nodes; keep unmanagedPodWatcher.restart false.',
  },
  {
    id: 'cilium-values-unknown',
    level: 'warning',
    types: HELM,
    when: all(isCilium, valuesUnknown),
    sentence:
      'Cilium’s values are known only after apply: whether pool, mask or routing change cannot be told; check them by hand.',
  },
  {
    id: 'cilium-version-skipped',
    level: 'high',
    types: HELM,
    when: all(isCilium, (row) => Math.abs(minorSteps(row) ?? 0) > 1 || (minorSteps(row) ?? 0) < 0),
    sentence:
      'Cilium moves by more than one minor version or backwards, which is not supported; upgrade one minor version at a time.',
  },
  {
    id: 'cilium-changed',
    level: 'warning',
    types: HELM,
    when: all(
      isCilium,
      isKept,
      not(isReplaced),
      any(
        (row) => hasChanged(row, 'version'),
        (row) => hasChanged(row, 'values'),
        (row) => hasChanged(row, 'set'),
      ),
    ),
    sentence:
      'Cilium’s agents restart node by node with a new version or new values: traffic goes on, new pods and policies wait; run the connectivity checks afterwards.',
  },
  {
    id: 'pod-gateway-removed',
    level: 'critical',
    types: HELM,
    when: all(isGone, isGateway),
    sentence:
      'The EKS Hybrid Nodes gateway is uninstalled: traffic between cloud pods and hybrid pods stops, and its routes stay behind in the VPC pointing nowhere; move pod routing first.',
  },
  {
    id: 'cilium-resource-removed',
    level: 'high',
    types: MANIFESTS,
    when: all(isGone, isNetworkManifest),
    sentence:
      'A Cilium resource (BGP, pools, policies, gateway endpoints) is removed or made anew: routes or protections it gives are gone meanwhile; change it in place.',
  },
];
