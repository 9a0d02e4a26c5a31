/** Time that goes by for nodes, and what is forgotten of a VM with the VM. */
import { expect, test } from '@jest/globals';
import { kubeCluster } from '#simulator/world/kube-cluster.js';
import { ageNodes } from '#simulator/world/kube-ages.js';
import { builtIn } from '#simulator/world/kube-resources.js';
import {
  forgetMachineState,
  MACHINE_STATE,
  machineStateOf,
  setMachineState,
} from '#simulator/world/machine-states.js';
import { findNode, registerNode } from '#simulator/world/nodes.js';
import { World } from '#simulator/world/world.js';
import { temporaryDirectory } from '../../support/temporary.ts';

const NAME = 'mi-0123456789abcdef0';
const MARK = 'example.io/seen';

test('a node and the marks on it become older, and nothing else of it changes', async () => {
  const world = World.open({ directory: temporaryDirectory('eks-hybrid-world-') });
  const cluster = kubeCluster(world, 'acme');
  registerNode(world, {
    cluster: 'acme',
    region: 'eu-central-1',
    name: NAME,
    address: '10.80.0.10',
    labels: {},
    taints: [],
    kubeletVersion: '1.34.4',
    osImage: 'Ubuntu 24.04.3 LTS',
    architecture: 'amd64',
    cpus: 4,
    maxPods: 110,
  });
  const node = () => cluster.store.get(builtIn('nodes'), undefined, NAME);
  const before = node();
  const created = '2026-11-23T08:00:00Z';
  cluster.store.antedate(builtIn('nodes'), undefined, NAME, created);
  const object = findNode(world, 'acme', NAME);
  const annotations = { [MARK]: '2026-11-23T09:30:00.250Z', 'example.io/other': '2026-11-23T09:30:00Z' };
  const metadata = { name: NAME, uid: before?.metadata.uid ?? '', creationTimestamp: created, annotations };
  world.objects.patch(object?.key ?? '', { metadata });
  ageNodes(cluster, 3 * 3_600_000, [MARK]);
  expect(node()?.metadata).toMatchObject({
    uid: before?.metadata.uid,
    creationTimestamp: '2026-11-23T05:00:00Z',
    annotations: { [MARK]: '2026-11-23T06:30:00Z', 'example.io/other': '2026-11-23T09:30:00Z' },
  });
  expect(node()?.['spec']).toEqual(before?.['spec']);
  expect(node()?.['status']).toEqual(before?.['status']);
  await world.close();
});

test('a VM of the same name starts without the state of the one before it', async () => {
  const world = World.open({ directory: temporaryDirectory('eks-hybrid-world-') });
  const id = '/subscriptions/1/resourceGroups/nodes/providers/Microsoft.Compute/virtualMachines/acme-0';
  setMachineState(world, id, { power: 'deallocated' });
  forgetMachineState(world, id.replace('resourceGroups', 'resourcegroups'));
  expect(world.objects.list(MACHINE_STATE)).toEqual([]);
  expect(machineStateOf(world, id).power).toBe('running');
  await world.close();
});
