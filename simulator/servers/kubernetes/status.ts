/** Refusals in the form of the Kubernetes API: an object of kind Status. Source: apimachinery `api/errors`, v0.34. */
import { type KubeResource, qualifiedName } from '../../world/kube-resources.ts';
import type { Json, JsonObject } from '../../world/kube-types.ts';

/** A refusal with the members of its Status. `text` in place of a Status is what the front of the server sends. */
export class KubeRefusal extends Error {
  readonly code: number;
  readonly reason: string;
  readonly details: JsonObject;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: number,
    reason: string,
    message: string,
    details: JsonObject = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'KubeRefusal';
    this.code = code;
    this.reason = reason;
    this.details = details;
    this.headers = headers;
  }

  get status(): JsonObject {
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: this.message,
      reason: this.reason,
      ...(Object.keys(this.details).length > 0 && { details: this.details }),
      code: this.code,
    };
  }
}

type ResourceName = Pick<KubeResource, 'group' | 'plural'>;

function detailsOf(resource: ResourceName, name: string): JsonObject {
  return { name, ...(resource.group !== '' && { group: resource.group }), kind: resource.plural };
}

export function notFound(resource: ResourceName, name: string): KubeRefusal {
  return new KubeRefusal(
    404,
    'NotFound',
    `${qualifiedName(resource)} "${name}" not found`,
    detailsOf(resource, name),
  );
}

export function unknownPath(): KubeRefusal {
  return new KubeRefusal(404, 'NotFound', 'the server could not find the requested resource');
}

export function alreadyExists(resource: ResourceName, name: string): KubeRefusal {
  return new KubeRefusal(
    409,
    'AlreadyExists',
    `${qualifiedName(resource)} "${name}" already exists`,
    detailsOf(resource, name),
  );
}

export function conflict(resource: ResourceName, name: string, why: string): KubeRefusal {
  return new KubeRefusal(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualifiedName(resource)} "${name}": ${why}`,
    detailsOf(resource, name),
  );
}

export const MODIFIED =
  'the object has been modified; please apply your changes to the latest version and try again';

export function invalid(kind: string, group: string, name: string, field: string, why: string): KubeRefusal {
  const full = group === '' ? kind : `${kind}.${group}`;
  return new KubeRefusal(422, 'Invalid', `${full} "${name}" is invalid: ${field}: ${why}`, {
    name,
    ...(group !== '' && { group }),
    kind,
    causes: [{ reason: 'FieldValueInvalid', message: why, field }],
  });
}

export function badRequest(message: string): KubeRefusal {
  return new KubeRefusal(400, 'BadRequest', message);
}

export function methodNotAllowed(): KubeRefusal {
  return new KubeRefusal(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
  );
}

/** For pages of a list that is not kept any more; `token` is good for the rest of the list as it is now. */
export function expired(message: string): KubeRefusal {
  return new KubeRefusal(410, 'Expired', message);
}

export function unauthorized(): KubeRefusal {
  return new KubeRefusal(401, 'Unauthorized', 'Unauthorized');
}

/** What a delete that is done at once answers. */
export function success(details: JsonObject): JsonObject {
  return { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', details };
}

/** Parses a body; the refusal is the one of a decoder. */
export function parseBody(body: string): Json {
  try {
    return JSON.parse(body) as Json;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw badRequest(`the object provided is unrecognized (must be of type JSON): ${why}`);
  }
}
