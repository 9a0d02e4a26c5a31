/** The vocabulary between the provider engine (schema-driven, knows no resource) and the tables that know resources. */

/** A value that Terraform does not know yet. One instance; compare with `===`. */
export const UNKNOWN: unique symbol = Symbol('unknown');

/** A cty value as decoded from msgpack. Numbers too large or precise for a double stay decimal strings on the wire. */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | typeof UNKNOWN
  | readonly Value[]
  | { readonly [attribute: string]: Value };
export type ObjectValue = { readonly [attribute: string]: Value };

/** A path into a value, as Terraform's AttributePath: attribute names, map keys and list indices. */
export type ValuePath = readonly (string | number)[];

export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  /** Where in the block; Terraform then prints file and line. Empty for the block as a whole. */
  readonly path: ValuePath;
}

export type ProviderName = 'aws' | 'azurerm' | 'azapi' | 'helm' | 'kubernetes';

/** What a configured provider instance (one alias, one connection) runs with. */
export interface ProviderInstance {
  readonly provider: ProviderName;
  /** AWS region of the alias, or URL of the cluster's API server; Azure has its location per resource. */
  readonly region: string;
  readonly accountId: string;
  readonly subscriptionId: string;
  readonly tenantId: string;
  readonly defaultTags: Readonly<Record<string, string>>;
}

/** One object of the simulated clouds. `attributes` is the complete Terraform state of it (no unknowns). */
export interface WorldObject {
  /** Stable between runs: derived from type, region and arguments. */
  readonly key: string;
  readonly provider: ProviderName;
  readonly type: string;
  readonly region: string;
  readonly attributes: ObjectValue;
  /** When Terraform made it, ISO 8601 in time of the world; undefined for what came into the world by other ways. */
  readonly createdAt?: string;
}

/** Read access to the objects that exist, for relations and data sources. */
export interface ObjectReader {
  list(type?: string): readonly WorldObject[];
  get(key: string): WorldObject | undefined;
}

/** Refuses at validate time what the real provider's schema functions refuse: formats, enums, relations. */
export type ConfigRule = (config: ObjectValue) => readonly Diagnostic[];

/** What a rule sees of the world while planning. */
export interface PlanContext {
  readonly instance: ProviderInstance;
  readonly objects: ObjectReader;
}

/** Refuses at plan time what the real provider finds out only while planning, be it from the configuration or its API. */
export type PlanRule = (config: ObjectValue, context: PlanContext) => readonly Diagnostic[];

export interface FillContext {
  readonly instance: ProviderInstance;
  readonly type: string;
  readonly key: string;
  /** The planned object; attributes still to be computed are UNKNOWN. */
  readonly planned: ObjectValue;
  readonly objects: ObjectReader;
  /** `length` lower-case hex digits, the same for the same key and `purpose`. */
  hex(purpose: string, length: number): string;
  /** An integer in [0, below), the same for the same key and `purpose`. */
  integer(purpose: string, below: number): number;
}

/** The computed attributes of one resource type at create or update: attribute name → value; nested blocks whole. */
export type FillRule = (context: FillContext) => ObjectValue;

/** Refuses at apply time what the cloud's API refuses, for example a name already taken or a referenced id that is gone. */
export type ApplyRule = (context: FillContext) => readonly Diagnostic[];

export interface DataSourceContext {
  readonly instance: ProviderInstance;
  readonly config: ObjectValue;
  readonly objects: ObjectReader;
}
/** Answers a data source, or an error diagnostic where nothing is found. */
export type DataSourceRule = (
  context: DataSourceContext,
) => { readonly state: ObjectValue } | { readonly diagnostics: readonly Diagnostic[] };
