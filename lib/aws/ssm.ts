import type { InstanceInformation, InstanceInformationStringFilter, SSMClient } from '@aws-sdk/client-ssm';
import type * as SsmSdk from '@aws-sdk/client-ssm';
import { describeAwsError, isNotMade, refusalOf } from './aws-error.ts';
import { type AwsAnswer, type AwsDeps, readAllPages, readAws } from './read-call.ts';

export type Tags = Readonly<Record<string, string>>;

/** A hybrid activation as SSM lists it. Its code is told once, by CreateActivation, and never again. */
export interface Activation {
  /** UUID. */
  readonly id: string;
  readonly description: string;
  /** Name that instances get by default; empty without one. */
  readonly instanceName: string;
  /** Name of the role, with its path when it has one. */
  readonly role: string;
  readonly registrationLimit: number;
  readonly registrations: number;
  readonly expired: boolean;
  /** Undefined when SSM does not say. */
  readonly expiresAt: Date | undefined;
  readonly createdAt: Date | undefined;
  readonly tags: Tags;
}

/** A machine that is registered, or an EC2 instance that SSM knows (`resourceType`). */
export interface ManagedInstance {
  /** `mi-…` for a hybrid node, whose node name it is, too. */
  readonly id: string;
  /** `Online`, `ConnectionLost` or `Inactive`, as SSM words it; undefined when it does not say. */
  readonly ping: string | undefined;
  /** The agent is heard of every five minutes. */
  readonly lastPingAt: Date | undefined;
  readonly registeredAt: Date | undefined;
  readonly activationId: string | undefined;
  readonly role: string | undefined;
  readonly ipAddress: string | undefined;
  readonly computerName: string | undefined;
  readonly name: string | undefined;
  readonly resourceType: string | undefined;
  readonly agentVersion: string | undefined;
}

/**
 * Which instances to list. SSM combines a filter by tag with no other one. A filter by instance id is left out on
 * purpose: one id that is gone makes SSM fail the whole call.
 */
export type InstanceFilter =
  | { readonly by: 'tag'; readonly key: string; readonly value: string }
  | { readonly by: 'activations'; readonly ids: readonly string[] };

export interface ActivationRequest {
  /** Name of the role that instances get. */
  readonly role: string;
  readonly description: string;
  readonly instanceName?: string;
  /** From 1 to 1000. */
  readonly registrationLimit: number;
  /** At most 30 days from now. */
  readonly expiresAt: Date;
  /** Instances inherit them; they cannot be added later. */
  readonly tags: Tags;
}

/**
 * What became of one CreateActivation. `unknown`: the request went out and no answer came back, or a failure that may
 * have come after the work; SSM takes no idempotency token, so look for the activation before asking again.
 */
export type MintOutcome =
  | { readonly kind: 'created'; readonly id: string; readonly code: string }
  | {
      readonly kind: 'refused';
      /** `role`: not there yet, or does not trust SSM, which a new role looks like for minutes. */
      readonly because: 'role' | 'throttled' | 'denied' | 'other';
      readonly reason: string;
    }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Door to Systems Manager of one region. Lists go to their end or are failures. */
export interface SsmDoor {
  activations(): Promise<AwsAnswer<readonly Activation[]>>;
  instances(filter?: InstanceFilter): Promise<AwsAnswer<readonly ManagedInstance[]>>;
  instanceTags(id: string): Promise<AwsAnswer<Tags>>;
  /** One attempt, never repeated here. The code is masked before this returns. */
  createActivation(request: ActivationRequest): Promise<MintOutcome>;
  /** `gone` when there was none; instances that registered with it stay. */
  deleteActivation(id: string): Promise<AwsAnswer<'deleted' | 'gone'>>;
  /** `gone` when there was none. */
  deregister(id: string): Promise<AwsAnswer<'deregistered' | 'gone'>>;
}

/** Largest pages that the API model allows (`ssm/2014-11-06`). */
const PAGE = 50;
const MINT_MS = 20_000;

/** Loads the SDK. Credentials and endpoint (`AWS_ENDPOINT_URL_SSM`) are those of the environment. */
export async function createSsmDoor(region: string, deps: AwsDeps): Promise<SsmDoor> {
  const sdk = await import('@aws-sdk/client-ssm');
  // Retries are made and told here, so the SDK makes none of its own.
  const client = new sdk.SSMClient({ region, maxAttempts: 1 });
  return {
    ...listCalls(sdk, client, deps),
    createActivation: (request) => mint(sdk, client, request, deps),
    deleteActivation: (id) =>
      remove(
        'SSM DeleteActivation',
        (abortSignal) => client.send(new sdk.DeleteActivationCommand({ ActivationId: id }), { abortSignal }),
        'deleted',
        deps,
      ),
    deregister: (id) =>
      remove(
        'SSM DeregisterManagedInstance',
        (abortSignal) =>
          client.send(new sdk.DeregisterManagedInstanceCommand({ InstanceId: id }), { abortSignal }),
        'deregistered',
        deps,
      ),
  };
}

type Sdk = typeof SsmSdk;

function listCalls(
  sdk: Sdk,
  client: SSMClient,
  deps: AwsDeps,
): Pick<SsmDoor, 'activations' | 'instances' | 'instanceTags'> {
  return {
    activations: () => listActivations(sdk, client, deps),
    instances: async (filter) => {
      if (filter?.by === 'activations' && filter.ids.length === 0) return { ok: true, value: [] };
      const Filters = filter === undefined ? undefined : [filterOf(filter)];
      return readAllPages(
        'SSM DescribeInstanceInformation',
        async (NextToken, abortSignal) => {
          const input = { Filters, NextToken, MaxResults: PAGE };
          const page = await client.send(new sdk.DescribeInstanceInformationCommand(input), { abortSignal });
          return { items: page.InstanceInformationList?.map(showInstance), next: page.NextToken };
        },
        deps,
      );
    },
    instanceTags: async (id) => {
      const answer = await readAws(
        'SSM ListTagsForResource',
        (abortSignal) =>
          client.send(
            new sdk.ListTagsForResourceCommand({ ResourceType: 'ManagedInstance', ResourceId: id }),
            { abortSignal },
          ),
        deps,
      );
      return answer.ok ? { ok: true, value: tagsOf(answer.value.TagList) } : answer;
    },
  };
}

async function listActivations(
  sdk: Sdk,
  client: SSMClient,
  deps: AwsDeps,
): Promise<AwsAnswer<readonly Activation[]>> {
  return readAllPages(
    'SSM DescribeActivations',
    async (NextToken, abortSignal) => {
      const input = { NextToken, MaxResults: PAGE };
      const page = await client.send(new sdk.DescribeActivationsCommand(input), { abortSignal });
      const items = page.ActivationList?.map((raw) => ({
        id: raw.ActivationId ?? '',
        description: raw.Description ?? '',
        instanceName: raw.DefaultInstanceName ?? '',
        role: raw.IamRole ?? '',
        registrationLimit: raw.RegistrationLimit ?? 0,
        registrations: raw.RegistrationsCount ?? 0,
        expired: raw.Expired ?? false,
        expiresAt: raw.ExpirationDate,
        createdAt: raw.CreatedDate,
        tags: tagsOf(raw.Tags),
      }));
      return { items, next: page.NextToken };
    },
    deps,
  );
}

function filterOf(filter: InstanceFilter): InstanceInformationStringFilter {
  return filter.by === 'tag'
    ? { Key: `tag:${filter.key}`, Values: [filter.value] }
    : { Key: 'ActivationIds', Values: [...filter.ids] };
}

function showInstance(raw: InstanceInformation): ManagedInstance {
  return {
    id: raw.InstanceId ?? '',
    ping: raw.PingStatus,
    lastPingAt: raw.LastPingDateTime,
    registeredAt: raw.RegistrationDate,
    activationId: raw.ActivationId,
    role: raw.IamRole,
    ipAddress: raw.IPAddress,
    computerName: raw.ComputerName,
    name: raw.Name,
    resourceType: raw.ResourceType,
    agentVersion: raw.AgentVersion,
  };
}

function tagsOf(
  tags: readonly { readonly Key: string | undefined; readonly Value: string | undefined }[] | undefined,
): Tags {
  return Object.fromEntries((tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? '']));
}

async function mint(
  sdk: Sdk,
  client: SSMClient,
  request: ActivationRequest,
  deps: AwsDeps,
): Promise<MintOutcome> {
  const command = new sdk.CreateActivationCommand({
    IamRole: request.role,
    Description: request.description,
    ...(request.instanceName !== undefined && { DefaultInstanceName: request.instanceName }),
    RegistrationLimit: request.registrationLimit,
    ExpirationDate: request.expiresAt,
    Tags: Object.entries(request.tags).map(([Key, Value]) => ({ Key, Value })),
  });
  try {
    // A cancellation does not end the call: its answer is how the activation can be taken back.
    const { ActivationId: id, ActivationCode: code } = await client.send(command, {
      abortSignal: AbortSignal.timeout(MINT_MS),
    });
    if (code !== undefined) deps.mask(code);
    if (id === undefined || code === undefined) {
      return { kind: 'unknown', reason: 'SSM CreateActivation answered without an activation' };
    }
    return { kind: 'created', id, code };
  } catch (error) {
    return mintFailure(error);
  }
}

/** Words of SSM for a role that it cannot take (yet). */
const ROLE = /nonexistent role|service principal in trust policy/i;

function mintFailure(error: unknown): MintOutcome {
  const known = describeAwsError(error);
  const refusal = refusalOf('SSM CreateActivation', error);
  if (ROLE.test(known.message)) return { kind: 'refused', because: 'role', reason: refusal.reason };
  if (refusal.isDenied) return { kind: 'refused', because: 'denied', reason: refusal.reason };
  if (known.isThrottling) return { kind: 'refused', because: 'throttled', reason: refusal.reason };
  if (isNotMade(error)) return { kind: 'refused', because: 'other', reason: refusal.reason };
  return { kind: 'unknown', reason: refusal.reason };
}

/** `InvalidInstanceId` and `InvalidActivation…` are how SSM says that there is nothing to remove. */
const GONE: ReadonlySet<string> = new Set(['InvalidActivation', 'InvalidActivationId', 'InvalidInstanceId']);

async function remove<Done extends string>(
  name: string,
  send: (abortSignal: AbortSignal) => Promise<unknown>,
  done: Done,
  deps: AwsDeps,
): Promise<AwsAnswer<Done | 'gone'>> {
  return readAws(
    name,
    async (abortSignal): Promise<Done | 'gone'> => {
      try {
        await send(abortSignal);
        return done;
      } catch (error) {
        if (GONE.has(describeAwsError(error).name)) return 'gone';
        throw error;
      }
    },
    deps,
  );
}
