/** What AWS services over JSON have in common: the operation is in a header, and errors carry their type. */
import { randomUUID } from 'node:crypto';
import { listen, type Listening, type PlainAnswer, type PlainRequest } from '../listen.ts';
import { callerOf } from './caller.ts';

export interface JsonServiceOptions {
  /** As credentials are scoped: `monitoring`. */
  readonly signingName: string;
  /** Before the operation in `x-amz-target`. */
  readonly target: string;
  readonly version: '1.0' | '1.1';
  /** Operations that the caller's role lacks. */
  readonly denied?: readonly string[];
}

export interface JsonServer extends Listening {
  /** Operations in order of arrival, refused ones included. */
  readonly requests: readonly string[];
}

export type JsonBody = Readonly<Record<string, unknown>>;

/** An error of the service by its type. */
export class JsonRefusal extends Error {
  readonly type: string;
  readonly status: number;

  constructor(type: string, message: string, status = 400) {
    super(message);
    this.type = type;
    this.status = status;
  }
}

/** Starts a service whose operations are answered by `operate`. */
export async function startJsonService(
  options: JsonServiceOptions,
  operate: (operation: string, body: JsonBody, region: string) => object,
): Promise<JsonServer> {
  const requests: string[] = [];
  const server = await listen((request) => {
    try {
      return reply(options, 200, answer(options, requests, request, operate));
    } catch (error) {
      if (!(error instanceof JsonRefusal)) throw error;
      return reply(options, error.status, { __type: error.type, message: error.message });
    }
  });
  return { ...server, requests };
}

function answer(
  { signingName, target, denied = [] }: JsonServiceOptions,
  requests: string[],
  request: PlainRequest,
  operate: (operation: string, body: JsonBody, region: string) => object,
): object {
  const [prefix, operation = ''] = (request.headers['x-amz-target'] ?? '').split('.');
  requests.push(operation);
  const caller = callerOf(request, signingName);
  if (caller === undefined) {
    throw new JsonRefusal(
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
    );
  }
  if (prefix !== target) throw new JsonRefusal('UnknownOperationException', '');
  if (denied.includes(operation)) {
    throw new JsonRefusal('AccessDeniedException', `User is not authorized to perform: ${operation}`);
  }
  return operate(operation, JSON.parse(request.body) as JsonBody, caller.region);
}

function reply({ version }: JsonServiceOptions, status: number, body: object): PlainAnswer {
  return {
    status,
    headers: { 'content-type': `application/x-amz-json-${version}`, 'x-amzn-requestid': randomUUID() },
    body: JSON.stringify(body),
  };
}
