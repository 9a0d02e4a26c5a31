import { afterEach, expect, test } from '@jest/globals';
import { addFleetPod } from '#simulator/world/kube-fleet.js';
import { textAt } from '#simulator/world/kube-types.js';
import { exec } from '#tests/support/kubernetes-exec.js';
import {
  type SimulatedConnectivity,
  type SimulatedConnectivityOptions,
  startSimulatedConnectivity,
} from '#tests/support/simulated-connectivity.js';

let cluster: SimulatedConnectivity | undefined;

afterEach(async () => {
  await cluster?.close();
  cluster = undefined;
});

const AGNHOST = {
  containers: [{ name: 'probe', image: 'registry.k8s.io/e2e-test-images/agnhost:2.53', args: ['netexec'] }],
};

interface Probes {
  readonly aws: string;
  readonly azure: string;
  /** What a script in one of the pods wrote, with its exit code as last line. */
  run(from: 'aws' | 'azure', script: string): Promise<string>;
}

/** A cluster with one probe in each cloud. */
async function probes(options: SimulatedConnectivityOptions = {}): Promise<Probes> {
  const started = await startSimulatedConnectivity(options);
  cluster = started;
  const put = (cloud: 'aws' | 'azure'): string => {
    const pod = addFleetPod(started.cluster, { name: cloud, node: started[cloud][0] ?? '', spec: AGNHOST });
    return textAt(pod, 'status', 'podIP');
  };
  return {
    aws: put('aws'),
    azure: put('azure'),
    run: async (from, script) => {
      const { out, err, code } = await exec(started, from, ['sh', '-c', script]);
      return `${out}${err}${String(code)}`;
    },
  };
}

test('pods of both clouds reach each other through the gateway, with their own addresses', async () => {
  const { aws, azure, run } = await probes();
  expect(await run('aws', `curl -sS -m 3 http://${azure}:8080/clientip`)).toBe(`${aws}:400000`);
  expect(await run('azure', `curl -sS -m 3 http://${aws}:8080/clientip`)).toBe(`${azure}:400000`);
  expect(await run('aws', `echo hostname | nc -u -w 1 ${azure} 8081`)).toBe('azure0');
  expect(await run('aws', `ping -c 3 -q ${azure}`)).toContain('3 packets received, 0% packet loss');
});

test('a batch of commands that run at once, as probes send it', async () => {
  const { azure, run } = await probes();
  const script = [
    'd=$(mktemp -d); n=0',
    'for c in "$@"; do n=$((n+1)); { sh -c "$c" </dev/null >"$d/$n" 2>&1; echo $? >"$d/$n.exit"; } & done',
    'wait; i=0',
    'while [ $i -lt $n ]; do i=$((i+1)); echo "begin $i"; cat "$d/$i"; echo "end $i $(cat "$d/$i.exit")"; done',
  ].join('\n');
  const commands = [
    `{ printf msg=; head -c 3000 /dev/zero | tr '\\0' a; } | curl -sS -m 9 --data-binary @- -o /dev/null -w '%{http_code} %{size_upload} %{size_download}' http://${azure}:8080/echo`,
    'echo two; echo three >&2; false',
    `dig +time=2 +tries=1 +notcp +noall +comments +answer @10.100.0.10 kubernetes.default.svc.cluster.local A`,
    'ip -o link show dev eth0',
    'nothing',
  ];
  const sent = cluster;
  if (sent === undefined) throw new TypeError('no cluster');
  const { out, code } = await exec(sent, 'aws', ['sh', '-c', script, 'name', ...commands]);
  expect(code).toBe(0);
  expect(out).toContain('begin 1\n200 3004 3000end 1 0\n');
  expect(out).toContain('begin 2\ntwo\nthree\nend 2 1\n');
  expect(out).toMatch(
    /status: NOERROR[^]*kubernetes\.default\.svc\.cluster\.local\.\t5\tIN\tA\t10\.100\.0\.1\n/,
  );
  expect(out).toContain('mtu 9001');
  expect(out).toContain('begin 5\nsh: nothing: not found\nend 5 127\n');
  await expect(run('aws', `echo clientip | nc -u -w 2 ${azure} 8081`)).resolves.toMatch(
    /^10\.41\.0\.\d+:400000$/,
  );
});

const TIMED_OUT = /timed out after 3001 milliseconds\n28$/;
const clientOf = (address: string): string => `curl -sS -m 3 http://${address}:8080/clientip`;

test('with masquerade nothing leads from the VPC to pods, and these are seen as their node', async () => {
  const { aws, azure, run } = await probes({ podRouting: 'masquerade' });
  expect(await run('aws', clientOf(azure))).toMatch(TIMED_OUT);
  expect(await run('azure', clientOf(aws))).toBe('10.80.0.4:400000');
});

test.each(['bgp', 'udr'] as const)('with %s pods are reached as they are', async (podRouting) => {
  const { aws, azure, run } = await probes({ podRouting });
  expect(await run('aws', clientOf(azure))).toBe(`${aws}:400000`);
  expect(await run('azure', clientOf(aws))).toBe(`${azure}:400000`);
});

test('VXLAN that is filtered cuts pods of Azure nodes off from everyone', async () => {
  const { aws, azure, run } = await probes({ faults: ['vxlan-blocked'] });
  expect(await run('aws', clientOf(azure))).toMatch(TIMED_OUT);
  expect(await run('azure', clientOf(aws))).toMatch(TIMED_OUT);
  expect(await run('azure', clientOf(azure))).toBe(`${azure}:400000`);
});

test('a missing route cuts the VPC off from pods, also in answers', async () => {
  const { aws, azure, run } = await probes({ faults: ['pod-route-missing'] });
  expect(await run('aws', clientOf(azure))).toMatch(TIMED_OUT);
  expect(await run('azure', clientOf(aws))).toMatch(TIMED_OUT);
  expect(await run('azure', 'ping -c 1 10.40.0.10')).toContain('0 packets received');
});

test('in a black hole small packets pass and large ones vanish', async () => {
  const { azure, aws, run } = await probes({ faults: ['mtu-black-hole'] });
  expect(await run('aws', `ping -c 2 -s 1000 ${azure}`)).toContain(' 0% packet loss');
  expect(await run('aws', `ping -c 2 -s 1400 ${azure}`)).toContain('100% packet loss');
  const large = `head -c 20000 /dev/zero | curl -sS -m 3 --data-binary @- http://${azure}:8080/echo`;
  expect(await run('aws', large)).toMatch(/Operation timed out[^]*28$/);
  expect(await run('azure', large.replace(azure, aws))).toMatch(/Operation timed out[^]*28$/);
});

test('where routers tell, only the first packet that is too large is lost', async () => {
  const { azure, run } = await probes();
  expect(await run('aws', `ping -c 2 -s 1400 ${azure}`)).toContain(
    '2 packets transmitted, 1 packets received',
  );
});

test('CoreDNS of the other cloud cannot be asked', async () => {
  const { run } = await probes({ faults: ['dns-one-side'] });
  const replicas = ['10.41.0.4', '10.112.0.4'].map(
    (address) => `dig @${address} kubernetes.default.svc.cluster.local +short`,
  );
  expect(await run('azure', replicas[0] ?? '')).toMatch(/timed out[^]*9$/);
  expect(await run('azure', replicas[1] ?? '')).toBe('10.100.0.1\n0');
  expect(await run('aws', replicas[1] ?? '')).toBe('10.100.0.1\n0');
});

test('a gateway that changes its leader loses packets now and then', async () => {
  const { azure, run } = await probes({ faults: ['gateway-failover'] });
  expect(await run('aws', `ping -c 9 -q ${azure}`)).toContain('9 packets transmitted, 6 packets received');
});

test('pods are seen under the address of their node by a fault', async () => {
  const { aws, run } = await probes({ faults: ['pod-masqueraded'] });
  expect(await run('azure', clientOf(aws))).toBe('10.80.0.4:400000');
});
