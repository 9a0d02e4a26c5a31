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
  return Object.entries(parseObject(text).variable ?? {})
    .filter(([, declared]) => [declared].flat().some((it) => it.sensitive === true || it.ephemeral === true))
    .map(([name]) => name);
}

interface Configuration {
  readonly variable?: Readonly<Record<string, Declaration | readonly Declaration[]>>;
}

/** Empty for a text that is no JSON object. */
function parseObject(text: string): Configuration {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

interface Declaration {
  readonly default?: unknown;
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
 * Values of sensitive variables that are known without a plan: from the environment, the variable files, and the
 * defaults of the root module. Values that are put together by functions are only known once there is a plan.
 */
export function secretsBeforePlan({ directory, varFiles, environment }: VariableSources): readonly string[] {
  const names = sensitiveVariables(directory);
  const automatic = readNames(directory).filter((file) =>
    /(?:^terraform|\.auto)\.tfvars(?:\.json)?$/.test(file),
  );
  const files = [...automatic.map((file) => join(directory, file)), ...varFiles];
  const assigned = files.flatMap((file) =>
    file.endsWith('.json') ? jsonStrings(readText(file), names) : assignedStrings(readText(file), names),
  );
  const defaults = readNames(directory).flatMap((file) => defaultsOf(directory, file, names));
  const given = Object.entries(environment).flatMap(([name, value]) =>
    names.has(name) ? [value, ...quotedStrings(value)] : [],
  );
  return [...assigned, ...defaults, ...given];
}

function assignedStrings(text: string, names: ReadonlySet<string>): readonly string[] {
  const assignments = text.matchAll(/^[^\S\n]*([A-Za-z_][\w-]*)[^\S\n]*=/gm);
  return [...assignments].flatMap((match) =>
    names.has(match[1] ?? '') ? expressionStrings(text.slice(match.index + match[0].length)) : [],
  );
}

/** The strings in the expression that a text begins with: a string, a heredoc, a list or an object. */
function expressionStrings(text: string): readonly string[] {
  const heredoc = /^[^\S\n]*<<-?([A-Za-z_][\w-]*)\n([\s\S]*?)^[^\S\n]*\1[^\S\n]*$/m.exec(text);
  if (heredoc?.index === 0) return [heredoc[2] ?? ''];
  const tokens = text.matchAll(/"(?:[^"\\\n]|\\.)*"|[[{(]|[\]})]|\n|(?:#|\/\/)[^\n]*/g);
  const found: string[] = [];
  let depth = 0;
  for (const [token] of tokens) {
    if (token.startsWith('"')) found.push(...quotedStrings(token));
    else if (/^[[{(]$/.test(token)) depth += 1;
    else if (/^[\]})]$/.test(token)) depth -= 1;
    if (depth < 0 || (depth === 0 && token === '\n')) break;
  }
  return found;
}

/** Texts of the members with these names, at any depth; a file that is not JSON has none. */
function jsonStrings(text: string, names: ReadonlySet<string>): readonly string[] {
  return Object.entries(parseObject(text)).flatMap(([name, value]) =>
    names.has(name) ? textsIn(value) : [],
  );
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function defaultsOf(directory: string, file: string, names: ReadonlySet<string>): readonly string[] {
  if (!/\.(?:tf|tofu)(?:\.json)?$/.test(file)) return [];
  const text = readText(join(directory, file));
  if (file.endsWith('.json')) {
    const declared = parseObject(text).variable ?? {};
    return Object.entries(declared).flatMap(([name, declaration]) =>
      names.has(name) ? [declaration].flat().flatMap((each) => textsIn(each.default)) : [],
    );
  }
  const found = [...text.matchAll(DECLARATION)];
  return found.flatMap((match, index) => {
    if (!names.has(match[1] ?? '')) return [];
    const body = text.slice(match.index, found[index + 1]?.index);
    const start = /[\s{,]default[^\S\n]*=/.exec(body);
    return start === null ? [] : expressionStrings(body.slice(start.index + start[0].length));
  });
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
