/**
 * The life that `npm start` rehearses, through workflows alone: reviewed, applied, its VMs joined, watched for nights, torn
 * down. The pull request's own part is in rehearse.test.ts.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { requireVmPrograms } from '#scripts/rehearse/environment-terraform.js';
import type { LifeFigures } from '#scripts/rehearse/life.js';
import { runCommand } from '#scripts/support/process.js';
import { repositoryRoot } from '#scripts/support/repository.js';
import { temporaryDirectory } from '../support/temporary.ts';

// Many workflow runs with real Terraform; on a busy machine they take many times their usual minute.
jest.setTimeout(400_000);

async function rehearse(...args: readonly string[]) {
  const out = temporaryDirectory('eks-hybrid-out-');
  const result = await runCommand(
    [process.execPath, 'scripts/bootstrap.mjs', 'scripts/rehearse.ts', '--out', out, ...args],
    { cwd: repositoryRoot, env: process.env, timeout: 390_000 },
  );
  const figures = () => JSON.parse(readFileSync(join(out, 'life.json'), 'utf8')) as LifeFigures;
  return { ...result, figures };
}

const VMS = ['acme-general-0', 'acme-general-1', 'acme-general-2', 'acme-spot-0'];

test('all stacks are applied and joined by their VMs, drift opens and closes an issue, nothing is left', async () => {
  const result = await rehearse('--skip', 'pull-request');
  expect(result.exitCode === 0 ? '' : result.output).toBe('');
  const figures = result.figures();
  // Plan and apply of two pull requests, three checks of nights, three runs of the cleanup, the teardown.
  expect(figures.runs.map(({ conclusion }) => conclusion)).toEqual([
    ...Array<string>(5).fill('success'),
    // A night fails that finds the link broken.
    'failure',
    ...Array<string>(5).fill('success'),
  ]);
  expect(Object.values(figures.stacks).every((count) => count > 5)).toBe(true);
  expect(Object.keys(figures.stacks)).toEqual(['foundation', 'cluster', 'nodes']);
  expect(figures.nodes.map(({ vm, ready, code }) => [vm, ready, code])).toEqual(
    VMS.map((vm) => [vm, true, '']),
  );
  expect(new Set(figures.nodes.map(({ node }) => node)).size).toBe(4);
  expect(figures.issues).toEqual(['none', 'open', 'closed']);
  expectLink(figures, result.stdout);
  expectCleanup(figures, result.stdout);
  expect(figures.monthlyCost).toBeGreaterThan(100);
  expect(figures.objects.applied).toBeGreaterThan(150);
  expect(figures.objects.left).toEqual({});
  expect(result.stdout.match(/lee approves apply/g)).toHaveLength(3);
  expect(result.stdout.match(/lee approves destroy/g)).toHaveLength(3);
  expect(result.stdout.match(/azure VM acme-\S+ → mi-0[0-9a-f]{16} Ready after \d/g)).toHaveLength(4);
  expect(result.stdout).toMatch(/✓ Make an activation for new nodes [^]*✓ Wait for the new nodes/);
  expect(result.stdout).toMatch(/\+ tags\.Owner = "somebody"/);
  expect(result.stdout).toMatch(/teardown \/ Is anything billable left\?[^]*✓ Look for what is left/);
  expect(result.stdout).toMatch(/Nothing is left in the simulated clouds, of \d+ objects, which would cost/);
});

/** The link is proven after the apply and in each night, with the way to pods once there are nodes. */
function expectLink({ links, linkIssues }: LifeFigures, told: string): void {
  const whole = { verdict: 'healthy', healthy: 4, tunnels: 4, redundancy: 'up' };
  const broken = { verdict: 'degraded', healthy: 2, tunnels: 4, redundancy: 'down' };
  expect(links).toEqual([
    { ...whole, proven: 3, networks: 3 },
    { ...whole, proven: 4, networks: 4 },
    { ...broken, proven: 4, networks: 4 },
    { ...whole, proven: 4, networks: 4 },
  ]);
  expect(linkIssues).toEqual(['none', 'open', 'closed']);
  expect(told).toContain('The link is healthy: 4 of 4 tunnels healthy, redundant, 3 of 3 networks proven');
  expect(told).toContain(
    'Every tunnel of instance1 of the Azure gateway is away while the other instance works',
  );
}

/** The one node without work is told, marked and removed; the acts after it find nothing else missing. */
function expectCleanup({ cleanup }: LifeFigures, told: string): void {
  expect(cleanup).toEqual([
    { verdict: 'planned', vm: 'acme-general-2', class: 'empty', result: null, monthly: 198.56, saved: 0 },
    { verdict: 'done', vm: 'acme-general-2', class: 'empty', result: 'marked', monthly: 198.56, saved: 0 },
    {
      verdict: 'done',
      vm: 'acme-general-2',
      class: 'empty',
      result: 'removed',
      monthly: 198.56,
      saved: 198.56,
    },
  ]);
  const name = String.raw`acme-general-2 \(mi-0[0-9a-f]{16}\)`;
  expect(told).toMatch(new RegExp(String.raw`${name} is idle: \$199 a month`));
  expect(told).toMatch(new RegExp(String.raw`${name} is marked: idle since \d\d:\d\d UTC, \$199 a month`));
  expect(told).toMatch(new RegExp(String.raw`${name} is removed: \$199 a month saved`));
  expect(told).toContain('Nothing of it is left in either cloud; the other nodes are as they were');
}

test('a fault keeps VMs from joining: each says why with its code, and everything is taken away all the same', async () => {
  const args = ['--only', 'nodes,teardown', '--fault', 'kubelet-unhealthy'] as const;
  const result = await rehearse(...args);
  expect(result.exitCode === 0 ? '' : result.output).toBe('');
  expect(
    result.stdout.match(
      /✗ azure VM acme-\S+ did not join: J60: kubelet does not answer its health check; [^\n]+/g,
    ),
  ).toHaveLength(4);
  expect(result.stdout).toContain('0 of 4 nodes Ready, as the fault would have it');
  // They had registered before kubelet failed, and a VM that is no node deregisters nothing.
  expect(result.stdout).toMatch(/(?:mi-0[0-9a-f]{16}, ){3}mi-0[0-9a-f]{16} left registered/);
  const { nodes, objects, runs, issues } = result.figures();
  expect(nodes.map(({ ready, code }) => [ready, code])).toEqual(Array(4).fill([false, 'J60']));
  expect(runs.map(({ conclusion }) => conclusion)).toEqual([
    'success',
    'success',
    'success',
    'failure',
    'failure',
  ]);
  expect(result.stdout).toMatch(/error: - ssm:managed-instance mi-0[^]*which it has to name/);
  expect(issues).toEqual([]);
  expect(objects.left).toEqual({});
});

describe('what is refused', () => {
  test.each([
    [['--only', 'nonsense'], 'pull-request, network, nodes, nights, cleanup, teardown'],
    [['--skip', 'nonsense'], 'pull-request, network, nodes, nights, cleanup, teardown'],
    [['--only', 'nights', '--skip', 'network'], 'nothing to rehearse'],
    [['--only', 'cleanup', '--skip', 'nodes'], 'nothing to rehearse'],
  ])('%j', async (args, told) => {
    const { exitCode, stderr, stdout } = await rehearse(...args);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('EHA1900');
    expect(stderr).toContain(told);
    expect(stdout).toBe('');
  });

  test('a machine without the programs of the VMs', () => {
    expect(() => requireVmPrograms(['/nonexistent'])).toThrow(
      expect.objectContaining({
        code: 'EHA1952',
        message: expect.stringContaining('bash, curl, python3: in none of /nonexistent'),
      }),
    );
  });
});
