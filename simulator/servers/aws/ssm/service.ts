/**
 * AWS Systems Manager as far as hybrid nodes need it, over `awsJson1_1`: activations, managed instances and their tags.
 * The region is that of the request's credential scope; signatures are not verified. Source: API model `ssm/2014-11-06`.
 */
import { randomUUID } from 'node:crypto';
import { SsmRefusal } from '../../../world/activations.ts';
import type { World } from '../../../world/world.ts';
import type { Service, ServiceAnswer, ServiceReply } from '../../loopback.ts';
import { createActivationCall, deleteActivationCall, describeActivations } from './activations.ts';
import { addTags, deregister, describeInstances, listTags } from './instances.ts';

/** The members of a request or an answer. */
export type Members = Readonly<Record<string, unknown>>;

/** One call: the world, the region it is about, and what was sent. */
export interface SsmCall {
  readonly world: World;
  readonly region: string;
  readonly input: Members;
}

export interface SsmRequest {
  readonly operation: string;
  readonly region: string;
  readonly input: Members;
}

export interface SsmOptions {
  readonly world: World;
  /** Gets each request that was understood, in order. */
  readonly onRequest?: (request: SsmRequest) => void;
  /** An error in place of the answer, for throttling and the like; `after` the work was done as `InternalServerError` may. */
  readonly fail?: (operation: string) => SsmFault | undefined;
}

/** What an operation answers instead. `reset` ends the connection without an answer. */
export interface SsmFault {
  readonly status: number;
  readonly type: string;
  readonly when?: 'before' | 'after';
}

const OPERATIONS: Readonly<Record<string, (call: SsmCall) => object>> = {
  CreateActivation: createActivationCall,
  DescribeActivations: describeActivations,
  DeleteActivation: deleteActivationCall,
  DescribeInstanceInformation: describeInstances,
  DeregisterManagedInstance: deregister,
  ListTagsForResource: listTags,
  AddTagsToResource: addTags,
};

export function createSsmService(options: SsmOptions): Service {
  return (request) => {
    const operation = /^AmazonSSM\.(\w+)$/.exec(request.headers['x-amz-target'] ?? '')?.[1] ?? '';
    const handler = OPERATIONS[operation];
    if (request.method !== 'POST' || handler === undefined) return failed('UnknownOperationException');
    const scope = /Credential=[^/,]+\/\d{8}\/([^/,]+)\/ssm\/aws4_request/.exec(
      request.headers['authorization'] ?? '',
    );
    if (scope?.[1] === undefined) {
      return failed('MissingAuthenticationTokenException', 'Missing Authentication Token');
    }
    const fault = options.fail?.(operation);
    if (fault !== undefined && fault.when !== 'after') return faulty(fault);
    try {
      const input = parse(request.body);
      options.onRequest?.({ operation, region: scope[1], input });
      const body = handler({ world: options.world, region: scope[1], input });
      return fault === undefined ? answered(200, body) : faulty(fault);
    } catch (error) {
      if (error instanceof SsmRefusal) return failed(error.type, error.message);
      throw error;
    }
  };
}

function faulty({ type, status }: SsmFault): ServiceReply {
  if (type === 'reset') return 'reset';
  if (type === 'AccessDeniedException') {
    return failed(
      type,
      'User: arn:aws:sts::123456789012:assumed-role/apply/session is not authorized',
      status,
    );
  }
  return failed(type, type.startsWith('Throttling') ? 'Rate exceeded' : 'Internal error', status);
}

function answered(status: number, body: object): ServiceAnswer {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': randomUUID() };
  return { status, headers, body };
}

/** Members named `message` belong to common errors, `Message` to those of the service's model. */
function failed(type: string, message = '', status = 400): ServiceAnswer {
  const isCommon = type.endsWith('Exception') || type === 'InvalidInstanceInformationFilterValue';
  const text = message === '' ? {} : { [isCommon ? 'message' : 'Message']: message };
  return answered(status, { __type: type, ...text });
}

function parse(body: string): Members {
  try {
    return JSON.parse(body) as Members;
  } catch {
    throw new SsmRefusal('SerializationException');
  }
}
