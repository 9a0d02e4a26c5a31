import type { StandingResource } from './types.ts';

/** What the tags of one environment say about its end. */
export interface EnvironmentExpiry {
  readonly name: string;
  /** `permanent`: no resource has an expiry. `invalid`: one of the expiries is not a time, so none is believed. */
  readonly status: 'expired' | 'alive' | 'permanent' | 'invalid';
  /** The latest of the times (ISO 8601, UTC): until then something of it is wanted. Null without one, or with an invalid one. */
  readonly expiresAt: string | null;
  /** Values that are no times. */
  readonly invalid: readonly string[];
  readonly resources: number;
  /** Of them, those that are billed, may be, or let others in. */
  readonly leftovers: number;
}

const RFC_3339 =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:[Zz]|[+-]\d{2}:\d{2})$/;

/**
 * Milliseconds of a time in RFC 3339 with its offset; undefined for anything else, also for days that no calendar has
 * (`2026-02-30`), which Date would move to another day, and for leap seconds.
 */
export function parseInstant(text: string): number | undefined {
  const match = RFC_3339.exec(text);
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number);
  const utc = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day ?? 0));
  const isDay = utc.getUTCMonth() === (month ?? 0) - 1 && utc.getUTCDate() === day;
  if (!isDay || (hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return undefined;
  const milliseconds = Date.parse(text.replace(' ', 'T').toUpperCase());
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}

/**
 * Groups resources by the value of a tag and reads when each environment ends. Where its resources disagree, the latest
 * time counts: too late costs money, too early destroys what someone still uses.
 * @param now milliseconds
 */
export function expiries(
  resources: readonly (Pick<StandingResource, 'tags'> & { readonly leftover: boolean })[],
  keys: { readonly environment: string; readonly expires: string },
  now: number,
): readonly EnvironmentExpiry[] {
  const names = [...new Set(resources.flatMap(({ tags }) => tags[keys.environment] ?? []))].sort();
  return names.map((name) => {
    const own = resources.filter(({ tags }) => tags[keys.environment] === name);
    const given = [...new Set(own.flatMap(({ tags }) => tags[keys.expires] ?? []))];
    const invalid = given.filter((text) => parseInstant(text) === undefined);
    const times = given.flatMap((text) => parseInstant(text) ?? []);
    const latest = invalid.length > 0 || times.length === 0 ? null : Math.max(...times);
    const counts = { resources: own.length, leftovers: own.filter(({ leftover }) => leftover).length };
    const status = statusOf(invalid.length, latest, now);
    return {
      name,
      status,
      expiresAt: latest === null ? null : new Date(latest).toISOString(),
      invalid,
      ...counts,
    };
  });
}

function statusOf(invalid: number, latest: number | null, now: number): EnvironmentExpiry['status'] {
  if (invalid > 0) return 'invalid';
  if (latest === null) return 'permanent';
  return latest <= now ? 'expired' : 'alive';
}
