import * as z from 'zod/mini';
import { defineDocument } from '../action/documents.ts';
import { addressFactsShape } from './address-plan-document.ts';

const count = () => z.int().check(z.nonnegative());

const attribute = z.object({
  /** As written in Terraform: `tags["Name"]`. */
  path: z.string(),
  change: z.enum(['added', 'removed', 'changed']),
  /** The new value is known only after apply. */
  unknown: z.boolean(),
  sensitive: z.boolean(),
  /** One line of text as HCL or JSON would write the value; null when absent or unknown, `(sensitive)` when marked. */
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
  /** For strings of several lines what differs, line by line; null for everything else. */
  lines: z.nullable(z.array(z.object({ kind: z.enum([' ', '+', '-']), text: z.string() }))),
  forcesReplacement: z.boolean(),
});

const KINDS = [
  'create',
  'update',
  'replace',
  'delete',
  'read',
  'import',
  'move',
  'forget',
  'create-forget',
  'no-op',
] as const;

/** What an apply does with an object, in all documents. */
export const changeKind = z.enum(KINDS);

/** `invoke` is an action (Terraform 1.14) that was put off. */
const deferredKind = z.enum([...KINDS, 'invoke']);

const change = z.object({
  address: z.string(),
  module: z.string(),
  mode: z.enum(['managed', 'data']),
  type: z.string(),
  name: z.string(),
  deposed: z.nullable(z.string()),
  kind: changeKind,
  order: z.nullable(z.enum(['delete-first', 'create-first'])),
  reason: z.nullable(z.string()),
  previousAddress: z.nullable(z.string()),
  importing: z.boolean(),
  /** Id, or identity as `key=value, …`; null when it is not imported or the id is not known yet. */
  importId: z.nullable(z.string()),
  attributes: z.array(attribute),
  /** How many further attributes differ than are listed. */
  attributesOmitted: count(),
  replacePaths: z.array(z.string()),
  unknownCount: count(),
});

const counts = z.object({
  create: count(),
  update: count(),
  /** Both orders. */
  replace: count(),
  replaceDeleteFirst: count(),
  replaceCreateFirst: count(),
  delete: count(),
  read: count(),
  forget: count(),
  createForget: count(),
  importOnly: count(),
  moveOnly: count(),
  noOp: count(),
  /** All imports and moves, also those that update or replace besides. */
  import: count(),
  move: count(),
  /** Objects destroyed: delete and replace. */
  destroys: count(),
  deferred: count(),
  actionInvocations: count(),
  outputs: count(),
  drift: count(),
  failedChecks: count(),
});

/** One object that was changed outside Terraform. */
export const driftShape = z.object({
  address: z.string(),
  module: z.string(),
  type: z.string(),
  deposed: z.nullable(z.string()),
  kind: z.enum(['update', 'delete', 'other']),
  attributes: z.array(attribute),
  attributesOmitted: count(),
  /** Whether it contributed to the planned changes; null when Terraform does not say. */
  relevant: z.nullable(z.boolean()),
});

const diagnostic = z.object({
  severity: z.enum(['error', 'warning']),
  summary: z.string(),
  detail: z.string(),
  address: z.nullable(z.string()),
  /** Relative to the repository root. */
  file: z.nullable(z.string()),
  startLine: z.nullable(z.int()),
  endLine: z.nullable(z.int()),
});

const riskLevel = z.enum(['info', 'warning', 'high', 'critical']);

const risk = z.object({
  /** Name of the rule, such as `vpn-connection-replaced`. */
  rule: z.string(),
  level: riskLevel,
  /** For the reviewer. */
  sentence: z.string(),
  addresses: z.array(z.string()),
});

const link = z.object({
  tunnels: z.array(
    z.object({
      name: z.string(),
      effect: z.enum(['none', 'create', 'update', 'interrupt', 'destroy']),
      because: z.array(z.string()),
    }),
  ),
  /** Whether a tunnel stays up while the plan is applied. */
  redundancy: z.enum(['kept', 'lost', 'none', 'unknown']),
});

const bundle = z.object({
  /** `sealed`: the plan is kept, encrypted, and can be applied. `fingerprint`: only what identifies it is. */
  kind: z.enum(['sealed', 'fingerprint']),
  fingerprint: z.string(),
  /** Absolute path of the sealed file on the runner that planned; null for `fingerprint`. */
  file: z.nullable(z.string()),
});

/** `seal` also stands for the fingerprint when there is no key to seal with. */
const phaseName = z.enum(['fmt', 'init', 'validate', 'plan', 'show', 'seal']);

const phase = z.object({
  name: phaseName,
  /** `warned`: the phase found something that the inputs say is only a warning. */
  result: z.enum(['passed', 'warned', 'failed', 'cancelled']),
  milliseconds: count(),
});

const failure = z.object({
  /** `EHA1206`; see docs/errors.md. */
  code: z.string(),
  phase: z.nullable(phaseName),
  message: z.string(),
  remedy: z.string(),
});

const stateLock = z.object({
  id: z.nullable(z.string()),
  path: z.nullable(z.string()),
  operation: z.nullable(z.string()),
  who: z.nullable(z.string()),
  version: z.nullable(z.string()),
  created: z.nullable(z.string()),
});

/**
 * What `terraform-plan` found for one stack: the only thing that later steps (comment, drift, apply) read. What is
 * not known is null: a failed plan has no counts, and OpenTofu does not say whether a plan is complete.
 */
export const planDocument = defineDocument(
  'plan',
  1,
  z.object({
    stack: z.string(),
    /** Of the stack, relative to the repository root, with forward slashes; `.` for the root itself. */
    directory: z.string(),
    /** Terraform workspace, `default` unless another was selected. */
    workspace: z.string(),
    status: z.enum(['changes', 'no-changes', 'failed', 'cancelled']),
    tool: z.object({
      name: z.nullable(z.enum(['terraform', 'opentofu'])),
      version: z.nullable(z.string()),
    }),
    formatVersion: z.nullable(z.string()),
    /** False when Terraform left something out (`-target`, deferred changes). */
    complete: z.nullable(z.boolean()),
    applyable: z.nullable(z.boolean()),
    /** Whether the plan compared the state with the real objects, and whether it held the state lock. */
    refreshed: z.boolean(),
    locked: z.boolean(),
    counts: z.nullable(counts),
    /** In Terraform's order, without no-ops. */
    changes: z.array(change),
    outputs: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(['create', 'update', 'delete']),
        sensitive: z.boolean(),
        unknown: z.boolean(),
        /** What differs; paths begin with the name of the output. */
        attributes: z.array(attribute),
        attributesOmitted: count(),
      }),
    ),
    drift: z.array(driftShape),
    checks: z.array(
      z.object({
        address: z.string(),
        status: z.enum(['pass', 'fail', 'error', 'unknown']),
        problems: z.array(z.string()),
      }),
    ),
    deferred: z.array(z.object({ address: z.string(), kind: deferredKind, reason: z.string() })),
    actionInvocations: z.array(z.string()),
    /** What the architecture's rules say about the changes, worst first; empty also when there is no plan. */
    risks: z.array(risk),
    worstRisk: z.nullable(riskLevel),
    /** What happens to the tunnels between the clouds; null when the plan does not touch or know them. */
    link: z.nullable(link),
    /** Ranges and AS numbers that the plan holds, for cidr-check to judge beside other stacks; null without a plan. */
    addresses: z.optional(z.nullable(addressFactsShape)),
    /** What a later apply is bound to; null when there is no plan. */
    bundle: z.nullable(bundle),
    diagnostics: z.array(diagnostic),
    diagnosticsOmitted: count(),
    /** Files that `terraform fmt` would rewrite, relative to the repository root. */
    unformatted: z.array(z.string()),
    failure: z.nullable(failure),
    /** Who holds the state, when that is why the plan failed. */
    stateLock: z.nullable(stateLock),
    phases: z.array(phase),
    /** Commit that was planned; on a pull request GitHub's merge commit. */
    sha: z.string(),
    /** Head of the pull request, null for other events. */
    headSha: z.nullable(z.string()),
    runUrl: z.string(),
    /** ISO 8601, UTC. */
    generatedAt: z.iso.datetime(),
  }),
);

export type PlanDocument = ReturnType<(typeof planDocument)['create']>;
export type PlanDocumentFields = Parameters<(typeof planDocument)['create']>[0];
export type PlanDocumentChange = PlanDocument['changes'][number];
export type PlanDocumentCounts = NonNullable<PlanDocument['counts']>;
export type PlanPhase = z.output<typeof phase>;
export type PlanPhaseName = z.output<typeof phaseName>;
