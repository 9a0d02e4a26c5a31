/** What the stand-in prints: lines of one run, those of a test kept back until it fails unless `--verbose` is given. */
import type { Writable } from 'node:stream';

export class Output {
  readonly #stream: Writable;
  readonly #verbose: boolean;
  #kept: string[] = [];

  constructor(stream: Writable, verbose: boolean) {
    this.#stream = stream;
    this.#verbose = verbose;
  }

  line(text: string): void {
    this.#stream.write(`${text}\n`);
  }

  /** A dot for each action while lines are kept back. */
  dot(): void {
    if (!this.#verbose) this.#stream.write('.');
  }

  /** A line of a test. */
  detail(text: string): void {
    if (this.#verbose) this.line(`  ${text}`);
    else this.#kept.push(`  ${text}`);
  }

  /** At the end of a test: what was kept is shown when it failed, and forgotten. */
  flush(failed: boolean): void {
    if (!this.#verbose) this.line('');
    if (failed) for (const line of this.#kept) this.line(line);
    this.#kept = [];
  }
}
