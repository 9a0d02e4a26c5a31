import type { Clock, Logger } from '../action/types.ts';
import type { UiEvent } from './ui-stream.ts';

/** After this long without a line the log says that Terraform is still at work. */
export const HEARTBEAT_MS = 10_000;

/** Lines of each kind that are printed one by one; a plan of thousands of resources would bury the rest. */
export const MOST_LINES_PER_KIND = 200;

const SYMBOLS: Readonly<Record<string, string>> = {
  create: '+',
  update: '~',
  replace: '-/+',
  delete: '-',
  remove: '.',
  read: '<=',
  import: '=>',
  move: '->',
  forget: '.',
};

/** Follows Terraform's event stream in the log: one short line an object, addresses and actions only. */
export class PlanProgress {
  readonly #log: Logger;
  readonly #clock: Clock;
  readonly #started: number;
  readonly #seen = { refreshed: 0, planned: 0, drift: 0 };
  #lastLine: number;

  constructor(log: Logger, clock: Clock) {
    this.#log = log;
    this.#clock = clock;
    this.#started = clock.now();
    this.#lastLine = this.#started;
  }

  /** Prints one event; diagnostics and notes are not its business. */
  show(event: UiEvent): void {
    switch (event.type) {
      case 'refreshed':
        return this.#line('refreshed', `  read  ${event.address}`);
      case 'read':
        return this.#line('refreshed', `  read  ${event.address} (data)`);
      case 'drift':
        return this.#line('drift', `  drift ${event.address}: ${event.action} outside Terraform`);
      case 'planned':
        return this.#line(
          'planned',
          `  plan  ${SYMBOLS[event.action] ?? '?'} ${event.address} (${event.action})`,
        );
      default:
        return undefined;
    }
  }

  /** Runs `work` and, while it lasts, prints the elapsed time whenever nothing else was printed for a while. */
  async withHeartbeat<T>(what: string, work: () => Promise<T>): Promise<T> {
    const stop = new AbortController();
    const beating = this.#beat(what, stop.signal);
    try {
      return await work();
    } finally {
      stop.abort();
      await beating;
    }
  }

  /** `12 objects read, 3 changes planned` for the end of a plan and for the heartbeat. */
  totals(): string {
    const { refreshed, planned, drift } = this.#seen;
    return `${refreshed} objects read, ${drift} changed outside Terraform, ${planned} changes planned`;
  }

  #line(kind: 'refreshed' | 'planned' | 'drift', text: string): void {
    this.#seen[kind] += 1;
    if (this.#seen[kind] > MOST_LINES_PER_KIND) return;
    this.#lastLine = this.#clock.now();
    this.#log.info(text);
    if (this.#seen[kind] === MOST_LINES_PER_KIND)
      this.#log.info('  … further lines of this kind are only counted');
  }

  async #beat(what: string, stop: AbortSignal): Promise<void> {
    const isStopped = (): boolean => stop.aborted;
    while (!isStopped()) {
      const quiet = this.#clock.now() - this.#lastLine;
      try {
        await this.#clock.sleep(Math.max(HEARTBEAT_MS - quiet, 1), stop);
      } catch {
        return;
      }
      const now = this.#clock.now();
      if (isStopped() || now - this.#lastLine < HEARTBEAT_MS) continue;
      this.#lastLine = now;
      this.#log.info(`  … ${what} for ${Math.round((now - this.#started) / 1000)} s: ${this.totals()}`);
    }
  }
}
