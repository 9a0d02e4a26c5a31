import type { IncomingMessage } from 'node:http';
import { ActionError } from '../action/errors.ts';
import { codedError, isConnectionFault } from './call.ts';
import { kubernetesErrors } from './errors.ts';
import type { Send } from './http.ts';
import { nameOf, pathOf, type Resource } from './resources.ts';
import { readRefusal, refusalOf } from './status.ts';
import type { KubernetesDeps, WatchEvent, WatchOptions } from './types.ts';

/** The server ends a watch after this long, and it is begun again where it was; below the token's life of 15 minutes. */
const WATCH_SECONDS = 290;
/** Bookmarks come about every minute: a connection that says nothing for longer is dead. */
const SILENCE_MS = 330_000;
const ATTEMPTS = 8;
const BASE_MS = 500;
const LONGEST_WAIT_MS = 20_000;
/** One object may be 1.5 MB (etcd's limit); more without a line end is no event. */
const LONGEST_LINE = 4 * 1024 * 1024;

interface RawEvent<T> {
  readonly type?: string;
  readonly object?: T & { readonly metadata?: { readonly resourceVersion?: string } };
}

interface Position {
  resourceVersion: string;
  /** Connections in a row that broke before an event. */
  failures: number;
}

/** See `ClusterDoor.watch`. */
export async function* watchEvents<T>(
  server: string,
  send: Send,
  resource: Resource<T>,
  options: WatchOptions,
  deps: KubernetesDeps,
): AsyncGenerator<WatchEvent<T>, void, undefined> {
  const name = `Kubernetes watch ${nameOf(resource)}`;
  const ended = options.signal ?? deps.signal;
  const isEnded = (): boolean => ended.aborted;
  const position: Position = { resourceVersion: options.resourceVersion, failures: 0 };
  while (!isEnded()) {
    deps.signal.throwIfAborted();
    try {
      for await (const event of connect(send, resource, options, position, deps)) {
        yield event;
        if (event.type === 'expired') return;
      }
    } catch (error) {
      deps.signal.throwIfAborted();
      if (isEnded()) return;
      await pause(name, server, error, position, deps, ended);
      if (refusalOf(error)?.status === 410) {
        yield { type: 'expired' };
        return;
      }
    }
  }
  deps.signal.throwIfAborted();
}

/** Waits before the next connection, or gives up with a coded error. */
async function pause(
  name: string,
  server: string,
  error: unknown,
  position: Position,
  deps: KubernetesDeps,
  ended: AbortSignal,
): Promise<void> {
  const refusal = refusalOf(error);
  if (refusal?.status === 410) return;
  const passes =
    refusal === undefined
      ? isConnectionFault(error) || (error as { readonly name?: unknown } | null)?.name === 'TimeoutError'
      : refusal.status === 429 || refusal.status >= 500;
  position.failures += 1;
  if (!passes || position.failures >= ATTEMPTS) {
    throw error instanceof ActionError ? error : codedError(name, server, error);
  }
  const most = Math.min(LONGEST_WAIT_MS, BASE_MS * 2 ** (position.failures - 1));
  const wait = Math.ceil(Math.max(Math.random() * most, refusal?.retryAfterMs ?? 0));
  const why = error instanceof Error ? error.message : String(error);
  deps.log.debug(`${name} was cut off (${why}); again in ${wait} ms.`);
  await deps.clock.sleep(wait, AbortSignal.any([deps.signal, ended])).catch(() => undefined);
}

async function* connect<T>(
  send: Send,
  resource: Resource<T>,
  options: WatchOptions,
  position: Position,
  deps: KubernetesDeps,
): AsyncGenerator<WatchEvent<T>, void, undefined> {
  const silence = new AbortController();
  const signal = AbortSignal.any([deps.signal, silence.signal, ...(options.signal ? [options.signal] : [])]);
  let timer: NodeJS.Timeout | undefined;
  const heard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(
      () => silence.abort(new DOMException('nothing was heard', 'TimeoutError')),
      SILENCE_MS,
    );
    timer.unref();
  };
  try {
    heard();
    const query = {
      watch: true,
      allowWatchBookmarks: true,
      timeoutSeconds: WATCH_SECONDS,
      resourceVersion: position.resourceVersion,
      labelSelector: options.labelSelector,
      fieldSelector: options.fieldSelector,
    };
    const path = pathOf(resource, options.namespace);
    const response = await send({ method: 'GET', path, query }, signal);
    for await (const line of linesOf(response, heard)) {
      const event = readEvent<T>(line, position);
      if (event !== undefined) yield event;
    }
  } finally {
    clearTimeout(timer);
    silence.abort();
  }
}

async function* linesOf(response: IncomingMessage, heard: () => void): AsyncGenerator<string> {
  response.setEncoding('utf8');
  let rest = '';
  for await (const part of response) {
    heard();
    const lines = (rest + String(part)).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw kubernetesErrors.EHA1509('A watch gave a line without an end.');
    yield* lines;
  }
  // What is left was cut off in the middle; the next connection gives it again.
}

const TYPES: Readonly<Record<string, 'added' | 'modified' | 'deleted'>> = {
  ADDED: 'added',
  MODIFIED: 'modified',
  DELETED: 'deleted',
};

function readEvent<T>(line: string, position: Position): WatchEvent<T> | undefined {
  if (line.trim() === '') return undefined;
  const { type = '', object } = parseEvent<T>(line);
  if (type === 'ERROR') {
    const status = Number((object as { readonly code?: unknown } | undefined)?.code ?? 500);
    if (status === 410) return { type: 'expired' };
    throw readRefusal(status, JSON.stringify(object), undefined);
  }
  const version = object?.metadata?.resourceVersion;
  if (version !== undefined && version !== '') position.resourceVersion = version;
  position.failures = 0;
  const known = TYPES[type];
  return known === undefined || object === undefined ? undefined : { type: known, object };
}

function parseEvent<T>(line: string): RawEvent<T> {
  try {
    return JSON.parse(line) as RawEvent<T>;
  } catch (cause) {
    throw kubernetesErrors.EHA1509('A watch gave a line that is no event.', { cause });
  }
}
