/** What a command of a probe printed, as an outcome with its reason. */
import type { CommandResult } from './probe-commands.ts';
import {
  firstLine,
  percentile,
  readClientIp,
  readDig,
  readHttp,
  readLargeBody,
  readPing,
  type Pings,
} from './read-output.ts';

export interface Reading {
  readonly outcome: 'passed' | 'failed' | 'unknown';
  readonly detail: string;
  /** Address that the server saw. */
  readonly seenIp?: string;
  readonly pings?: Pings;
}

const passed = (detail: string, more: Partial<Reading> = {}): Reading => ({
  outcome: 'passed',
  detail,
  ...more,
});
const failed = (detail: string, more: Partial<Reading> = {}): Reading => ({
  outcome: 'failed',
  detail,
  ...more,
});

/** 126 and 127: the program is not in the image or cannot be run, which says nothing of the network. */
function unreadable({ output, exitCode }: CommandResult): Reading {
  const why = exitCode === 126 || exitCode === 127 ? 'the image lacks the program' : 'output not understood';
  return { outcome: 'unknown', detail: `${why}: ${firstLine(output)}` };
}

function isMissingProgram({ exitCode }: CommandResult): boolean {
  return exitCode === 126 || exitCode === 127;
}

export interface PingLimits {
  readonly maximumLossPercent: number;
  readonly maximumLatencyMs: number;
}

export function readPings(result: CommandResult, limits: PingLimits): Reading {
  const pings = readPing(result.output);
  if (pings === undefined || pings.sent === 0) return unreadable(result);
  const loss = Math.round(((pings.sent - pings.received) / pings.sent) * 100);
  const p95 = percentile(pings.roundTrips, 95);
  const detail = `${String(loss)} % lost${p95 === null ? '' : `, 95 % within ${String(p95)} ms`}`;
  if (pings.received === 0) return failed('no echo reply', { pings });
  if (loss > limits.maximumLossPercent)
    return failed(`${detail}; at most ${String(limits.maximumLossPercent)} % may be`, { pings });
  if (p95 !== null && p95 > limits.maximumLatencyMs) {
    return failed(`${detail}; at most ${String(limits.maximumLatencyMs)} ms may be`, { pings });
  }
  return passed(detail, { pings });
}

export function readTcp(result: CommandResult): Reading {
  const answer = readHttp(result.output);
  if (answer === undefined || isMissingProgram(result)) return unreadable(result);
  const seenIp = readClientIp(answer.body);
  if (answer.status === 200 && seenIp !== undefined) return passed(`seen as ${seenIp}`, { seenIp });
  return failed(answer.status === 0 ? firstLine(result.output) : `status ${String(answer.status)}`);
}

export function readUdp(result: CommandResult): Reading {
  if (isMissingProgram(result)) return unreadable(result);
  const seenIp = readClientIp(result.output);
  return seenIp === undefined ? failed('no answer') : passed(`seen as ${seenIp}`, { seenIp });
}

/** Both ways: the server echoes the body. */
export function readBody(result: CommandResult, bytes: number): Reading {
  const transfer = readLargeBody(result.output);
  if (transfer === undefined || isMissingProgram(result)) return unreadable(result);
  const { status, sent, received } = transfer;
  if (status === 200 && received === bytes) return passed(`${String(bytes)} bytes both ways`);
  return failed(
    `${String(sent)} bytes sent, ${String(received)} of ${String(bytes)} received (${firstLine(result.output)})`,
  );
}

/** Only an answer of one of the pods behind the service proves it. */
export function readService(result: CommandResult, pods: readonly string[]): Reading {
  const answer = readHttp(result.output);
  if (answer === undefined || isMissingProgram(result)) return unreadable(result);
  if (answer.status !== 200)
    return failed(answer.status === 0 ? firstLine(result.output) : `status ${String(answer.status)}`);
  return pods.includes(answer.body)
    ? passed(`answered by ${answer.body}`)
    : failed(`answered by ${answer.body.slice(0, 80)}, which is not behind it`);
}

export function readHeadless(result: CommandResult, addresses: readonly string[]): Reading {
  const answer = readDig(result.output);
  if (answer === undefined || isMissingProgram(result)) return unreadable(result);
  const lacking = addresses.filter((address) => !answer.addresses.includes(address));
  const extra = answer.addresses.filter((address) => !addresses.includes(address));
  if (answer.status !== 'NOERROR') return failed(answer.status);
  if (lacking.length > 0) return failed(`without ${lacking.join(', ')}`);
  return extra.length > 0
    ? failed(`with ${extra.join(', ')}`)
    : passed(`${String(addresses.length)} addresses`);
}

export function readName(result: CommandResult): Reading {
  const answer = readDig(result.output);
  if (answer === undefined || isMissingProgram(result)) return unreadable(result);
  if (answer.status === 'NOERROR' && answer.addresses.length > 0) return passed(answer.addresses.join(', '));
  return failed(answer.status === 'NOERROR' ? 'no address in the answer' : answer.status);
}

/** The certificate is verified; who asks without credentials is let in (200) or turned away (401, 403). */
export function readApi(result: CommandResult): Reading {
  if (isMissingProgram(result)) return unreadable(result);
  const status = /^(\d{3})$/m.exec(result.output)?.[1];
  if (result.exitCode === 0 && (status === '200' || status === '401' || status === '403')) {
    return passed(`TLS verified, status ${status}`);
  }
  if (status === undefined) return unreadable(result);
  return failed(status === '000' ? firstLine(result.output) : `status ${status}`);
}
