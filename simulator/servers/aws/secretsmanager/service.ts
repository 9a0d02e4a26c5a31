/**
 * AWS Secrets Manager as far as one secret needs it, over `awsJson1_1`. The region is that of the request's credential
 * scope. Source: API model `secretsmanager/2017-10-17`.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import { text, textMap } from '../../../world/attributes.ts';
import { findAwsSecret, putAwsSecret, removeAwsSecret } from '../../../world/aws-secrets.ts';
import { SIMULATED_ACCOUNTS, type World } from '../../../world/world.ts';
import type { Service, ServiceAnswer } from '../../loopback.ts';

export interface SecretsManagerOptions {
  readonly world: World;
  /** Operations that the caller's role lacks. */
  readonly denied?: readonly string[];
}

interface Call {
  readonly world: World;
  readonly region: string;
  readonly input: Readonly<Record<string, unknown>>;
}

class Refusal extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

const OPERATIONS: Readonly<Record<string, (call: Call) => object>> = {
  CreateSecret: create,
  DescribeSecret: describe,
  PutSecretValue: putValue,
  TagResource: tag,
  RestoreSecret: restore,
  DeleteSecret: remove,
};

const SCOPE = /Credential=[^/,]+\/\d{8}\/([^/,]+)\/secretsmanager\/aws4_request/;

export function createSecretsManagerService(options: SecretsManagerOptions): Service {
  return (request) => {
    const operation = /^secretsmanager\.(\w+)$/.exec(request.headers['x-amz-target'] ?? '')?.[1] ?? '';
    const handler = OPERATIONS[operation];
    if (request.method !== 'POST' || handler === undefined) return refused('UnknownOperationException', '');
    const region = SCOPE.exec(request.headers['authorization'] ?? '')?.[1];
    if (region === undefined) {
      return refused('MissingAuthenticationTokenException', 'Missing Authentication Token');
    }
    if (options.denied?.includes(operation) === true) {
      const who = `arn:aws:sts::${SIMULATED_ACCOUNTS.accountId}:assumed-role/apply/session`;
      const what = `secretsmanager:${operation}`;
      return refused('AccessDeniedException', `User: ${who} is not authorized to perform: ${what}`);
    }
    try {
      const input = JSON.parse(request.body) as Call['input'];
      return answered(200, handler({ world: options.world, region, input }));
    } catch (error) {
      if (error instanceof Refusal) return refused(error.type, error.message);
      throw error;
    }
  };
}

function answered(status: number, body: object): ServiceAnswer {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': randomUUID() };
  return { status, headers, body };
}

function refused(type: string, message: string): ServiceAnswer {
  return answered(400, { __type: type, Message: message });
}

function given(input: Call['input'], name: string): string {
  const value = input[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new Refusal('InvalidParameterException', `You must provide a value for ${name}.`);
}

function tagsIn(input: Call['input']): Readonly<Record<string, string>> {
  const list = (input['Tags'] ?? []) as readonly { readonly Key?: unknown; readonly Value?: unknown }[];
  return Object.fromEntries(list.map(({ Key, Value }) => [String(Key), String(Value)]));
}

function create({ world, region, input }: Call): object {
  const name = given(input, 'Name');
  const token = given(input, 'ClientRequestToken');
  const value = given(input, 'SecretString');
  const before = findAwsSecret(world, region, name);
  if (before !== undefined) {
    if (text(before, 'token') === token && text(before, 'value') === value) return shown(before);
    if (text(before, 'deleted') !== '') {
      const message =
        'You can’t create this secret because a secret with this name is already scheduled for deletion.';
      throw new Refusal('InvalidRequestException', message);
    }
    const message = `The operation failed because the secret ${name} already exists.`;
    throw new Refusal('ResourceExistsException', message);
  }
  const suffix = randomBytes(3).toString('hex');
  const arn = `arn:aws:secretsmanager:${region}:${SIMULATED_ACCOUNTS.accountId}:secret:${name}-${suffix}`;
  const description = typeof input['Description'] === 'string' ? input['Description'] : '';
  return shown(putAwsSecret(world, { region, name, arn, description, value, token, tags: tagsIn(input) }));
}

function shown(secret: WorldObject): object {
  return { ARN: text(secret, 'arn'), Name: text(secret, 'name'), VersionId: text(secret, 'token') };
}

function require({ world, region, input }: Call): WorldObject {
  const found = findAwsSecret(world, region, given(input, 'SecretId'));
  if (found !== undefined) return found;
  throw new Refusal('ResourceNotFoundException', 'Secrets Manager can’t find the specified secret.');
}

/** Changes are refused while deletion is scheduled. */
function requireActive(call: Call): WorldObject {
  const found = require(call);
  if (text(found, 'deleted') === '') return found;
  const message = 'You can’t perform this operation on the secret because it was marked for deletion.';
  throw new Refusal('InvalidRequestException', message);
}

function describe(call: Call): object {
  const secret = require(call);
  const deleted = text(secret, 'deleted');
  return {
    ...shown(secret),
    Description: text(secret, 'description'),
    Tags: Object.entries(textMap(secret, 'tags')).map(([Key, Value]) => ({ Key, Value })),
    ...(deleted !== '' && { DeletedDate: new Date(deleted).getTime() / 1000 }),
  };
}

function putValue(call: Call): object {
  const secret = requireActive(call);
  const value = given(call.input, 'SecretString');
  const token = given(call.input, 'ClientRequestToken');
  return shown(call.world.objects.patch(secret.key, { value, token }));
}

function tag(call: Call): object {
  const secret = requireActive(call);
  call.world.objects.patch(secret.key, { tags: { ...textMap(secret, 'tags'), ...tagsIn(call.input) } });
  return {};
}

function restore(call: Call): object {
  return shown(call.world.objects.patch(require(call).key, { deleted: '' }));
}

function remove(call: Call): object {
  const secret = require(call);
  const now = call.world.clock.now().toISOString();
  if (call.input['ForceDeleteWithoutRecovery'] === true) {
    removeAwsSecret(call.world, call.region, text(secret, 'name'));
  } else call.world.objects.patch(secret.key, { deleted: now });
  return { ARN: text(secret, 'arn'), Name: text(secret, 'name') };
}
