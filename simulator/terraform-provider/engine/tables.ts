import type { ApplyRule, ConfigRule, DataSourceRule, FillRule, PlanRule } from './types.ts';

/** What the engine asks about resource types; it works without any of it, from the schema alone. */
export interface ProviderTables {
  /** By resource type name, data sources as `data.<type>`. */
  readonly configRules: Readonly<Record<string, readonly ConfigRule[]>>;
  /** Rules that hold while planning but not while validating, by resource type name. */
  readonly planRules: Readonly<Record<string, readonly PlanRule[]>>;
  /** By provider name. */
  readonly providerConfigRules: Readonly<Record<string, readonly ConfigRule[]>>;
  readonly fillRules: Readonly<Record<string, FillRule>>;
  readonly applyRules: Readonly<Record<string, readonly ApplyRule[]>>;
  readonly dataSources: Readonly<Record<string, DataSourceRule>>;
  readonly ephemeralResources: Readonly<Record<string, DataSourceRule>>;
}

/** Tables that know nothing: the schema alone decides. */
export const NO_TABLES: ProviderTables = {
  configRules: {},
  planRules: {},
  providerConfigRules: {},
  fillRules: {},
  applyRules: {},
  dataSources: {},
  ephemeralResources: {},
};
