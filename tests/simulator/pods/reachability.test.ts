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
