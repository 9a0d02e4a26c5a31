import { parse } from 'yaml';
import type { ObjectValue } from '../../engine/types.ts';
import { each, is, type Fill, type FillTable } from '../fill.ts';
import { SIMULATED_TIME } from '../identity.ts';
import { isObject, text, texts } from '../values.ts';

/** The release's values: its documents laid over one another, maps merged, as Helm does. Null where one is no map. */
export function releaseValues(release: ObjectValue): Readonly<Record<string, unknown>> | null {
  return texts(release, 'values').reduce<Record<string, unknown> | null>((merged, document) => {
    const parsed: unknown = parse(document);
    if (parsed === null || parsed === undefined) return merged;
    return merged === null || !isRecord(parsed) ? null : merge(merged, parsed);
  }, {});
}

function merge(below: Record<string, unknown>, above: Record<string, unknown>): Record<string, unknown> {
  const result = { ...below };
  for (const [name, value] of Object.entries(above)) {
    const old = result[name];
    result[name] = isRecord(old) && isRecord(value) ? merge(old, value) : value;
  }
  return result;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The chart's own name: the last part of its path or reference. */
const chartName = (fill: Fill) => (text(fill.self, 'chart') ?? '').split('/').at(-1) ?? '';

/** How often the release was deployed, one more with each change. */
function revision(fill: Fill): number {
  const before = fill.objects.get(fill.key)?.attributes['metadata'];
  return isObject(before) ? Number(before['revision'] ?? 0) + 1 : 1;
}

/** A chart without a version is deployed in its newest, which the simulated registry calls 1.0.0. */
const version = (fill: Fill) => text(fill.self, 'version') ?? '1.0.0';

/** Switches of a release that are off unless given, and those that are on; the profile plans them. */
const OFF = [
  'atomic',
  'cleanup_on_fail',
  'create_namespace',
  'dependency_update',
  'disable_crd_hooks',
  'disable_openapi_validation',
  'disable_webhooks',
  'force_update',
  'lint',
  'pass_credentials',
  'recreate_pods',
  'replace',
  'reset_values',
  'reuse_values',
  'skip_crds',
  'take_ownership',
  'upgrade_install',
  'verify',
  'wait_for_jobs',
];
const switches: FillTable = {
  ...Object.fromEntries(OFF.map((name) => [name, is(false)])),
  render_subchart_notes: is(true),
  wait: is(true),
  max_history: is(0),
  timeout: is(300),
  namespace: is('default'),
};

/** Fill tables of hashicorp/helm. Charts are not rendered: a release is its values and what its metadata say. */
export const helmTables: Readonly<Record<string, FillTable>> = {
  helm_release: {
    ...switches,
    id: (fill) => text(fill.self, 'name') ?? '',
    version,
    status: is('deployed'),
    description: is(null),
    // Kept only with the provider's experiment `manifest`.
    manifest: is(null),
    resources: is(null),
    set: each({ type: is('') }),
    metadata: (fill) => ({
      app_version: version(fill),
      chart: chartName(fill),
      name: text(fill.self, 'name') ?? '',
      namespace: text(fill.self, 'namespace') ?? 'default',
      notes: '',
      revision: revision(fill),
      first_deployed: Date.parse(SIMULATED_TIME) / 1000,
      last_deployed: Date.parse(SIMULATED_TIME) / 1000,
      values: JSON.stringify(releaseValues(fill.self)),
      version: version(fill),
    }),
  },
};
