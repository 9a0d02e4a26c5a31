import * as z from 'zod/mini';
import { defineDocument } from '../action/documents.ts';
import {
  type AddressFacts,
  ASN_ROLES,
  QUANTITIES,
  RANGE_ROLES,
  ROUTE_ROLES,
  ROUTE_TARGETS,
} from '../net/address-facts.ts';

const count = () => z.int().check(z.nonnegative());

const origin = z.object({
  kind: z.enum(['inline', 'file', 'plan', 'state', 'outputs', 'aws', 'azure', 'default']),
  /** Name of the source for people. */
  source: z.string(),
  /** Relative to the repository root where the file lies in it. */
  file: z.exactOptional(z.string()),
  /** From 1. */
  line: z.exactOptional(z.int()),
  /** Terraform address of a resource or output. */
  address: z.exactOptional(z.string()),
  /** ARN, AWS id or ARM id. */
  id: z.exactOptional(z.string()),
});

/**
 * What one or several sources say about addresses and autonomous systems, and no other value of theirs: small enough
 * and harmless enough to leave the job that read a plan or a state.
 */
export const addressFactsShape = z.object({
  ranges: z.array(
    z.object({ role: z.enum(RANGE_ROLES), text: z.string(), name: z.string(), network: z.string(), origin }),
  ),
  asns: z.array(z.object({ role: z.enum(ASN_ROLES), text: z.string(), name: z.string(), origin })),
  tunnelAddresses: z.array(
    z.object({ name: z.string(), side: z.enum(['aws', 'azure']), text: z.string(), origin }),
  ),
  quantities: z.array(
    z.object({ quantity: z.enum(QUANTITIES), value: z.number(), name: z.string(), origin }),
  ),
  modes: z.array(z.object({ podRouting: z.enum(['gateway', 'bgp', 'udr', 'masquerade']), origin })),
  /** Absent in documents of versions that read no routes. */
  routes: z._default(
    z.array(
      z.object({
        role: z.enum(ROUTE_ROLES),
        text: z.string(),
        table: z.string(),
        network: z.string(),
        target: z.enum(ROUTE_TARGETS),
        via: z.string(),
        learnt: z.boolean(),
        active: z.boolean(),
        announced: z.nullable(z.boolean()),
        origin,
      }),
    ),
    [],
  ),
  unknown: z.array(
    z.object({
      what: z.string(),
      role: z.exactOptional(z.enum([...RANGE_ROLES, ...ASN_ROLES, ...ROUTE_ROLES, ...QUANTITIES])),
      reason: z.string(),
      origin,
    }),
  ),
});

const finding = z.object({
  /** `ADR211`; see docs/address-rules.md. */
  code: z.string(),
  /** Name of the rule, such as `pods-in-vnet`. */
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  sentence: z.string(),
  remedy: z.string(),
  /** The ranges or numbers that the finding is about, the first being the one to change. */
  subjects: z.array(z.object({ role: z.string(), text: z.string(), name: z.string(), origin })),
  /** A block of the same size that is free, and where it was looked for; null where none was sought or found. */
  freeBlock: z.nullable(z.object({ cidr: z.string(), within: z.string() })),
  /** Set when an ignore of the user covers it: it then counts neither as error nor as warning. */
  ignored: z.nullable(z.object({ reason: z.string(), until: z.string() })),
});

/** What `cidr-check` found out about the address plan of one environment. */
export const addressPlanDocument = defineDocument(
  'address-plan',
  1,
  z.object({
    /** `unknown`: nothing wrong was found, but not everything could be checked. */
    verdict: z.enum(['passed', 'failed', 'unknown']),
    /** Findings that are not ignored, by severity, listed or not; ignored ones; things that could not be determined. */
    counts: z.object({
      errors: count(),
      warnings: count(),
      infos: count(),
      ignored: count(),
      unknown: count(),
    }),
    /** Findings beyond those that are listed. */
    unlisted: count(),
    checked: z.object({ ranges: count(), asns: count(), pairs: count(), rules: count() }),
    /** Names of what was read: files, stacks, accounts. */
    sources: z.array(z.string()),
    /** Gravest first. */
    findings: z.array(finding),
    /** What could not be determined, as sentences with where. */
    unknown: z.array(z.object({ what: z.string(), reason: z.string(), origin })),
    facts: addressFactsShape,
    /** The address space as SVG; null when no range could be drawn. */
    picture: z.nullable(z.string()),
    /** A proven plan as tfvars of the foundation stack; null when none was asked for or none fits. */
    suggestion: z.nullable(z.string()),
    /** Commit that was checked. */
    sha: z.string(),
    /** Head of the pull request, null for other events. */
    headSha: z.nullable(z.string()),
    runUrl: z.string(),
    /** ISO 8601, UTC. */
    generatedAt: z.iso.datetime(),
  }),
);

export type AddressPlanDocument = ReturnType<(typeof addressPlanDocument)['create']>;
export type AddressPlanFields = Parameters<(typeof addressPlanDocument)['create']>[0];
export type AddressFinding = AddressPlanDocument['findings'][number];
export type AddressRange = AddressPlanDocument['facts']['ranges'][number];
export type AddressOrigin = z.output<typeof origin>;

/** Facts as a document takes them. */
export function copyFacts(facts: AddressFacts): z.output<typeof addressFactsShape> {
  return {
    ranges: [...facts.ranges],
    asns: [...facts.asns],
    tunnelAddresses: [...facts.tunnelAddresses],
    quantities: [...facts.quantities],
    modes: [...facts.modes],
    routes: [...facts.routes],
    unknown: [...facts.unknown],
  };
}
