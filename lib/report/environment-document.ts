import * as z from 'zod/mini';
import { defineDocument } from '../action/documents.ts';

const count = () => z.int().check(z.nonnegative());
const cloud = z.enum(['aws', 'azure']);

const resource = z.object({
  cloud,
  /** Service and type of the ARN (`ec2:natgateway`), or Azure's type. */
  type: z.string(),
  /** ARN or resource id; of managed instances and activations, their id. */
  id: z.string(),
  name: z.nullable(z.string()),
  region: z.nullable(z.string()),
  /** Those of the tags that were asked for, and the expiry. */
  tags: z.record(z.string(), z.string()),
  /** `unknown`: nobody has classified the type, it counts as billed. */
  billing: z.enum(['billed', 'free', 'unknown']),
  /** It lets others in, so that it counts as left although it may cost nothing. */
  credential: z.boolean(),
  /** US dollars a month while it runs; null when there is no price. */
  monthly: z.nullable(z.number()),
  note: z.nullable(z.string()),
});

/** What `environment-resources` found. Where a list has a problem, the resources are not all. */
export const environmentDocument = defineDocument(
  'environment',
  1,
  z.object({
    /** Null: all environments. */
    environment: z.nullable(z.string()),
    environmentTag: z.string(),
    expiresTag: z.string(),
    /** Tags that were asked for besides. */
    tags: z.record(z.string(), z.string()),
    require: z.enum(['none', 'any', 'known', 'report']),
    verdict: z.enum(['passed', 'failed', 'unknown']),
    lists: z.array(
      z.object({
        cloud,
        name: z.string(),
        /** Null: it could not be read. */
        entries: z.nullable(count()),
        problem: z.nullable(z.string()),
      }),
    ),
    resources: z.array(resource),
    counts: z.object({
      resources: count(),
      /** Billed, maybe billed, or a credential. */
      leftovers: count(),
      free: count(),
    }),
    monthly: z.object({
      /** US dollars, as far as prices are known. */
      amount: z.number(),
      /** False: something that may be billed has no price, and the amount is too low. */
      complete: z.boolean(),
      currency: z.string(),
      /** Month of the price list. */
      asOf: z.string(),
    }),
    environments: z.array(
      z.object({
        name: z.string(),
        status: z.enum(['expired', 'alive', 'permanent', 'invalid']),
        /** The latest of its times, ISO 8601 in UTC. */
        expiresAt: z.nullable(z.string()),
        /** Values that are no times. */
        invalid: z.array(z.string()),
        resources: count(),
        leftovers: count(),
      }),
    ),
    /** How often everything was read. */
    readings: count(),
    region: z.nullable(z.string()),
    subscriptionId: z.nullable(z.string()),
    sha: z.string(),
    runUrl: z.string(),
    /** ISO 8601, UTC. */
    generatedAt: z.iso.datetime(),
  }),
);

export type EnvironmentDocument = ReturnType<(typeof environmentDocument)['create']>;
