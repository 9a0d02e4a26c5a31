import type { NetworkManagementClient, NetworkManagementClientOptionalParams } from '@azure/arm-network';
import type { AzureEnvironment } from '../action/azure-environment.ts';
import { ActionError } from '../action/errors.ts';
import { retry } from '../action/retry.ts';
import { isObject } from '../terraform/plan-json.ts';
import type { Reading } from '../tunnels/facts.ts';
import { type AzureDeps, createAzureCredential } from './credential.ts';

type Policy = NonNullable<NetworkManagementClientOptionalParams['additionalPolicies']>[number]['policy'];

const ATTEMPTS = 6;
const DEADLINE_MS = 90_000;
const ANSWER_MS = 30_000;
const MOST_PAGES = 1000;

/**
 * A client of Microsoft.Network of which each request retries for itself: in an operation that takes long, a poll that is
 * throttled is polled again, and the operation is not started anew, which would count as a write.
 */
export async function createNetworkClient(
  subscriptionId: string,
  environment: AzureEnvironment,
  deps: AzureDeps,
): Promise<NetworkManagementClient> {
  const { NetworkManagementClient: Client } = await import('@azure/arm-network');
  return new Client(createAzureCredential(environment, subscriptionId, deps), subscriptionId, {
    endpoint: environment.endpoint,
    retryOptions: { maxRetries: 0 },
    additionalPolicies: [
      { policy: retrying(deps), position: 'perRetry' },
      { policy: completeReferences, position: 'perCall' },
    ],
  });
}

class Refused extends Error {
  readonly retryAfterMs: number | undefined;
  constructor(message: string, retryAfterMs: number | undefined) {
    super(message);
    this.retryAfterMs = retryAfterMs;
  }
}

function retrying(deps: AzureDeps): Policy {
  return {
    name: 'retryingByItself',
    sendRequest: (request, next) => {
      const name = `ARM ${nameOf(request.url)}`;
      const outer = request.abortSignal;
      return retry(
        name,
        async () => {
          const signals = [
            deps.signal,
            AbortSignal.timeout(ANSWER_MS),
            ...(outer === undefined ? [] : [outer]),
          ];
          request.abortSignal = AbortSignal.any(signals as AbortSignal[]);
          const response = await next(request);
          const { status } = response;
          if (status !== 429 && status !== 408 && status < 500) return response;
          const seconds = Number(response.headers.get('retry-after'));
          throw new Refused(
            `status ${status}`,
            Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined,
          );
        },
        {
          ...deps,
          attempts: ATTEMPTS,
          deadlineMs: DEADLINE_MS,
          isRetryable: (error) => outer?.aborted !== true && isPassing(error),
          retryAfterMs: (error) => (error instanceof Refused ? error.retryAfterMs : undefined),
        },
      );
    },
  };
}

/** The last part of the path that is a name of a kind, not of an object. */
function nameOf(url: string): string {
  const path = new URL(url).pathname.split('/').filter((part) => part !== '');
  const provider = path.indexOf('Microsoft.Network');
  const parts = path.slice(provider + 1);
  return parts.filter((_part, index) => index % 2 === 0).join('/') || 'request';
}

const CONNECTION = /\b(?:ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|REQUEST_SEND_ERROR)\b/;

function isPassing(error: unknown): boolean {
  if (error instanceof Refused) return true;
  if (error instanceof ActionError) return false;
  const { code, message, name } = (error ?? {}) as {
    readonly code?: string;
    readonly message?: string;
    readonly name?: string;
  };
  return (
    CONNECTION.test(`${code ?? ''} ${message ?? ''}`) || name === 'AbortError' || name === 'TimeoutError'
  );
}

const REFERENCES = ['virtualNetworkGateway1', 'virtualNetworkGateway2', 'localNetworkGateway2'] as const;

/** As in network.ts: the SDK reads references of a connection as whole gateways, and fails without their `properties`. */
const completeReferences: Policy = {
  name: 'completeReferences',
  async sendRequest(request, next) {
    const response = await next(request);
    if (response.status !== 200 || !/\/connections(?:\/[^/?]+)?(?:\?|$)/i.test(request.url)) return response;
    const body = JSON.parse(response.bodyAsText ?? '{}') as Readonly<Record<string, unknown>>;
    const items: readonly unknown[] = Array.isArray(body['value']) ? body['value'] : [body];
    for (const item of items) {
      const properties = isObject(item) && isObject(item['properties']) ? item['properties'] : {};
      for (const name of REFERENCES) {
        const reference = properties[name];
        if (isObject(reference)) Object.assign(reference, { properties: reference['properties'] ?? {} });
      }
    }
    return { ...response, bodyAsText: JSON.stringify(body) };
  },
};

/** One call; failures become reasons. @param name for people, such as `ARM getBgpPeerStatus` */
export async function readArm<T>(
  name: string,
  call: () => PromiseLike<T>,
  { signal }: Pick<AzureDeps, 'signal'>,
): Promise<Reading<T>> {
  try {
    return { ok: true, value: await call() };
  } catch (error) {
    signal.throwIfAborted();
    return { ok: false, reason: reasonOf(name, error) };
  }
}

/** All of a paged list; what was read before a failure proves nothing. */
export function readArmList<T>(
  name: string,
  list: () => AsyncIterable<T>,
  deps: Pick<AzureDeps, 'signal'>,
): Promise<Reading<readonly T[]>> {
  return readArm(
    name,
    async () => {
      const items: T[] = [];
      for await (const item of list()) {
        items.push(item);
        if (items.length > MOST_PAGES * 100) throw new Error('the list has no end');
      }
      return items;
    },
    deps,
  );
}

/** An operation that Azure takes time for: started, then polled as its answer says, until a deadline in milliseconds. */
export function readOperation<T>(
  name: string,
  start: (abortSignal: AbortSignal) => PromiseLike<T>,
  deadlineMs: number,
  deps: Pick<AzureDeps, 'signal'>,
): Promise<Reading<T>> {
  const limit = AbortSignal.timeout(deadlineMs);
  return readArm(
    name,
    async () => {
      try {
        return await start(AbortSignal.any([deps.signal, limit]));
      } catch (error) {
        if (limit.aborted && !deps.signal.aborted) {
          throw new Error(`it did not end within ${Math.round(deadlineMs / 1000)} s`, { cause: error });
        }
        throw error;
      }
    },
    deps,
  );
}

function reasonOf(name: string, error: unknown): string {
  if (error instanceof ActionError) return error.message;
  const { statusCode, code, message } = (error ?? {}) as {
    readonly statusCode?: number;
    readonly code?: string;
    readonly message?: string;
  };
  const first = (message ?? String(error)).split('\n')[0] ?? '';
  const said = code === undefined || code === '' ? first : `${code}: ${first}`;
  const isDenied = statusCode === 401 || statusCode === 403;
  return isDenied ? `${name} was denied (${said})` : `${name} failed (${said})`;
}
