import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const DECLARATION = /^[^\S\n]*variable[^\S\n]+"([^"\n]+)"[^\S\n]*\{/gm;
const MARK = /^[^\S\n]*(?:sensitive|ephemeral)[^\S\n]*=[^\S\n]*true\b/m;

/**
 * Names of the root module's variables that are declared sensitive or ephemeral. It looks at the text only, since it is
 * asked before there is a plan, perhaps of a configuration that cannot be parsed: a declaration reaches to the next
 * one or the end of its file, so that a name too many can be found, none too few. Files ending in `.tf.json` are read
 * as JSON; one that is none is passed over.
 */
export function sensitiveVariables(directory: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const file of readNames(directory)) {
    if (!/\.(?:tf|tofu)(?:\.json)?$/.test(file)) continue;
    const text = readText(join(directory, file));
    if (file.endsWith('.json')) fromJson(text).forEach((name) => names.add(name));
    else fromText(text).forEach((name) => names.add(name));
  }
  return names;
}

function readNames(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function fromText(text: string): readonly string[] {
  const found = [...text.matchAll(DECLARATION)];
  return found.flatMap((match, index) => {
    const body = text.slice(match.index, found[index + 1]?.index);
    // On one line the mark does not start its line.
    const marked = MARK.test(body) || /[{,]\s*(?:sensitive|ephemeral)\s*=\s*true\b/.test(body);
    return marked && match[1] !== undefined ? [match[1]] : [];
  });
}

function fromJson(text: string): readonly string[] {
  let value: { readonly variable?: Readonly<Record<string, Declaration | readonly Declaration[]>> };
  try {
    value = JSON.parse(text) as typeof value;
  } catch {
    return [];
  }
  return Object.entries(value.variable ?? {})
    .filter(([, declared]) => [declared].flat().some((it) => it.sensitive === true || it.ephemeral === true))
    .map(([name]) => name);
}

interface Declaration {
  readonly sensitive?: boolean;
  readonly ephemeral?: boolean;
}

/** Where values of root variables are looked for before there is a plan. */
export interface VariableSources {
  /** Absolute, of the stack. */
  readonly directory: string;
  /** Absolute. */
  readonly varFiles: readonly string[];
  /** Values of `TF_VAR_<name>` by name. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Values of sensitive variables that are known without a plan: from the environment, and strings assigned in variable
 * files of Terraform's language. Values that come another way (inside objects of a variable file, defaults, JSON
 * files) are only known once there is a plan.
 */
export function secretsBeforePlan({ directory, varFiles, environment }: VariableSources): readonly string[] {
  const names = sensitiveVariables(directory);
  const automatic = readNames(directory).filter((file) => /(?:^terraform|\.auto)\.tfvars$/.test(file));
  const files = [...automatic.map((file) => join(directory, file)), ...varFiles];
  const assigned = files.flatMap((file) => assignedStrings(readText(file), names));
  const given = Object.entries(environment).flatMap(([name, value]) =>
    names.has(name) ? [value, ...quotedStrings(value)] : [],
  );
  return [...assigned, ...given];
}

function assignedStrings(text: string, names: ReadonlySet<string>): readonly string[] {
  const assignments = text.matchAll(/^[^\S\n]*([A-Za-z_][\w-]*)[^\S\n]*=[^\S\n]*("(?:[^"\\\n]|\\.)*")/gm);
  return [...assignments].flatMap(([, name = '', value = '']) =>
    names.has(name) ? quotedStrings(value) : [],
  );
}

/** Objects and lists in the environment are written in Terraform's language; each string in them counts. */
function quotedStrings(text: string): readonly string[] {
  return [...text.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map(([quoted, inner = '']) => {
    try {
      return JSON.parse(quoted) as string;
    } catch {
      return inner;
    }
  });
}
