/** The environment part of `npm start`: three stacks applied, VMs that join by the real program, and nothing left of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import type { EnvironmentFigures } from '#scripts/rehearse/environment.js';
import { requireVmPrograms } from '#scripts/rehearse/environment-terraform.js';
import { runCommand } from '#scripts/support/process.js';
import { repositoryRoot } from '#scripts/support/repository.js';
import { temporaryDirectory } from '../support/temporary.ts';

// Real Terraform on three stacks, several times; on a busy machine this takes many times its usual twenty seconds.
jest.setTimeout(300_000);

async function rehearse(...args: readonly string[]) {
  const out = temporaryDirectory('eks-hybrid-out-');
  const result = await runCommand(
    [process.execPath, 'scripts/bootstrap.mjs', 'scripts/rehearse.ts', '--out', out, ...args],
    { cwd: repositoryRoot, env: process.env, timeout: 280_000 },
  );
  const figures = () => JSON.parse(readFileSync(join(out, 'environment.json'), 'utf8')) as EnvironmentFigures;
  return { ...result, figures };
}

describe('the environment', () => {
  test('is applied, joined by its VMs, planned again without a change, and destroyed to the last object', async () => {
    const result = await rehearse('--only', 'environment');
    expect(result.stderr).not.toMatch(/EHA|SIM/);
    expect(result.exitCode).toBe(0);
    const { stacks, nodes, resources, objects } = result.figures();
    expect(resources).toBeGreaterThanOrEqual(120);
    for (const stack of [stacks.foundation, stacks.cluster, stacks.nodes]) {
      expect(stack.created).toBeGreaterThan(0);
      expect(stack).toMatchObject({ secondPlan: 0, destroyed: stack.created });
    }
    expect(nodes.map(({ vm, ready, code }) => [vm, ready, code])).toEqual(
      ['acme-general-0', 'acme-general-1', 'acme-general-2', 'acme-spot-0'].map((vm) => [vm, true, '']),
    );
    expect(new Set(nodes.map(({ node }) => node)).size).toBe(4);
    expect(objects.applied).toBeGreaterThan(resources);
    expect(objects.left).toEqual({});
    const order = [
      'foundation',
      'cluster',
      'activation',
      'nodes',
      'second plan',
      'nodes',
      'cluster',
      'foundation',
    ];
    const lines = order.map((subject) => String.raw`✓ ${subject} [^]*`).join('');
    expect(result.stdout).toMatch(new RegExp(lines));
    expect(result.stdout.match(/azure VM acme-\S+ → mi-0[0-9a-f]{16} Ready after \d/g)).toHaveLength(4);
    expect(result.stdout).not.toContain('A pull request');
  });
});

describe('a fault', () => {
  test('keeps VMs from joining: each says why with its code, and everything is taken away all the same', async () => {
    const result = await rehearse(
      '--only',
      'environment',
      '--fault',
      'kubelet-unhealthy',
      '--fault',
      'apply-error',
    );
    expect(result.exitCode).toBe(0);
    expect(
      result.stdout.match(
        /✗ azure VM acme-\S+ did not join: J60: kubelet does not answer its health check; [^\n]+/g,
      ),
    ).toHaveLength(4);
    expect(result.stdout).toContain('0 of 4 nodes Ready, as the fault would have it');
    expect(result.stdout).toMatch(
      /! foundation +failed as the fault would have it, and is applied again: \S+aws_vpn_connection/,
    );
    // They had registered before kubelet failed, and a VM that is no node deregisters nothing.
    expect(result.stdout).toMatch(/(?:mi-0[0-9a-f]{16}, ){3}mi-0[0-9a-f]{16} left registered/);
    const { nodes, objects, stacks } = result.figures();
    expect(nodes.map(({ ready, code }) => [ready, code])).toEqual(Array(4).fill([false, 'J60']));
    expect(stacks.foundation.created).toBe(stacks.foundation.destroyed);
    expect(objects.left).toEqual({});
  });
});

describe('what is refused', () => {
  test.each([
    [['--only', 'nonsense'], 'pull-request, lifecycle, environment'],
    [['--skip', 'nonsense'], 'pull-request, lifecycle, environment'],
    [['--only', 'lifecycle', '--skip', 'lifecycle'], 'nothing to rehearse'],
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
