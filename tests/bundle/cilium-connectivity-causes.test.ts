/** Each cause, made by a fault of the world and named by the committed bundle; what follows from it has the same name. */
import { expect, test } from '@jest/globals';
import { checkOnce, leftovers } from '#tests/support/connectivity-runs.js';
import type { PodRouting } from '#simulator/world/pod-network-facts.js';

const FAULTS: readonly [fault: string, cause: string, routing: PodRouting][] = [
  ['link-down', 'link-down', 'gateway'],
  ['vxlan-blocked', 'nsg-8472', 'gateway'],
  ['vxlan-blocked', 'nsg-8472', 'bgp'],
  ['pod-route-missing', 'missing-pod-route', 'bgp'],
  ['pod-route-missing', 'missing-pod-route', 'gateway'],
  ['mtu-black-hole', 'mtu-black-hole', 'bgp'],
  ['dns-one-side', 'dns-one-side', 'gateway'],
  ['coredns-down', 'dns-one-side', 'gateway'],
  ['webhook-unreachable', 'webhook-unreachable', 'bgp'],
  ['kubelet-unreachable', 'kubelet-10250', 'bgp'],
  ['gateway-failover', 'gateway-failover', 'gateway'],
  ['vtep-missing', 'gateway-failover', 'gateway'],
  ['vtep-stale', 'gateway-failover', 'gateway'],
  ['bgp-down', 'bgp-session', 'bgp'],
  ['bgp-session-down', 'bgp-session', 'bgp'],
  ['bgp-nothing-announced', 'bgp-session', 'bgp'],
  ['cilium-agent-down', 'cilium-unhealthy', 'gateway'],
  ['cilium-operator-down', 'cilium-unhealthy', 'gateway'],
  ['cilium-identity-missing', 'cilium-unhealthy', 'gateway'],
  ['metrics-unavailable', 'metrics-api', 'gateway'],
];

test.each(FAULTS)('%s is %s (%s), and nothing else is blamed', async (fault, cause, podRouting) => {
  await checkOnce(
    { faults: [fault], podRouting },
    { samples: '10', diagnostics: 'false' },
    ({ world, document, result }) => {
      expect([document.verdict, result.exitCode]).toEqual(['failed', 1]);
      expect(document.causes.map(({ id }) => id)).toEqual([cause]);
      const failed = document.checks.filter(({ outcome }) => outcome === 'failed');
      expect(failed.filter((row) => row.cause !== cause)).toEqual([]);
      expect(result.annotations.map(({ title }) => title)).toContain(cause);
      expect(leftovers(world)).toEqual([]);
    },
  );
});

test('policy-unenforced is policy: what the policy keeps out still gets in', async () => {
  await checkOnce({ faults: ['policy-unenforced'] }, { 'policy-clouds': 'aws,azure' }, ({ document }) => {
    expect(document.causes.map(({ id }) => id)).toEqual(['policy']);
    const failed = document.checks.filter(({ outcome }) => outcome === 'failed');
    expect(new Set(failed.map(({ kind }) => kind))).toEqual(new Set(['policy-deny']));
    expect(new Set(failed.map(({ target }) => target.cloud))).toEqual(new Set(['aws']));
  });
});

test('a pod network that is not routed as the input says is masquerade', async () => {
  await checkOnce({ podRouting: 'masquerade' }, { 'pod-routing': 'bgp' }, ({ document }) => {
    expect(document.causes.map(({ id }) => id)).toEqual(['masquerade']);
    expect(document.checks.filter(({ outcome, cause }) => outcome === 'failed' && cause === null)).toEqual(
      [],
    );
  });
});

test('links that are slower than allowed are told from links that lose', async () => {
  await checkOnce({}, { 'maximum-latency': '5ms', diagnostics: 'false' }, ({ document }) => {
    expect(document.causes.map(({ id }) => id)).toEqual(['slow-link']);
    const failed = document.checks.filter(({ outcome }) => outcome === 'failed');
    expect(
      failed.every(({ kind, source, target }) => kind === 'pod-icmp' && source.cloud !== target.cloud),
    ).toBe(true);
  });
});

test('with masquerading, CoreDNS that answers from both sides to both loses questions of AWS pods', async () => {
  await checkOnce({ podRouting: 'masquerade', dnsStaysNear: false }, {}, ({ document }) => {
    expect(document.causes.map(({ id }) => id)).toEqual(['dns-one-side']);
    const replicas = document.checks.filter(
      ({ kind, source, target }) =>
        kind.startsWith('dns-replica') && source.cloud === 'aws' && target.cloud === 'azure',
    );
    expect(new Set(replicas.map(({ outcome }) => outcome))).toEqual(new Set(['not-possible']));
  });
});
