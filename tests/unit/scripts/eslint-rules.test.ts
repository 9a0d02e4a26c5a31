import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { repositoryRoot } from '#scripts/support/repository.js';

const { house, houseRules } = (await import(join(repositoryRoot, 'scripts', 'eslint', 'plugin.js'))) as {
  house: never;
  houseRules: Record<string, 'error'>;
};

const linter = new Linter({ cwd: repositoryRoot });

/** Rule and message id of each finding. */
function lint(path: string, code: string): readonly string[] {
  const messages = linter.verify(
    code,
    {
      files: ['**/*.ts'],
      languageOptions: { parser: tseslint.parser },
      plugins: { house },
      rules: houseRules,
    },
    { filename: join(repositoryRoot, path) },
  );
  return messages.map(({ ruleId, messageId }) => `${ruleId ?? 'parser'} ${messageId ?? ''}`);
}

const PLAN = 'actions/terraform-plan/src/run.ts';
const bad: readonly (readonly [string, string, string, string])[] = [
  [
    'an action imports another by #',
    PLAN,
    `import { x } from '#actions/cidr-check/src/run.js';`,
    'house/boundaries actionImportsAction',
  ],
  [
    'an action imports another by path',
    PLAN,
    `import { x } from '../../cidr-check/src/run.ts';`,
    'house/boundaries actionImportsAction',
  ],
  [
    'an action imports another lazily',
    PLAN,
    `await import('../../cidr-check/src/run.ts');`,
    'house/boundaries actionImportsAction',
  ],
  [
    'an action imports the simulator',
    PLAN,
    `import '#simulator/world/clock.js';`,
    'house/boundaries actionImportsUp',
  ],
  [
    'lib imports an action by #',
    'lib/net/cidr.ts',
    `export * from '#actions/cidr-check/src/run.js';`,
    'house/boundaries libImportsUp',
  ],
  [
    'lib imports an action by path',
    'lib/net/cidr.ts',
    `export { x } from '../../actions/cidr-check/src/run.ts';`,
    'house/boundaries libImportsUp',
  ],
  [
    'lib imports scripts',
    'lib/net/cidr.ts',
    `import { x } from '../../scripts/errors.ts';`,
    'house/boundaries libImportsUp',
  ],
  [
    'lib/report opens a door by #',
    'lib/report/plan.ts',
    `import { x } from '#lib/github/client.js';`,
    'house/boundaries reportImportsDoor',
  ],
  [
    'lib/report opens a door by path',
    'lib/report/plan.ts',
    `import { x } from '../aws/ec2.ts';`,
    'house/boundaries reportImportsDoor',
  ],
  [
    'lib/report takes the type of a door',
    'lib/report/plan.ts',
    `type X = import('../kubernetes/nodes.ts').X;`,
    'house/boundaries reportImportsDoor',
  ],
  [
    'lib/report uses an SDK',
    'lib/report/plan.ts',
    `import { getOctokit } from '@actions/github';`,
    'house/boundaries reportImportsDoor',
  ],
  [
    'lib/report uses the network',
    'lib/report/plan.ts',
    `import { request } from 'node:https';`,
    'house/boundaries reportImportsDoor',
  ],
  [
    'the simulator imports lib by #',
    'simulator/world/vpn.ts',
    `import type { X } from '#lib/action/types.js';`,
    'house/boundaries simulatorImportsProduct',
  ],
  [
    'the simulator imports an action by path',
    'simulator/world/vpn.ts',
    `import { x } from '../../actions/cidr-check/src/run.ts';`,
    'house/boundaries simulatorImportsProduct',
  ],
  ['process.env in run.ts', PLAN, `const home = process.env['HOME'];`, 'house/environment env'],
  ['process["env"] in lib', 'lib/net/cidr.ts', `const home = process['env'].HOME;`, 'house/environment env'],
  ['env taken apart', 'lib/net/cidr.ts', `const { env } = process;`, 'house/environment env'],
  ['env imported', 'lib/net/cidr.ts', `import { env } from 'node:process';`, 'house/environment env'],
  [
    'env in the simulator’s rules',
    'simulator/world/vpn.ts',
    `const home = process.env.HOME;`,
    'house/environment env',
  ],
  ['getInput imported', PLAN, `import { getInput } from '@actions/core';`, 'house/environment input'],
  ['getInput called', PLAN, `core.getMultilineInput('stacks');`, 'house/environment input'],
  ['runAction outside an entry', PLAN, `await runAction(run, readInputs);`, 'house/run-action-entry entry'],
  [
    'runAction in lib',
    'lib/net/cidr.ts',
    `harness.runAction(run, readInputs);`,
    'house/run-action-entry entry',
  ],
  ['camel case', 'lib/net/cidrAlgebra.ts', `export const x = 1;`, 'house/file-name kebab'],
  ['snake case', 'tests/unit/lib/cidr_algebra.test.ts', `export const x = 1;`, 'house/file-name kebab'],
];

const good: readonly (readonly [string, string, string])[] = [
  [
    'an action imports lib and itself',
    PLAN,
    `import '#lib/net/cidr.js'; import './plan.ts'; import '#actions/terraform-plan/src/x.js';`,
  ],
  ['an entry calls runAction', 'actions/terraform-plan/src/main.ts', `await runAction(run, readInputs);`],
  [
    'inputs.ts reads the environment',
    'actions/terraform-plan/src/inputs.ts',
    `export const home = process.env['HOME'];`,
  ],
  ['lib/action reads the environment', 'lib/action/inputs.ts', `export const home = process.env['HOME'];`],
  [
    'lib/report imports pure lib',
    'lib/report/plan.ts',
    `import '../terraform/plan.ts'; import 'node:path'; import 'yaml';`,
  ],
  [
    'the simulator imports itself',
    'simulator/runner/job/run.ts',
    `import '#simulator/world/clock.js'; import '../host.ts'; import 'node:http';`,
  ],
  [
    'a simulator’s entry reads the environment',
    'simulator/terraform-provider/main.ts',
    `export const home = process.env['HOME'];`,
  ],
  [
    'scripts import both sides',
    'scripts/rehearse.ts',
    `import '#lib/action/errors.js'; import '#simulator/world/clock.js'; process.env.X;`,
  ],
  ['env of something else', 'lib/net/cidr.ts', `const a = options.env; const { env } = options;`],
  ['a test is kebab case', 'tests/unit/lib/cidr-algebra.test.ts', `export const x = 1;`],
];

describe('house rules', () => {
  test.each(bad)('refuse: %s', (_, path, code, finding) => {
    expect(lint(path, code)).toEqual([finding]);
  });

  test.each(good)('allow: %s', (_, path, code) => {
    expect(lint(path, code)).toEqual([]);
  });
});
