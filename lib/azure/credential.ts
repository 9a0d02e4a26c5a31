import type { AccessToken, TokenCredential } from '@azure/core-auth';
import type { AzureEnvironment } from '../action/azure-environment.ts';
import { keepValue } from '../action/kept-value.ts';
import { retry } from '../action/retry.ts';
import type { ActionDeps } from '../action/types.ts';
import { sourceErrors } from '../net/sources/errors.ts';

export type AzureDeps = Pick<ActionDeps, 'clock' | 'log' | 'signal' | 'mask' | 'runProcess' | 'github'>;

/** A token with less time left is not used any more: the call it is for may take a while. */
const LEAST_LEFT_MS = 120_000;
/** The audience that federated credentials of Entra ID expect by default. */
const AUDIENCE = 'api://AzureADTokenExchange';
const ANSWER_MS = 20_000;
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/**
 * Tokens for Azure without a stored secret: the job's OIDC token exchanged at Entra ID where the environment names a
 * client and a tenant and the job may ask for one, else the Azure CLI, which azure/login has logged in. A token is kept
 * for all calls until shortly before its end.
 * @param subscriptionId for the CLI; empty for the one it has selected
 * @throws from `getToken` EHA1525 when there are no credentials or they are refused, EHA1526 when nobody answers
 */
export function createAzureCredential(
  environment: AzureEnvironment,
  subscriptionId: string,
  deps: AzureDeps,
): TokenCredential {
  const request = (scope: string): Promise<AccessToken> => {
    const { clientId, tenantId, idToken } = environment;
    if (clientId === undefined || tenantId === undefined || idToken === undefined) {
      return fromCli(scope, subscriptionId, deps);
    }
    return exchange({ clientId, tenantId, idToken, host: environment.authorityHost }, scope, deps);
  };
  const kept = new Map<string, () => Promise<AccessToken>>();
  return {
    getToken: (scopes) => {
      const scope = typeof scopes === 'string' ? scopes : scopes.join(' ');
      const get =
        kept.get(scope) ??
        keepValue(
          () => request(scope),
          ({ expiresOnTimestamp }) => expiresOnTimestamp - deps.clock.now() > LEAST_LEFT_MS,
        );
      kept.set(scope, get);
      return get();
    },
  };
}

interface Federation {
  readonly clientId: string;
  readonly tenantId: string;
  readonly idToken: { readonly url: string; readonly token: string };
  readonly host: string;
}

async function exchange(federation: Federation, scope: string, deps: AzureDeps): Promise<AccessToken> {
  const { clientId, tenantId, idToken, host } = federation;
  const assertion = await requestIdToken(idToken, deps);
  const answer = await fetchJson(
    'Entra ID token',
    `${host}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`,
    {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        scope,
        client_assertion_type: ASSERTION_TYPE,
        client_assertion: assertion,
      }),
    },
    deps,
  );
  const { access_token: token, expires_in: seconds } = answer;
  if (typeof token !== 'string' || token === '') {
    throw sourceErrors.EHA1526('Entra ID answered without a token.');
  }
  deps.mask(token);
  return { token, expiresOnTimestamp: deps.clock.now() + Number(seconds ?? 0) * 1000 };
}

async function requestIdToken({ url, token }: Federation['idToken'], deps: AzureDeps): Promise<string> {
  const address = new URL(url);
  address.searchParams.set('audience', AUDIENCE);
  const headers = { authorization: `bearer ${token}` };
  const { value } = await fetchJson('GitHub OIDC token', address.href, { headers }, deps);
  if (typeof value !== 'string' || value === '')
    throw sourceErrors.EHA1526('GitHub answered without a token.');
  deps.mask(value);
  return value;
}

class HttpFailure extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** @throws EHA1525 for a refusal (4xx), EHA1526 when nobody answers. Messages hold what the service says, no token. */
async function fetchJson(
  name: string,
  url: string,
  init: RequestInit,
  deps: AzureDeps,
): Promise<Readonly<Record<string, unknown>>> {
  let refusal: HttpFailure | undefined;
  try {
    return await retry(
      name,
      async () => {
        const signal = AbortSignal.any([deps.signal, AbortSignal.timeout(ANSWER_MS)]);
        const response = await fetch(url, { ...init, signal, redirect: 'error' });
        const text = await response.text();
        if (response.ok) return JSON.parse(text) as Readonly<Record<string, unknown>>;
        throw new HttpFailure(response.status, refusalText(text, response.status));
      },
      {
        ...deps,
        deadlineMs: 60_000,
        isRetryable: (error) => {
          if (!(error instanceof HttpFailure)) return !(error instanceof SyntaxError);
          refusal = error;
          return error.status === 429 || error.status >= 500;
        },
      },
    );
  } catch (error) {
    deps.signal.throwIfAborted();
    if (refusal !== undefined && error === refusal) {
      throw sourceErrors.EHA1525(`${name} was refused: ${refusal.message}`);
    }
    const why = error instanceof Error ? error.message : String(error);
    throw sourceErrors.EHA1526(why.startsWith(name) ? why : `${name} failed: ${why}`, { cause: error });
  }
}

/** Entra ID describes a refusal over several lines; the first says it, with its AADSTS code. */
function refusalText(text: string, status: number): string {
  try {
    const { error_description: described, error } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    if (typeof described === 'string') return described.split(/\r?\n| Trace ID:/)[0] ?? '';
    if (typeof error === 'string') return `${error} (${status})`;
  } catch {
    // A proxy's page says nothing that helps.
  }
  return `the answer had status ${status}`;
}

async function fromCli(scope: string, subscriptionId: string, deps: AzureDeps): Promise<AccessToken> {
  const argv = [
    'az',
    'account',
    'get-access-token',
    '--scope',
    scope,
    ...(subscriptionId === '' ? [] : ['--subscription', subscriptionId]),
  ] as const;
  const { stdout, stderr, exitCode } = await deps
    .runProcess([...argv, '--output', 'json'], { cwd: deps.github.tempDirectory })
    .catch((cause: unknown) => {
      throw sourceErrors.EHA1525(
        'The job has no federated credential (AZURE_CLIENT_ID, AZURE_TENANT_ID and id-token: write) and no Azure CLI.',
        { cause },
      );
    });
  if (exitCode !== 0) {
    const said = stderr.trim().split('\n').at(-1) ?? '';
    throw sourceErrors.EHA1525(`The Azure CLI gave no token: ${said}`);
  }
  return readCliAnswer(stdout, deps);
}

function readCliAnswer(stdout: string, deps: AzureDeps): AccessToken {
  let answer: Readonly<Record<string, unknown>> = {};
  try {
    answer = JSON.parse(stdout) as typeof answer;
  } catch {
    throw sourceErrors.EHA1525('The Azure CLI answered in an unexpected form.');
  }
  const { accessToken: token, expires_on: seconds, expiresOn: local } = answer;
  if (typeof token !== 'string' || token === '') {
    throw sourceErrors.EHA1525('The Azure CLI answered without a token.');
  }
  deps.mask(token);
  // `expires_on` (seconds) came with version 2.54; before, there was local time alone.
  const expires = typeof seconds === 'number' ? seconds * 1000 : Date.parse(String(local));
  return { token, expiresOnTimestamp: Number.isNaN(expires) ? deps.clock.now() + 60_000 : expires };
}
