/**
 * Entra ID's token endpoint as far as workload identity federation needs it: a client assertion is exchanged for an
 * access token. It reads the assertion's claims but does not verify its signature.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { SIMULATED_ACCOUNTS, type World } from '../../../world/world.ts';
import { listen, type Listening, type PlainAnswer, type PlainRequest } from '../../listen.ts';
import type { ServerCertificate } from '../../tls.ts';

/** One federated credential of an application. */
export interface Federation {
  readonly clientId: string;
  /** The `sub` claim that is trusted; any when left out. */
  readonly subject?: string;
}

export interface LoginServer extends Listening {
  /** Whether the token was given out here. */
  readonly isToken: (token: string) => boolean;
  /** Resource that a token given out here is for, as in `https://vault.azure.net`; undefined for any other token. */
  readonly audienceOf: (token: string) => string | undefined;
  /** Application that got the token by logging in here; undefined for any other token. */
  readonly clientOf: (token: string) => string | undefined;
  /** Gives out a token without a login, as to a person at the command line. */
  readonly issue: () => string;
}

export interface LoginOptions {
  readonly certificate: ServerCertificate;
  readonly federations: readonly Federation[];
}

type Issue = (client: string | undefined, scope?: string) => string;

const AUDIENCE = 'api://AzureADTokenExchange';
const SECONDS = 3599;

/** Starts the service; its address is for AZURE_AUTHORITY_HOST. The fault `login-refused` strikes here. */
export async function startLoginServer(world: World, options: LoginOptions): Promise<LoginServer> {
  const tokens = new Map<string, { readonly audience: string; readonly client: string | undefined }>();
  const issue: Issue = (client, scope = 'https://management.azure.com/.default') => {
    const token = randomBytes(48).toString('base64url');
    tokens.set(token, { audience: scope.replace(/\/?\/\.default$/, ''), client });
    return token;
  };
  const server = await listen((request) => answer(request, world, options, issue), options.certificate);
  return {
    ...server,
    issue: () => issue(undefined),
    isToken: (token) => tokens.has(token),
    audienceOf: (token) => tokens.get(token)?.audience,
    clientOf: (token) => tokens.get(token)?.client,
  };
}

function answer(request: PlainRequest, world: World, options: LoginOptions, issue: Issue): PlainAnswer {
  const tenant = /^\/([^/]+)\/oauth2\/v2\.0\/token$/.exec(request.url.pathname)?.[1];
  if (request.method !== 'POST' || tenant === undefined) return { status: 404, body: '' };
  const form = new URLSearchParams(request.body);
  const problem = problemOf(form, tenant, options.federations);
  if (problem !== undefined) return refuse(world, problem);
  if (world.faults.strikes('login-refused')) {
    return refuse(world, {
      status: 400,
      error: 'invalid_request',
      code: 70021,
      text: 'No matching federated identity record found for presented assertion.',
    });
  }
  return reply(200, {
    token_type: 'Bearer',
    expires_in: SECONDS,
    ext_expires_in: SECONDS,
    access_token: issue(form.get('client_id') ?? undefined, form.get('scope') ?? undefined),
  });
}

interface Problem {
  readonly status: number;
  readonly error: string;
  readonly code: number;
  readonly text: string;
}

function problemOf(
  form: URLSearchParams,
  tenant: string,
  federations: readonly Federation[],
): Problem | undefined {
  const clientId = form.get('client_id') ?? '';
  const known = federations.filter((one) => one.clientId === clientId);
  if (tenant !== SIMULATED_ACCOUNTS.tenantId) {
    return { status: 400, error: 'invalid_request', code: 90002, text: `Tenant '${tenant}' not found.` };
  }
  if (known.length === 0) {
    const text = `Application with identifier '${clientId}' was not found in the directory.`;
    return { status: 400, error: 'unauthorized_client', code: 700016, text };
  }
  const claims = claimsOf(form.get('client_assertion') ?? '');
  const isTrusted = known.some(({ subject }) => subject === undefined || subject === claims['sub']);
  if (claims['aud'] === AUDIENCE && isTrusted) return undefined;
  const text = `No matching federated identity record found for presented assertion. Assertion Issuer: '${String(claims['iss'])}'. Assertion Subject: '${String(claims['sub'])}'. Assertion Audience: '${String(claims['aud'])}'. https://docs.microsoft.com/en-us/azure/active-directory/develop/workload-identity-federation`;
  return { status: 400, error: 'invalid_request', code: 70021, text };
}

function claimsOf(assertion: string): Readonly<Record<string, unknown>> {
  try {
    const payload = Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString('utf8');
    return JSON.parse(payload) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function refuse(world: World, { status, error, code, text }: Problem): PlainAnswer {
  const timestamp = `${new Date(world.clock.now()).toISOString().slice(0, 19).replace('T', ' ')}Z`;
  const trace = randomUUID();
  const correlation = randomUUID();
  const details = `Trace ID: ${trace}\r\nCorrelation ID: ${correlation}\r\nTimestamp: ${timestamp}`;
  return reply(status, {
    error,
    error_description: `AADSTS${code}: ${text}\r\n${details}`,
    error_codes: [code],
    timestamp,
    trace_id: trace,
    correlation_id: correlation,
    error_uri: `https://login.microsoftonline.com/error?code=${code}`,
  });
}

function reply(status: number, body: object): PlainAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store, no-cache' },
    body: JSON.stringify(body),
  };
}
