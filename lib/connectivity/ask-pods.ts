import type { ActionDeps } from '../action/types.ts';
import { execInPod } from '../kubernetes/exec.ts';
import type { Connection } from '../kubernetes/types.ts';
import { CONTAINER } from './objects.ts';
import { batchCommand, type CommandResult, readBatch } from './probe-commands.ts';
import type { ProbePod } from './types.ts';

/** Asks pods, and counts the calls. */
export interface PodAsker {
  /** Results in the order of the commands; undefined where none came. `problem` when a call failed. */
  ask(pod: ProbePod, commands: readonly string[]): Promise<Answers>;
  readonly calls: () => number;
}

export interface Answers {
  readonly results: readonly (CommandResult | undefined)[];
  readonly problem?: string;
}

/** Commands of one call: they are in its address, and run at once in a container with little memory. */
const MOST_COMMANDS = 120;
const CALL_TIMEOUT_MS = 60_000;
/** A dial from the API server to a kubelet gets a second chance, as it would from kubectl. */
const ATTEMPTS = 2;

async function execBatch(
  connection: Connection,
  pod: { readonly name: string; readonly namespace: string },
  commands: readonly string[],
  signal: AbortSignal,
): Promise<Answers> {
  const { stdout } = await execInPod(connection, pod, {
    container: CONTAINER,
    command: batchCommand(commands),
    signal: AbortSignal.any([signal, AbortSignal.timeout(CALL_TIMEOUT_MS)]),
  });
  return { results: readBatch(stdout, commands.length) };
}

export function createAsker(
  connection: Connection,
  namespace: string,
  { signal, log }: Pick<ActionDeps, 'signal' | 'log'>,
): PodAsker {
  let calls = 0;
  const call = async (pod: ProbePod, commands: readonly string[]): Promise<Answers> => {
    let problem = '';
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      signal.throwIfAborted();
      calls += 1;
      try {
        return await execBatch(connection, { name: pod.name, namespace }, commands, signal);
      } catch (error) {
        signal.throwIfAborted();
        problem = error instanceof Error ? error.message : String(error);
        log.debug(`exec in ${pod.name}: ${problem}`);
      }
    }
    return { results: commands.map(() => undefined), problem };
  };
  return {
    calls: () => calls,
    async ask(pod, commands) {
      const results: (CommandResult | undefined)[] = [];
      let problem: string | undefined;
      for (let start = 0; start < commands.length; start += MOST_COMMANDS) {
        const answers = await call(pod, commands.slice(start, start + MOST_COMMANDS));
        results.push(...answers.results);
        problem ??= answers.problem;
      }
      return { results, ...(problem === undefined ? {} : { problem }) };
    },
  };
}

/** Runs `work` for each item, so many at a time, and keeps the order. */
export async function inParallel<T, R>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await work(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
  return results;
}
