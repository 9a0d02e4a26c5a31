/** Encryption, throughput and diagnostics through the committed bundle. */
import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LOG_ANNOTATION } from '#simulator/servers/kubernetes/logs.js';
import { builtIn } from '#simulator/world/kube-resources.js';
import { checkOnce, leftovers } from '#tests/support/connectivity-runs.js';

test.each(['wireguard', 'ipsec'] as const)('%s is read from configuration and keys', async (encryption) => {
  await checkOnce({ encryption }, { encryption }, ({ document, result }) => {
    const rows = document.checks.filter(({ kind }) => kind === 'cilium-encryption');
    expect(rows.map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed']);
    expect(document.notChecked.join()).toContain('not that packets are encrypted');
    expect([document.verdict, result.exitCode]).toEqual(['passed', 0]);
  });
});

test('encryption that is not configured, or lacks a key, fails where it was asked for', async () => {
  await checkOnce({}, { encryption: 'wireguard', diagnostics: 'false' }, ({ document }) => {
    expect(document.causes.map(({ id }) => id)).toEqual(['not-encrypted']);
    const failed = document.checks.filter(({ outcome }) => outcome === 'failed');
    expect(failed.map(({ detail }) => detail)).toContain('enable-wireguard is false');
  });
  const world = { encryption: 'ipsec', faults: ['encryption-key-missing'] } as const;
  await checkOnce(world, { encryption: 'ipsec', diagnostics: 'false' }, ({ document }) => {
    const failed = document.checks.filter(({ outcome }) => outcome === 'failed');
    expect(failed.map(({ detail }) => detail)).toEqual(['the node has no key']);
  });
});

test('a configuration that may not be read is unknown', async () => {
  const world = { encryption: 'wireguard', denied: ['get configmaps', 'list ciliumendpoints'] } as const;
  await checkOnce(world, { encryption: 'wireguard' }, ({ document, result }) => {
    const unknown = document.checks.filter(({ outcome }) => outcome === 'unknown');
    expect(unknown.map(({ kind }) => kind).sort()).toEqual(['cilium-encryption', 'cilium-identity']);
    expect([document.verdict, document.counts.failed, result.exitCode]).toEqual(['unknown', 0, 1]);
  });
});

test.each(['gateway', 'masquerade'] as const)('throughput is measured each way (%s)', async (podRouting) => {
  await checkOnce(
    { podRouting },
    { throughput: 'true', 'minimum-throughput': '100' },
    ({ document, result }) => {
      expect(document.throughputs).toHaveLength(2);
      for (const { megabitsPerSecond } of document.throughputs ?? []) {
        expect(megabitsPerSecond).toBeGreaterThan(300);
        expect(megabitsPerSecond).toBeLessThan(500);
      }
      expect(document.throughputs?.map(({ source }) => source.slice(0, 3))).toEqual(['mi-', 'ip-']);
      expect(result.summary).toMatch(/Mbit\/s/);
      expect(document.verdict).toBe('passed');
    },
  );
});

test('a link that carries too little fails, and nothing is measured unasked', async () => {
  const inputs = { throughput: 'true', 'minimum-throughput': '100', diagnostics: 'false' };
  await checkOnce({ faults: ['link-narrow'] }, inputs, ({ document }) => {
    const rows = document.checks.filter(({ kind }) => kind === 'throughput');
    expect(rows.map(({ outcome, cause }) => [outcome, cause])).toEqual([
      ['failed', 'slow-link'],
      ['failed', 'slow-link'],
    ]);
    expect(rows[0]?.detail).toMatch(/^(?:19\.\d|20) Mbit\/s; at least 100 are wanted$/);
  });
  await checkOnce({ faults: ['link-narrow'] }, {}, ({ document }) => {
    expect([document.verdict, document.throughputs]).toEqual(['passed', []]);
  });
});

const SECRETS = [
  'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJwbGFudGVkIn0.c2lnbmF0dXJlLXBsYW50ZWQ',
  'k8s-aws-v1.cGxhbnRlZC10b2tlbg',
  'AKIAPLANTEDPLANTED12',
  'planted-password-4711',
  'planted-shared-key-4711',
  'cGxhbnRlZCBwcml2YXRlIGtleSBieXRlcw',
];
const LOG = [
  'agent started',
  `request with Authorization: Bearer ${SECRETS[0] ?? ''}`,
  `token=${SECRETS[1] ?? ''}`,
  `credentials of ${SECRETS[2] ?? ''}`,
  `{"password": "${SECRETS[3] ?? ''}", "level": "debug"}`,
  `pre_shared_key = '${SECRETS[4] ?? ''}'`,
  `-----BEGIN EC PRIVATE KEY-----\n${SECRETS[5] ?? ''}\n-----END EC PRIVATE KEY-----`,
  'agent ended',
].join('\n');

test('what explains a failure is kept, within bounds and without secrets', async () => {
  await checkOnce(
    { faults: ['vxlan-blocked'] },
    {},
    ({ world, result }) => {
      const folder = result.outputs['diagnostics'] ?? '';
      const files = readdirSync(folder);
      expect(files).toEqual(
        expect.arrayContaining(['probe-pods.json', 'events.json', 'nodes.json', 'cilium-nodes.json']),
      );
      expect(files.filter((name) => name.startsWith('cilium-mi-'))).toHaveLength(2);
      expect(files.filter((name) => name.startsWith('aws-node-'))).toHaveLength(2);
      expect(files.filter((name) => name.startsWith('probe-a'))).not.toEqual([]);
      const all = Buffer.concat(files.map((name) => readFileSync(join(folder, name))));
      expect(SECRETS.filter((secret) => all.includes(secret))).toEqual([]);
      expect(all.includes('PRIVATE KEY')).toBe(false);
      expect(all.includes('agent started')).toBe(true);
      expect(all.includes('agent ended')).toBe(true);
      expect(all.length).toBeLessThan(4 * 1024 * 1024);
      expect(Math.max(...files.map((name) => statSync(join(folder, name)).size))).toBeLessThanOrEqual(
        256 * 1024,
      );
      expect(leftovers(world)).toEqual([]);
    },
    {
      prepare: ({ cluster }) => {
        for (const pod of cluster.store.list(builtIn('pods'), 'kube-system')) {
          const text = pod.metadata.name.startsWith('aws-node')
            ? `${LOG}\n${'filler\n'.repeat(200_000)}`
            : LOG;
          const annotations = { [LOG_ANNOTATION]: text };
          cluster.store.put(builtIn('pods'), { ...pod, metadata: { ...pod.metadata, annotations } });
        }
      },
    },
  );
});

test('a green run keeps nothing, and nor does one that was told not to', async () => {
  await checkOnce({}, {}, ({ result }) => expect(result.outputs['diagnostics']).toBe(''));
  await checkOnce({ faults: ['cilium-operator-down'] }, { diagnostics: 'false' }, ({ result }) =>
    expect(result.outputs['diagnostics']).toBe(''),
  );
});
