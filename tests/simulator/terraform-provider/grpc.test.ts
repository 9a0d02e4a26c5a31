import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type ClientHttp2Session } from 'node:http2';
import { connect as connectSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createGrpcServer,
  frame,
  parseTimeout,
  unframe,
  type GrpcHandler,
  type GrpcServer,
} from '#simulator/terraform-provider/wire/grpc.js';
import { GrpcClient } from '#simulator/terraform-provider/wire/grpc-client.js';

const directory = mkdtempSync(join(tmpdir(), 'grpc-'));
const socket = join(directory, 's');
const sessions = new Set<object>();
let server: GrpcServer;
let aborted = 0;

beforeAll(async () => {
  server = createGrpcServer({
    maxMessageBytes: 1000,
    handlers: new Map<string, GrpcHandler>([
      [
        '/test/Echo',
        (request, call) => {
          sessions.add(call.session);
          return Promise.resolve(request);
        },
      ],
      ['/test/Fail', () => Promise.reject(new Error('100 % broken: ä'))],
      [
        '/test/Hang',
        (_request, call) =>
          new Promise((_resolve, reject) => {
            call.signal.addEventListener('abort', () => {
              aborted += 1;
              reject(new Error('aborted'));
            });
          }),
      ],
    ]),
  });
  await new Promise<void>((resolve) => server.server.listen(socket, resolve));
});

afterAll(async () => {
  await server.close();
  rmSync(directory, { recursive: true });
});

interface RawAnswer {
  readonly status: unknown;
  readonly grpcStatus: unknown;
  readonly grpcMessage: unknown;
}

/** Sends a body as it is, well-formed or not. */
async function send(headers: Record<string, string>, body: Buffer): Promise<RawAnswer> {
  const session: ClientHttp2Session = connect('http://localhost', {
    createConnection: () => connectSocket(socket),
  });
  try {
    return await new Promise((resolve, reject) => {
      const stream = session.request({
        ':method': 'POST',
        ':path': '/test/Echo',
        'content-type': 'application/grpc',
        ...headers,
      });
      const seen: Record<string, unknown> = {};
      stream.on('response', (received) => Object.assign(seen, received));
      stream.on('trailers', (received) => Object.assign(seen, received));
      stream.on('error', reject);
      stream.on('close', () =>
        resolve({
          status: seen[':status'],
          grpcStatus: seen['grpc-status'],
          grpcMessage: seen['grpc-message'],
        }),
      );
      stream.resume();
      stream.end(body);
    });
  } finally {
    session.destroy();
  }
}

describe('gRPC over http2', () => {
  it('answers unary calls, many on one connection', async () => {
    const client = new GrpcClient({ network: 'unix', address: socket });
    const sent = Array.from({ length: 50 }, (_unused, index) => Buffer.from(`message ${index}`));
    const received = await Promise.all(sent.map((message) => client.call('/test/Echo', message)));
    expect(received.map((message) => Buffer.from(message).toString())).toEqual(
      sent.map((message) => message.toString()),
    );
    client.close();
  });

  it('tells connections apart', async () => {
    sessions.clear();
    const clients = [1, 2].map(() => new GrpcClient({ network: 'unix', address: socket }));
    for (const client of [...clients, ...clients]) await client.call('/test/Echo', Buffer.of(1));
    expect(sessions.size).toBe(2);
    for (const client of clients) client.close();
  });

  it('answers UNIMPLEMENTED for a method it does not have, as Terraform expects of its side channels', async () => {
    expect(await send({ ':path': '/plugin.GRPCBroker/StartStream' }, frame(Buffer.of()))).toMatchObject({
      status: 200,
      grpcStatus: '12',
    });
  });

  it.each([
    ['an empty body', Buffer.of(), '13'],
    ['a cut prefix', Buffer.of(0, 0, 0), '13'],
    ['a cut message', Buffer.concat([frame(Buffer.of(1, 2, 3))]).subarray(0, 7), '13'],
    ['two messages', Buffer.concat([frame(Buffer.of(1)), frame(Buffer.of(2))]), '13'],
    ['a compressed message', Buffer.from([1, 0, 0, 0, 0]), '12'],
    ['an undefined flag', Buffer.from([7, 0, 0, 0, 0]), '13'],
    ['a message above the limit', frame(Buffer.alloc(2000)), '8'],
  ])('refuses %s with a status and goes on', async (_what, body, status) => {
    expect(await send({}, body)).toMatchObject({ status: 200, grpcStatus: status });
    expect(await send({}, frame(Buffer.of(1)))).toMatchObject({ grpcStatus: '0' });
  });

  it('refuses what is not gRPC', async () => {
    expect(await send({ 'content-type': 'application/json' }, Buffer.of())).toMatchObject({ status: 415 });
    expect(await send({ ':method': 'PUT' }, Buffer.of())).toMatchObject({ status: 405 });
  });

  it('passes a failure on with its text', async () => {
    const client = new GrpcClient({ network: 'unix', address: socket });
    await expect(client.call('/test/Fail', Buffer.of())).rejects.toMatchObject({
      status: 13,
      message: '100 % broken: ä',
    });
    client.close();
  });

  it('ends a call at its deadline and tells the handler', async () => {
    const before = aborted;
    expect(await send({ ':path': '/test/Hang', 'grpc-timeout': '20m' }, frame(Buffer.of()))).toMatchObject({
      grpcStatus: '4',
    });
    expect(aborted).toBe(before + 1);
  });

  it.each([
    ['1H', 3_600_000],
    ['2M', 120_000],
    ['3S', 3000],
    ['250m', 250],
    ['500u', 0.5],
  ])('reads the timeout %s', (header, milliseconds) => {
    expect(parseTimeout(header)).toBe(milliseconds);
  });

  it('refuses a malformed timeout', async () => {
    expect(() => parseTimeout('soon')).toThrow('malformed grpc-timeout');
    expect(await send({ 'grpc-timeout': '123456789S' }, frame(Buffer.of()))).toMatchObject({
      grpcStatus: '13',
    });
  });

  it('frames and unframes', () => {
    expect(Buffer.from(unframe(frame(Buffer.from('abc')))).toString()).toBe('abc');
  });
});
