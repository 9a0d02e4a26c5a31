import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { topLevelBlocks } from './hcl-blocks.ts';

export type ToolName = 'terraform' | 'opentofu';

/** One `required_version`. Paths are relative to the repository root, with `/`. */
export interface RequiredVersion {
  readonly text: string;
  readonly file: string;
  /** From 1; null for JSON files. */
  readonly line: number | null;
}

export interface RequiredVersions {
  /** Those of the root module first. */
  readonly found: readonly RequiredVersion[];
  /** What may hold another one and could not be looked into, each as a sentence. */
  readonly unknown: readonly string[];
}

/** More modules than this is a loop of links, not a design. */
const MOST_MODULES = 500;

interface FileFacts {
  readonly versions: readonly RequiredVersion[];
  /** `source` of each module call; null when it is not a plain string. */
  readonly sources: readonly { readonly text: string | null; readonly line: number | null }[];
}

/**
 * Finds `required_version` in the root module and in every module it reaches through local paths. Modules from a
 * registry or a repository are not there before init; Terraform itself checks theirs. The tool decides which files
 * count: only OpenTofu reads `*.tofu`, and instead of a `*.tf` of the same name.
 */
export function findRequiredVersions(root: string, directory: string, tool: ToolName): RequiredVersions {
  const found: RequiredVersion[] = [];
  const unknown: string[] = [];
  const seen = new Set<string>();
  const queue = [directory];
  for (let folder = queue.shift(); folder !== undefined; folder = queue.shift()) {
    if (seen.has(folder)) continue;
    if (seen.size >= MOST_MODULES) {
      unknown.push(`More than ${MOST_MODULES} modules are called; the rest was not searched.`);
      break;
    }
    seen.add(folder);
    const { versions, sources } = readModule(root, folder, tool);
    found.push(...versions);
    for (const { text, line, file } of sources) {
      const at = line === null ? file : `${file}:${line}`;
      if (text === null) unknown.push(`The module source at ${at} is not a plain string.`);
      else if (/^\.{1,2}\//.test(text)) {
        const target = posix.join(folder, text).replace(/(?<=.)\/$/, '');
        if (target === '..' || target.startsWith('../'))
          unknown.push(`The module at ${at} lies outside the repository.`);
        else queue.push(target);
      }
    }
  }
  return { found, unknown };
}

interface ModuleFacts {
  readonly versions: readonly RequiredVersion[];
  readonly sources: readonly (FileFacts['sources'][number] & { readonly file: string })[];
}

/** As Terraform merges files: an override file with a `required_version` replaces all those before it. */
function readModule(root: string, folder: string, tool: ToolName): ModuleFacts {
  let versions: readonly RequiredVersion[] = [];
  const sources: ModuleFacts['sources'][number][] = [];
  const names = configurationFiles(join(root, folder), tool);
  const isOverride = (name: string): boolean => /(^|_)override\.(tf|tofu)(\.json)?$/.test(name);
  for (const name of [...names.filter((each) => !isOverride(each)), ...names.filter(isOverride)]) {
    const file = posix.join(folder, name);
    const facts = readFacts(readFileSync(join(root, folder, name), 'utf8'), file);
    if (facts.versions.length > 0)
      versions = isOverride(name) ? facts.versions : [...versions, ...facts.versions];
    sources.push(...facts.sources.map((source) => ({ ...source, file })));
  }
  return { versions, sources };
}

/** Files of the folder that the tool reads, sorted; none when there is no such folder. */
function configurationFiles(folder: string, tool: ToolName): readonly string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  const names = readdirSync(folder)
    .filter((name) => /^[^.#].*\.(tf|tofu)(\.json)?$/.test(name))
    .filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile() === true)
    .sort();
  if (tool === 'terraform') return names.filter((name) => /\.tf(\.json)?$/.test(name));
  const present = new Set(names);
  return names.filter(
    (name) => !present.has(name.replace(/\.tf(\.json)?$/, '.tofu$1')) || /\.tofu(\.json)?$/.test(name),
  );
}

function readFacts(text: string, file: string): FileFacts {
  return file.endsWith('.json') ? jsonFacts(text, file) : nativeFacts(text, file);
}

function nativeFacts(text: string, file: string): FileFacts {
  const blocks = topLevelBlocks(text);
  const versions = blocks.flatMap(({ type, attributes }) => {
    const attribute = type === 'terraform' ? attributes.get('required_version') : undefined;
    // Terraform refuses anything but a plain string here.
    return attribute?.text === undefined || attribute.text === null
      ? []
      : [{ text: attribute.text, file, line: attribute.line }];
  });
  const sources = blocks.flatMap(({ type, attributes }) => {
    const source = type === 'module' ? attributes.get('source') : undefined;
    return source === undefined ? [] : [source];
  });
  return { versions, sources };
}

type Json = Readonly<Record<string, unknown>>;

/** In the JSON syntax a block is an object, or a list of objects where it stands several times. */
function objects(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(objects);
  return typeof value === 'object' && value !== null ? [value as Json] : [];
}

function jsonFacts(text: string, file: string): FileFacts {
  const members = objects(parseJson(text));
  const versions = members
    .flatMap((member) => objects(member['terraform']))
    .flatMap(({ required_version: version }) =>
      typeof version === 'string' ? [{ text: version, file, line: null }] : [],
    );
  const sources = members
    .flatMap((member) => objects(member['module']))
    .flatMap((modules) => Object.values(modules).flatMap(objects))
    .filter((call) => call['source'] !== undefined)
    .map(({ source }) => ({
      text: typeof source === 'string' && !source.includes('${') ? source : null,
      line: null,
    }));
  return { versions, sources };
}

/** A file that is no JSON says nothing here; Terraform reports it with its place. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch {
    return undefined;
  }
}
