import type { Block } from '../version/hcl-blocks.ts';
import type { LintFile, LintFinding } from './types.ts';

/** Variables without a type; variables, locals and data sources that no text of the module names. */
export function declarationFindings(files: readonly LintFile[]): readonly LintFinding[] {
  const text = files.map((file) => file.text).join('\n');
  return files.flatMap(({ file, blocks }) =>
    blocks.flatMap((block) => [...untyped(file, block), ...unused(file, block, text)]),
  );
}

function untyped(file: string, block: Block): readonly LintFinding[] {
  const [name = ''] = block.labels;
  if (block.type !== 'variable' || block.attributes.has('type')) return [];
  const message = `The variable ${name} has no type, so any value is accepted: give it one.`;
  return [{ rule: 'typed-variables', file, line: block.line, message }];
}

interface Declared {
  readonly what: string;
  /** How it is referred to, segment by segment. */
  readonly reference: readonly string[];
  readonly line: number;
}

function unused(file: string, block: Block, text: string): readonly LintFinding[] {
  return declared(block)
    .filter(({ reference }) => !isNamed(reference, text))
    .map(({ what, line }) => ({
      rule: 'unused-declarations',
      file,
      line,
      message: `Nothing uses the ${what}: remove it.`,
    }));
}

function declared({ type, labels, line, attributes, blocks }: Block): readonly Declared[] {
  const [first = '', second = ''] = labels;
  if (type === 'variable') return [{ what: `variable ${first}`, reference: ['var', first], line }];
  if (type === 'locals') {
    return [...attributes].map(([name, value]) => ({
      what: `local value ${name}`,
      reference: ['local', name],
      line: value.line,
    }));
  }
  // A data source with conditions of its own checks something even if nothing refers to it.
  if (type !== 'data' || blocks.some((inner) => inner.type === 'lifecycle')) return [];
  return [{ what: `data source ${first}.${second}`, reference: ['data', first, second], line }];
}

/** Between the segments HCL allows white space and comments; bounded, so that no file can make the search long. */
const GAP = String.raw`(?:\s|/\*(?:[^*]|\*(?!/)){0,300}\*/|(?:#|//)[^\n]{0,300}\n){0,20}`;
const NAME = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;

/** Also of what has no name that could be searched for: then nothing is claimed. */
function isNamed(reference: readonly string[], text: string): boolean {
  if (!reference.every((segment) => NAME.test(segment))) return true;
  // A hyphen is part of a name, so `var.a` is not named by `var.a-b`.
  return new RegExp(`${reference.join(`${GAP}\\.${GAP}`)}(?![\\p{ID_Continue}-])`, 'u').test(text);
}
