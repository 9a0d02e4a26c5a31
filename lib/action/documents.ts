import { readFileSync } from 'node:fs';
import type { $ZodType, input, output } from 'zod/v4/core';
import { actionErrors } from './action-errors.ts';
import { exactLists, withoutLists } from './exact-fit.ts';
import { validate, type Validated } from './schema.ts';

const PREFIX = 'eks-hybrid-actions';

/** A result document: its fields, after the id of its schema. */
export type ResultDocument<S extends $ZodType> = { readonly schema: string } & output<S>;

export interface DocumentType<S extends $ZodType> {
  /** `eks-hybrid-actions/<kind>/v<version>`, the first field of each document. */
  readonly schema: string;
  /** Builds a document; EHA1014 when the fields do not fit, which is a fault of the action. */
  create(fields: input<S>): ResultDocument<S>;
  /** Checks a parsed value; `source` names it in errors: EHA1012 for another kind or version, EHA1013 for its shape. */
  parse(value: unknown, source: string): ResultDocument<S>;
  /** Reads a file: EHA1011 when it is missing or not JSON, else as `parse`. */
  read(path: string): ResultDocument<S>;
}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw actionErrors.EHA1011(`The document ${path} could not be read.`, { cause });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw actionErrors.EHA1011(`The document ${path} is not JSON.`, { cause });
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Says what the `schema` field tells about a document that is not the wanted one. */
function checkSchemaId(
  found: unknown,
  wanted: { schema: string; kind: string; version: number },
  source: string,
) {
  if (found === wanted.schema) return;
  const match =
    typeof found === 'string' ? /^eks-hybrid-actions\/([a-z0-9-]+)\/v([0-9]+)$/.exec(found) : null;
  if (match === null) {
    throw actionErrors.EHA1012(
      `${source} is not a result document of this suite: it has no known \`schema\` field.`,
    );
  }
  const [, kind, version] = match;
  if (kind !== wanted.kind) {
    throw actionErrors.EHA1012(`${source} is a "${kind}" document; a "${wanted.kind}" document is needed.`);
  }
  throw actionErrors.EHA1012(
    `${source} is a "${kind}" document of version ${version}; this action reads version ${wanted.version}.`,
  );
}

/**
 * A kind of result document. The version is the major one: readers refuse any other, so a field may be added within a
 * version (use `z.object`, which ignores unknown fields, not `z.strictObject`), but none removed or given a new meaning.
 */
export function defineDocument<S extends $ZodType<object>>(
  kind: string,
  version: number,
  schema: S,
): DocumentType<S> {
  const id = `${PREFIX}/${kind}/v${version}`;
  const check = (fields: unknown): Validated<output<S>> => {
    if (!isObject(fields)) return validate(schema, fields);
    const lists = exactLists(schema, fields);
    const result = validate(schema, withoutLists(fields, lists));
    return result.valid ? { valid: true, value: { ...result.value, ...lists } } : result;
  };
  const parse = (value: unknown, source: string): ResultDocument<S> => {
    if (!isObject(value)) throw actionErrors.EHA1012(`${source} does not hold a JSON object.`);
    const { schema: found, ...fields } = value;
    checkSchemaId(found, { schema: id, kind, version }, source);
    const result = check(fields);
    if (result.valid) return { schema: id, ...result.value };
    const list = result.problems.map((problem) => `- ${problem}`).join('\n');
    throw actionErrors.EHA1013(`${source} does not fit ${id}:\n${list}`);
  };
  return {
    schema: id,
    create(fields) {
      const result = check(fields);
      if (result.valid) return { schema: id, ...result.value };
      const list = result.problems.map((problem) => `- ${problem}`).join('\n');
      throw actionErrors.EHA1014(`The ${kind} document does not fit ${id}:\n${list}`);
    },
    parse,
    read: (path) => parse(readJson(path), path),
  };
}
