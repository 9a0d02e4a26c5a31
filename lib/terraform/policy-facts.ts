import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { topLevelBlocks, type Block } from './version/hcl-blocks.ts';

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
const BUILT_IN = new Set(['terraform']);

/** What the modules of a stack would run or fetch. A file that cannot be read is a fact too: it may hold anything. */
export function policyFacts(root: string, modules: Iterable<string>): readonly PolicyFact[] {
  return [...modules].sort().flatMap((folder) => moduleFacts(root, folder));
}

function moduleFacts(root: string, folder: string): readonly PolicyFact[] {
  const files = configurationFiles(join(root, folder));
  const parsed = files.map((name) => {
    const file = posix.join(folder, name);
    const text = readFileSync(join(root, folder, name), 'utf8');
    return { file, blocks: name.endsWith('.json') ? jsonBlocks(text) : topLevelBlocks(text) };
  });
  const sources = new Map(parsed.flatMap(({ blocks }) => (blocks ?? []).flatMap(requiredProviders)));
  return parsed.flatMap(({ file, blocks }) =>
    blocks === undefined
      ? [{ kind: 'unreadable', what: 'not valid JSON', file, line: 1 } as const]
      : blocks.flatMap((block) => blockFacts(block, file, sources)),
  );
}

function configurationFiles(directory: string): readonly string[] {
  try {
    return readdirSync(directory)
      .filter((name) => /\.(tf|tofu)(\.json)?$/.test(name))
      .sort();
  } catch {
    // A folder that the pull request removed: no file of it can run.
    return [];
  }
}

/** Local name → source address of each provider that a `terraform` block declares. */
function requiredProviders(block: Block): readonly (readonly [string, string])[] {
  if (block.type !== 'terraform') return [];
  const declared = block.blocks.filter((inner) => inner.type === 'required_providers');
  return declared.flatMap((inner) =>
    [...inner.attributes].map(([name, value]) => {
      // `aws = "~> 5.0"`, the form of Terraform 0.12, names no source.
      const source = value.object.size > 0 ? value.object.get('source') : undefined;
      return [name, source === undefined ? `hashicorp/${name}` : (source.text ?? 'unknown')] as const;
    }),
  );
}

function blockFacts(block: Block, file: string, sources: ReadonlyMap<string, string>): readonly PolicyFact[] {
  const at = (kind: PolicyFact['kind'], what: string, line = block.line): PolicyFact => ({
    kind,
    what,
    file,
    line,
  });
  const [type = ''] = block.labels;
  switch (block.type) {
    case 'terraform':
      return requiredProviders(block).map(([, source]) => at('provider', shortAddress(source)));
    case 'provider':
      return providerFacts(type, sources, at);
    case 'module': {
      const source = block.attributes.get('source');
      const text = source?.text ?? 'a source that is no plain string';
      return LOCAL_SOURCE.test(text) ? [] : [at('module', text, source?.line ?? block.line)];
    }
    case 'resource':
    case 'data':
    case 'ephemeral':
      return [
        ...providerFacts(type.split('_')[0] ?? '', sources, at),
        ...(type === 'external' ? [at('external', `${block.type}.${block.labels.join('.')}`)] : []),
        ...provisioners(block).map((inner) => at('provisioner', inner.labels[0] ?? 'unknown', inner.line)),
      ];
    default:
      return [];
  }
}

function provisioners(block: Block): readonly Block[] {
  return block.blocks.filter((inner) => inner.type === 'provisioner');
}

type At = (kind: PolicyFact['kind'], what: string) => PolicyFact;

/** The provider behind a local name or a type's prefix; without a declaration Terraform takes it from hashicorp. */
function providerFacts(local: string, sources: ReadonlyMap<string, string>, at: At): readonly PolicyFact[] {
  if (BUILT_IN.has(local)) return [];
  return [at('provider', shortAddress(sources.get(local) ?? `hashicorp/${local}`))];
}

/** `hashicorp/aws` for an address on the public registry, the whole of it for any other; addresses ignore case. */
function shortAddress(source: string): string {
  const lower = source.toLowerCase();
  return lower.startsWith(DEFAULT_HOST) ? lower.slice(DEFAULT_HOST.length) : lower;
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
