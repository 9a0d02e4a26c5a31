/** Memory and time of node-readiness over a large cluster: the bundle lists and judges the nodes of a simulated one. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import { startKubernetesServer } from '#simulator/servers/kubernetes/server.js';
import { createCertificate } from '#simulator/servers/tls.js';
import { addHybridNode } from '#simulator/world/kube-fleet.js';
import { World } from '#simulator/world/world.js';
import type { Bench } from './types.ts';

const NODES = 1000;
const TOKEN = 'token-of-the-bench';

/** Writes the most memory that the process had (kB) to descriptor 3 when it ends. */
const HOOK = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from 'node:fs';
process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));`,
)}`;

export const bench: Bench = {
  title: `node-readiness over ${NODES} nodes`,
  run: async ({ root }) => {
    const directory = mkdtempSync(join(tmpdir(), 'bench-readiness-'));
    const world = World.open({ directory: join(directory, 'world') });
    const certificate = createCertificate();
    const server = await startKubernetesServer(world, {
      cluster: 'hybrid',
      certificate,
      tokens: { [TOKEN]: { username: 'admin', groups: ['system:masters'] } },
    });
    try {
      for (let number = 1; number <= NODES; number += 1) {
        const name = `mi-${String(number).padStart(17, '0')}`;
        addHybridNode(server.cluster, { name, labels: { 'eks-hybrid-actions.io/vm': `vm-${number}` } });
      }
      writeFileSync(join(directory, 'kubeconfig'), kubeconfigOf(server.url, certificate.ca));
      return await measure(root, directory);
    } finally {
      await server.close();
      await world.close();
      rmSync(directory, { recursive: true, force: true });
    }
  },
};

function kubeconfigOf(url: string, ca: string): string {
  const cluster = { server: url, 'certificate-authority-data': Buffer.from(ca).toString('base64') };
  return JSON.stringify({
    clusters: [{ name: 'hybrid', cluster }],
    users: [{ name: 'admin', user: { token: TOKEN } }],
    contexts: [{ name: 'admin', context: { cluster: 'hybrid', user: 'admin' } }],
    'current-context': 'admin',
  });
}

/** The nodes have no pod network in this world, so the watch goes on until the time is over: ten seconds. */
async function measure(root: string, directory: string): Promise<string> {
  const files = ['output', 'summary', 'state', 'path', 'env', 'event.json'];
  for (const file of files) writeFileSync(join(directory, file), file === 'event.json' ? '{}' : '');
  const env = {
    PATH: '/usr/bin:/bin',
    RUNNER_TEMP: directory,
    GITHUB_WORKSPACE: directory,
    GITHUB_OUTPUT: join(directory, 'output'),
    GITHUB_STEP_SUMMARY: join(directory, 'summary'),
    GITHUB_STATE: join(directory, 'state'),
    GITHUB_PATH: join(directory, 'path'),
    GITHUB_ENV: join(directory, 'env'),
    GITHUB_EVENT_PATH: join(directory, 'event.json'),
    GITHUB_EVENT_NAME: 'workflow_dispatch',
    GITHUB_REPOSITORY: 'octo-org/platform',
    GITHUB_SHA: '1'.repeat(40),
    GITHUB_REF: 'refs/heads/main',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_JOB: 'bench',
    GITHUB_ACTOR: 'octocat',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    INPUT_KUBECONFIG: 'kubeconfig',
    INPUT_COUNT: String(NODES),
    INPUT_TIMEOUT: '10s',
  };
  const program = join(root, 'actions', 'node-readiness', 'dist', 'main', 'index.js');
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', HOOK, program], {
    cwd: directory,
    env,
    stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
  });
  const { stdout } = child;
  const report = child.stdio[3];
  if (stdout === null || report === null || report === undefined || !('read' in report))
    throw new Error('no pipe to the child');
  const [said, kilobytes] = await Promise.all([text(stdout), text(report)]);
  const progress = /\d+ of \d+ ready.*/.exec(said)?.[0] ?? 'no progress was told';
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  return `${progress}\nmost memory ${(Number(kilobytes) / 1024).toFixed(0)} MiB, ${seconds} s with ten seconds of watching`;
}
