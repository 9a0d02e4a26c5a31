/** tunnel-status: calls and time of one look at a link of four tunnels, and at fifty links, with Azure's operations at once. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { formatTable } from '#scripts/support/format.js';
import { startSimulatedClouds } from '#tests/support/simulated-clouds.js';
import { createLink } from '#tests/support/simulated-link.js';
import type { Bench } from './types.ts';

export const bench: Bench = {
  title: 'The link between the clouds',
  async run({ root }) {
    const rows = [
      await measure(root, '1 link, 4 tunnels, 40 routes', 1, 36),
      await measure(root, '50 links, 200 tunnels', 50, 0),
    ];
    const headings = ['One look', 'EC2', 'CloudWatch', 'ARM', 'Seconds', 'Tunnels'];
    return formatTable([headings, ...rows]);
  },
};

/** @param more ranges of the VPC beside the first, each a route that Azure learns over every tunnel */
async function measure(root: string, name: string, links: number, more: number): Promise<readonly string[]> {
  const clouds = await startSimulatedClouds({ objects: [], retryAfter: 0 });
  const workspace = mkdtempSync(join(tmpdir(), 'bench-tunnels-'));
  try {
    const vpcRanges = Array.from({ length: more }, (_, index) => `10.${128 + index}.0.0/16`);
    const files = createLink(clouds.world, { links, nodes: 1, vpcRanges }).map(({ expectations, number }) => {
      writeFileSync(join(workspace, `${number}.json`), JSON.stringify(expectations));
      return `${number}.json`;
    });
    const started = performance.now();
    await runStep(root, workspace, {
      ...clouds.env,
      INPUT_EXPECTATIONS: files.join(','),
      'INPUT_AWS-REGION': clouds.region,
      'INPUT_AZURE-SUBSCRIPTION-ID': clouds.subscriptionId,
      INPUT_FAIL: 'false',
    });
    const seconds = (performance.now() - started) / 1000;
    const tunnels = /^tunnels<<(\S+)\n(\d+)\n\1$/m.exec(readFileSync(join(workspace, 'output'), 'utf8'))?.[2];
    const counts = [clouds.ec2, clouds.cloudwatch, clouds.arm].map(({ requests }) => String(requests.length));
    return [name, ...counts, seconds.toFixed(1), tunnels ?? 'not told'];
  } finally {
    await clouds.close();
    rmSync(workspace, { recursive: true, force: true });
  }
}

/** As a runner starts a step, with the few variables that the harness asks for. */
function runStep(root: string, folder: string, env: Readonly<Record<string, string>>): Promise<void> {
  const file = (name: string, text = ''): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const program = join(root, 'actions', 'tunnel-status', 'dist', 'main', 'index.js');
  const child = spawn(process.execPath, [program], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      GITHUB_ACTOR: 'bench',
      GITHUB_API_URL: 'https://api.github.invalid',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_EVENT_PATH: file('event.json', '{}'),
      GITHUB_GRAPHQL_URL: 'https://api.github.invalid/graphql',
      GITHUB_JOB: 'bench',
      GITHUB_OUTPUT: file('output'),
      GITHUB_PATH: file('path'),
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REPOSITORY: 'bench/bench',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_RUN_ID: '1',
      GITHUB_SERVER_URL: 'https://github.invalid',
      GITHUB_SHA: '0'.repeat(40),
      GITHUB_STATE: file('state'),
      GITHUB_STEP_SUMMARY: file('summary'),
      GITHUB_WORKSPACE: folder,
      RUNNER_TEMP: folder,
      ...env,
    },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve());
  });
}
