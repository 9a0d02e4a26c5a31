/** Identifiers as GitHub makes them: counted, so that a rehearsal sees the same ones every time. */

/** First ids by kind, in the size GitHub's are today: comment, run and job ids no longer fit 32 bits. */
const FIRST: Readonly<Record<string, number>> = {
  user: 190_000_001,
  repository: 1_330_000_001,
  issue: 3_650_000_001,
  pull: 2_900_000_001,
  comment: 3_560_000_001,
  label: 9_500_000_001,
  workflow: 210_000_001,
  run: 19_600_000_001,
  job: 56_100_000_001,
  artifact: 4_600_000_001,
  environment: 10_200_000_001,
  rule: 46_000_001,
  policy: 61_000_001,
  review: 3_400_000_001,
  deployment: 3_400_000_001,
  'deployment-status': 5_200_000_001,
  status: 41_000_000_001,
  team: 14_000_001,
  'check-suite': 50_800_000_001,
};

/** Counts ids of each kind. */
export class IdCounter {
  readonly #next = new Map<string, number>();

  next(kind: keyof typeof FIRST): number {
    const id = this.#next.get(kind) ?? FIRST[kind] ?? 1;
    this.#next.set(kind, id + 1);
    return id;
  }
}

/** MessagePack of an unsigned integer, as far as ids need it. */
function packed(value: number): Buffer {
  if (value < 0x80) return Buffer.from([value]);
  const wide = value > 0xffff_ffff;
  const buffer = Buffer.alloc(wide ? 9 : 5);
  buffer[0] = wide ? 0xcf : 0xce;
  if (wide) buffer.writeBigUInt64BE(BigInt(value), 1);
  else buffer.writeUInt32BE(value, 1);
  return buffer;
}

/**
 * A global id of the current form: prefix of the kind, then URL-safe base64 of the MessagePack array [0, ids…], for
 * example `IC_kwDO…`; real ids decode to the same. Callers of the API must treat it as opaque.
 */
export function nodeId(prefix: string, ...ids: readonly number[]): string {
  const bytes = Buffer.concat([Buffer.from([0x91 + ids.length, 0]), ...ids.map(packed)]);
  return `${prefix}_${bytes.toString('base64url')}`;
}

/** A time as GitHub writes it: whole seconds, UTC. */
export function timestamp(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
