/** What AWS services over JSON (`awsJson1_0`, `awsJson1_1`) have in common: the operation in a header, the caller, refusals. */
import { randomUUID } from 'node:crypto';
import { listen, type Listening, type PlainAnswer } from '../listen.ts';
import { callerOf } from './caller.ts';

export type JsonBody = Readonly<Record<string, unknown>>;

export interface JsonCall {
  readonly operation: string;
  readonly region: string;
  readonly input: JsonBody;
}

/** An error of the service's model: the type on the wire and its message. */
export class JsonRefusal extends Error {
  readonly type: string;
  readonly status: number;

  constructor(type: string, message: string, status = 400) {
    super(message);
    this.type = type;
    this.status = status;
  }
}

export interface JsonService {
  /** Name in the header before the operation: `TrentService`. */
  readonly target: string;
  /** Name in the scope of a signature: `kms`. */
  readonly signedFor: string;
  /** Of the protocol; 1.1 when left out. */
  readonly version?: '1.0' | '1.1';
  readonly operations: Readonly<Record<string, (call: JsonCall) => object>>;
  /** Operations that the caller's role lacks. */
  readonly denied?: readonly string[];
}

export interface JsonServer extends Listening {
  /** Operations in order of arrival, refused ones included. */
  readonly requests: readonly string[];
}

export async function startJsonServer(service: JsonService): Promise<JsonServer> {
  const requests: string[] = [];
  const answer = (status: number, body: object) => reply(service.version ?? '1.1', status, body);
  const server = await listen((request) => {
    const target = request.headers['x-amz-target'] ?? '';
    const operation = target.startsWith(`${service.target}.`) ? target.slice(service.target.length + 1) : '';
    requests.push(operation);
    try {
      const handle = service.operations[operation];
      if (handle === undefined) throw new JsonRefusal('UnknownOperationException', '');
      const caller = callerOf(request, service.signedFor);
      if (caller === undefined) {
        throw new JsonRefusal('MissingAuthenticationTokenException', 'Missing Authentication Token');
      }
      if (service.denied?.includes(operation) === true) {
        const who = 'arn:aws:sts::123456789012:assumed-role/plan/session';
        throw new JsonRefusal(
          'AccessDeniedException',
          `User: ${who} is not authorized to perform: ${operation}`,
        );
      }
      const input = JSON.parse(request.body) as JsonCall['input'];
      return answer(200, handle({ operation, region: caller.region, input }));
    } catch (error) {
      if (error instanceof JsonRefusal) {
        return answer(error.status, { __type: error.type, message: error.message });
      }
      throw error;
    }
  });
  return { ...server, requests };
}

function reply(version: string, status: number, body: object): PlainAnswer {
  const headers = { 'content-type': `application/x-amz-json-${version}`, 'x-amzn-requestid': randomUUID() };
  return { status, headers, body: JSON.stringify(body) };
}
