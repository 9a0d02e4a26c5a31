/** What `pods/log` answers. */
import type { KubeCluster } from '../../world/kube-cluster.ts';
import { at, type KubeObject, objectsAt, show } from '../../world/kube-types.ts';
import { podPlace } from '../../world/pod-network.ts';
import { kubeletProblem } from './kubelet.ts';
import type { ObjectRequest } from './request.ts';
import { badRequest, KubeRefusal } from './status.ts';
import { existing } from './stored.ts';

/** Annotation in which a test or a program puts what the containers of a pod have written. */
export const LOG_ANNOTATION = 'simulator/log';

/**
 * The log of a container. Refuses 400 for a container that is not there and 500 when kubelet cannot be reached or has no
 * certificate, in the words that the API server passes on.
 */
export function podLog(cluster: KubeCluster, request: ObjectRequest): string {
  const pod = existing(cluster, request);
  const container = request.query.get('container') ?? '';
  const names = objectsAt(pod, 'spec', 'containers').map(({ name }) => show(name));
  if (container !== '' && !names.includes(container)) {
    throw badRequest(`container ${container} is not valid for pod ${pod.metadata.name}`);
  }
  if (container === '' && names.length > 1) {
    throw badRequest(
      `a container name must be specified for pod ${pod.metadata.name}, choose one of: [${names.join(' ')}]`,
    );
  }
  const place = podPlace(cluster, pod);
  const problem = place === undefined ? '' : kubeletProblem(cluster, place);
  if (place !== undefined && problem !== '') {
    const target = `https://${place.nodeAddress}:10250/containerLogs/${pod.metadata.namespace ?? ''}/${pod.metadata.name}/${container || (names[0] ?? '')}`;
    throw new KubeRefusal(500, 'InternalError', `Get "${target}": ${problem}`);
  }
  const lines = (pod.metadata.annotations?.[LOG_ANNOTATION] ?? ownLog(pod)).split('\n');
  const tail = Number(request.query.get('tailLines') ?? lines.length);
  return lines.slice(Math.max(0, lines.length - tail)).join('\n');
}

/** What agnhost's servers write when they start. */
function ownLog(pod: KubeObject): string {
  const isServer = JSON.stringify(at(pod, 'spec', 'containers') ?? []).includes('"netexec"');
  return isServer ? 'Started HTTP server on port 8080\nStarted UDP server on port  8081\n' : '';
}
