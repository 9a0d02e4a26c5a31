/** A version as Terraform reads it (the rules of its library go-version, not those of npm). */
export interface Version {
  /** At least three; missing ones are 0. */
  readonly segments: readonly number[];
  /** How many segments were written: `~> 1.5` and `~> 1.5.0` differ by it. */
  readonly written: number;
  /** Identifiers after the number, such as `['rc1']`; empty for a release. */
  readonly prerelease: readonly string[];
  /** After `+`; has no part in comparisons. */
  readonly metadata: string;
}

const PRERELEASE = String.raw`-([0-9][0-9A-Za-z~-]*(?:\.[0-9A-Za-z~-]+)*)|-?([A-Za-z~-][0-9A-Za-z~-]*(?:\.[0-9A-Za-z~-]+)*)`;
const METADATA = String.raw`\+([0-9A-Za-z~-]+(?:\.[0-9A-Za-z~-]+)*)`;
const VERSION = new RegExp(String.raw`^v?([0-9]+(?:\.[0-9]+)*)(?:${PRERELEASE})?(?:${METADATA})?$`);

/** Longer text is no version; the bound keeps the pattern's work small whatever a file holds. */
const LONGEST = 200;

/**
 * Reads `1.11.4`, `v1.11`, `1.12.0-rc1`, `1.12.0rc1`, `1.0.0+meta`; undefined for anything else, also for numbers that
 * JavaScript cannot hold exactly.
 */
export function parseVersion(text: string): Version | undefined {
  const match = text.length > LONGEST ? null : VERSION.exec(text);
  if (match === null) return undefined;
  const [, numbers = '', afterDash = '', named = '', metadata = ''] = match;
  const written = numbers.split('.').map(Number);
  if (written.some((segment) => !Number.isSafeInteger(segment))) return undefined;
  const prerelease = afterDash === '' ? named : afterDash;
  return {
    segments: [...written, 0, 0].slice(0, Math.max(3, written.length)),
    written: written.length,
    prerelease: prerelease === '' ? [] : prerelease.split('.'),
    metadata,
  };
}

/** The canonical text: three segments or more, no `v`, no leading zeros. */
export function formatVersion({ segments, prerelease, metadata }: Version): string {
  const before = prerelease.length === 0 ? '' : `-${prerelease.join('.')}`;
  return `${segments.join('.')}${before}${metadata === '' ? '' : `+${metadata}`}`;
}

/** The same version without what follows its numbers: what Terraform holds against `required_version`. */
export function coreOf({ segments, written }: Version): Version {
  return { segments, written, prerelease: [], metadata: '' };
}

export function isPrerelease(version: Version): boolean {
  return version.prerelease.length > 0;
}

function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Negative, zero or positive as `a` is lower than, equal to or higher than `b`; missing segments count as 0. */
export function compareSegments(a: Version, b: Version): number {
  const length = Math.max(a.segments.length, b.segments.length);
  for (let index = 0; index < length; index += 1) {
    const order = compareNumbers(a.segments[index] ?? 0, b.segments[index] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

/**
 * Numbers below words, numbers by value, words by their bytes. Where one version has no identifier left it is lower
 * than one with a number and, unlike in Semantic Versioning, higher than one with a word: so does go-version.
 */
function compareIdentifiers(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return isNumber(b) ? -1 : 1;
  if (b === undefined) return isNumber(a) ? 1 : -1;
  if (isNumber(a) && isNumber(b)) return compareNumbers(Number(a), Number(b));
  if (isNumber(a) !== isNumber(b)) return isNumber(a) ? -1 : 1;
  return a < b ? -1 : 1;
}

function isNumber(identifier: string | undefined): boolean {
  return identifier !== undefined && /^-?[0-9]+$/.test(identifier);
}

/** Negative, zero or positive; a pre-release is lower than its release, metadata has no part. */
export function compareVersions(a: Version, b: Version): number {
  const order = compareSegments(a, b);
  if (order !== 0) return order;
  if (!isPrerelease(a) || !isPrerelease(b)) return Number(isPrerelease(b)) - Number(isPrerelease(a));
  const length = Math.max(a.prerelease.length, b.prerelease.length);
  for (let index = 0; index < length; index += 1) {
    const part = compareIdentifiers(a.prerelease[index], b.prerelease[index]);
    if (part !== 0) return part;
  }
  return 0;
}
