import type { JobIdentity, RunnerHost } from '../host.ts';

/** What a job may do with the cache: the `cache-mode` key; `write` reads and writes. */
export type CacheMode = 'read' | 'write' | 'write-only' | 'none';

/** What a stand-in for a third-party action may see and do; the same things the real one gets from the runner. */
export interface DoubleContext {
  readonly host: RunnerHost;
  readonly job: JobIdentity;
  readonly workspace: string;
  readonly temp: string;
  readonly cacheDirectory: string;
  readonly cacheMode: CacheMode;
  /** The step's environment, as a process of the step would get it. */
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Whether the job's status is success; what a post step's own condition may ask. */
  readonly jobSucceeded: () => boolean;
  /** An input, trimmed; the empty string when it was not given and has no default. */
  input(name: string): string;
  /** A YAML 1.2 core boolean input; anything else is an error in the words of @actions/core. */
  booleanInput(name: string): boolean;
  setOutput(name: string, value: string): void;
  setEnv(name: string, value: string): void;
  mask(value: string): void;
  info(line: string): void;
  warning(message: string): void;
  /** Values kept from `main` for `post` of the same step. */
  readonly state: Map<string, string>;
}

/** A stand-in for one third-party action: its manifest and its behaviour. A rejection fails the step with its message. */
export interface ActionDouble {
  /** `owner/name` or `owner/name/path`, lower case. */
  readonly name: string;
  /** The action.yml: names, defaults and requirements of inputs as in the pinned release. */
  readonly manifest: string;
  readonly main: (context: DoubleContext) => Promise<void>;
  readonly post?: (context: DoubleContext) => Promise<void>;
  /** Condition of `post`; `always()` when not given. */
  readonly postIf?: string;
}
