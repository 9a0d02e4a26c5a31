import type { ActionError } from './errors.ts';

/** The job log. `group` folds what happens inside it, also when it throws. */
export interface Logger {
  info(message: string): void;
  debug(message: string): void;
  notice(message: string, at?: AnnotationPlace): void;
  warning(message: string, at?: AnnotationPlace): void;
  error(message: string, at?: AnnotationPlace): void;
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
}

/** Where GitHub shows an annotation: file relative to the workspace, lines from 1. */
export interface AnnotationPlace {
  readonly title?: string;
  readonly file?: string;
  readonly startLine?: number;
  readonly endLine?: number;
}

/** Time, injectable so that retries and deadlines can be tested without waiting. Milliseconds throughout. */
export interface Clock {
  now(): number;
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** What GitHub says about the run, read once from the environment and the event file. */
export interface GitHubContext {
  /** `owner/name`. */
  readonly repository: string;
  readonly sha: string;
  readonly ref: string;
  readonly eventName: string;
  readonly event: Readonly<Record<string, unknown>>;
  readonly runId: number;
  readonly runAttempt: number;
  readonly job: string;
  readonly actor: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  /** Link to this run for comments and documents. */
  readonly runUrl: string;
  /** Absolute paths. */
  readonly workspace: string;
  readonly tempDirectory: string;
}

export interface ProcessOptions {
  /** Absolute working directory. */
  readonly cwd: string;
  /** Added to (or, when undefined, removed from) the environment of this process. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly onStdoutLine?: (line: string) => void;
  readonly onStderrLine?: (line: string) => void;
  /** Keep the whole standard output in the result; off for output that is streamed line by line. Default true. */
  readonly captureStdout?: boolean;
  /** Write standard output to this file instead of memory (absolute path). */
  readonly stdoutFile?: string;
  /** Given to the process on standard input, which is empty otherwise: the way to hand over a secret. */
  readonly stdin?: string;
  /** For cleaning up: starts also after a cancellation, and is not interrupted by one. */
  readonly evenWhenCancelled?: boolean;
  /** After so many milliseconds it gets the one SIGINT, and is killed when it has not ended half a minute later. */
  readonly interruptAfterMs?: number;
}

export interface ProcessResult {
  /** 128 + the signal's number when a signal ended it, as a shell counts. */
  readonly exitCode: number;
  readonly stdout: string;
  /** The last part of standard error, at most 1 MiB. */
  readonly stderr: string;
  /** True when the action was cancelled while it ran and its one SIGINT was forwarded. */
  readonly interrupted: boolean;
  readonly milliseconds: number;
}

/** Runs `argv[0]` with the rest as arguments, without a shell. Resolves with any exit code; rejects when it cannot start. */
export type RunProcess = (
  argv: readonly [string, ...string[]],
  options: ProcessOptions,
) => Promise<ProcessResult>;

/** What every action's `run` receives beside its inputs. Tests pass plain objects. */
export interface ActionDeps {
  readonly log: Logger;
  readonly clock: Clock;
  readonly github: GitHubContext;
  /** Aborted by the first SIGINT or SIGTERM. */
  readonly signal: AbortSignal;
  readonly runProcess: RunProcess;
  /** Registers a secret with the runner's masker; call before anything can log it. */
  readonly mask: (secret: string) => void;
  /** State for the action's `post` step (strings only, no secrets). */
  readonly state: { get(name: string): string; set(name: string, value: string): void };
}

/** What an action's `run` returns; the entry harness writes it. */
export interface ActionResult {
  readonly outputs: Readonly<Record<string, string | number | boolean>>;
  /** Already validated result document; written atomically, its path becomes the output `report`. */
  readonly report?: { readonly fileName: string; readonly document: object };
  /** Absolute folders that come first on PATH of the steps that follow. */
  readonly addToPath?: readonly string[];
  /** Job summary in order of importance; later parts are shortened or dropped first when it gets too long. */
  readonly summary?: readonly SummaryPart[];
  /** Fails the action after its outputs, report and summary have been written. */
  readonly failure?: ActionError;
}

export interface SummaryPart {
  readonly markdown: string;
  /** Used instead when the whole does not fit; without it the part is dropped and the drop is said. */
  readonly shorter?: string;
}
