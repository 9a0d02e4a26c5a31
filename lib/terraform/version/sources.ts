import { readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseConstraint, type Constraint } from './constraint.ts';
import { versionErrors } from './errors.ts';
import { findRequiredVersions, type ToolName } from './required-version.ts';
import { isPrerelease, parseVersion } from './version.ts';

/** What a source asks for: a range (or one version), or the newest release, of those whose name matches. */
export type Wanted =
  | { readonly kind: 'constraint'; readonly constraint: Constraint }
  | { readonly kind: 'latest'; readonly matching: RegExp | null };

export type SourceKind = 'input' | 'version-file' | 'tool-versions' | 'required-version';

/** One place that says something about the version. */
export interface Requirement {
  readonly kind: SourceKind;
  /** For people: `input version`, `.terraform-version:1`, `stacks/a/versions.tf:3`; paths from the repository root. */
  readonly place: string;
  /** As it is written there. */
  readonly text: string;
  readonly wanted: Wanted;
}

export interface SourceOptions {
  readonly tool: ToolName;
  /** Text of the input; undefined when not given. */
  readonly input: string | undefined;
  /** Absolute path of the repository root. */
  readonly workspace: string;
  /** Folder of the stack relative to it, with `/`. */
  readonly directory: string;
  /** Whether .terraform-version, .opentofu-version and .tool-versions count. */
  readonly versionFiles: boolean;
}

export interface VersionSources {
  /** The input first, then files, then required_version of the root and of its modules. */
  readonly requirements: readonly Requirement[];
  /** What may say more and could not be looked into, each as a sentence. */
  readonly unknown: readonly string[];
}

const FORMS = 'a full version such as 1.11.4, a constraint such as "~> 1.11", or latest';
/** A list of versions is a few kilobytes; anything longer is another file of that name. */
const LONGEST_FILE = 100_000;

/**
 * Everything that says which version to use. A version file counts when it is the nearest: in the folder of the stack
 * or else in the closest folder above it, up to the root of the repository.
 * @throws EHA1220 where a source is written in a way that cannot be read
 */
export function collectRequirements(options: SourceOptions): VersionSources {
  const { tool, input, workspace, directory } = options;
  const given: Requirement[] =
    input === undefined
      ? []
      : [{ kind: 'input', place: 'input version', text: input, wanted: readWanted(input, 'input version') }];
  const files = options.versionFiles ? nearestVersionFiles(workspace, directory, tool) : [];
  const { found, unknown } = findRequiredVersions(workspace, directory, tool);
  const required = found.map(({ text, file, line }): Requirement => {
    const place = line === null ? file : `${file}:${line}`;
    return { kind: 'required-version', place, text, wanted: requiredVersion(text, place) };
  });
  return { requirements: [...given, ...files, ...required], unknown };
}

function notUnderstood(text: string, place: string, problem: string): Error {
  return versionErrors.EHA1220(`${place} is ${JSON.stringify(text.slice(0, 120))}: ${problem}.`);
}

/** What `required_version` holds: Terraform itself refuses a pre-release there, and compares numbers alone. */
function requiredVersion(text: string, place: string): Wanted {
  const parsed = parseConstraint(text);
  if (!parsed.valid) throw notUnderstood(text, `required_version at ${place}`, parsed.problem);
  if (parsed.constraint.comparisons.some(({ version }) => isPrerelease(version))) {
    throw notUnderstood(
      text,
      `required_version at ${place}`,
      'Terraform takes no pre-release here; a pre-release of the tool is compared by its numbers alone',
    );
  }
  return { kind: 'constraint', constraint: parsed.constraint };
}

/** What the input and version files hold; `latest-allowed` is tfenv's word for the newest that required_version allows. */
function readWanted(text: string, place: string): Wanted {
  if (text === 'latest' || text === 'latest-allowed') return { kind: 'latest', matching: null };
  if (text.startsWith('latest:')) return { kind: 'latest', matching: readPattern(text, place) };
  const parsed = parseConstraint(text);
  if (!parsed.valid) throw notUnderstood(text, place, `it must be ${FORMS}`);
  const version = parseVersion(text);
  if (version !== undefined && version.written < 3) {
    const full = [...version.segments].join('.');
    const advice = `write ${full} for that release or ~> ${full} for the newest of its line; unquoted, YAML makes 1.1 of 1.10`;
    throw notUnderstood(text, place, `it names no release; ${advice}`);
  }
  return { kind: 'constraint', constraint: parsed.constraint };
}

function readPattern(text: string, place: string): RegExp {
  try {
    return new RegExp(text.slice('latest:'.length));
  } catch {
    throw notUnderstood(text, place, 'what follows latest: is not a regular expression');
  }
}

function readText(path: string): string | undefined {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry?.isFile() !== true || entry.size > LONGEST_FILE) return undefined;
  return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
}

function nearestVersionFiles(workspace: string, directory: string, tool: ToolName): readonly Requirement[] {
  for (let folder = posix.normalize(directory); ; folder = posix.dirname(folder)) {
    const found = [...versionFile(workspace, folder, tool), ...toolVersions(workspace, folder, tool)];
    if (found.length > 0 || folder === '.' || folder === '/') return found;
  }
}

interface Line {
  readonly text: string;
  readonly number: number;
}

/** Lines that say something: without comments and space around. */
function contentLines(text: string): readonly Line[] {
  return text
    .split(/\r?\n/)
    .map((line, index) => ({ text: line.replace(/#.*$/, '').trim(), number: index + 1 }))
    .filter((line) => line.text !== '');
}

function versionFile(workspace: string, folder: string, tool: ToolName): readonly Requirement[] {
  const path = posix.join(folder, `.${tool}-version`);
  const text = readText(join(workspace, path));
  if (text === undefined) return [];
  const [line, ...others] = contentLines(text);
  if (line === undefined) throw versionErrors.EHA1220(`${path} holds no version; it must be ${FORMS}.`);
  const place = `${path}:${line.number}`;
  if (others.length > 0) throw notUnderstood(text.trim(), path, 'it must hold one version and nothing else');
  return [{ kind: 'version-file', place, text: line.text, wanted: readWanted(line.text, place) }];
}

/** Names under which asdf and mise know the tools. */
const TOOL_NAMES: Readonly<Record<ToolName, readonly string[]>> = {
  terraform: ['terraform'],
  opentofu: ['opentofu', 'tofu'],
};

/** Of several versions on a line asdf prefers the first; of several lines it reads the first. */
function toolVersions(workspace: string, folder: string, tool: ToolName): readonly Requirement[] {
  const path = posix.join(folder, '.tool-versions');
  for (const { text, number } of contentLines(readText(join(workspace, path)) ?? '')) {
    const [name = '', version] = text.split(/\s+/);
    if (!TOOL_NAMES[tool].includes(name)) continue;
    const place = `${path}:${number}`;
    if (version === undefined) throw versionErrors.EHA1220(`${place} names ${name} without a version.`);
    return [{ kind: 'tool-versions', place, text: version, wanted: toolVersion(version, place) }];
  }
  return [];
}

/** Here `latest:1.5` is a beginning of the version, not a pattern (asdf, "asdf latest"). */
function toolVersion(text: string, place: string): Wanted {
  if (/^(ref|path|prefix|sub-[^:]*):|^system$/.test(text)) {
    throw notUnderstood(text, place, `this form of asdf and mise names no release; it must be ${FORMS}`);
  }
  const beginning = /^latest:([0-9.]+)$/.exec(text)?.[1];
  if (beginning === undefined) return readWanted(text, place);
  const escaped = beginning.replace(/\.$/, '').replaceAll('.', '\\.');
  return { kind: 'latest', matching: new RegExp(`^${escaped}(?:\\.|$)`) };
}
