/**
 * The secrets of Key Vault over HTTP: get, set, delete, recover, purge, list, deleted secrets. A vault is named by the
 * host (`<vault>.vault.azure.net`) or by the first part of the path. Rights come from the role assignments in the world.
 * Source: https://learn.microsoft.com/rest/api/keyvault/secrets
 */
import { text } from '../../../world/attributes.ts';
import {
  deleteSecret,
  findSecret,
  isPurgeProtected,
  listSecrets,
  mayUseSecrets,
  purgeSecret,
  recoverSecret,
  setSecret,
  type SecretAction,
} from '../../../world/vault-secrets.ts';
import type { World } from '../../../world/world.ts';
import type { Service, ServiceAnswer, ServiceRequest } from '../../loopback.ts';
import type { TokenIssuer } from '../tokens.ts';
import { deletedBundle, secretBundle, secretItem } from './shapes.ts';

const AUDIENCE = 'https://vault.azure.net';
/** Beyond it a list goes on at `nextLink`. */
const PAGE = 25;

export interface KeyVaultOptions {
  readonly world: World;
  readonly tokens: Pick<TokenIssuer, 'verify'>;
  /** How many calls about a deleted secret still find its deletion under way. Default none. */
  readonly settlingCalls?: number;
  /** The vault's firewall does not let the caller in. */
  readonly isBlocked?: () => boolean;
}

interface VaultRequest {
  /** Name of a deleted secret → calls that still find its deletion under way. */
  readonly settling: Map<string, number>;
  readonly options: KeyVaultOptions;
  readonly request: ServiceRequest;
  readonly vault: string;
  readonly principalId: string;
}

class Refusal extends Error {
  readonly answer: ServiceAnswer;

  constructor(status: number, code: string, message: string, inner?: string) {
    super(message);
    const innererror = inner === undefined ? {} : { innererror: { code: inner } };
    this.answer = { status, body: { error: { code, message, ...innererror } } };
  }
}

export function createKeyVaultService(options: KeyVaultOptions): Service {
  const settling = new Map<string, number>();
  return (original) => {
    const { vault, request } = locate(original);
    const bearer = /^Bearer (.+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
    const claims = bearer === undefined ? undefined : options.tokens.verify(bearer);
    if (claims?.audience !== AUDIENCE) return challenge(bearer === undefined);
    if (options.isBlocked?.() === true) return BLOCKED;
    try {
      return answer({ settling, options, request, vault, principalId: claims.principalId });
    } catch (error) {
      if (error instanceof Refusal) return error.answer;
      throw error;
    }
  };
}

function locate(request: ServiceRequest): { readonly vault: string; readonly request: ServiceRequest } {
  const host = /^([a-z0-9-]+)\.vault\.azure\.net(:\d+)?$/i.exec(request.headers['host'] ?? '')?.[1];
  if (host !== undefined) return { vault: host, request };
  const [, vault = '', ...rest] = request.path.split('/');
  return { vault, request: { ...request, path: `/${rest.join('/')}` } };
}

const BLOCKED: ServiceAnswer = {
  status: 403,
  body: {
    error: {
      code: 'Forbidden',
      message: 'Client address is not authorized and caller is not a trusted service.',
      innererror: { code: 'ForbiddenByFirewall' },
    },
  },
};

/** As recorded of the service; the text for a token that is none is from its documentation. */
function challenge(missing: boolean): ServiceAnswer {
  const message = missing
    ? 'AKV10000: Request is missing a Bearer or PoP token.'
    : 'AKV10022: Invalid audience or token.';
  const authorization = 'https://login.windows.net/00000000-0000-4000-8000-000000000002';
  return {
    status: 401,
    headers: { 'www-authenticate': `Bearer authorization="${authorization}", resource="${AUDIENCE}"` },
    body: { error: { code: 'Unauthorized', message } },
  };
}

function answer(call: VaultRequest): ServiceAnswer {
  const { method, path, query } = call.request;
  if (query.get('api-version') === null) throw new Refusal(400, 'BadParameter', 'api-version is missing');
  const [, collection, name = '', verb = ''] = path.split('/');
  if (collection === 'secrets') {
    if (name === '') return list(call, false);
    if (method === 'GET') return get(call, name);
    if (method === 'PUT') return put(call, name);
    if (method === 'DELETE') return remove(call, name);
  }
  if (collection === 'deletedsecrets') {
    if (name === '') return list(call, true);
    if (verb === 'recover' && method === 'POST') return recover(call, name);
    return deleted(call, name);
  }
  throw new Refusal(404, 'NotFound', 'Resource not found');
}

function demand({ options, principalId, vault }: VaultRequest, action: SecretAction, name?: string): void {
  if (mayUseSecrets(options.world, principalId, vault, action, name)) return;
  throw new Refusal(
    403,
    'Forbidden',
    `Caller is not authorized to perform action on resource. Caller: oid=${principalId}. Action: '${action}'. Vault: ${vault}`,
    'ForbiddenByRbac',
  );
}

function require(call: VaultRequest, name: string, isDeleted: boolean) {
  const secret = findSecret(call.options.world, call.vault, name);
  if (secret === undefined || (text(secret, 'deleted') !== '') !== isDeleted) {
    throw new Refusal(
      404,
      'SecretNotFound',
      `A secret with (name/id) ${name} was not found in this key vault. If you recently deleted this secret you may be able to recover it using the correct recovery command.`,
    );
  }
  return secret;
}

/** A secret that is past its end or before its beginning is given out; one that is disabled is not. */
function get(call: VaultRequest, name: string): ServiceAnswer {
  demand(call, 'read', name);
  const secret = require(call, name, false);
  if (secret.attributes['enabled'] === false) {
    throw new Refusal(
      403,
      'Forbidden',
      'Operation get is not allowed on a disabled secret.',
      'SecretDisabled',
    );
  }
  return { status: 200, body: secretBundle(call.options.world, secret) };
}

interface SetBody {
  readonly value?: unknown;
  readonly contentType?: string;
  readonly attributes?: { readonly enabled?: boolean; readonly exp?: number; readonly nbf?: number };
  readonly tags?: Readonly<Record<string, string>>;
}

function put(call: VaultRequest, name: string): ServiceAnswer {
  demand(call, 'write', name);
  if (!/^[0-9a-z-]{1,127}$/i.test(name)) throw new Refusal(400, 'BadParameter', 'The secret name is invalid');
  const body = parse(call.request.body);
  if (typeof body.value !== 'string') {
    throw new Refusal(400, 'BadParameter', 'The value of the secret is missing');
  }
  const secret = setSecret(call.options.world, {
    vault: call.vault,
    name,
    value: body.value,
    ...(body.contentType !== undefined && { contentType: body.contentType }),
    ...(body.attributes?.enabled !== undefined && { enabled: body.attributes.enabled }),
    ...(body.attributes?.exp !== undefined && { expires: body.attributes.exp }),
    ...(body.attributes?.nbf !== undefined && { notBefore: body.attributes.nbf }),
    ...(body.tags !== undefined && { tags: body.tags }),
  });
  if (secret === undefined) {
    const message = `Secret ${name} is currently in a deleted but recoverable state, and its name cannot be reused`;
    throw new Refusal(409, 'Conflict', message, 'ObjectIsDeletedButRecoverable');
  }
  return { status: 200, body: secretBundle(call.options.world, secret) };
}

function parse(body: string): SetBody {
  try {
    return JSON.parse(body) as SetBody;
  } catch {
    throw new Refusal(400, 'BadParameter', 'The request body is no JSON');
  }
}

function remove(call: VaultRequest, name: string): ServiceAnswer {
  demand(call, 'delete', name);
  const secret = deleteSecret(call.options.world, require(call, name, false));
  call.settling.set(secret.key, call.options.settlingCalls ?? 0);
  return { status: 200, body: deletedBundle(call.options.world, secret) };
}

function deleted(call: VaultRequest, name: string): ServiceAnswer {
  const isPurge = call.request.method === 'DELETE';
  demand(call, isPurge ? 'purge' : 'read', name);
  const secret = require(call, name, true);
  settle(call, secret.key);
  if (!isPurge) return { status: 200, body: deletedBundle(call.options.world, secret) };
  if (isPurgeProtected(call.options.world, call.vault)) {
    const message = 'Operation "purge" is not allowed because purge protection is enabled for this vault.';
    throw new Refusal(403, 'Forbidden', message, 'ForbiddenByPolicy');
  }
  purgeSecret(call.options.world, secret);
  return { status: 204 };
}

function recover(call: VaultRequest, name: string): ServiceAnswer {
  demand(call, 'recover', name);
  const secret = require(call, name, true);
  settle(call, secret.key);
  return { status: 200, body: secretItem(call.options.world, recoverSecret(call.options.world, secret)) };
}

/** A deletion goes on for some time after its answer. */
function settle({ settling }: VaultRequest, key: string): void {
  const left = settling.get(key) ?? 0;
  if (left <= 0) return;
  settling.set(key, left - 1);
  throw new Refusal(409, 'Conflict', 'Secret is currently being deleted.', 'ObjectIsBeingDeleted');
}

function list(call: VaultRequest, isDeleted: boolean): ServiceAnswer {
  demand(call, 'list');
  const wanted = listSecrets(call.options.world, call.vault).filter(
    (secret) => (text(secret, 'deleted') !== '') === isDeleted,
  );
  const size = Math.min(Number(call.request.query.get('maxresults') ?? PAGE), PAGE);
  const start = Number(call.request.query.get('$skiptoken') ?? 0);
  const next = start + size;
  const link = `https://${call.vault}.vault.azure.net${call.request.path}?api-version=7.4&$skiptoken=${next}`;
  return {
    status: 200,
    body: {
      value: wanted
        .slice(start, next)
        .map((secret) =>
          isDeleted ? deletedBundle(call.options.world, secret) : secretItem(call.options.world, secret),
        ),
      nextLink: next < wanted.length ? link : null,
    },
  };
}
