/** How much passes from cloud to cloud: one body each way between one pair of pods. */
import type { PodAsker } from './ask-pods.ts';
import { placeOf } from './matrix.ts';
import { BODY_BYTES, HTTP_PORT, throughputCommand } from './probe-commands.ts';
import { firstLine, readTransferTimes } from './read-output.ts';
import type { Check, ProbePod } from './types.ts';

/** Mbit/s (10⁶ bits) from one node's pod to another's; null when it could not be measured. */
export interface Throughput {
  readonly source: string;
  readonly target: string;
  readonly megabitsPerSecond: number | null;
}

export interface ThroughputResult {
  readonly checks: readonly Check[];
  readonly throughputs: readonly Throughput[];
}

/**
 * From the first hybrid node's pod, for its side opens connections in every pod routing: what is sent goes one way, what
 * comes back the other. Measured when nothing else is asked.
 * @param minimum Mbit/s; 0 takes any
 */
export async function measureThroughput(
  pods: readonly ProbePod[],
  asker: PodAsker,
  minimum: number,
): Promise<ThroughputResult> {
  const azure = pods.find(({ node }) => node.cloud === 'azure');
  const aws = pods.find(({ node }) => node.cloud === 'aws');
  if (azure === undefined || aws === undefined) return { checks: [], throughputs: [] };
  const { results, problem } = await asker.ask(azure, [throughputCommand(aws.ip, HTTP_PORT)]);
  const [result] = results;
  const times = result === undefined ? undefined : readTransferTimes(result.output, BODY_BYTES);
  const why = problem ?? (result === undefined ? 'no result came back' : firstLine(result.output));
  const ways = [
    { from: azure, to: aws, seconds: times?.upSeconds },
    { from: aws, to: azure, seconds: times?.downSeconds },
  ];
  const measured = ways.map(({ from, to, seconds }) => ({ from, to, speed: speedOf(seconds) }));
  return {
    checks: measured.map(({ from, to, speed }) => judge(from, to, speed, minimum, why)),
    throughputs: measured.map(({ from, to, speed }) => ({
      source: from.node.name,
      target: to.node.name,
      megabitsPerSecond: speed ?? null,
    })),
  };
}

/** With one digit; undefined for times too short to tell anything. */
function speedOf(seconds: number | undefined): number | undefined {
  if (seconds === undefined || seconds <= 0) return undefined;
  return Math.round((BODY_BYTES * 8) / seconds / 100_000) / 10;
}

function judge(from: ProbePod, to: ProbePod, speed: number | undefined, minimum: number, why: string): Check {
  const common = { kind: 'throughput' as const, source: placeOf(from), target: placeOf(to) };
  if (speed === undefined) return { ...common, outcome: 'unknown', detail: why };
  const detail = `${String(speed)} Mbit/s`;
  if (speed >= minimum) return { ...common, outcome: 'passed', detail };
  return { ...common, outcome: 'failed', detail: `${detail}; at least ${String(minimum)} are wanted` };
}
