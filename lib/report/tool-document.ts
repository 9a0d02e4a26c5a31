import * as z from 'zod/mini';
import { defineDocument } from '../action/documents.ts';

const source = z.object({
  /** `input version`, `.terraform-version:1`, `stacks/a/versions.tf:3`. */
  place: z.string(),
  /** As it is written there. */
  text: z.string(),
});

/** Which tool was put on PATH, why in this version, and what vouched for its bytes. */
export const toolDocument = defineDocument(
  'tool',
  1,
  z.object({
    tool: z.string(),
    version: z.string(),
    platform: z.object({ os: z.string(), arch: z.string() }),
    /** Absolute path of the executable. */
    path: z.string(),
    cacheHit: z.boolean(),
    /** Address of the archive, also when it was downloaded by an earlier job. */
    downloadedFrom: z.string(),
    sha256: z.string(),
    verified: z.discriminatedUnion('by', [
      z.object({
        by: z.literal('signature'),
        key: z.string(),
        fingerprint: z.string(),
        signedBy: z.string(),
        signedAt: z.string(),
      }),
      z.object({ by: z.literal('sha256') }),
    ]),
    /** Null when nothing says anything and the newest release was taken. */
    decidedBy: z.nullable(source),
    /** Everything that had to be satisfied. */
    sources: z.array(source),
    /** Whether the version was named, chosen from the tool cache, or from the list of releases. */
    chosenFrom: z.enum(['name', 'cache', 'releases']),
    /** The newest release that the list had; null when no list was needed. */
    newest: z.nullable(z.string()),
    /** What may hold another constraint and could not be looked into. */
    undetermined: z.array(z.string()),
  }),
);

export type ToolDocument = ReturnType<typeof toolDocument.create>;
