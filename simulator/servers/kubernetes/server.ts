/**
 * The Kubernetes API of one simulated cluster over TLS: discovery, objects of the built-in kinds and of definitions,
 * watches, patches, evictions, logs. Access as EKS grants it. What it leaves out: admission, schemas, protobuf,
 * server-side apply, OpenAPI, the scheduler's finer points.
 */
import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { text } from '../../world/attributes.ts';
import { announceApiServer } from '../../world/kube-endpoints.ts';
import { type KubeCluster, kubeCluster } from '../../world/kube-cluster.ts';
import type { World } from '../../world/world.ts';
import type { ServerCertificate } from '../tls.ts';
import { type Service, serve } from './service.ts';
import type { AwsIdentity, IdentityOptions } from './identity.ts';
import { Snapshots } from './lists.ts';
import type { HttpRequest } from './request.ts';
import { upgrade } from './streams.ts';

/** An answer given in place of the server's. */
export interface KubeReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: string | object;
}

export interface KubernetesOptions {
  /** Name of the EKS cluster; its object in the world gives the version. */
  readonly cluster: string;
  readonly certificate: ServerCertificate;
  readonly tokens?: IdentityOptions['tokens'];
  /** Default: the static credentials of tests, as session of the role `plan`. */
  readonly identities?: readonly AwsIdentity[];
  /** What nobody may do: `list pods`, `delete nodes`, `create pods/eviction`. */
  readonly denied?: readonly string[];
  /** Entries of a page at most, also where the client asks for more. */
  readonly pageSize?: number;
  /** Between bookmarks of a watch. Default 60 s. */
  readonly bookmarkMs?: number;
  /** How long a pod takes to end. Default 20 ms. */
  readonly terminationMs?: number;
  /** Answers in place of the server, for tests; `reset` breaks the connection, undefined leaves it to the server. */
  readonly intercept?: (
    request: HttpRequest,
  ) => KubeReply | 'reset' | undefined | Promise<KubeReply | 'reset' | undefined>;
}

export interface KubernetesServer {
  /** Without a path. */
  readonly url: string;
  readonly cluster: KubeCluster;
  /** `GET /api/v1/nodes?limit=500`, in order of arrival, refused ones included. */
  readonly requests: readonly string[];
  /** What users had to be allowed, refused or not: `list pods`, `create pods/exec`, `list ciliumnodes.cilium.io`. */
  readonly asked: ReadonlySet<string>;
  /** Why requests were answered 401, in order. */
  readonly unauthenticated: readonly string[];
  /** Ends all watches, as when the server is replaced. */
  endWatches(): void;
  close(): Promise<void>;
}

/** Starts the server and makes EKS name it as the endpoint of the cluster. Faults `kube-…` strike here. */
export async function startKubernetesServer(
  world: World,
  options: KubernetesOptions,
): Promise<KubernetesServer> {
  const cluster = kubeCluster(world, options.cluster);
  const service: Service = {
    world,
    cluster,
    options,
    identity: { tokens: options.tokens ?? {}, identities: options.identities ?? [] },
    snapshots: new Snapshots(),
    requests: [],
    asked: new Set(),
    unauthenticated: [],
    watches: new Set(),
    sockets: new Set(),
    version: () => text(clusterObject(world, options.cluster), 'version') || '1.34',
  };
  const { key, cert, ca } = options.certificate;
  const server = createServer({ key, cert }, (request, response) => {
    handle(request, response, service).catch(() => response.destroy());
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    upgrade(request, socket, head, service).catch(() => socket.destroy());
  });
  await listening(server);
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const withdraw = announceApiServer(world, options.cluster, { url, ca });
  return {
    url,
    cluster,
    ...seenBy(service),
    endWatches: () => service.watches.forEach((response) => response.end()),
    close: () => {
      withdraw();
      for (const socket of service.sockets) socket.terminate();
      return closed(server);
    },
  };
}

/** What tests look at afterwards; it grows as requests come. */
function seenBy({ requests, asked, unauthenticated }: Service) {
  return { requests, asked, unauthenticated };
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function clusterObject(world: World, name: string) {
  return world.objects.list('aws_eks_cluster').find((object) => text(object, 'name') === name);
}

async function handle(request: IncomingMessage, response: ServerResponse, service: Service): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  await serve(
    {
      method: request.method ?? 'GET',
      url: new URL(request.url ?? '/', 'https://kubernetes.invalid'),
      headers: request.headers,
      body: Buffer.concat(parts).toString('utf8'),
    },
    response,
    service,
  );
}
