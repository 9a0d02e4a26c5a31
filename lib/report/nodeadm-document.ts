import * as z from 'zod/mini';
import { defineDocument } from '../action/documents.ts';

/** Which nodeadm was installed, what vouched for it, and what it was found to support. Holds no secret. */
export const nodeadmDocument = defineDocument(
  'nodeadm',
  1,
  z.object({
    /** Without the v. */
    version: z.string(),
    /** `latest`, or the version as it was given. */
    asked: z.string(),
    architecture: z.enum(['amd64', 'arm64']),
    /** Absolute path of the program. */
    path: z.string(),
    /** False where the program is for another architecture or system than the runner's. */
    onPath: z.boolean(),
    cacheHit: z.boolean(),
    downloadedFrom: z.string(),
    sha256: z.string(),
    /** `input`: the SHA-256 was given; `release`: it is the one that the host of the program has beside it. */
    vouchedBy: z.enum(['input', 'release']),
    /** Whether the program itself said its version; null where it was not run here. */
    saysVersion: z.nullable(z.literal(true)),
    /** Day on which `nodeadm install` stops to work with SSM; null where it is not known. */
    keyEnds: z.nullable(z.string()),
    warnings: z.array(z.string()),
    /** What the manifest says; null when nothing was asked of it. */
    manifest: z.nullable(
      z.object({
        url: z.string(),
        /** The patch release that `kubernetes-version` stands for; null when none was given. */
        kubernetes: z.nullable(z.string()),
        region: z.nullable(z.string()),
        credentialProvider: z.enum(['ssm', 'iam-ra']),
      }),
    ),
    /** The NodeConfig that was checked or written; null when there was none. */
    nodeConfig: z.nullable(
      z.object({
        path: z.string(),
        origin: z.enum(['given', 'rendered']),
        cluster: z.string(),
        region: z.string(),
        provider: z.enum(['ssm', 'iam-ra']),
        /** What `nodeadm config check` said. */
        programCheck: z.enum(['passed', 'unknown', 'not asked']),
        /** Why it is unknown. */
        reason: z.nullable(z.string()),
      }),
    ),
  }),
);

export type NodeadmDocument = ReturnType<typeof nodeadmDocument.create>;
