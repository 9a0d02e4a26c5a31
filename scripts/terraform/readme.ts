import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { HclBlock } from './hcl.ts';
import { readTarget } from './targets.ts';

const BEGIN = '<!-- begin generated: variables and outputs -->';
const END = '<!-- end generated -->';

/** Tables of a module's variables and outputs as Markdown, in the order of the files. */
export function renderTables(blocks: readonly HclBlock[]): string {
  const variables = blocks.filter(({ type }) => type === 'variable');
  const outputs = blocks.filter(({ type }) => type === 'output');
  return [
    '## Variables',
    '',
    '| name | type | default | description |',
    '|---|---|---|---|',
    ...variables.map(
      (block) =>
        `| \`${name(block)}\` | ${code(block.attributes.get('type'))} | ${code(block.attributes.get('default'), 'required')} | ${prose(block)} |`,
    ),
    '',
    '## Outputs',
    '',
    '| name | description |',
    '|---|---|',
    ...outputs.map((block) => `| \`${name(block)}\` | ${prose(block)} |`),
  ].join('\n');
}

/** The README of a module or stack when its tables are not what the code says, or when it is missing. */
export async function staleTables(root: string, path: string): Promise<readonly string[]> {
  const file = join(root, path, 'README.md');
  if (!existsSync(file)) return [`${path}/README.md (missing)`];
  const text = readFileSync(file, 'utf8');
  return text === (await withTables(text, root, path)) ? [] : [`${path}/README.md`];
}

/** Writes the tables between the markers of a README. */
export async function writeTables(root: string, path: string): Promise<void> {
  const file = join(root, path, 'README.md');
  writeFileSync(file, await withTables(readFileSync(file, 'utf8'), root, path));
}

/** The README with fresh tables, formatted as the repository's check of formats wants it. */
async function withTables(text: string, root: string, path: string): Promise<string> {
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`${path}/README.md lacks the markers ${BEGIN} and ${END}`);
  const tables = renderTables(readTarget(root, path).blocks);
  const fresh = `${text.slice(0, begin + BEGIN.length)}\n\n${tables}\n\n${text.slice(end)}`;
  return format(fresh, { ...(await resolveConfig(join(root, path, 'README.md'))), parser: 'markdown' });
}

function name(block: HclBlock): string {
  return block.labels[0] ?? '';
}

/** An expression on one line; bars would end the cell. */
function code(expression: string | undefined, absent = ''): string {
  if (expression === undefined) return absent;
  return `\`${expression.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')}\``;
}

/** The text of `description`, quoted or heredoc, on one line. */
function prose(block: HclBlock): string {
  const raw = block.attributes.get('description') ?? '';
  const heredoc = /^<<-?(\w+)\r?\n([\s\S]*?)\n[ \t]*\1$/.exec(raw)?.[2];
  const text = heredoc ?? raw.slice(1, -1).replaceAll('\\"', '"').replaceAll('\\\\', '\\');
  return text.trim().replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;');
}
