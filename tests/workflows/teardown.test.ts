/** Teardown of a platform repository's environment, through its template, with real Terraform and both clouds. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { PLATFORM } from '#scripts/rehearse/repository.js';
import { setStage, type Stage } from '#scripts/rehearse/stage.js';
import { runCommand } from '#scripts/support/process.js';
import { findTerraform } from '#scripts/support/terraform.js';
import {
  codesOf,
  CALLER,
  jobsOf,
  startPlatform,
  type ObservedRun,
  type Platform,
} from '#tests/support/platform.js';

jest.setTimeout(240_000);

let stage: Stage;
let platform: Platform;

const TAGS = '{ project = "eks-hybrid", environment = "acme" }';
const stackWith = (stack: string, body: string) => `terraform {
  backend "local" {
    path = ${JSON.stringify(platform.stateFile(stack))}
  }
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}
provider "aws" {
  region = "eu-central-1"
}
${body}`;

beforeAll(async () => {
  stage = await setStage({ faults: [], port: 0, terraform: await findTerraform() });
  platform = await startPlatform(stage);
  const address = (name: string) =>
    `resource "aws_eip" "${name}" {\n  domain = "vpc"\n  tags   = ${TAGS}\n}\n`;
  await platform.commit('Add two stacks', {
    'terraform/stacks/foundation/main.tf': stackWith('foundation', address('gateway')),
    'terraform/stacks/nodes/main.tf': stackWith('nodes', address('node')),
  });
});
afterAll(() => stage.close(false));

async function applyAll(): Promise<void> {
  const checkout = stage.folder(`apply-${String(Date.now())}`);
  const env = { ...stage.machineEnvironment };
  const clone = ['git', 'clone', '-q', stage.github.repository(PLATFORM).git.directory, '.'] as const;
  const commands = [
    { argv: clone, cwd: checkout },
    ...['foundation', 'nodes'].flatMap((stack) =>
      [['init'], ['apply', '-auto-approve']].map((args) => ({
        argv: ['terraform', ...args, '-input=false'] as const,
        cwd: join(checkout, 'terraform/stacks', stack),
      })),
    ),
  ];
  for (const { argv, cwd } of commands) {
    const result = await runCommand([...argv], { cwd, env });
    if (result.exitCode !== 0) throw new Error(result.output);
  }
}

const teardown = (inputs: Readonly<Record<string, string>> = {}): Promise<ObservedRun> =>
  platform.run(CALLER.teardown, {
    name: 'workflow_dispatch',
    inputs: { name: 'acme', confirm: 'acme', ...inputs },
  });

test('without the typed name nobody is asked and nothing is destroyed', async () => {
  await applyAll();
  const refused = await teardown({ confirm: 'acm' });
  expect(refused.result.conclusion).toBe('failure');
  expect(codesOf(refused)).toEqual(['EHA1270']);
  expect(refused.waited).toEqual([]);
  expect(jobsOf(refused)).toMatchObject({ 'teardown / Check the confirmation': 'failure' });
  expect(platform.stateOf('nodes')).toEqual(['aws_eip.node']);
});

test('the stacks go in reverse order, each approved, and nothing billable is left', async () => {
  const gone = await teardown();
  expect(gone.result.conclusion === 'success' ? '' : gone.log).toBe('');
  expect(Object.keys(jobsOf(gone))).toEqual([
    'teardown / Check the confirmation',
    'teardown / Destroy nodes',
    'teardown / Destroy foundation',
    'teardown / Is anything billable left?',
  ]);
  expect(gone.waited).toEqual(['teardown / Destroy nodes', 'teardown / Destroy foundation']);
  expect([platform.stateOf('nodes'), platform.stateOf('foundation')]).toEqual([[], []]);
  expect(stage.world.objects.list('aws_eip')).toEqual([]);
});

test('what Terraform does not know is named, and the run fails', async () => {
  await applyAll();
  const [address] = stage.world.objects.list('aws_eip');
  if (address === undefined) throw new Error('no address');
  const id = 'eipalloc-0123456789abcdef0';
  stage.world.objects.put({
    ...address,
    key: 'by-hand',
    attributes: {
      ...address.attributes,
      id,
      allocation_id: id,
      arn: (address.attributes['arn'] as string).replace(/[^/]*$/, id),
    },
  });
  const left = await teardown();
  expect(left.result.conclusion).toBe('failure');
  expect(jobsOf(left)).toMatchObject({
    'teardown / Destroy nodes': 'success',
    'teardown / Destroy foundation': 'success',
    'teardown / Is anything billable left?': 'failure',
  });
  expect(left.log).toContain(id);
  expect([platform.stateOf('nodes'), platform.stateOf('foundation')]).toEqual([[], []]);
});
