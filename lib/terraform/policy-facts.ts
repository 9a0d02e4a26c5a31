import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { readBlocks, UNREADABLE, type Attribute, type Block } from './version/hcl-blocks.ts';

/** Something in the configuration that runs code or fetches it, with its place. Paths are relative to the repository root. */
export interface PolicyFact {
  readonly kind: 'provider' | 'module' | 'provisioner' | 'external' | 'unreadable';
  /** Provider address such as `hashicorp/aws`, module source, or type of the provisioner; what is wrong for `unreadable`. */
  readonly what: string;
  readonly file: string;
  readonly line: number;
}

/** A source that Terraform resolves on this machine. */
const LOCAL_SOURCE = /^\.{1,2}\//;
const DEFAULT_HOST = 'registry.terraform.io/';
/** Providers that are part of Terraform itself. */
const BUILT_IN = new Set(['terraform', 'terraform.io/builtin/terraform']);

/** More local modules than this is a loop of links, not a design. */
const MAX_MODULES = 2000;

/**
 * What the modules of a stack would run or fetch, with the local modules that these call. A file that cannot be read is
 * a fact too: it may hold anything.
 */
export function policyFacts(root: string, modules: Iterable<string>): readonly PolicyFact[] {
  const seen = new Set([...modules].sort());
  const facts: PolicyFact[] = [];
  for (const folder of seen) {
    const { own, called } = moduleFacts(root, folder);
    facts.push(...own);
    for (const module of called) if (seen.size < MAX_MODULES) seen.add(module);
  }
  if (seen.size < MAX_MODULES) return facts;
  const what = `more than ${String(MAX_MODULES)} local modules`;
  return [...facts, { kind: 'unreadable', what, file: [...seen][0] ?? '.', line: 1 }];
}

interface ModuleFacts {
  readonly own: readonly PolicyFact[];
  /** Folders of the local modules that it calls. */
  readonly called: readonly string[];
}

function moduleFacts(root: string, folder: string): ModuleFacts {
  const parsed = configurationFiles(join(root, folder)).map((name) => {
    const file = posix.join(folder, name);
    return { file, ...readFile(name, readFileSync(join(root, folder, name), 'utf8')) };
  });
  const blocks = parsed.flatMap((file) => file.blocks);
  const sources = new Map(blocks.flatMap(requiredProviders));
  const own = parsed.flatMap(({ file, blocks: inFile, doubt }) => [
    ...(doubt === undefined ? [] : [{ kind: 'unreadable', what: doubt, file, line: 1 } as const]),
    ...inFile.flatMap((block) => blockFacts(block, file, sources)),
  ]);
  const called = blocks
    .filter(({ type }) => type === 'module')
    .map((block) => block.attributes.get('source')?.text ?? '')
    .filter((source) => LOCAL_SOURCE.test(source))
    .map((source) => posix.join(folder, source).replace(/(?<=.)\/$/, ''));
  return { own: [...broughtPrograms(root, folder), ...own], called };
}

interface ReadFile {
  readonly blocks: readonly Block[];
  /** Why what was read may not be what Terraform reads. */
  readonly doubt: string | undefined;
}

function readFile(name: string, text: string): ReadFile {
  if (!name.endsWith('.json')) {
    const { blocks, isCertain } = readBlocks(text);
    const doubt = isCertain ? undefined : 'an interpolation holds a comment or a heredoc';
    return { blocks, doubt };
  }
  const blocks = jsonBlocks(text);
  return { blocks: blocks ?? [], doubt: blocks === undefined ? 'not a JSON object' : undefined };
}

/** Folders from which Terraform takes providers and modules instead of fetching them (docs, "Implied local mirrors"). */
function broughtPrograms(root: string, folder: string): readonly PolicyFact[] {
  return ['terraform.d/plugins', '.terraform']
    .map((name) => posix.join(folder, name))
    .filter((path) => existsSync(join(root, path)))
    .map((path) => ({ kind: 'external', what: `what the folder ${path} brings`, file: path, line: 1 }));
}

function configurationFiles(directory: string): readonly string[] {
  // A folder that the pull request removed: no file of it can run.
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && /\.(tf|tofu)(\.json)?$/.test(entry.name))
    .map(({ name }) => name)
    .sort();
}

/** Local name → source address of each provider that a `terraform` block declares. */
function requiredProviders(block: Block): readonly (readonly [string, string])[] {
  if (block.type !== 'terraform') return [];
  const declared = block.blocks.filter((inner) => inner.type === 'required_providers');
  return declared.flatMap((inner) =>
    [...inner.attributes].map(([name, value]) => [name, declaredSource(name, value)] as const),
  );
}

/** What cannot be read is `unknown`, which no list allows. */
function declaredSource(name: string, { text, object }: Attribute): string {
  // `aws = "~> 5.0"`, the form of Terraform 0.12, names no source.
  if (text !== null) return `hashicorp/${name}`;
  if (object.size === 0 || object.has(UNREADABLE)) return 'unknown';
  const source = object.get('source');
  return source === undefined ? `hashicorp/${name}` : (source.text ?? 'unknown');
}

function blockFacts(block: Block, file: string, sources: ReadonlyMap<string, string>): readonly PolicyFact[] {
  const at: At = (kind, what, line = block.line) => ({ kind, what, file, line });
  const [type = ''] = block.labels;
  switch (block.type) {
    case 'terraform':
      return requiredProviders(block).flatMap(([, source]) => providerFact(source, at));
    case 'provider':
      return localProvider(type, sources, at);
    case 'module':
      return moduleFact(block, at);
    case 'resource':
    case 'data':
    case 'ephemeral':
    case 'action':
      return [
        ...localProvider(type.split('_')[0] ?? '', sources, at),
        ...(type === 'external' ? [at('external', `${block.type}.${block.labels.join('.')}`)] : []),
        // The action of hashicorp/local that runs a program during apply, as a provisioner does.
        ...(block.type === 'action' && type === 'local_command' ? [at('provisioner', type)] : []),
        ...provisioners(block, at),
      ];
    case 'removed':
      return provisioners(block, at);
    case 'check':
      return block.blocks.flatMap((inner) => (inner.type === 'data' ? blockFacts(inner, file, sources) : []));
    default:
      return [];
  }
}

function moduleFact({ attributes }: Block, at: At): readonly PolicyFact[] {
  const source = attributes.get('source');
  if (typeof source?.text !== 'string') {
    return [at('unreadable', 'a module has a source that is no plain string', source?.line)];
  }
  return LOCAL_SOURCE.test(source.text) ? [] : [at('module', source.text, source.line)];
}

function provisioners(block: Block, at: At): readonly PolicyFact[] {
  return block.blocks
    .filter((inner) => inner.type === 'provisioner')
    .map((inner) => at('provisioner', inner.labels[0] ?? 'unknown', inner.line));
}

/** A fact at a line, by default that of the block. */
type At = (kind: PolicyFact['kind'], what: string, line?: number) => PolicyFact;

/** The provider behind a local name or a type's prefix; without a declaration Terraform takes it from hashicorp. */
function localProvider(local: string, sources: ReadonlyMap<string, string>, at: At): readonly PolicyFact[] {
  return BUILT_IN.has(local) ? [] : providerFact(sources.get(local) ?? `hashicorp/${local}`, at);
}

function providerFact(source: string, at: At): readonly PolicyFact[] {
  const address = shortAddress(source);
  return BUILT_IN.has(address) ? [] : [at('provider', address)];
}

/** `hashicorp/aws` for an address on the public registry, the whole of it for any other; addresses ignore case. */
function shortAddress(source: string): string {
  const lower = source.toLowerCase();
  const short = lower.startsWith(DEFAULT_HOST) ? lower.slice(DEFAULT_HOST.length) : lower;
  return short.includes('/') || short === 'unknown' ? short : `hashicorp/${short}`;
}

type JsonValue = unknown;

/** The JSON syntax of Terraform as blocks, as far as the facts need it; undefined when the text is no JSON object. */
function jsonBlocks(text: string): readonly Block[] | undefined {
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value)) return undefined;
  const labelled: Readonly<Record<string, number>> = {
    resource: 2,
    data: 2,
    ephemeral: 2,
    action: 2,
    removed: 0,
    check: 1,
    module: 1,
    provider: 1,
    terraform: 0,
  };
  return Object.entries(labelled).flatMap(([type, labels]) => jsonBlock(type, [], value[type], labels));
}

/** Walks one label level at a time; a body may stand in an array, as JSON syntax allows everywhere. */
function jsonBlock(
  type: string,
  labels: readonly string[],
  value: JsonValue,
  missing: number,
): readonly Block[] {
  if (Array.isArray(value)) return value.flatMap((item) => jsonBlock(type, labels, item, missing));
  if (!isObject(value)) return [];
  if (missing > 0) {
    return Object.entries(value).flatMap(([label, inner]) =>
      jsonBlock(type, [...labels, label], inner, missing - 1),
    );
  }
  const nested = [
    ...jsonBlock('required_providers', [], value['required_providers'], 0),
    ...jsonBlock('provisioner', [], value['provisioner'], 1),
    ...jsonBlock('data', [], type === 'check' ? value['data'] : undefined, 2),
  ];
  return [{ type, labels, line: 1, attributes: jsonAttributes(value), blocks: nested }];
}

function jsonAttributes(value: Readonly<Record<string, unknown>>): Block['attributes'] {
  return new Map(
    Object.entries(value).map(([name, inner]) => {
      // JSON strings are templates: one with an interpolation is no plain string.
      const text = typeof inner === 'string' && !inner.includes('${') ? inner : null;
      return [
        name,
        { text, object: isObject(inner) ? jsonAttributes(inner) : new Map<string, never>(), line: 1 },
      ];
    }),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
