import type { CtyType } from '../cty/types.ts';

export type AttributeNesting = 'single' | 'list' | 'set' | 'map';
export type BlockNesting = AttributeNesting | 'group';

/** An argument or exported attribute. */
export interface Attribute {
  readonly type: CtyType;
  /** Set for attributes of nested objects (protocol 6); `type` is then what they imply. */
  readonly nested: { readonly nesting: AttributeNesting; readonly attributes: Attributes } | undefined;
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
  readonly sensitive: boolean;
  readonly writeOnly: boolean;
}
export type Attributes = Readonly<Record<string, Attribute>>;

export interface NestedBlock {
  readonly nesting: BlockNesting;
  readonly block: Block;
  readonly minItems: number;
  readonly maxItems: number;
}

export interface Block {
  readonly attributes: Attributes;
  readonly blocks: Readonly<Record<string, NestedBlock>>;
  /** The object type of the block's values: every attribute and every block. */
  readonly type: CtyType & { readonly kind: 'object' };
}

export interface Schema {
  readonly version: number;
  readonly block: Block;
}

/** A parameter of a provider function, as the schema JSON names its properties. */
export interface FunctionParameter {
  readonly name: string;
  readonly type: CtyType;
  readonly nullable: boolean;
}

export interface FunctionSignature {
  readonly summary: string;
  readonly parameters: readonly FunctionParameter[];
  readonly variadic: FunctionParameter | undefined;
  readonly returns: CtyType;
}

/** All a provider declares. */
export interface ProviderSchema {
  readonly provider: Schema;
  readonly resources: Readonly<Record<string, Schema>>;
  readonly dataSources: Readonly<Record<string, Schema>>;
  readonly ephemeralResources: Readonly<Record<string, Schema>>;
  readonly functions: Readonly<Record<string, FunctionSignature>>;
}

/** How the real provider plans a resource type beyond what its schema tells. */
export interface Profile {
  /** Values planned for arguments that are not set. */
  readonly defaults: Readonly<Record<string, unknown>>;
  /** Blocks that the provider computes when the configuration has none. */
  readonly computedBlocks: readonly string[];
  /** Argument paths whose change replaces the object; list and set elements appear as `0`. */
  readonly forceNew: readonly string[];
  /** Computed attribute → the arguments whose change makes its old value obsolete, so that it is unknown again. */
  readonly recompute: Readonly<Record<string, readonly string[]>>;
}
export const EMPTY_PROFILE: Profile = { defaults: {}, computedBlocks: [], forceNew: [], recompute: {} };
