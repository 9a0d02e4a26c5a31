/** What the cluster itself tells beside its nodes: requests for certificates, and the nodes that Cilium knows. */
import { CERTIFICATE_REQUESTS, type CertificateRequest, CILIUM_NODES } from '#lib/kubernetes/resources.js';
import { refusalOf } from '#lib/kubernetes/status.js';
import type { ClusterDoor } from '#lib/kubernetes/types.js';
import { ActionError } from '#lib/action/errors.js';
import { type Known, known, unknown } from '#lib/nodes/readiness-facts.js';
import type { CloudFacts } from '#lib/nodes/readiness-judge.js';

type State = 'pending' | 'denied' | 'approved';

const SIGNER = 'kubernetes.io/kubelet-serving';
const USER = 'system:node:';

export async function askCluster(
  door: ClusterDoor,
): Promise<Pick<CloudFacts, 'certificates' | 'ciliumNodes'>> {
  const [certificates, ciliumNodes] = await Promise.all([
    attempt(() => readCertificates(door)),
    attempt(() => readCiliumNodes(door)),
  ]);
  return { certificates, ciliumNodes };
}

/** What the door refuses is unknown; anything else is a fault of this program. */
async function attempt<T>(read: () => Promise<T>): Promise<Known<T>> {
  try {
    return known(await read());
  } catch (error) {
    if (error instanceof ActionError) return unknown(error.message);
    throw error;
  }
}

/** The newest request of each node decides: kubelet asks anew. */
async function readCertificates(door: ClusterDoor): Promise<ReadonlyMap<string, State>> {
  const newest = new Map<string, { readonly at: string; readonly state: State }>();
  const take = (request: CertificateRequest): void => {
    const { spec, metadata, status } = request;
    const user = spec.username ?? '';
    if (spec.signerName !== SIGNER || !user.startsWith(USER)) return;
    const at = metadata?.creationTimestamp ?? '';
    const node = user.slice(USER.length);
    const types = (status?.conditions ?? []).map(({ type }) => type);
    const state =
      types.includes('Denied') || types.includes('Failed')
        ? 'denied'
        : types.includes('Approved')
          ? 'approved'
          : 'pending';
    if ((newest.get(node)?.at ?? '') <= at) newest.set(node, { at, state });
  };
  await door.visit(
    CERTIFICATE_REQUESTS,
    {},
    {
      page: (items) => items.forEach(take),
      restart: () => newest.clear(),
    },
  );
  return new Map([...newest].map(([node, { state }]) => [node, state]));
}

/** Without Cilium's definitions there is no such resource (404), and so no such node. */
async function readCiliumNodes(door: ClusterDoor): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  try {
    await door.visit(
      CILIUM_NODES,
      {},
      {
        page: (items) => items.forEach(({ metadata }) => names.add(metadata?.name ?? '')),
        restart: () => names.clear(),
      },
    );
  } catch (error) {
    if (refusalOf(error)?.status !== 404) throw error;
  }
  return names;
}
