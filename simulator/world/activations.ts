/**
 * Hybrid activations and managed instances of AWS Systems Manager: what may be created, who may register with it, and
 * what is left when either goes. Source: API model `ssm/2014-11-06`; AWS Systems Manager User Guide, "Hybrid activations".
 */
import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { ObjectValue, WorldObject } from '../terraform-provider/engine/types.ts';
import { number, text, textMap } from './attributes.ts';
import { SIMULATED_ACCOUNTS, type World } from './world.ts';

/** Types of the world's objects; Terraform has none of these names. */
export const ACTIVATION = 'ssm_activation';
export const MANAGED_INSTANCE = 'ssm_managed_instance';

const DAY_MS = 86_400_000;
const LONGEST_MS = 30 * DAY_MS;
const MOST_REGISTRATIONS = 1000;

/** A refusal in the words of the service: `type` is the error code on the wire. */
export class SsmRefusal extends Error {
  readonly type: string;

  constructor(type: string, message = '') {
    super(message);
    this.name = 'SsmRefusal';
    this.type = type;
  }
}

export interface ActivationRequest {
  readonly region: string;
  /** Name of the role, not its ARN. */
  readonly iamRole: string;
  readonly description?: string;
  readonly defaultInstanceName?: string;
  /** Default 1. */
  readonly registrationLimit?: number;
  /** Default: in 24 hours. At most in 30 days. */
  readonly expirationDate?: Date;
  readonly tags?: Readonly<Record<string, string>>;
}

/** The only time the code is told; the world keeps its hash alone. */
export interface CreatedActivation {
  readonly activationId: string;
  readonly activationCode: string;
}

/** Creates an activation. SsmRefusal `ValidationException` or `InvalidParameters` where the service would refuse. */
export function createActivation(world: World, request: ActivationRequest): CreatedActivation {
  checkActivation(world, request);
  const activationId = randomUUID();
  // As the service's: 20 letters and digits, of which none is quoted in shells or YAML.
  const activationCode = randomBytes(15).toString('base64').replaceAll('+', 'x').replaceAll('/', 'Y');
  const now = world.clock.now();
  const attributes: ObjectValue = {
    id: activationId,
    code_hash: hash(activationCode),
    iam_role: request.iamRole,
    description: request.description ?? '',
    default_instance_name: request.defaultInstanceName ?? '',
    registration_limit: request.registrationLimit ?? 1,
    registrations_count: 0,
    created: now.toISOString(),
    expires: (request.expirationDate ?? new Date(now.getTime() + DAY_MS)).toISOString(),
    tags: { ...request.tags },
  };
  put(world, ACTIVATION, request.region, activationId, attributes);
  return { activationId, activationCode };
}

function checkActivation(world: World, request: ActivationRequest): void {
  const limit = request.registrationLimit ?? 1;
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_REGISTRATIONS) {
    throw new SsmRefusal(
      'ValidationException',
      `1 validation error detected: Value '${limit}' at 'registrationLimit' failed to satisfy constraint: Member must be between 1 and ${MOST_REGISTRATIONS}`,
    );
  }
  const expires = request.expirationDate?.getTime() ?? Number.NaN;
  const now = world.clock.now().getTime();
  if (expires <= now || expires > now + LONGEST_MS) {
    throw new SsmRefusal('ValidationException', 'Expiration date must be in the future and within 30 days.');
  }
  const role = world.objects
    .list('aws_iam_role')
    .find((candidate) => text(candidate, 'name') === lastPart(request.iamRole));
  if (!text(role, 'assume_role_policy').includes('ssm.amazonaws.com')) {
    throw new SsmRefusal(
      'ValidationException',
      'Nonexistent role or missing ssm service principal in trust policy',
    );
  }
}

/** The activations of a region, oldest first. */
export function listActivations(world: World, region: string): readonly WorldObject[] {
  return inRegion(world, ACTIVATION, region).sort(byCreation);
}

/** Removes an activation; nodes that registered with it stay. SsmRefusal `InvalidActivation` when it is not there. */
export function deleteActivation(world: World, region: string, activationId: string): void {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(activationId)) {
    throw new SsmRefusal('InvalidActivationId', 'The activation ID is not valid.');
  }
  if (!world.objects.delete(keyOf(ACTIVATION, region, activationId))) {
    throw new SsmRefusal('InvalidActivation', 'The activation is not valid.');
  }
}

export function isExpired(world: World, activation: WorldObject): boolean {
  return new Date(text(activation, 'expires')) <= world.clock.now();
}

export interface Registration {
  readonly region: string;
  readonly activationId: string;
  readonly activationCode: string;
  readonly ipAddress: string;
  readonly computerName: string;
  readonly platformName: string;
  readonly platformVersion: string;
}

/**
 * What the agent's `RegisterManagedInstance` does: a new managed instance with the activation's role and tags, one
 * registration less. SsmRefusal `ActivationExpired`, `RegistrationLimitExceeded` or `InvalidActivation`.
 */
export function registerInstance(world: World, registration: Registration): WorldObject {
  const { region, activationId } = registration;
  const activation = world.objects.get(keyOf(ACTIVATION, region, activationId));
  if (activation === undefined || text(activation, 'code_hash') !== hash(registration.activationCode)) {
    throw new SsmRefusal('InvalidActivation', `activation ${activationId} is not valid`);
  }
  if (isExpired(world, activation)) {
    throw new SsmRefusal('ActivationExpired', `activation ${activationId} is expired`);
  }
  const count = number(activation, 'registrations_count');
  if (count >= number(activation, 'registration_limit')) {
    throw new SsmRefusal('RegistrationLimitExceeded', `registration limit of ${activationId} reached`);
  }
  world.objects.patch(activation.key, { registrations_count: count + 1 });
  const id = `mi-0${Array.from({ length: 16 }, () => randomInt(16).toString(16)).join('')}`;
  const now = world.clock.now().toISOString();
  return put(world, MANAGED_INSTANCE, region, id, {
    id,
    activation_id: activationId,
    iam_role: text(activation, 'iam_role'),
    name: text(activation, 'default_instance_name'),
    ip_address: registration.ipAddress,
    computer_name: registration.computerName,
    platform_name: registration.platformName,
    platform_version: registration.platformVersion,
    ping_status: 'Online',
    last_ping: now,
    created: now,
    tags: textMap(activation, 'tags'),
  });
}

/** The managed instances of a region, oldest first. */
export function listInstances(world: World, region: string): readonly WorldObject[] {
  return inRegion(world, MANAGED_INSTANCE, region).sort(byCreation);
}

export function findInstance(world: World, region: string, id: string): WorldObject | undefined {
  return world.objects.get(keyOf(MANAGED_INSTANCE, region, id));
}

/** The agent is not heard of any more, as when its machine is gone; the registration stays. */
export function loseConnection(world: World, region: string, id: string): void {
  const instance = findInstance(world, region, id);
  if (instance !== undefined) world.objects.patch(instance.key, { ping_status: 'ConnectionLost' });
}

/** SsmRefusal `InvalidInstanceId` when there is no such managed instance in the region. */
export function deregisterInstance(world: World, region: string, id: string): void {
  if (!world.objects.delete(keyOf(MANAGED_INSTANCE, region, id))) {
    throw new SsmRefusal('InvalidInstanceId', '');
  }
}

/** ARN under which permissions name a managed instance. */
export function instanceArn(region: string, id: string): string {
  return `arn:aws:ssm:${region}:${SIMULATED_ACCOUNTS.accountId}:managed-instance/${id}`;
}

function put(world: World, type: string, region: string, id: string, attributes: ObjectValue): WorldObject {
  const object: WorldObject = { key: keyOf(type, region, id), provider: 'aws', type, region, attributes };
  world.objects.put(object);
  return object;
}

function keyOf(type: string, region: string, id: string): string {
  return `${type}/${region}/${id}`;
}

function inRegion(world: World, type: string, region: string): WorldObject[] {
  return world.objects.list(type).filter((object) => object.region === region);
}

function byCreation(left: WorldObject, right: WorldObject): number {
  return text(left, 'created') < text(right, 'created') ? -1 : 1;
}

function lastPart(path: string): string {
  return path.split('/').at(-1) ?? '';
}

function hash(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
