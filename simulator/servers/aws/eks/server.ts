/** Amazon EKS over the clusters of the world: one router, one file for each family of resources. REST and JSON 1.1. */
import { randomUUID } from 'node:crypto';
import type { World } from '../../../world/world.ts';
import { listen, type Listening, type PlainAnswer, type PlainRequest } from '../../listen.ts';
import { callerOf } from '../caller.ts';
import { ACCESS_ENTRY_ROUTES } from './access-entries.ts';
import { CLUSTER_ROUTES } from './clusters.ts';
import { EksRefusal, type EksRoute } from './route.ts';

const ROUTES: readonly EksRoute[] = [...CLUSTER_ROUTES, ...ACCESS_ENTRY_ROUTES];

export interface EksOptions {
  /** Operations that the caller's role lacks. */
  readonly denied?: readonly string[];
}

export interface EksServer extends Listening {
  /** Operations in order of arrival, refused ones included. */
  readonly requests: readonly string[];
}

/** Starts the service; its address is for AWS_ENDPOINT_URL_EKS. The fault `eks-throttled` strikes here. */
export async function startEksServer(world: World, options: EksOptions = {}): Promise<EksServer> {
  const requests: string[] = [];
  const server = await listen((request) => {
    try {
      return reply(200, answer(request, world, options, requests));
    } catch (error) {
      if (!(error instanceof EksRefusal)) throw error;
      return reply(error.status, { message: error.message, ...error.members }, error.type);
    }
  });
  return { ...server, requests };
}

function answer(request: PlainRequest, world: World, options: EksOptions, requests: string[]): object {
  const found = ROUTES.flatMap((route) => {
    const match = route.method === request.method ? route.path.exec(request.url.pathname) : null;
    return match === null
      ? []
      : [{ route, name: decodeURIComponent(match[1] ?? ''), detail: decodeURIComponent(match[2] ?? '') }];
  })[0];
  if (found === undefined) throw new EksRefusal(404, 'NotFoundException', 'Not Found');
  const { route, name, detail } = found;
  requests.push(route.operation);
  const caller = callerOf(request, 'eks');
  if (caller === undefined) {
    throw new EksRefusal(403, 'MissingAuthenticationTokenException', 'Missing Authentication Token');
  }
  if (world.faults.strikes('eks-throttled', 1)) {
    throw new EksRefusal(429, 'TooManyRequestsException', 'Too Many Requests');
  }
  if (options.denied?.includes(route.operation) === true) {
    const who = 'arn:aws:sts::123456789012:assumed-role/plan/session';
    throw new EksRefusal(
      403,
      'AccessDeniedException',
      `User: ${who} is not authorized to perform: eks:${route.operation} on resource: ${route.resource(name, caller.region)}`,
    );
  }
  return route.handle({ world, region: caller.region, name, detail, query: request.url.searchParams });
}

function reply(status: number, body: object, type?: string): PlainAnswer {
  return {
    status,
    headers: {
      'content-type': 'application/json',
      'x-amzn-requestid': randomUUID(),
      ...(type !== undefined && { 'x-amzn-errortype': type }),
    },
    body: JSON.stringify(body),
  };
}
