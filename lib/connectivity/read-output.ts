/** What the commands of the probe print, as facts. */

export interface Pings {
  readonly sent: number;
  readonly received: number;
  /** Milliseconds, as they came. */
  readonly roundTrips: readonly number[];
}

/** BusyBox and iputils; undefined when it is neither's. */
export function readPing(output: string): Pings | undefined {
  const counts = /(\d+) packets transmitted, (\d+) (?:packets )?received/.exec(output);
  if (counts === null) return undefined;
  const roundTrips = [...output.matchAll(/\btime=([\d.]+) ms/g)].map((match) => Number(match[1]));
  return { sent: Number(counts[1]), received: Number(counts[2]), roundTrips };
}

export interface HttpAnswer {
  /** 0 when nobody answered. */
  readonly status: number;
  readonly body: string;
}

/** The body, then `status connect total` on a line of its own; curl's complaint may stand before or after it. */
export function readHttp(output: string): HttpAnswer | undefined {
  const match = /^(\d{3}) [\d.]+ [\d.]+$/m.exec(output);
  if (match === null) return undefined;
  return { status: Number(match[1]), body: output.slice(0, match.index).trim() };
}

/** The address in `10.0.0.7:41234`; undefined for anything else. */
export function readClientIp(text: string): string | undefined {
  return /^\[?(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})\]?:\d+$/m.exec(text.trim())?.[1];
}

export interface BodyTransfer {
  readonly status: number;
  readonly sent: number;
  readonly received: number;
}

export function readLargeBody(output: string): BodyTransfer | undefined {
  const match = /^(\d{3}) (\d+) (\d+)$/m.exec(output);
  if (match === null) return undefined;
  return { status: Number(match[1]), sent: Number(match[2]), received: Number(match[3]) };
}

export interface TransferTimes {
  readonly upSeconds: number;
  readonly downSeconds: number;
}

/** Of a body of so many bytes that went there and came back whole; undefined for any other. */
export function readTransferTimes(output: string, bytes: number): TransferTimes | undefined {
  const match = /^(\d{3}) (\d+) (\d+) ([\d.]+) ([\d.]+) ([\d.]+)$/m.exec(output);
  if (match === null) return undefined;
  const [status = 0, , received = 0, connected = 0, answered = 0, total = 0] = match.slice(1).map(Number);
  if (status !== 200 || received !== bytes) return undefined;
  return { upSeconds: answered - connected, downSeconds: total - answered };
}

export interface DnsAnswer {
  /** `NOERROR`, `NXDOMAIN`, `SERVFAIL`, …; `NO ANSWER` when none came. */
  readonly status: string;
  readonly addresses: readonly string[];
}

export function readDig(output: string): DnsAnswer | undefined {
  const status = /status: ([A-Z]+)/.exec(output)?.[1];
  if (status === undefined) {
    const isSilent = /no servers could be reached|timed out|connection refused|unreachable/i.test(output);
    return isSilent ? { status: 'NO ANSWER', addresses: [] } : undefined;
  }
  const addresses = [...output.matchAll(/\sIN\s+A\s+(\d{1,3}(?:\.\d{1,3}){3})/g)].map(
    (match) => match[1] ?? '',
  );
  return { status, addresses };
}

/** MTU of the interface, in bytes. */
export function readMtu(output: string): number | undefined {
  const found = /\bmtu (\d+)/.exec(output)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** What curl complains of, else the first line that says something; for a person. */
export function firstLine(output: string): string {
  const lines = output
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const line = lines.find((text) => text.startsWith('curl:')) ?? lines[0];
  return (line ?? 'no output').slice(0, 200);
}

/** The value below which so many of 100 samples are (nearest rank); null without samples. */
export function percentile(samples: readonly number[], percent: number): number | null {
  if (samples.length === 0) return null;
  const sorted = [...samples].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  return sorted[rank - 1] ?? null;
}
