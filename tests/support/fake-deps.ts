import type { ActionDeps, Clock, GitHubContext, Logger } from '#lib/action/types.js';

export interface LogEntry {
  readonly level: 'info' | 'debug' | 'notice' | 'warning' | 'error' | 'group' | 'endgroup';
  readonly message: string;
  readonly title?: string;
}

export interface RecordingLogger extends Logger {
  readonly entries: readonly LogEntry[];
  /** Messages of one level, or of all. */
  messages(level?: LogEntry['level']): readonly string[];
}

/** Keeps what is logged, in order. */
export function recordingLogger(): RecordingLogger {
  const entries: LogEntry[] = [];
  const at = (level: LogEntry['level']) => (message: string, place?: { readonly title?: string }) => {
    entries.push({ level, message, ...(place?.title === undefined ? {} : { title: place.title }) });
  };
  return {
    entries,
    messages: (level) =>
      entries.filter((entry) => level === undefined || entry.level === level).map((e) => e.message),
    info: at('info'),
    debug: at('debug'),
    notice: at('notice'),
    warning: at('warning'),
    error: at('error'),
    async group(title, work) {
      at('group')(title);
      try {
        return await work();
      } finally {
        at('endgroup')('');
      }
    },
  };
}

export interface ManualClock extends Clock {
  /** Milliseconds of each sleep so far. */
  readonly sleeps: readonly number[];
  advance(milliseconds: number): void;
}

/** A clock that stands still, except that each `sleep` moves it on at once by its whole length. */
export function manualClock(start = Date.parse('2026-11-22T12:00:00Z')): ManualClock {
  let now = start;
  const sleeps: number[] = [];
  return {
    sleeps,
    now: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
    },
    async sleep(milliseconds, signal) {
      signal?.throwIfAborted();
      sleeps.push(milliseconds);
      now += milliseconds;
      // A real sleep lets other work run first.
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
    },
  };
}

/** A pull request's context; give the fields a test is about. */
export function fakeGitHub(overrides: Partial<GitHubContext> = {}): GitHubContext {
  return {
    repository: 'octo-org/platform',
    sha: '1111111111111111111111111111111111111111',
    ref: 'refs/pull/7/merge',
    eventName: 'pull_request',
    event: {
      number: 7,
      pull_request: { number: 7, head: { sha: '2222222222222222222222222222222222222222' } },
    },
    runId: 4242,
    runAttempt: 1,
    job: 'plan',
    actor: 'octocat',
    serverUrl: 'https://github.com',
    apiUrl: 'https://api.github.com',
    graphqlUrl: 'https://api.github.com/graphql',
    runUrl: 'https://github.com/octo-org/platform/actions/runs/4242',
    workspace: '/nonexistent/workspace',
    tempDirectory: '/nonexistent/temp',
    ...overrides,
  };
}

export interface FakeDeps extends ActionDeps {
  readonly log: RecordingLogger;
  readonly clock: ManualClock;
  readonly masked: readonly string[];
  readonly saved: ReadonlyMap<string, string>;
}

type Overrides = Partial<Omit<ActionDeps, 'log' | 'clock' | 'github'>> & {
  readonly log?: RecordingLogger;
  readonly clock?: ManualClock;
  readonly github?: Partial<GitHubContext>;
};

/** What `run` needs, without a runner; a process that no test expects is refused. */
export function fakeDeps(overrides: Overrides = {}): FakeDeps {
  const masked: string[] = [];
  const saved = new Map<string, string>();
  return {
    signal: new AbortController().signal,
    runProcess: (argv) => Promise.reject(new Error(`unexpected process: ${argv.join(' ')}`)),
    mask: (secret) => {
      masked.push(secret);
    },
    state: { get: (name) => saved.get(name) ?? '', set: (name, value) => void saved.set(name, value) },
    masked,
    saved,
    ...overrides,
    log: overrides.log ?? recordingLogger(),
    clock: overrides.clock ?? manualClock(),
    github: fakeGitHub(overrides.github),
  };
}
