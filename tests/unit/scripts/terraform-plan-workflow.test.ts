/** What a rehearsal with one stack cannot show of terraform-plan.yml: the steps for the other stacks of a batch. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { repositoryRoot } from '#scripts/support/repository.js';
import { STACKS_PER_JOB } from '#lib/terraform/batches.js';

interface Step {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly 'cache-mode'?: string;
  readonly steps: readonly Step[];
}

const text = readFileSync(join(repositoryRoot, '.github/workflows/terraform-plan.yml'), 'utf8');
const { jobs } = parse(text) as { readonly jobs: Readonly<Record<string, Job>> };
const stepsOf = (job: string, action: string) =>
  (jobs[job]?.steps ?? []).filter(({ uses }) => uses === `$/actions/${action}`);

describe('the steps of the plan job', () => {
  test.each(['setup-terraform', 'terraform-plan'])('%s: one for each stack of a batch, alike', (action) => {
    const steps = stepsOf('plan', action);
    expect(steps).toHaveLength(STACKS_PER_JOB);
    const first = JSON.stringify(steps[0]?.with);
    expect(first).toContain('matrix.batch.stacks[0].');
    steps.forEach((step, index) => {
      expect(JSON.stringify(step.with)).toBe(first.replaceAll('stacks[0]', `stacks[${index}]`));
      if (index === 0) return expect(step.if).toBeUndefined();
      expect(step.if).toBe(
        `\${{ !cancelled() && steps.aws.outcome == 'success' && matrix.batch.stacks[${index}].directory != '' }}`,
      );
    });
  });

  test.each(['report', 'bundle'])('the output %s of each is uploaded', (output) => {
    const ids = stepsOf('plan', 'terraform-plan').map(({ id }) => id ?? '');
    expect(new Set(ids).size).toBe(STACKS_PER_JOB);
    const paths = ids.map((id) => `\${{ steps.${id}.outputs.${output} }}`);
    const upload = (jobs['plan']?.steps ?? []).filter(({ if: condition }) =>
      condition?.includes(`steps.*.outputs.${output}`),
    );
    expect(upload.map((step) => String(step.with?.['path']).trim().split('\n'))).toEqual([paths]);
  });

  test('each is set up before it is planned, and names are unique', () => {
    const names = (jobs['plan']?.steps ?? []).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const actions = (jobs['plan']?.steps ?? [])
      .map(({ uses }) => uses ?? '')
      .filter((uses) => uses.startsWith('$'));
    const pair = ['$/actions/setup-terraform', '$/actions/terraform-plan'];
    expect(actions).toEqual(Array.from({ length: STACKS_PER_JOB }, () => pair).flat());
  });
});

describe('the job for pull requests from forks', () => {
  const check = jobs['check'];

  test('has nothing that a stranger could use', () => {
    expect(check?.permissions).toEqual({ contents: 'read' });
    expect(check?.environment).toBeUndefined();
    expect(check?.['cache-mode']).toBe('none');
    expect(JSON.stringify(check)).not.toMatch(/secrets\.|vars\.|github\.token|aws-actions|azure\/login/);
  });

  test.each([
    ['setup-terraform', 'setup'],
    ['terraform-plan', 'check'],
  ])('%s: one for each stack of a batch, alike', (action, id) => {
    const steps = stepsOf('check', action);
    expect(steps.map((step) => step.id)).toEqual(
      [id, `${id}-2`, `${id}-3`, `${id}-4`].slice(0, STACKS_PER_JOB),
    );
    const first = JSON.stringify(steps[0]?.with);
    steps.forEach((step, index) => {
      const isThere = `matrix.batch.stacks[${index}].directory != ''`;
      const isSetUp = `steps.setup${index === 0 ? '' : `-${index + 1}`}.outcome == 'success'`;
      const wanted = id === 'check' ? isSetUp : isThere;
      expect(JSON.stringify(step.with)).toBe(first.replaceAll('stacks[0]', `stacks[${index}]`));
      if (id === 'check' || index > 0) expect(step.if).toBe(`\${{ !cancelled() && ${wanted} }}`);
    });
  });

  test('only checks, runs no script, and keeps the document of each stack', () => {
    expect(check?.steps.every((step) => step.run === undefined)).toBe(true);
    expect(stepsOf('check', 'terraform-plan').map((step) => step.with?.['check-only'])).toEqual(
      Array(STACKS_PER_JOB).fill('true'),
    );
    const upload = check?.steps.at(-1);
    const paths = stepsOf('check', 'terraform-plan').map(
      ({ id }) => `\${{ steps.${id ?? ''}.outputs.report }}`,
    );
    expect(String(upload?.with?.['path']).trim().split('\n')).toEqual(paths);
    for (const path of paths) expect(upload?.if).toContain(path.slice(4, -3));
  });
});
