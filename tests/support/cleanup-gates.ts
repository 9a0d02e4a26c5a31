/** A world for node-cleanup whose requests can be looked at, answered otherwise, broken, or used as moments to act. */
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { buffer } from 'node:stream/consumers';
import type { HttpRequest } from '#simulator/servers/kubernetes/request.js';
import type { KubeReply } from '#simulator/servers/kubernetes/server.js';
import {
  type RunningService,
  type Service,
  type ServiceAnswer,
  type ServiceReply,
  startService,
  type ServiceRequest,
} from '#simulator/servers/loopback.js';
import { type CleanupWorld, startCleanupWorld } from './cleanup-world.ts';
import type { NodeWorldOptions } from './node-world.ts';

/** `Kubernetes GET /api/v1/nodes?limit=500`, `SSM DescribeActivations`, `ARM DELETE /subscriptions/…?api-version=…`. */
export type CallName = string;

/** What a test does to a request: an answer in place of the service's, or nothing. It may act and take its time. */
export type Gate = (call: CallName, body: string) => GateReply | undefined | Promise<GateReply | undefined>;
export type GateReply = (ServiceAnswer & KubeReply) | 'reset';

export interface GatedWorld extends CleanupWorld {
  /** In order of arrival, since the last change of the gate. */
  readonly calls: readonly CallName[];
  /** Where the action finds Azure Resource Manager. */
  readonly armUrl: string;
  /** Puts a gate before all three services, in place of the one before; without one everything passes. */
  guard(gate?: Gate): void;
}

export async function startGatedWorld(options: NodeWorldOptions = {}): Promise<GatedWorld> {
  let gate: Gate | undefined;
  const calls: CallName[] = [];
  const ask = async (call: CallName, body: string): Promise<GateReply | undefined> => {
    calls.push(call);
    return gate?.(call, body);
  };
  const intercept = ({ method, url, body }: HttpRequest) =>
    ask(`Kubernetes ${method} ${url.pathname}${url.search}`, body);
  const world = await startCleanupWorld({ ...options, kubernetes: { ...options.kubernetes, intercept } });
  const { env } = world.nodes;
  const ssm = await startService(
    forward(env['AWS_ENDPOINT_URL_SSM'] ?? '', (request) =>
      ask(`SSM ${(request.headers['x-amz-target'] ?? '').replace('AmazonSSM.', '')}`, request.body),
    ),
  );
  const arm: RunningService = await startService(
    forward(
      env['ARM_ENDPOINT'] ?? '',
      ({ method, path, query, body }) => ask(`ARM ${method} ${path}?${query.toString()}`, body),
      () => arm.url,
    ),
  );
  const own = { AWS_ENDPOINT_URL_SSM: ssm.url, ARM_ENDPOINT: arm.url };
  const step: CleanupWorld['step'] = (inputs, more = {}) =>
    world.step(inputs, { ...more, env: { ...own, ...more.env } });
  return {
    ...world,
    calls,
    armUrl: arm.url,
    guard: (next) => {
      gate = next;
      calls.length = 0;
    },
    step,
    run: (inputs, more = {}) => world.run(inputs, { ...more, env: { ...own, ...more.env } }),
    close: async () => {
      await Promise.all([ssm.close(), arm.close()]);
      await world.close();
    },
  };
}

/** Asks first, then passes a request on; addresses in answers that lead to the service lead here instead. */
function forward(
  target: string,
  ask: (request: ServiceRequest) => Promise<GateReply | undefined>,
  own?: () => string,
): Service {
  const rename = (text: string): string => (own === undefined ? text : text.replaceAll(target, own()));
  return async (request): Promise<ServiceReply> => {
    const reply = await ask(request);
    if (reply !== undefined) return reply;
    const { status, headers, body } = await send(target, request);
    const named = Object.entries(headers).map(([name, value]) => [name, rename(value)]);
    return { status, headers: Object.fromEntries(named), body: rename(body) };
  };
}

/** Of one connection alone. */
const HOP = new Set(['connection', 'content-length', 'host', 'keep-alive', 'transfer-encoding']);

function send(target: string, { method, path, query, headers, body }: ServiceRequest) {
  const url = `${target}${path}${query.size === 0 ? '' : `?${query.toString()}`}`;
  const own = Object.entries(headers).filter(([name, value]) => !HOP.has(name) && value !== undefined);
  const make = url.startsWith('https:') ? httpsRequest : httpRequest;
  return new Promise<{ status: number; headers: Record<string, string>; body: string }>((resolve, reject) => {
    const outgoing = make(
      url,
      { method, headers: Object.fromEntries(own), rejectUnauthorized: false },
      (response) => {
        const kept = Object.entries(response.headers).filter(([name]) => !HOP.has(name));
        const status = response.statusCode ?? 502;
        buffer(response).then(
          (bytes) =>
            resolve({
              status,
              headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
              body: bytes.toString('utf8'),
            }),
          reject,
        );
      },
    );
    outgoing.once('error', reject).end(body);
  });
}
