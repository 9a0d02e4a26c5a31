/**
 * Decides which objects a pattern of an input means. Without `.`, `[` or `/` it is a resource type (`aws_kms_key`,
 * `aws_db_*`), else an address (`module.data.*`, `aws_s3_bucket.state`). `*` stands for any characters, dots and
 * brackets included, everything else for itself. An address without an index means every instance of the resource, and
 * that of a module everything in it.
 */
export function matchesPattern(
  pattern: string,
  object: { readonly address: string; readonly type: string },
): boolean {
  const source = pattern.split('*').map(escaped).join('.*');
  if (!/[.[/]/.test(pattern)) return new RegExp(`^${source}$`, 's').test(object.type);
  const inside = pattern.endsWith(']') ? '(?:\\..*)?' : '(?:[.[].*)?';
  return new RegExp(`^${source}${inside}$`, 's').test(object.address);
}

/** The first of the patterns that means the object. */
export function firstMatch(
  patterns: readonly string[],
  object: { readonly address: string; readonly type: string },
): string | undefined {
  return patterns.find((pattern) => matchesPattern(pattern, object));
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.|?+()[\]{}]/g, '\\$&');
}
