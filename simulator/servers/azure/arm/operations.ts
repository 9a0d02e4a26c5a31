/**
 * Long-running operations as Microsoft.Network answers them for reads by POST: 202 with the body `null` and a Location,
 * which answers 202 while the operation runs and then 200 with the result, as often as it is asked.
 */
import { randomUUID } from 'node:crypto';
import type { World } from '../../../world/world.ts';
import type { ArmReply } from './refusal.ts';

export interface OperationOptions {
  /** How often a Location answers that the operation still runs; once when left out. */
  readonly operationPolls?: number;
  /** Seconds to wait before a Location is asked; 10, as recorded, when left out. Null sends no such header. */
  readonly retryAfter?: number | null;
}

/** Where an operation runs. */
export interface OperationPlace {
  readonly subscription: string;
  readonly location: string;
}

interface Operation {
  readonly result: object;
  polls: number;
}

const LOCATION =
  /^\/subscriptions\/[^/]+\/providers\/Microsoft\.Network\/locations\/[^/]+\/operationResults\/([^/]+)$/i;

/** The operations of one server. Faults named `arm-operation-…` strike here. */
export class Operations {
  readonly #world: World;
  readonly #options: OperationOptions;
  readonly #running = new Map<string, Operation>();

  constructor(world: World, options: OperationOptions) {
    this.#world = world;
    this.#options = options;
  }

  /** Accepts an operation that will end with `result`. */
  start(result: object, place: OperationPlace, server: string, apiVersion: string): ArmReply {
    const id = randomUUID();
    this.#running.set(id, { result, polls: this.#options.operationPolls ?? 1 });
    const path = `/subscriptions/${place.subscription}/providers/Microsoft.Network/locations/${place.location}/operationResults/${id}`;
    return this.#accepted(`${server}${path}?api-version=${apiVersion}`, {
      'x-ms-request-id': id,
      'x-ms-ratelimit-remaining-subscription-writes': '1199',
    });
  }

  /** The answer of a Location; undefined where the path is none. */
  poll(path: string, search: string, server: string): ArmReply | undefined {
    const id = LOCATION.exec(path)?.[1];
    if (id === undefined) return undefined;
    const operation = this.#running.get(id);
    if (operation === undefined) {
      return {
        status: 404,
        body: { error: { code: 'NotFound', message: `Operation ${id} was not found.` } },
      };
    }
    const { faults } = this.#world;
    const location = `${server}${path}${search}`;
    if (operation.polls > 0 || faults.strikes('arm-operation-stuck')) {
      operation.polls -= 1;
      return this.#accepted(location, { 'x-ms-request-id': id });
    }
    const headers = { location, 'x-ms-request-id': id };
    if (faults.strikes('arm-operation-failed')) return { status: 200, body: conflict(location), headers };
    if (faults.strikes('arm-operation-empty')) return { status: 200, body: null, headers };
    return { status: 200, body: operation.result, headers };
  }

  #accepted(location: string, headers: Readonly<Record<string, string>>): ArmReply {
    const { retryAfter = 10 } = this.#options;
    const wait = retryAfter === null ? {} : { 'retry-after': String(retryAfter) };
    return { status: 202, body: null, headers: { ...headers, location, ...wait } };
  }
}

/** A conflict that comes out of an operation: a failure inside an answer of status 200. */
function conflict(uri: string): object {
  const message = `Another operation on this or dependent resource is in progress. To retrieve status of the operation use uri: ${uri}.`;
  return { status: 'Failed', error: { code: 'AnotherOperationInProgress', message, details: [] } };
}
