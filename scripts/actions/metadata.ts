import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { scriptErrors } from '#scripts/errors.js';

const input = z.looseObject({
  description: z.string().default(''),
  required: z.boolean().default(false),
  /** GitHub hands over text; YAML may hold a number or a boolean here. */
  default: z.union([z.string(), z.number(), z.boolean()]).transform(String).optional(),
});
const output = z.looseObject({ description: z.string().default('') });
const metadata = z.looseObject({
  name: z.string(),
  description: z.string(),
  inputs: z.record(z.string(), input).default({}),
  outputs: z.record(z.string(), output).default({}),
  runs: z.looseObject({
    using: z.string(),
    pre: z.string().optional(),
    main: z.string().optional(),
    post: z.string().optional(),
  }),
});

/** The part of an action.yml that this repository's checks and documentation look at. */
export type ActionMetadata = z.infer<typeof metadata>;
export type DeclaredInput = z.infer<typeof input>;

/** Reads `<directory>/action.yml`; EHA1908 when it is missing or has another shape. */
export function readMetadata(directory: string): ActionMetadata {
  const path = join(directory, 'action.yml');
  if (!existsSync(path)) throw scriptErrors.EHA1908(`${path} does not exist.`);
  try {
    return metadata.parse(parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw scriptErrors.EHA1908(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}
