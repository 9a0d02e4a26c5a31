import { isList, isObject } from '../cty/value.ts';
import type { Diagnostic, ObjectValue, ProviderInstance, ProviderName, Value } from './types.ts';
import { realCredential } from '../guard.ts';
import { failure } from './diagnostics.ts';

/** Who the simulated clouds take the caller for where the provider block does not say. */
export type InstanceDefaults = Omit<ProviderInstance, 'provider' | 'defaultTags'>;

/** Arguments of the provider blocks that hold a secret or the id of one. */
const CREDENTIALS = [
  'access_key',
  'secret_key',
  'token',
  'client_secret',
  'client_certificate_password',
  'oidc_token',
  'password',
];

/**
 * What a provider block configures. An unknown value (known only after apply) leaves the default. A credential that
 * could be real is refused: it has no business in a simulation, and its presence hints at a mistake.
 */
export function configureInstance(
  provider: ProviderName,
  config: ObjectValue,
  defaults: InstanceDefaults,
): { readonly instance: ProviderInstance; readonly diagnostics: readonly Diagnostic[] } {
  // helm has how it reaches the cluster in an argument of its own, kubernetes at top level.
  const cluster = provider === 'helm' && isObject(config['kubernetes']) ? config['kubernetes'] : config;
  const text = (name: string, fallback: string) => {
    const value = cluster[name];
    return typeof value === 'string' && value !== '' ? value : fallback;
  };
  const inCluster = provider === 'helm' || provider === 'kubernetes';
  const instance: ProviderInstance = {
    provider,
    region: inCluster ? text('host', '') : text('region', defaults.region),
    accountId: defaults.accountId,
    subscriptionId: text('subscription_id', defaults.subscriptionId),
    tenantId: text('tenant_id', defaults.tenantId),
    defaultTags: defaultTags(config['default_tags'] ?? null),
  };
  const diagnostics = CREDENTIALS.filter(
    (name) => typeof cluster[name] === 'string' && realCredential(text(name, '')),
  ).map((name) => ({
    ...failure(
      'Real credentials in a simulated provider',
      `The provider configuration sets "${name}" to something that is not the simulator's. This provider is a simulation that needs no credentials (SIM1102); remove the argument.`,
    ),
    path: cluster === config ? [name] : ['kubernetes', name],
  }));
  return { instance, diagnostics };
}

/** aws has `default_tags { tags = {…} }`, azapi a map, azurerm nothing. */
function defaultTags(value: Value): Readonly<Record<string, string>> {
  const tags: readonly Value[] = isList(value)
    ? value.map((block): Value => (isObject(block) ? (block['tags'] ?? null) : null))
    : [value];
  const entries = tags.filter((entry) => isObject(entry)).flatMap((entry) => Object.entries(entry));
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
