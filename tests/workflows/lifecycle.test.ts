/** The life of an environment as `npm start` rehearses it: reviewed, applied, watched for nights, torn down. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import type { LifecycleFigures } from '#scripts/rehearse/lifecycle.js';
import { runCommand } from '#scripts/support/process.js';
import { repositoryRoot } from '#scripts/support/repository.js';
import { temporaryDirectory } from '../support/temporary.ts';

// Six workflow runs with real Terraform; on a busy machine they take many times their usual half minute.
jest.setTimeout(300_000);

test('a pull request is applied, drift opens and closes an issue, and the teardown leaves nothing', async () => {
  const out = temporaryDirectory('eks-hybrid-out-');
  const program = [
    'scripts/bootstrap.mjs',
    'scripts/rehearse.ts',
    '--only',
    'lifecycle',
    '--out',
    out,
  ] as const;
  const result = await runCommand([process.execPath, ...program], {
    cwd: repositoryRoot,
    env: process.env,
    timeout: 280_000,
  });
  expect(result.exitCode === 0 ? '' : result.output).toBe('');
  const figures = JSON.parse(readFileSync(join(out, 'lifecycle.json'), 'utf8')) as LifecycleFigures;
  expect(figures.runs.map(({ conclusion }) => conclusion)).toEqual(Array(5).fill('success'));
  expect(figures.issues).toEqual(['none', 'open', 'closed']);
  expect(figures.objects.applied).toBeGreaterThan(100);
  expect(figures.objects.left).toBe(0);
  expect(result.stdout).toContain('lee approves apply');
  expect(result.stdout).toContain('lee approves destroy');
  expect(result.stdout).toMatch(/\+ tags\.Owner = "somebody"/);
  expect(result.stdout).toMatch(/teardown \/ Is anything billable left\?[^]*✓ Look for what is left/);
});
