import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

/** The GitHub environments with an identity of their own, from least to most harm in the clouds. */
export const ENVIRONMENTS = ['verify', 'plan', 'cleanup', 'apply', 'destroy'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];
/** What Terraform does with an object of a type. */
export const OPERATIONS = ['read', 'create', 'update', 'delete'] as const;
export type Operation = (typeof OPERATIONS)[number];

const actions = z.array(z.string());
const typesFile = z.strictObject({
  source: z.string(),
  types: z.record(
    z.string(),
    z.strictObject({
      read: actions,
      create: z.optional(actions),
      update: z.optional(actions),
      delete: z.optional(actions),
    }),
  ),
});
const call = z.strictObject({
  environments: z.array(z.enum(ENVIRONMENTS)).check(z.minLength(1)),
  action: z.string(),
  by: z.string().check(z.minLength(1)),
  why: z.string().check(z.minLength(1)),
});
const callsFile = z.strictObject({
  source: z.string(),
  protected: z.strictObject({ why: z.string(), types: z.array(z.string()) }),
  aws: z.array(call),
  azure: z.array(call),
  azureData: z.array(call),
});
const conditions = z.record(
  z.string(),
  z.record(z.string(), z.union([z.string(), z.readonly(z.array(z.string()))])),
);
const scope = z.strictObject({
  sid: z.string(),
  part: z.enum(['network', 'cluster', 'services', 'optional']),
  why: z.string().check(z.minLength(1)),
  /** Whose identities reach so far; all when left out. */
  environments: z.optional(z.array(z.enum(ENVIRONMENTS)).check(z.minLength(1))),
  resources: z.array(z.string()).check(z.minLength(1)),
  conditions: z.optional(conditions),
  actions,
});
const scopesFile = z.strictObject({ source: z.string(), scopes: z.array(scope) });

/** Cloud actions by resource type (`aws_vpc`) or data source (`data.aws_eks_cluster`) and operation. */
export type TypeActions = z.output<typeof typesFile>['types'];
/** One call that something other than a Terraform provider makes. */
export type Call = z.output<typeof call>;
/** How far actions reach: a statement of an AWS policy without its choice of actions. */
export type Scope = z.output<typeof scope>;

/** What the policies are made from. */
export interface PolicyData {
  readonly awsTypes: TypeActions;
  readonly azureTypes: TypeActions;
  readonly calls: z.output<typeof callsFile>;
  readonly scopes: readonly Scope[];
}

/** Reads scripts/policies/*.json of a checkout; throws when one is missing or has another shape. */
export function readPolicyData(root: string): PolicyData {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(join(root, 'scripts', 'policies', name), 'utf8'));
  return {
    awsTypes: typesFile.parse(read('terraform-aws.json')).types,
    azureTypes: typesFile.parse(read('terraform-azure.json')).types,
    calls: callsFile.parse(read('calls.json')),
    scopes: scopesFile.parse(read('aws-scopes.json')).scopes,
  };
}
