/** Text as an inline code span, whatever it holds: the fence is longer than any run of backticks inside. */
export function code(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ');
  const longest = Math.max(0, ...[...flat.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = flat.startsWith('`') || flat.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${flat}${pad}${fence}`;
}

/** A code span inside a table cell, where GitHub splits at every pipe that is not escaped, also within code. */
export function codeCell(text: string): string {
  return code(text).replaceAll('|', '\\|');
}

/** Text that is only text: no emphasis, link, mention, tag or table border can come of it. */
export function plain(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]()#+!|~]/g, (character) => `\\${character}`)
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '@\u200B');
}

/** Sentences of ours that mark names with backticks: those become code, the rest stays plain. */
export function prose(text: string): string {
  return text
    .split(/`([^`\n]+)`/)
    .map((part, index) => (index % 2 === 1 ? code(part) : plain(part)))
    .join('');
}

/** A fenced block; the fence is longer than any run of backticks in the text. */
export function fenced(text: string, language = ''): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** A folded part. The blank lines make GitHub read the content as Markdown. */
export function folded(title: string, content: string): string {
  return `<details>\n<summary>${title}</summary>\n\n${content}\n\n</details>`;
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
