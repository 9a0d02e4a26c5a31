/** Streams to kubelet over WebSocket: who may open them, and what stands in the way. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { textAt } from '../../world/kube-types.ts';
import { type Place, podPlace } from '../../world/pod-network.ts';
import { execute } from './exec.ts';
import { demandKubelet } from './kubelet.ts';
import { forwardPorts } from './port-forward.ts';
import type { HttpRequest } from './request.ts';
import { authorized, type Service } from './service.ts';
import { KubeRefusal, methodNotAllowed } from './status.ts';
import { existing } from './stored.ts';

const PROTOCOLS: Readonly<Record<string, readonly string[]>> = {
  exec: ['v5.channel.k8s.io', 'v4.channel.k8s.io'],
  portforward: ['v4.channel.k8s.io'],
};

/** Takes an upgrade to WebSocket, or answers with the Status that says why not. */
export async function upgrade(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  service: Service,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'https://kubernetes.invalid');
  service.requests.push(`${request.method ?? 'GET'} ${url.pathname}${url.search}`);
  try {
    const opened = open({ method: 'GET', url, headers: request.headers, body: '' }, service);
    const server = new WebSocketServer({
      noServer: true,
      handleProtocols: (offered) => PROTOCOLS[opened.kind]?.find((name) => offered.has(name)) ?? false,
    });
    server.handleUpgrade(request, socket, head, (client) => {
      service.sockets.add(client);
      client.on('close', () => service.sockets.delete(client));
      if (opened.kind === 'portforward') forwardPorts(client, opened, service.cluster);
      else void execute(client, opened, service);
    });
  } catch (error) {
    if (!(error instanceof KubeRefusal)) throw error;
    refuse(socket, error);
  }
}

/** What a stream is opened to. */
export interface Stream {
  /** The subresource. */
  readonly kind: string;
  readonly place: Place;
  readonly query: URLSearchParams;
}

function open(request: HttpRequest, service: Service): Stream {
  const asked = authorized(request, service);
  if (!(asked.subresource in PROTOCOLS)) throw methodNotAllowed();
  const { cluster } = service;
  const { query } = asked;
  const pod = existing(cluster, asked);
  const place = podPlace(cluster, pod);
  if (place === undefined || textAt(pod, 'status', 'phase') !== 'Running') {
    const why = `pod ${pod.metadata.name} does not have a host assigned`;
    throw new KubeRefusal(400, 'BadRequest', why);
  }
  demandKubelet(cluster, place);
  return { kind: asked.subresource, place, query };
}

function refuse(socket: Duplex, { code, status, message }: KubeRefusal): void {
  const body = JSON.stringify(status);
  const reason = message.slice(0, 40).replace(/[^\x20-\x7e]/g, ' ');
  socket.end(
    `HTTP/1.1 ${code} ${reason}\r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
