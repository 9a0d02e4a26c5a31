import type { Clock, Logger } from '../action/types.ts';
import { expectedDuration } from './expected-durations.ts';
import type { UiEvent } from './ui-stream.ts';

/** After this long without a line the log says what Terraform is at work on. */
export const APPLY_HEARTBEAT_MS = 60_000;

/** Objects that a sign of life names. */
const MOST_NAMED = 10;

const DOING: Readonly<Record<string, readonly [begun: string, done: string]>> = {
  create: ['creating', 'created'],
  update: ['updating', 'updated'],
  delete: ['destroying', 'destroyed'],
};

/** One piece of work on one object; a replacement is two. */
export interface AppliedStep {
  readonly address: string;
  /** `create`, `update`, `delete` or `read`. */
  readonly action: string;
  readonly result: 'done' | 'failed' | 'interrupted';
  readonly milliseconds: number;
}

/**
 * Follows an apply in the log: one line for each object whose work begins or ends, with the time a slow one usually takes,
 * and a sign of life each minute. Addresses and actions only: identifiers and outputs may be secret.
 */
export class ApplyProgress {
  readonly #log: Logger;
  readonly #clock: Clock;
  readonly #total: number;
  readonly #running = new Map<
    string,
    { readonly address: string; readonly action: string; readonly since: number }
  >();
  readonly #steps: AppliedStep[] = [];
  #lastLine: number;

  /** @param total steps that the plan has */
  constructor(log: Logger, clock: Clock, total: number) {
    this.#log = log;
    this.#clock = clock;
    this.#total = total;
    this.#lastLine = clock.now();
  }

  /** Takes one event; those that are not of an apply are not its business. */
  readonly show = (event: UiEvent): void => {
    switch (event.type) {
      case 'apply-started':
        return this.#begin(event.address, event.action);
      case 'read':
        return this.#end(event.address, 'read', 'done');
      case 'applied':
        return this.#end(event.address, event.action, 'done');
      case 'apply-failed':
        return this.#end(event.address, event.action, 'failed');
      default:
        return undefined;
    }
  };

  /** Every step that was begun, those that did not end as `interrupted`. To be called when Terraform has ended. */
  steps(): readonly AppliedStep[] {
    const cut = [...this.#running.values()].map(({ address, action, since }) => ({
      address,
      action,
      result: 'interrupted' as const,
      milliseconds: this.#since(since),
    }));
    return [...this.#steps, ...cut];
  }

  /** Runs `work` and says each quiet minute what is being worked on. */
  async withHeartbeat<T>(work: () => Promise<T>): Promise<T> {
    const stop = new AbortController();
    const beating = this.#beat(stop.signal);
    try {
      return await work();
    } finally {
      stop.abort();
      await beating;
    }
  }

  #begin(address: string, action: string): void {
    this.#running.set(keyOf(address, action), { address, action, since: this.#clock.now() });
    if (action === 'read') return;
    const expected = expectedDuration(address, action);
    this.#line(`  … ${wordOf(action, 0)} ${address}${expected === undefined ? '' : ` (${expected})`}`);
  }

  #end(address: string, action: string, result: 'done' | 'failed'): void {
    const key = keyOf(address, action);
    const milliseconds = this.#since(this.#running.get(key)?.since ?? this.#clock.now());
    this.#running.delete(key);
    this.#steps.push({ address, action, result, milliseconds });
    const time = `${Math.round(milliseconds / 1000)} s`;
    const place = `[${this.#steps.length}/${this.#total}]`;
    if (result === 'done') this.#line(`  ✓ ${wordOf(action, 1)} ${address} after ${time} ${place}`);
    else this.#line(`  ✗ ${wordOf(action, 0)} ${address} failed after ${time}`);
  }

  #since(start: number): number {
    return Math.max(0, Math.round(this.#clock.now() - start));
  }

  #line(text: string): void {
    this.#lastLine = this.#clock.now();
    this.#log.info(text);
  }

  async #beat(stop: AbortSignal): Promise<void> {
    const isStopped = (): boolean => stop.aborted;
    while (!isStopped()) {
      const quiet = this.#clock.now() - this.#lastLine;
      try {
        await this.#clock.sleep(Math.max(APPLY_HEARTBEAT_MS - quiet, 1), stop);
      } catch {
        return;
      }
      if (!isStopped() && this.#clock.now() - this.#lastLine >= APPLY_HEARTBEAT_MS)
        this.#line(this.#atWork());
    }
  }

  #atWork(): string {
    const running = [...this.#running.values()];
    if (running.length === 0) return `  … still at work: ${this.#steps.length} of ${this.#total} steps done`;
    const named = running.slice(0, MOST_NAMED).map(({ address, action, since }) => {
      const expected = expectedDuration(address, action);
      const time = formatMinutes(this.#since(since));
      return `${wordOf(action, 0)} ${address} for ${time}${expected === undefined ? '' : ` (${expected})`}`;
    });
    const left = running.length - named.length;
    return `  … still ${named.join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
  }
}

function keyOf(address: string, action: string): string {
  return `${action} ${address}`;
}

function wordOf(action: string, tense: 0 | 1): string {
  return DOING[action]?.[tense] ?? (tense === 0 ? 'reading' : 'read');
}

function formatMinutes(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
