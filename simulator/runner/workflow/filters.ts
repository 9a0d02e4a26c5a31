import { escapeRegExp } from '../glob.ts';

/**
 * The filter patterns of `branches`, `tags` and `paths`: `*` within a segment, `**` across, `?` and `+` repeat the
 * character before them, `[…]` lists characters, `\` escapes. Source: workflow syntax reference, filter pattern cheat sheet.
 */
function filterToRegExp(pattern: string): RegExp {
  let source = '';
  for (let index = 0; index < pattern.length; index += 1) {
    const char = pattern.charAt(index);
    if (char === '*' && pattern.charAt(index + 1) === '*') {
      const slash = pattern.charAt(index + 2) === '/';
      source += slash ? '(?:.*/)?' : '.*';
      index += slash ? 2 : 1;
    } else if (char === '*') source += '[^/]*';
    else if (char === '?' || char === '+') source += source === '' ? escapeRegExp(char) : char;
    else if (char === '[' && pattern.includes(']', index)) {
      const close = pattern.indexOf(']', index);
      source += pattern.slice(index, close + 1);
      index = close;
    } else if (char === '\\') {
      index += 1;
      source += escapeRegExp(pattern.charAt(index));
    } else source += escapeRegExp(char);
  }
  return new RegExp(`^${source}$`, 's');
}

/**
 * Whether a name passes an including filter: patterns apply in order and the last that matches decides; a `!` pattern
 * takes back. A list of only negative patterns passes nothing.
 */
export function passes(patterns: readonly string[], name: string): boolean {
  let selected = false;
  for (const pattern of patterns) {
    const negative = pattern.startsWith('!');
    if (filterToRegExp(negative ? pattern.slice(1) : pattern).test(name)) selected = !negative;
  }
  return selected;
}
