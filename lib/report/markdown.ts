/**
 * Text of others as Markdown that only shows it. GitHub works on what Markdown gives once more and turns mentions,
 * issue numbers, commits and addresses into links, wherever they are not code; so text of others that could be one of
 * these becomes code. Bots read the raw text by lines; so no line of it begins with a slash.
 */

/**
 * What is not seen or changes how its surroundings are seen: control and format characters, marks of direction,
 * fillers, spaces that are not the space, halves of characters, and marks piled up on one letter.
 */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}|(?<=\p{M}{3})\p{M}/gu;

/** `text` with everything that is not seen written as Terraform escapes it: `\u202e`. Line ends and tabs, too. */
export function visible(text: string): string {
  return text.replaceAll(UNSEEN, escapeOf);
}

function escapeOf(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  const hex = point.toString(16);
  return point > 0xffff ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
}

/** One line: white space that only lays text out becomes a single space, the rest is made visible. */
function oneLine(text: string): string {
  return visible(text.replaceAll(/[\t\n\r ]+/g, ' '));
}

/** Characters of a name; what is longer loses its middle, so that no single name can fill a page. */
const LONGEST_NAME = 300;

/** `text`, without its middle when it is longer than `most` characters; says how long it was. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = Math.ceil(most * 0.7);
  return `${text.slice(0, start)} … (${String(text.length)} characters) … ${text.slice(start - most)}`;
}

/** Text as an inline code span, whatever it holds: the fence is longer than any run of backticks inside. */
export function code(text: string, most = LONGEST_NAME): string {
  const flat = oneLine(shorten(text, most));
  if (flat.trim() === '') return '` `';
  const longest = Math.max(0, ...[...flat.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(flat) ? ' ' : '';
  return `${fence}${pad}${flat}${pad}${fence}`;
}

/**
 * Text as code in HTML, for the line of a fold, where GitHub reads no Markdown, and for cells of tables. Everything but
 * letters and digits is written as a number, so that it means nothing in Markdown either.
 */
export function htmlCode(text: string): string {
  const flat = oneLine(shorten(text, LONGEST_NAME)).replaceAll(
    /[^\p{L}\p{N}\p{M} /-]/gu,
    (character) => `&#${String(character.codePointAt(0) ?? 0)};`,
  );
  return `<code>${flat}</code>`;
}

/** A code span inside a table cell, where GitHub splits at every pipe that is not escaped, also within code. */
export function codeCell(text: string): string {
  return /[|\\]/.test(text) ? htmlCode(text) : code(text);
}

/**
 * What GitHub makes a link of: addresses, mentions, issues and pull requests. Repetitions before the mark that tells are
 * bounded: they would be tried from each character of a long word.
 */
const LINKABLE =
  /((?:[\w+.-]{0,20}:\/\/|www\.)\S+|[\w.+-]{0,64}@\w[\w./:-]*|[\w./-]{0,100}#\d\w*|\bGH-\d\w*)/gi;
/** A commit, also in what the split at the others left. */
const COMMIT = /\b([0-9a-f]{7,64})\b/gi;

/** Text that is only text: no emphasis, link, mention, tag, list, heading or table border can come of it. */
export function plain(text: string): string {
  return atStart(inline(text.trim()));
}

function inline(text: string): string {
  const flat = text.replaceAll(/[\t\n\r ]+/g, ' ');
  return alternate(flat, LINKABLE, (rest) => alternate(rest, COMMIT, escaped));
}

/** What matches `pattern` (one group) as code, the rest as `otherwise` has it. */
function alternate(text: string, pattern: RegExp, otherwise: (rest: string) => string): string {
  return text
    .split(pattern)
    .map((part, index) => (index % 2 === 1 ? code(part) : otherwise(part)))
    .join('');
}

function escaped(text: string): string {
  return visible(text)
    .replaceAll(/[\\`*_{}[\]()#+!|~]/g, (character) => `\\${character}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('$', '&#36;')
    .replaceAll('@', '@\u200B');
}

/** The start of a line makes lists, rules and headings of some characters, and commands for bots of a slash. */
function atStart(text: string): string {
  return text.replace(/^[-=/]/, (character) => `\\${character}`).replace(/^(\d+)([.)])/, '$1\\$2');
}

/** Sentences of ours that mark names with backticks: those become code, the rest stays plain. */
export function prose(text: string): string {
  return atStart(alternate(text.trim(), /`([^`\n]+)`/, inline));
}

/** A fenced block; the fence is longer than any run of backticks in the text, and no line is a command for a bot. */
export function fenced(text: string, language = ''): string {
  const lines = text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => visible(line.replaceAll('\t', '    ')));
  const isCommand = lines.some((line) => /^\s*\//.test(line));
  const shown = lines.map((line) => (isCommand ? `│ ${line}` : line)).join('\n');
  const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${shown}\n${fence}`;
}

/**
 * A folded part. The title is HTML: names in it go through `htmlCode`. The blank lines make GitHub read the content as
 * Markdown.
 */
export function folded(title: string, content: string, isOpen = false): string {
  const tag = isOpen ? '<details open>' : '<details>';
  return `${tag}\n<summary>${title}</summary>\n\n${content}\n\n</details>`;
}

export interface Column {
  readonly heading: string;
  readonly align?: 'right';
}

/** A table; cells are taken as they are, so values go through `codeCell` or `plain` first. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map((column) => column.heading)),
    line(columns.map((column) => (column.align === 'right' ? '--:' : '---'))),
    ...rows.map(line),
  ].join('\n');
}

/** `1 stack`, `3 stacks`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}
