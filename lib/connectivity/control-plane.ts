/** From the API server to the nodes: logs, port-forward, webhook, metrics. */
import type { ActionDeps } from '../action/types.ts';
import { sendToPort } from '../kubernetes/port-forward.ts';
import { resource } from '../kubernetes/resources.ts';
import { refusalOf } from '../kubernetes/status.ts';
import type { ClusterDoor } from '../kubernetes/types.ts';
import { isPossible } from './expectations.ts';
import { placeOf } from './matrix.ts';
import { CONFIG_MAPS, CONTAINER, webhookQuestion } from './objects.ts';
import { HTTP_PORT } from './probe-commands.ts';
import type { Check, CheckKind, Place, PodRouting, ProbePod } from './types.ts';

const API: Place = { name: 'API server', cloud: 'control-plane' };
const NODE_METRICS = resource('metrics.k8s.io', 'v1beta1', 'nodes', false);
const FORWARD_TIMEOUT_MS = 20_000;

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 300);

/** Logs of a probe: its HTTP server has written lines by then, so that an empty log proves nothing. */
export async function checkLogs(door: ClusterDoor, namespace: string, pod: ProbePod): Promise<Check> {
  const done = outcomeOf('kubelet-logs', placeOf(pod));
  try {
    const text = await door.log({ name: pod.name, namespace }, { container: CONTAINER, tailLines: 5 });
    return text.trim() === '' ? done('unknown', 'the log is empty') : done('passed', 'log read');
  } catch (error) {
    return done(isPathBroken(reasonOf(error)) ? 'failed' : 'unknown', reasonOf(error));
  }
}

/**
 * Whether the API server says that it did not get through to the kubelet. Anything else that it refuses with, throttling
 * or trouble of its own, tells nothing of that path.
 */
export function isPathBroken(message: string): boolean {
  return /dialing backend|dial tcp|i\/o timeout|no route to host|connection refused|x509|tls: |proxy error/.test(
    message,
  );
}

/** One HTTP request through the tunnel; the answer must be the pod's own name. */
export async function checkPortForward(
  door: ClusterDoor,
  namespace: string,
  pod: ProbePod,
  signal: AbortSignal,
): Promise<Check> {
  const done = outcomeOf('kubelet-port-forward', placeOf(pod));
  const request = 'GET /hostname HTTP/1.1\r\nHost: probe\r\nConnection: close\r\n\r\n';
  const limit = AbortSignal.any([signal, AbortSignal.timeout(FORWARD_TIMEOUT_MS)]);
  const isWhole = (answer: string): boolean => answer.includes('\r\n\r\n') && answer.endsWith(pod.name);
  try {
    const { connection } = door;
    const answer = await sendToPort(
      connection,
      { name: pod.name, namespace },
      HTTP_PORT,
      request,
      isWhole,
      limit,
    );
    const isRight = /^HTTP\/1\.[01] 200/.test(answer) && answer.includes(pod.name);
    return isRight ? done('passed', 'answered') : done('failed', answer.split('\r\n')[0] ?? '');
  } catch (error) {
    signal.throwIfAborted();
    return done(isPathBroken(reasonOf(error)) ? 'failed' : 'unknown', reasonOf(error));
  }
}

/** The webhook refuses whatever it is asked: its refusal is the answer; any other says that it was not reached. */
export async function checkWebhook(
  door: ClusterDoor,
  probe: string,
  pod: ProbePod,
  routing: PodRouting,
  { clock, signal }: Pick<ActionDeps, 'clock' | 'signal'>,
): Promise<Check> {
  const target = placeOf(pod);
  const done = outcomeOf('webhook', target);
  let seen = done('unknown', 'not asked');
  // API servers learn of a new webhook a little later, each by itself; until then the question is let through.
  for (let attempt = 0; attempt < WEBHOOK_ATTEMPTS; attempt += 1) {
    if (attempt > 0) await clock.sleep(WEBHOOK_PAUSE_MS, signal);
    try {
      await door.create(CONFIG_MAPS, webhookQuestion(probe), { namespace: probe, dryRun: true });
      seen = done('unknown', 'the API server did not ask the webhook');
      continue;
    } catch (error) {
      signal.throwIfAborted();
      const message = refusalOf(error)?.message ?? reasonOf(error);
      if (message.includes('denied the request')) return done('passed', 'asked, and its refusal came back');
      seen = done(
        /failed calling webhook|failed to call webhook/.test(message) ? 'failed' : 'unknown',
        message.slice(0, 300),
      );
    }
    if (seen.outcome === 'failed') break;
  }
  const isImpossible =
    seen.outcome === 'failed' && !isPossible(routing, { kind: 'webhook', source: API, target });
  return isImpossible ? { ...seen, outcome: 'not-possible' } : seen;
}

const WEBHOOK_ATTEMPTS = 6;
const WEBHOOK_PAUSE_MS = 1000;

/** Every node with a probe must have metrics: they come from its kubelet. Undefined in a cluster without a metrics API. */
export async function checkMetrics(
  door: ClusterDoor,
  pods: readonly ProbePod[],
): Promise<readonly Check[] | undefined> {
  let names: ReadonlySet<string>;
  try {
    const { items } = await door.list(NODE_METRICS);
    names = new Set(items.map(({ metadata }) => metadata?.name ?? ''));
  } catch (error) {
    if (refusalOf(error)?.status === 404) return undefined;
    // 503 is how the API server says that nobody stands behind an API that others serve.
    const outcome = refusalOf(error)?.status === 503 ? 'failed' : 'unknown';
    return [outcomeOf('metrics', { name: 'metrics API', cloud: 'cluster' })(outcome, reasonOf(error))];
  }
  return pods.map((pod) => {
    const done = outcomeOf('metrics', placeOf(pod));
    return names.has(pod.node.name)
      ? done('passed', 'metrics there')
      : done('failed', 'no metrics of this node');
  });
}

function outcomeOf(kind: CheckKind, target: Place) {
  return (outcome: Check['outcome'], detail: string): Check => ({
    kind,
    source: API,
    target,
    outcome,
    detail,
  });
}
