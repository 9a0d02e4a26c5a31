/** Nights of a platform repository: templates and reusable workflows as they are, real Terraform, committed bundles. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { driftDocument, type DriftDocument } from '#lib/report/drift-document.js';
import { PLATFORM } from '#scripts/rehearse/repository.js';
import { setStage, type Stage } from '#scripts/rehearse/stage.js';
import { runCommand } from '#scripts/support/process.js';
import { findTerraform } from '#scripts/support/terraform.js';
import { CALLER, jobsOf, startPlatform, type ObservedRun, type Platform } from '#tests/support/platform.js';

jest.setTimeout(240_000);

let stage: Stage;
let platform: Platform;

const FILE = 'terraform/stacks/network/main.tf';
const VPC = (extra = '') => `terraform {
  backend "local" {
    path = ${JSON.stringify(platform.stateFile('network'))}
  }
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}
provider "aws" {
  region = "eu-central-1"
}
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
  tags       = { Owner = "net" }
}
${extra}`;

beforeAll(async () => {
  stage = await setStage({ faults: [], port: 0, terraform: await findTerraform() });
  platform = await startPlatform(stage);
  await platform.commit('Add a network and a stack of nothing but a value', {
    [FILE]: VPC(),
    'terraform/stacks/values/main.tf': `terraform {
  backend "local" {
    path = ${JSON.stringify(platform.stateFile('values'))}
  }
}
resource "terraform_data" "one" {
  input = "one"
}
`,
  });
  for (const stack of ['network', 'values']) await applyAsIs(stack);
});
afterAll(() => stage.close(false));

async function applyAsIs(stack: string): Promise<void> {
  const checkout = stage.folder(`apply-${stack}`);
  const clone = await runCommand(
    ['git', 'clone', '-q', stage.github.repository(PLATFORM).git.directory, 'checkout'],
    { cwd: checkout, env: { ...process.env } },
  );
  if (clone.exitCode !== 0) throw new Error(clone.output);
  const cwd = join(checkout, 'checkout/terraform/stacks', stack);
  for (const args of [['init'], ['apply', '-auto-approve']]) {
    const result = await runCommand(['terraform', ...args, '-input=false'], {
      cwd,
      env: { ...stage.machineEnvironment },
    });
    if (result.exitCode !== 0) throw new Error(result.output);
  }
}

const slot = () => platform.run(CALLER.nightly, { name: 'schedule', cron: '17 1 * * *' });
const documents = ({ files }: ObservedRun): readonly DriftDocument[] =>
  files
    .filter(({ name }) => /^drift-.*\.json$/.test(name))
    .map(({ name, content }) => driftDocument.parse(JSON.parse(content.toString('utf8')), name))
    .sort((one, other) => (one.stack < other.stack ? -1 : 1));
const statuses = (run: ObservedRun) => documents(run).map(({ stack, status }) => [stack, status]);

function change(tags: Readonly<Record<string, string>>): void {
  const [vpc] = stage.world.objects.list('aws_vpc');
  if (vpc === undefined) throw new Error('no VPC');
  stage.world.objects.patch(vpc.key, { tags, tags_all: tags });
}

describe('nights', () => {
  test('drift is opened, left alone by the next slot, and closed once repaired', async () => {
    const first = await slot();
    expect(first.result.conclusion === 'success' ? '' : first.log).toBe('');
    expect(statuses(first)).toEqual([
      ['network', 'clean'],
      ['values', 'clean'],
    ]);
    expect(jobsOf(first)).toMatchObject({
      'nightly / Is this night due?': 'success',
      'nightly / Find the stacks': 'success',
      'nightly / Drift of network': 'success',
      'nightly / Drift of values': 'success',
      'nightly / Find expired environments': 'success',
    });
    expect(first.files.map(({ name }) => name)).toContain('nightly.json');
    expect(platform.issues()).toEqual([]);

    change({ Owner: 'somebody' });
    const second = await slot();
    expect(second.result.conclusion).toBe('success');
    expect(documents(second)).toEqual([]);
    expect(jobsOf(second)).toMatchObject({ 'nightly / Is this night due?': 'success' });
    expect(Object.values(jobsOf(second)).filter((each) => each === 'success')).toHaveLength(1);

    platform.pass(24);
    const third = await slot();
    expect(statuses(third)).toContainEqual(['network', 'drifted']);
    expect(documents(third)[0]?.lastChangedBy).toMatchObject({ name: 'role operator', unknownBecause: null });
    expect(platform.issues()).toEqual([expect.objectContaining({ title: 'Drift: network', state: 'open' })]);

    change({ Owner: 'net' });
    platform.pass(24);
    expect(statuses(await slot())).toContainEqual(['network', 'clean']);
    expect(platform.issues()).toEqual([
      expect.objectContaining({ title: 'Drift: network', state: 'closed' }),
    ]);
  });

  test('a stack that cannot be checked fails night after night, in every slot, until an issue says so', async () => {
    await platform.commit('Break the network', {
      [FILE]: VPC('resource "aws_vpc" "other" {\n  cidr_block = file("missing")\n}\n'),
    });
    platform.pass(24);
    const failures: (number | undefined)[] = [];
    for (let night = 0; night < 3; night += 1) {
      const run = await slot();
      expect(run.result.conclusion).toBe('failure');
      // The other stack is looked at all the same.
      expect(jobsOf(run)).toMatchObject({
        'nightly / Drift of network': 'failure',
        'nightly / Drift of values': 'success',
      });
      failures.push(documents(run).find(({ stack }) => stack === 'network')?.failures);
    }
    expect(failures).toEqual([1, 2, 3]);
    expect(platform.issues()).toContainEqual(
      expect.objectContaining({ title: 'Drift check fails: network', state: 'open' }),
    );
    await platform.commit('Mend the network', { [FILE]: VPC() });
    expect(statuses(await slot())).toContainEqual(['network', 'clean']);
    expect(platform.issues().map(({ state }) => state)).toEqual(['closed', 'closed']);
  });
});

test('missed nights are noticed by a push, and the next night closes the issue', async () => {
  platform.pass(50);
  const workflow = stage.github.repository(PLATFORM).workflows.get(CALLER.nightly);
  if (workflow === undefined) throw new Error('no nightly workflow');
  workflow.state = 'disabled_inactivity';
  const noticed = await platform.run(CALLER.watch, { name: 'push', branch: 'main' });
  expect(noticed.result.conclusion).toBe('success');
  const missed = () => platform.issues().find(({ title }) => title.startsWith('Nightly checks missed'));
  expect(missed()).toMatchObject({ state: 'open' });
  expect(missed()?.body).toContain('no activity for 60 days');
  workflow.state = 'active';
  expect((await slot()).result.conclusion).toBe('success');
  expect((await slot()).result.conclusion).toBe('success');
  expect(missed()).toMatchObject({ state: 'closed' });
});

test('a night that cannot tell what has expired fails, and its drift is looked at all the same', async () => {
  platform.pass(24);
  stage.world.faults.enable('tagging-denied');
  const blind = await slot();
  stage.world.faults.disable('tagging-denied');
  expect(blind.result.conclusion).toBe('failure');
  expect(jobsOf(blind)).toMatchObject({
    'nightly / Find expired environments': 'failure',
    'nightly / Drift of network': 'success',
  });
  expect(blind.log).toContain('#eha1602');
});
