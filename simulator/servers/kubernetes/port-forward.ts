/**
 * `pods/portforward`: two channels a port, data and errors; the first message of each names the port. kubelet dials the
 * port inside the pod. Source: Kubernetes, kubelet's `portforward/websocket.go`.
 */
import type { WebSocket } from 'ws';
import { rawAnswer } from '../../pods/http.ts';
import { PodNetwork } from '../../pods/network.ts';
import type { KubeCluster } from '../../world/kube-cluster.ts';
import type { Stream } from './streams.ts';

const LOOPBACK = '127.0.0.1';
const NORMAL_CLOSURE = 1000;

/** Forwards the ports of an open stream until the client goes. */
export function forwardPorts(client: WebSocket, { place, query }: Stream, cluster: KubeCluster): void {
  const ports = query.getAll('ports').map(Number);
  const network = new PodNetwork(cluster, place);
  const send = (channel: number, data: Buffer): void => {
    client.send(Buffer.concat([Buffer.of(channel), data]));
  };
  ports.forEach((port, index) => {
    const name = Buffer.alloc(2);
    name.writeUInt16LE(port);
    send(index * 2, name);
    send(index * 2 + 1, name);
  });
  client.on('message', (message: Buffer) => {
    const channel = message[0] ?? 0;
    const port = ports[channel / 2];
    if (port === undefined) return;
    const contact = network.contact(LOOPBACK, port, 'tcp');
    if (contact.kind === 'open') {
      send(channel, Buffer.from(rawAnswer(contact, message.subarray(1).toString('utf8'))));
    } else {
      const why = `dial tcp4 ${LOOPBACK}:${port}: connect: connection refused`;
      const pod = `pod ${place.pod?.metadata.uid ?? ''}`;
      send(
        channel + 1,
        Buffer.from(
          `error forwarding port ${port} to ${pod}, uid : failed to connect to localhost:${port}: ${why}`,
        ),
      );
    }
    client.close(NORMAL_CLOSURE);
  });
}
