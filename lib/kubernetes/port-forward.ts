import { pathOf, PODS } from './resources.ts';
import type { Connection, ObjectName } from './types.ts';
import { openSocket } from './web-socket.ts';

/** Two channels a port, data and errors; the first message of each names the port (kubelet, portforward/websocket.go). */
const CHANNEL = { data: 0, error: 1 } as const;
const PORT_BYTES = 2;

/**
 * Sends `text` to a port of a pod, through API server and kubelet, and gives what comes back until `isWhole` or the end.
 * @throws KubernetesRefusal when API server or kubelet refuse; Error when the stream breaks or the port does not answer
 */
export async function sendToPort(
  connection: Connection,
  pod: ObjectName,
  port: number,
  text: string,
  isWhole: (answer: string) => boolean,
  signal: AbortSignal,
): Promise<string> {
  const path = `${pathOf(PODS, pod.namespace, pod.name)}/portforward`;
  const socket = await openSocket(connection, path, [['ports', String(port)]], ['v4.channel.k8s.io'], signal);
  const begun = new Set<number>();
  let answer = '';
  socket.send(Buffer.concat([Buffer.from([CHANNEL.data]), Buffer.from(text)]));
  try {
    for await (const message of socket.messages()) {
      const [channel = -1] = message;
      const isFirst = !begun.has(channel);
      begun.add(channel);
      const data = message.subarray(isFirst ? 1 + PORT_BYTES : 1).toString('utf8');
      if (channel === CHANNEL.error && data !== '') throw new Error(data.slice(0, 300));
      if (channel === CHANNEL.data) answer += data;
      if (isWhole(answer)) return answer;
    }
  } finally {
    socket.close();
  }
  if (answer === '') throw new Error('The port sent nothing.');
  return answer;
}
