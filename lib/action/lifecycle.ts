import { setFlagsFromString } from 'node:v8';
import { actionErrors } from './action-errors.ts';
import { toActionError } from './error-report.ts';
import type { ActionError } from './errors.ts';
import { createProcessRunner, type ProcessRunner } from './process.ts';
import type { Logger } from './types.ts';

/** What happens to this process from outside, as one abort signal and one promise. */
export interface Lifecycle {
  /** Aborts on the first SIGINT or SIGTERM, and on an error that nobody caught, with the error as reason. */
  readonly signal: AbortSignal;
  readonly processes: ProcessRunner;
  /** Rejects when the work cannot be waited for any longer; never resolves. */
  readonly fatal: Promise<never>;
  /** The error of the cancellation, once there was one. */
  cancelled(): ActionError | undefined;
  /** Waits for children that are still running; without a cancellation they are asked to stop. */
  close(): Promise<void>;
}

/**
 * The runner cancels a step by SIGINT to the entry process, SIGTERM 7.5 s later, and a kill of the whole tree 2.5 s
 * after that. The first signal aborts; repeats must not reach a child, since Terraform takes a second interrupt as the
 * order to exit at once and lose its state. A SIGTERM while no child runs ends the work, for then it hangs on something
 * that does not listen and outputs would be lost to the kill.
 */
function followSignals(
  controller: AbortController,
  processes: ProcessRunner,
  log: Logger,
  giveUp: (error: ActionError) => void,
): () => ActionError | undefined {
  let cancellation: ActionError | undefined;
  let repeatSaid = false;
  const onSignal = (signal: NodeJS.Signals) => {
    const running = processes.running();
    if (cancellation === undefined) {
      const during = running.length === 0 ? '' : ` while ${running.join(', ')} was running`;
      cancellation = actionErrors.EHA1005(`The action was cancelled (${signal})${during}.`);
      controller.abort(cancellation);
      return;
    }
    if (running.length === 0 && signal === 'SIGTERM') giveUp(cancellation);
    else if (!repeatSaid && running.length > 0) {
      repeatSaid = true;
      log.info(
        `${signal} again: still waiting for ${running.join(', ')}, which was asked to stop once and is not asked again.`,
      );
    }
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return () => cancellation;
}

/**
 * Node 24 can hang in its own exit: it waits for V8's workers, and one that compiles baseline code may wait for a
 * garbage collection that only the main thread, now at its end, would run (nodejs/node#54918; seen in a debugger on
 * 24.21.0). Without that compiler on workers there is nobody to wait for; the main thread does its short work instead.
 */
function avoidHangAtExit(): void {
  setFlagsFromString('--no-concurrent-sparkplug');
}

/** Installs the process-wide handlers; called once, by the harness. */
export function startLifecycle(log: Logger): Lifecycle {
  avoidHangAtExit();
  const controller = new AbortController();
  const processes = createProcessRunner(controller.signal, log);
  let reject: (error: ActionError) => void = () => undefined;
  const fatal = new Promise<never>((_, rejectFatal) => {
    reject = rejectFatal;
  });
  // The harness may be past the point where it waits for this promise.
  fatal.catch(() => undefined);
  const onUncaught = (error: unknown) => {
    reject(toActionError(error));
    controller.abort(error);
  };
  process.on('uncaughtException', onUncaught);
  process.on('unhandledRejection', onUncaught);
  process.on('beforeExit', () => {
    reject(actionErrors.EHA1000('The action waits for something that cannot happen any more.'));
  });
  const cancelled = followSignals(controller, processes, log, (error) => reject(error));
  return {
    signal: controller.signal,
    processes,
    fatal,
    cancelled,
    async close() {
      if (processes.running().length > 0 && !controller.signal.aborted) {
        controller.abort(actionErrors.EHA1000('The action ended before a process it had started.'));
      }
      await processes.idle();
    },
  };
}

function flush(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.once('error', () => resolve());
    stream.write('', () => resolve());
  });
}

/**
 * Ends the process once its output is written. Explicit, because keep-alive sockets of an SDK would hold it for
 * seconds or minutes after the work is done.
 */
export async function exitProcess(code: number): Promise<void> {
  await Promise.all([flush(process.stdout), flush(process.stderr)]);
  process.exit(code);
}
