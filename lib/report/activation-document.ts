import * as z from 'zod/mini';
import { defineDocument } from '../action/documents.ts';

const count = () => z.int().check(z.nonnegative());
const time = () => z.nullable(z.iso.datetime());

/** An activation that nodes register with, or a sweep of those that were left over. Never holds a code. */
export const activationDocument = defineDocument(
  'activation',
  1,
  z.object({
    mode: z.enum(['mint', 'sweep']),
    /** `not-needed`: no new VM registers. `dry-run`: a sweep that only looked. */
    status: z.enum(['minted', 'not-needed', 'swept', 'dry-run', 'failed', 'cancelled']),
    region: z.string(),
    clusterName: z.string(),
    /** Null when it could not be told. */
    clusterArn: z.nullable(z.string()),
    /** Null in a sweep. */
    roleName: z.nullable(z.string()),
    /** How many nodes are to register, and what says so; null in a sweep, or when it could not be told. */
    wanted: z.nullable(z.object({ count: count(), from: z.enum(['input', 'plan']) })),
    checks: z.array(
      z.object({
        name: z.enum(['identity', 'cluster', 'networks', 'capacity', 'role', 'trust', 'pass-role']),
        result: z.enum(['passed', 'failed', 'unknown']),
        sentence: z.string(),
      }),
    ),
    /** Null when none was made, or it is not known. */
    activation: z.nullable(
      z.object({
        id: z.string(),
        registrationLimit: count(),
        expiresAt: z.iso.datetime(),
        tags: z.record(z.string(), z.string()),
      }),
    ),
    /** Where the nodes find it; null when it did not get there. */
    delivery: z.nullable(
      z.object({ kind: z.enum(['key-vault', 'secrets-manager', 'file']), where: z.string() }),
    ),
    /** Activations of calls without an answer that were found and deleted. */
    orphansRemoved: count(),
    /** All activations of the account and region that a sweep looked at; null when it could not. */
    lookedAt: z.nullable(count()),
    swept: z.array(
      z.object({
        id: z.string(),
        run: z.string(),
        registrations: count(),
        registrationLimit: count(),
        createdAt: time(),
        expiresAt: time(),
        because: z.enum(['expired', 'old', 'in-use', 'age-unknown']),
        result: z.enum(['removed', 'would-remove', 'gone', 'kept', 'failed']),
        problem: z.string(),
      }),
    ),
    sweptSecret: z.nullable(
      z.object({
        where: z.string(),
        because: z.string(),
        result: z.enum(['removed', 'recoverable', 'would-remove', 'gone', 'kept', 'failed', 'none']),
        problem: z.string(),
      }),
    ),
    failure: z.nullable(z.object({ code: z.string(), message: z.string(), remedy: z.string() })),
    sha: z.string(),
    runUrl: z.string(),
    /** ISO 8601, UTC. */
    generatedAt: z.iso.datetime(),
  }),
);

export type ActivationDocument = ReturnType<(typeof activationDocument)['create']>;
export type ActivationFields = Parameters<(typeof activationDocument)['create']>[0];
