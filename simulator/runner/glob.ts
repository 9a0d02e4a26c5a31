/**
 * The glob patterns of the actions toolkit (used by hashFiles, upload-artifact, cache): `*` and `?` within one path
 * segment, `**` across segments, `[…]` classes, a leading `!` excludes. Unlike the filters of triggers, `?` here is
 * exactly one character.
 */
export function globToRegExp(pattern: string): RegExp {
  let source = '';
  for (let index = 0; index < pattern.length; index += 1) {
    const char = pattern.charAt(index);
    if (char === '*' && pattern.charAt(index + 1) === '*') {
      const followedBySlash = pattern.charAt(index + 2) === '/';
      source += followedBySlash ? '(?:.*/)?' : '.*';
      index += followedBySlash ? 2 : 1;
    } else if (char === '*') source += '[^/]*';
    else if (char === '?') source += '[^/]';
    else if (char === '[') {
      const close = pattern.indexOf(']', index + 2);
      if (close < 0) source += '\\[';
      else {
        source += characterClass(pattern.slice(index + 1, close));
        index = close;
      }
    } else source += escapeRegExp(char);
  }
  return new RegExp(`^${source}$`, 's');
}

function characterClass(content: string): string {
  const negated = content.startsWith('!') || content.startsWith('^');
  const members = (negated ? content.slice(1) : content).replaceAll('\\', '\\\\').replaceAll(']', '\\]');
  return `[${negated ? '^' : ''}${members}]`;
}

/** Quotes every character that has a meaning in a regular expression. */
export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** Whether a pattern has any wildcard in it. */
export function hasWildcard(pattern: string): boolean {
  return /[*?[]/.test(pattern);
}
