/** Time that goes by for the nodes of a cluster, for a world whose clock is that of the machine. */
import type { ObjectValue } from '../terraform-provider/engine/types.ts';
import { blocks, text, textMap } from './attributes.ts';
import type { KubeCluster } from './kube-cluster.ts';
import { builtIn } from './kube-resources.ts';
import { listNodes } from './nodes.ts';

/**
 * Makes nodes older: they were created so much earlier, and so were the moments that these annotations hold. What is
 * renewed all the time (leases, conditions) is as it was.
 */
export function ageNodes(cluster: KubeCluster, milliseconds: number, annotations: readonly string[]): void {
  const earlier = (moment: string): string =>
    new Date(Date.parse(moment) - milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
  for (const node of listNodes(cluster.world, cluster.name)) {
    const metadata: ObjectValue = blocks(node, 'metadata')[0] ?? {};
    const marks = Object.entries(textMap(metadata, 'annotations')).map(([name, value]) => [
      name,
      annotations.includes(name) ? earlier(value) : value,
    ]);
    const creationTimestamp = earlier(text(metadata, 'creationTimestamp'));
    cluster.store.antedate(builtIn('nodes'), undefined, text(metadata, 'name'), creationTimestamp);
    const aged = { ...metadata, creationTimestamp, annotations: Object.fromEntries(marks) as ObjectValue };
    cluster.world.objects.patch(node.key, { metadata: aged });
  }
}
