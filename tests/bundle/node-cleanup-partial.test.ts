/** Services that throttle, deny, lie or break off: what is not whole is unknown, and nothing that depends on it goes. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  addIdle,
  DAY,
  disconnect,
  grow,
  HOUR,
  leftOf,
  putAzure,
  DISK,
} from '#tests/support/cleanup-fleet.js';
import { type Gate, type GatedWorld, type GateReply, startGatedWorld } from '#tests/support/cleanup-gates.js';

let world: GatedWorld;
let idle: string;
afterEach(() => world.close());

/** One idle node that is due, one that works, and a disk that nothing uses. */
async function start(options: Parameters<typeof startGatedWorld>[0] = {}): Promise<void> {
  world = await startGatedWorld(options);
  world.addWork(world.addNode(0));
  idle = addIdle(world, 1);
  putAzure(world, DISK, 'left-disk', { disk_size_gb: 64, storage_account_type: 'Premium_LRS' });
}

const json = (status: number, body: object): GateReply => ({ status, body });
const KUBE_DENIED = json(403, {
  kind: 'Status',
  apiVersion: 'v1',
  status: 'Failure',
  reason: 'Forbidden',
  message: 'forbidden: User "cleanup" cannot list resource',
  code: 403,
});
const SSM_DENIED = json(400, { __type: 'AccessDeniedException', message: 'User is not authorized' });
const ARM_DENIED = json(403, {
  error: { code: 'AuthorizationFailed', message: 'The client does not have authorization' },
});

/** A gate that answers calls of a form in one way. */
const on =
  (pattern: RegExp, reply: GateReply): Gate =>
  (call) =>
    pattern.test(call) ? reply : undefined;

/** Deletions and writes that were asked for, of the node and what belongs to it. */
const deletions = (): readonly string[] =>
  world.calls.filter(
    (call) => /DELETE|Deregister|deallocate|PATCH/.test(call) && !call.includes('left-disk'),
  );

describe('a list that is denied', () => {
  beforeEach(() => start());
  const NODE_LIST = /^Kubernetes GET \/api\/v1\/nodes\?/;
  /** Name of the list, its calls, its refusal, and what becomes of the idle node. */
  const lists: readonly (readonly [string, RegExp, GateReply, 'stays' | 'goes'])[] = [
    ['nodes', NODE_LIST, KUBE_DENIED, 'stays'],
    ['pods', /^Kubernetes GET \/api\/v1\/pods/, KUBE_DENIED, 'stays'],
    ['disruption budgets', /poddisruptionbudgets/, KUBE_DENIED, 'stays'],
    ['leases of nodes', /GET .*\/leases\?/, KUBE_DENIED, 'stays'],
    ['certificate requests', /certificatesigningrequests/, KUBE_DENIED, 'goes'],
    ['CiliumNodes', /GET .*\/ciliumnodes\?/, KUBE_DENIED, 'goes'],
    ['managed instances', /^SSM DescribeInstanceInformation/, SSM_DENIED, 'stays'],
    ['activations', /^SSM DescribeActivations/, SSM_DENIED, 'goes'],
    ['Azure VMs', /^ARM GET [^?]*\/virtualMachines\?/, ARM_DENIED, 'stays'],
    ['Azure interfaces, disks and addresses', /^ARM GET [^?]*\/networkInterfaces\?/, ARM_DENIED, 'stays'],
    ['Azure interfaces, disks and addresses', /^ARM GET [^?]*\/disks\?/, ARM_DENIED, 'stays'],
    ['Azure interfaces, disks and addresses', /^ARM GET [^?]*\/publicIPAddresses\?/, ARM_DENIED, 'stays'],
    ['Azure interfaces, disks and addresses', /^ARM GET [^?]*\/resources\?/, ARM_DENIED, 'stays'],
  ];

  test.each(lists)('%s by %s', async (name, calls, refusal, becomes) => {
    world.guard(on(calls, refusal));
    const { codes, document, result } = await world.run({ mode: 'act' });
    expect([codes, document.verdict]).toEqual([['EHA1753'], 'unknown']);
    const problems = document.lists.filter(({ entries }) => entries === null);
    expect(problems.map((list) => list.name)).toContain(name);
    for (const { problem } of problems) expect(problem).toMatch(/denied|Denied/);
    expect(document.notes.join(' ')).toContain(`The ${name} are not known`);
    expect(result.summary).toMatch(/^## ❔ Nodes of `hybrid`: unknown/);
    expect(result.outputs['nodes']).toBe(name === 'nodes' ? '' : '2');
    expect(leftOf(world, idle, 'hybrid-general-1')).toHaveLength(becomes === 'goes' ? 0 : 6);
    expect(deletions().length > 0).toBe(becomes === 'goes');
    // Where a node is due that a list keeps, the run stops; without pods none is due.
    if (becomes === 'stays' && name !== 'pods') expect(document.stops).toMatchObject([{ guard: 'lists' }]);
  });

  test('a cluster that may not be described ends the run before anything is read', async () => {
    await world.close();
    await start({ clouds: { denied: ['DescribeCluster'] } });
    const result = await world.step({ mode: 'act' });
    expect(result.stdout).toContain('EHA1751');
    expect(world.calls).toEqual([]);
  });
});

describe('a list that is cut short', () => {
  const cases: readonly (readonly [string, string, Gate])[] = [
    [
      'pods whose next pages are gone again and again',
      'pods',
      (call) => {
        if (!call.startsWith('Kubernetes GET /api/v1/pods')) return undefined;
        if (!call.includes('continue=')) {
          return json(200, {
            kind: 'PodList',
            metadata: { continue: 'more', resourceVersion: '1' },
            items: [],
          });
        }
        return json(410, { kind: 'Status', status: 'Failure', reason: 'Expired', message: 'old', code: 410 });
      },
    ],
    [
      'nodes whose pages lead in a circle',
      'nodes',
      (call) =>
        call.startsWith('Kubernetes GET /api/v1/nodes?')
          ? json(200, { kind: 'NodeList', metadata: { continue: 'again' }, items: [] })
          : undefined,
    ],
    [
      'pods whose body ends in the middle',
      'pods',
      on(/^Kubernetes GET \/api\/v1\/pods/, {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: '{"kind":"PodList","items":[',
      }),
    ],
    [
      'leases without a list',
      'leases of nodes',
      on(/\/leases\?/, json(200, { kind: 'LeaseList', items: { no: 'list' } })),
    ],
    [
      'instances whose pages lead in a circle',
      'managed instances',
      on(/^SSM DescribeInstanceInformation/, json(200, { InstanceInformationList: [], NextToken: 'again' })),
    ],
    [
      'VMs without a list',
      'Azure VMs',
      on(/^ARM GET [^?]*\/virtualMachines\?/, json(200, { error: 'none' })),
    ],
    [
      'disks whose next page is on another host',
      'Azure interfaces, disks and addresses',
      on(
        /^ARM GET [^?]*\/disks\?/,
        json(200, { value: [], nextLink: 'https://management.example.com/next' }),
      ),
    ],
    [
      'interfaces whose pages lead in a circle',
      'Azure interfaces, disks and addresses',
      (call) => {
        const [, path = ''] = /^ARM GET (.*\/networkInterfaces\?.*)$/.exec(call) ?? [];
        if (path === '') return undefined;
        return json(200, { value: [], nextLink: `${armUrl}${path}` });
      },
    ],
  ];
  let armUrl = '';

  test.each(cases)('%s', async (_name, list, gate) => {
    await start();
    armUrl = world.armUrl;
    world.guard(gate);
    const { codes, document } = await world.run({ mode: 'act' });
    expect([codes, document.verdict]).toEqual([['EHA1753'], 'unknown']);
    expect(document.lists.find(({ name }) => name === list)).toMatchObject({
      entries: null,
      problem: expect.stringMatching(/expired|pages without an end|no JSON|without a list|another host/),
    });
    expect(deletions()).toEqual([]);
    expect(leftOf(world, idle, 'hybrid-general-1')).toHaveLength(6);
  });
});

describe('a service that throttles', () => {
  test('is asked again as it says, and the run goes on', async () => {
    await start();
    const seen = new Set<string>();
    const once = (key: string, reply: GateReply): GateReply | undefined => {
      if (seen.has(key)) return undefined;
      seen.add(key);
      return reply;
    };
    const asked: Record<string, number[]> = {};
    world.guard((call) => {
      const [key = ''] = /^(?:SSM \w+|ARM \w+ [^?]*|Kubernetes \w+ [^?]*)/.exec(call) ?? [];
      (asked[key] ??= []).push(Date.now());
      if (/^SSM (?:DescribeInstance|Deregister)/.test(call)) {
        return once(key, json(400, { __type: 'ThrottlingException', message: 'Rate exceeded' }));
      }
      if (/^ARM (?:GET [^?]*\/disks|DELETE [^?]*virtualMachines)/.test(call)) {
        const body = { error: { code: 'TooManyRequests', message: 'The request is being throttled.' } };
        return once(key, { status: 429, headers: { 'retry-after': '1' }, body });
      }
      if (/^Kubernetes (?:GET \/api\/v1\/nodes\?|PATCH|DELETE)/.test(call)) {
        return once(key, { status: 429, headers: { 'retry-after': '1' }, body: 'Too many requests\n' });
      }
      return undefined;
    });
    const { codes, document } = await world.run({ mode: 'act' });
    expect([codes, document.verdict]).toEqual([[], 'done']);
    expect(leftOf(world, idle, 'hybrid-general-1')).toEqual([]);
    expect(seen.size).toBeGreaterThanOrEqual(6);
    for (const key of [...seen].filter((one) => !one.startsWith('SSM'))) {
      const [first = 0, second = 0] = asked[key] ?? [];
      expect([key, second - first >= 1000]).toEqual([key, true]);
    }
  });

  test('without an end leaves the list unknown', async () => {
    await start();
    world.guard(
      on(/poddisruptionbudgets/, { status: 429, headers: { 'retry-after': '1' }, body: 'Too many' }),
    );
    const { codes, document } = await world.run({ mode: 'act' });
    expect([codes, document.verdict]).toEqual([['EHA1753'], 'unknown']);
    expect(world.nodeOf(idle)).toBeDefined();
  });
});

describe('an orphan', () => {
  test('is none while the list is missing that would tell whose it is', async () => {
    await start();
    const gone = world.addNode(5);
    grow(world, gone, DAY);
    disconnect(world, gone, 2 * HOUR);
    world.setPower('hybrid-general-5', 'deallocated');
    world.guard(on(/^Kubernetes GET \/api\/v1\/nodes\?/, KUBE_DENIED));
    const { document } = await world.run({ mode: 'act' });
    expect(document.orphans).toEqual([]);
    expect(leftOf(world, gone, 'hybrid-general-5')).toHaveLength(6);
  });
});
