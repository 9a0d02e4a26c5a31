import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import * as z from 'zod/mini';
import { validate } from '../action/schema.ts';
import { bundleErrors } from './bundle-errors.ts';
import {
  FORMAT_VERSION,
  MAGIC,
  MOST_HEADER_BYTES,
  type BundleHeader,
  type Provenance,
} from './bundle-format.ts';
import { canonicalJson } from './canonical-json.ts';

/** Magic, two bytes of version, four bytes of header length. */
const PREFIX_BYTES = MAGIC.length + 6;

const text = z.string().check(z.minLength(1), z.maxLength(500));
const count = z.int().check(z.nonnegative());
const base64 = z.string().check(z.maxLength(16_384), z.regex(/^[A-Za-z0-9+/]+={0,2}$/));

const PROVENANCE = z.strictObject({
  repositoryId: count,
  repository: text,
  pullRequest: z.nullable(count),
  headSha: text,
  sha: text,
  runId: count,
  runAttempt: count,
  stack: text,
  directory: text,
  workspace: text,
  backend: text,
});

const HEADER = z.strictObject({
  provenance: PROVENANCE,
  key: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('secret'), salt: base64 }),
    z.strictObject({ kind: z.literal('kms'), keyArn: text, wrapped: base64 }),
  ]),
  keyCheck: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

/** A header as read, with what every part of the sealed content is bound to. */
export interface ReadHeader {
  readonly header: BundleHeader;
  /** SHA-256 of everything before the sealed content. */
  readonly associated: Buffer;
  /** Where the sealed content starts. */
  readonly bytes: number;
}

/** The open part of a bundle file: magic, version, length, JSON. */
export function encodeHeader(header: BundleHeader): { readonly bytes: Buffer; readonly associated: Buffer } {
  const checked = validate(HEADER, header);
  if (!checked.valid)
    throw new TypeError(`The header of the bundle is not valid: ${checked.problems.join('; ')}`);
  const json = Buffer.from(canonicalJson(header));
  const prefix = Buffer.alloc(PREFIX_BYTES);
  MAGIC.copy(prefix);
  prefix.writeUInt16BE(FORMAT_VERSION, MAGIC.length);
  prefix.writeUInt32BE(json.length, MAGIC.length + 2);
  const bytes = Buffer.concat([prefix, json]);
  return { bytes, associated: createHash('sha256').update(bytes).digest() };
}

/**
 * Reads the open part. Nothing in it is proven until the content has been opened with it.
 * @throws EHA1264
 */
export async function readHeader(file: FileHandle): Promise<ReadHeader> {
  const prefix = await readAt(file, 0, PREFIX_BYTES);
  if (prefix?.subarray(0, MAGIC.length).equals(MAGIC) !== true) {
    throw bundleErrors.EHA1264('The file is not a plan bundle.');
  }
  const version = prefix.readUInt16BE(MAGIC.length);
  if (version !== FORMAT_VERSION) {
    throw bundleErrors.EHA1264(`The plan bundle has format version ${version}; known is ${FORMAT_VERSION}.`);
  }
  const length = prefix.readUInt32BE(MAGIC.length + 2);
  const json = length > MOST_HEADER_BYTES ? undefined : await readAt(file, PREFIX_BYTES, length);
  if (json === undefined) throw bundleErrors.EHA1264('The header of the plan bundle is cut off.');
  const checked = validate(HEADER, parse(json));
  if (!checked.valid) {
    throw bundleErrors.EHA1264(`The header of the plan bundle is not valid: ${checked.problems.join('; ')}.`);
  }
  const associated = createHash('sha256').update(prefix).update(json).digest();
  return { header: checked.value, associated, bytes: PREFIX_BYTES + length };
}

/**
 * Compares what a bundle says it was made for with what the caller wants, before any key is used, so that the message
 * can name the difference. Members that the caller leaves out are not compared.
 * @throws EHA1266
 */
export function checkProvenance(actual: Provenance, expected: Partial<Provenance>): void {
  const differences: string[] = [];
  for (const name of Object.keys(expected) as (keyof Provenance)[]) {
    if (expected[name] === actual[name]) continue;
    const show = (value: unknown): string => JSON.stringify(value ?? null);
    differences.push(`${name} is ${show(actual[name])} in the bundle, expected was ${show(expected[name])}`);
  }
  if (differences.length > 0) {
    throw bundleErrors.EHA1266(`The plan bundle was made for something else: ${differences.join('; ')}.`);
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer | undefined> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return bytesRead === length ? buffer : undefined;
}

function parse(json: Buffer): unknown {
  try {
    return JSON.parse(json.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
