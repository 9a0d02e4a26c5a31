/**
 * Azure's Instance Metadata Service as one VM sees it: instance metadata, tokens of its managed identities and scheduled
 * events. Source: https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service and "…/linux/scheduled-events".
 */
import { randomUUID } from 'node:crypto';
import type { Service, ServiceAnswer, ServiceRequest } from '../../loopback.ts';
import type { TokenIssuer } from '../tokens.ts';

export type ScheduledEventType = 'Freeze' | 'Reboot' | 'Redeploy' | 'Preempt' | 'Terminate';

export interface ScheduledEvent {
  readonly id: string;
  readonly type: ScheduledEventType;
  /** Names of the VMs concerned. */
  readonly resources: readonly string[];
  readonly status: 'Scheduled' | 'Started';
}

export interface MachineIdentity {
  readonly clientId: string;
  readonly principalId: string;
  readonly resourceId: string;
}

/** What the service knows of its VM. Read anew at each request. */
export interface MachineMetadata {
  readonly name: string;
  readonly location: string;
  /** `1`, `2`, `3`, or empty. */
  readonly zone: string;
  readonly vmId: string;
  readonly vmSize: string;
  readonly resourceGroupName: string;
  readonly subscriptionId: string;
  readonly identities: readonly MachineIdentity[];
}

/** The events of a VM and what it has said about them. */
export class ScheduledEvents {
  readonly #events: ScheduledEvent[] = [];
  /** Ids of the events that the machine need not be waited for any more. */
  readonly acknowledged: string[] = [];

  add(type: ScheduledEventType, ...resources: readonly string[]): ScheduledEvent {
    const event: ScheduledEvent = { id: randomUUID().toUpperCase(), type, resources, status: 'Scheduled' };
    this.#events.push(event);
    return event;
  }

  list(): readonly ScheduledEvent[] {
    return this.#events;
  }

  /** The event is over, or taken back. */
  remove(id: string): void {
    const index = this.#events.findIndex((event) => event.id === id);
    if (index >= 0) this.#events.splice(index, 1);
  }

  /** False when there is no such event. */
  acknowledge(id: string): boolean {
    const index = this.#events.findIndex((event) => event.id === id);
    const event = this.#events[index];
    if (event === undefined) return false;
    this.#events[index] = { ...event, status: 'Started' };
    this.acknowledged.push(id);
    return true;
  }
}

export interface MetadataOptions {
  readonly machine: () => MachineMetadata;
  readonly events: ScheduledEvents;
  readonly tokens: TokenIssuer;
}

const INSTANCE = '/metadata/instance/compute';

export function createMetadataService(options: MetadataOptions): Service {
  return (request) => {
    // Both are protections of the service against requests that somebody else has forwarded.
    if (request.headers['metadata']?.toLowerCase() !== 'true' || 'x-forwarded-for' in request.headers) {
      return refuse('Bad request. Required metadata header not specified or not correct');
    }
    if (request.query.get('api-version') === null) {
      return refuse('Bad request. api-version was not specified in the request');
    }
    if (request.path === '/metadata/identity/oauth2/token') return token(options, request.query);
    if (request.path === '/metadata/scheduledevents') return events(options.events, request);
    if (request.path === INSTANCE || request.path.startsWith(`${INSTANCE}/`))
      return compute(options, request);
    return { status: 404, body: { error: 'Not found' } };
  };
}

function refuse(error: string): ServiceAnswer {
  return { status: 400, body: { error } };
}

function compute({ machine }: MetadataOptions, request: ServiceRequest): ServiceAnswer {
  const { identities: _identities, ...rest } = machine();
  const values: Readonly<Record<string, string>> = { ...rest, azEnvironment: 'AzurePublicCloud' };
  const name = request.path.slice(INSTANCE.length + 1);
  if (name === '') return { status: 200, body: values };
  const value = values[name];
  if (value === undefined) return { status: 404, body: { error: 'Not found' } };
  // A leaf has no JSON form.
  if (request.query.get('format') !== 'text') return refuse('Bad request. Leaf nodes are text');
  return { status: 200, body: value };
}

function token({ machine, tokens }: MetadataOptions, query: URLSearchParams): ServiceAnswer {
  const resource = query.get('resource');
  if (resource === null) return oauthError('invalid_request', 'Required query variable resource is missing');
  const { identities } = machine();
  const clientId = query.get('client_id');
  const matching = identities.filter((identity) => clientId === null || identity.clientId === clientId);
  const [identity] = matching;
  if (identity === undefined) return oauthError('invalid_request', 'Identity not found');
  if (matching.length > 1) {
    return oauthError(
      'invalid_request',
      'Multiple user assigned identities exist, please specify the clientId',
    );
  }
  const { token: access, claims } = tokens.issue(identity.principalId, resource);
  return {
    status: 200,
    body: {
      access_token: access,
      client_id: identity.clientId,
      expires_in: '86400',
      expires_on: String(claims.expires),
      resource,
      token_type: 'Bearer',
    },
  };
}

function oauthError(error: string, description: string): ServiceAnswer {
  return { status: 400, body: { error, error_description: description } };
}

function events(state: ScheduledEvents, request: ServiceRequest): ServiceAnswer {
  if (request.method === 'POST') {
    const ids = startRequests(request.body);
    if (ids === undefined) return refuse('Bad request. StartRequests is missing');
    return { status: ids.every((id) => state.acknowledge(id)) ? 200 : 404 };
  }
  const list = state.list().map((event) => ({
    EventId: event.id,
    EventType: event.type,
    EventStatus: event.status,
    ResourceType: 'VirtualMachine',
    Resources: event.resources,
    NotBefore: '',
    Description: '',
    EventSource: 'Platform',
    DurationInSeconds: -1,
  }));
  return { status: 200, body: { DocumentIncarnation: state.list().length, Events: list } };
}

function startRequests(body: string): readonly string[] | undefined {
  try {
    const parsed = JSON.parse(body) as { readonly StartRequests?: readonly { readonly EventId?: unknown }[] };
    return parsed.StartRequests?.map(({ EventId }) => String(EventId));
  } catch {
    return undefined;
  }
}
