import { stripVTControlCharacters } from 'node:util';
import { marked, type Token, type Tokens } from 'marked';
import type { Terminal } from './terminal.ts';

/**
 * Shows a GitHub comment in the terminal: headings, lists, tables, fences and folded parts as indented text. Of each
 * list at most `mostItems` are shown and the rest counted, of a fence twice as many lines.
 *
 * The tokens come from `marked`; the printing is ours because the available terminal renderer leaves emphasis inside
 * list items as raw Markdown and prints the HTML of folded parts, which is most of a plan comment.
 */
export function commentForTerminal(markdown: string, terminal: Terminal, mostItems: number): string {
  const withoutMarkers = markdown.replaceAll(/<!--[\s\S]*?-->/g, '').trim();
  return blocks(marked.lexer(withoutMarkers), terminal, mostItems)
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n');
}

function blocks(tokens: readonly Token[], terminal: Terminal, mostItems: number): string[] {
  return tokens.flatMap((token) => block(token, terminal, mostItems));
}

function block(token: Token, terminal: Terminal, mostItems: number): string[] {
  switch (token.type) {
    case 'heading':
      return [terminal.bold(inline(token.tokens ?? [], terminal)), ''];
    case 'paragraph':
      return [...inline(token.tokens ?? [], terminal).split('\n'), ''];
    case 'text':
      return inline(token.tokens ?? [token], terminal).split('\n');
    case 'code':
      return [...code(token as Tokens.Code, terminal, mostItems), ''];
    case 'list':
      return [...list(token as Tokens.List, terminal, mostItems), ''];
    case 'table':
      return [...table(token as Tokens.Table, terminal), ''];
    case 'blockquote':
      return blocks(token.tokens ?? [], terminal, mostItems).map((line) => (line === '' ? '' : `│ ${line}`));
    case 'html':
      return html((token as Tokens.HTML).text, terminal);
    case 'space':
      return [''];
    case 'hr':
      return ['─'.repeat(20), ''];
    default:
      return [token.raw.trimEnd()];
  }
}

function list(token: Tokens.List, terminal: Terminal, mostItems: number): string[] {
  const shown = token.items.slice(0, mostItems);
  const left = token.items.length - shown.length;
  const more = left > 0 ? [terminal.dim(`    … and ${String(left)} more`)] : [];
  return [...shown.flatMap((item) => listItem(item, terminal, mostItems)), ...more];
}

function listItem(item: Tokens.ListItem, terminal: Terminal, mostItems: number): string[] {
  const lines = blocks(item.tokens, terminal, mostItems).filter((line) => line !== '');
  return lines.map((line, index) => (index === 0 ? `  • ${line}` : `    ${line}`));
}

/** Only the text of folded parts is worth a line; the tags themselves are layout. */
function html(text: string, terminal: Terminal): string[] {
  const summary = /<summary>([\s\S]*?)<\/summary>/.exec(text)?.[1];
  if (summary !== undefined) return [terminal.bold(`▸ ${decode(stripTags(summary)).trim()}`)];
  const rest = decode(stripTags(text)).trim();
  return rest === '' ? [] : [rest];
}

function stripTags(text: string): string {
  return text.replaceAll(/<[^>]*>/g, '');
}

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#124;', '|')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');
}

/** A diagram's source tells little; GitHub draws it. */
function code(token: Tokens.Code, terminal: Terminal, mostItems: number): string[] {
  if (token.lang === 'mermaid') return [terminal.dim('  [a picture of the link, drawn by GitHub]')];
  const lines = token.text.split('\n');
  const left = lines.length - 2 * mostItems;
  const more = left > 0 ? [terminal.dim(`    … and ${String(left)} more lines`)] : [];
  return [...lines.slice(0, 2 * mostItems).map((line) => `    ${diffLine(line, terminal)}`), ...more];
}

function diffLine(line: string, terminal: Terminal): string {
  if (line.startsWith('+')) return terminal.green(line);
  if (line.startsWith('-')) return terminal.red(line);
  return line.startsWith('!') ? terminal.yellow(line) : line;
}

function inline(tokens: readonly Token[], terminal: Terminal): string {
  return tokens.map((token) => inlineToken(token, terminal)).join('');
}

function inlineToken(token: Token, terminal: Terminal): string {
  switch (token.type) {
    case 'strong':
      return terminal.bold(inline(token.tokens ?? [], terminal));
    case 'codespan':
      return decode((token as Tokens.Codespan).text);
    case 'em':
    case 'del':
    case 'link':
      return inline(token.tokens ?? [], terminal);
    case 'escape':
      return (token as Tokens.Escape).text;
    case 'br':
      return '\n';
    case 'html':
      return decode(stripTags((token as Tokens.HTML).text));
    case 'text':
      return token.tokens === undefined
        ? decode((token as Tokens.Text).text)
        : inline(token.tokens, terminal);
    default:
      return decode(token.raw);
  }
}

function table(token: Tokens.Table, terminal: Terminal): string[] {
  const rows = [token.header, ...token.rows].map((row) => row.map((cell) => inline(cell.tokens, terminal)));
  const widths = token.header.map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  const lines = rows.map((row) =>
    `  ${row.map((cell, column) => pad(cell, widths[column] ?? 0, token.align[column] === 'right')).join('  ')}`.trimEnd(),
  );
  const rule = `  ${widths.map((length) => '─'.repeat(length)).join('  ')}`;
  return [lines[0] ?? '', rule, ...lines.slice(1)];
}

function width(text: string): number {
  return [...stripVTControlCharacters(text)].length;
}

function pad(text: string, length: number, right: boolean): string {
  const fill = ' '.repeat(Math.max(0, length - width(text)));
  return right ? fill + text : text + fill;
}
