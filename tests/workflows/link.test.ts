/**
 * The link that real Terraform made from the stack foundation, proven by the workflows as they are: after an apply, and in
 * a night, which keeps an issue while it is broken.
 */
import { cpSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { tunnelsDocument, type TunnelsDocument } from '#lib/report/tunnels-document.js';
import { createEnvironmentTerraform } from '#scripts/rehearse/environment-terraform.js';
import { VALUES } from '#scripts/rehearse/environment-values.js';
import { AUTHOR, PLATFORM } from '#scripts/rehearse/repository.js';
import { setStage, type Stage } from '#scripts/rehearse/stage.js';
import { findTerraform } from '#scripts/support/terraform.js';
import { text } from '#simulator/world/attributes.js';
import { ageLink } from '#simulator/world/link/history.js';
import {
  CALLER,
  codesOf,
  jobsOf,
  type ObservedRun,
  type Platform,
  startPlatform,
} from '#tests/support/platform.js';

jest.setTimeout(240_000);

let stage: Stage;
let platform: Platform;

const FOUNDATION = 'terraform/stacks/foundation';
const PROOF = 'apply / Prove the link';
const LOOK = 'nightly / Look at the link';

beforeAll(async () => {
  stage = await setStage({ faults: [], port: 0, terraform: await findTerraform() });
  platform = await startPlatform(stage);
});
afterAll(() => stage.close(false));

/** The stack foundation, applied, and with its state on the default branch. */
async function applyFoundation(): Promise<void> {
  const terraform = createEnvironmentTerraform({
    checkout: stage.folder('environment'),
    states: stage.folder('states'),
    values: VALUES,
    environment: stage.machineEnvironment,
  });
  await terraform.init('foundation');
  const applied = await terraform.planAndApply('foundation');
  if (!applied.succeeded) throw new Error(applied.errors.join('\n'));
  const directory = stage.folder('platform');
  const isSource = (path: string): boolean => !/[/\\](\.terraform|tests|tfplan)$/.test(path);
  cpSync(terraform.folder('foundation'), `${directory}/${FOUNDATION}`, { recursive: true, filter: isSource });
  const message = 'Add the network';
  await stage.github.commitToBranch({
    repository: PLATFORM,
    branch: 'main',
    message,
    author: AUTHOR,
    directory,
  });
}

/** Outputs of the stack may be sensitive, and its state is: neither is shown. */
function expectNoKeys({ log, files }: ObservedRun): void {
  const keys = stage.world.objects
    .list('aws_vpn_connection')
    .flatMap((one) => [text(one, 'tunnel1_preshared_key'), text(one, 'tunnel2_preshared_key')]);
  expect(keys.filter((key) => key.length > 8)).toHaveLength(4);
  const state = readFileSync(platform.stateFile('foundation'), 'utf8');
  expect(keys.filter((key) => !state.includes(key))).toEqual([]);
  expect(keys.filter((key) => log.includes(key))).toEqual([]);
  for (const { content } of files) expect(keys.filter((key) => content.includes(key))).toEqual([]);
}

/** Hours later; what came up again by then has been up since. */
function pass(hours: number): void {
  platform.pass(hours);
  ageLink(stage.world, hours * 3_600_000);
}

function documentOf({ files }: ObservedRun): TunnelsDocument {
  const [file] = files.filter(({ name }) => name.endsWith('tunnels.json'));
  if (file === undefined) throw new Error('no document about the link');
  return tunnelsDocument.parse(JSON.parse(file.content.toString('utf8')), file.name);
}

test('an apply of a repository in which no stack makes a link warns that nothing was checked', async () => {
  const run = await platform.applyValue('before');
  expect(run.result.conclusion === 'success' ? '' : run.log).toBe('');
  expect(jobsOf(run)).toMatchObject({ [PROOF]: 'success' });
  const warnings = run.result.jobs.flatMap(({ annotations }) => annotations);
  expect(warnings).toContainEqual(expect.objectContaining({ title: 'The link was not checked' }));
  expect(run.files.filter(({ name }) => name.endsWith('tunnels.json'))).toEqual([]);
});

describe('with the foundation applied', () => {
  beforeAll(applyFoundation);

  test('an apply proves every tunnel from both sides, and every network on every hop', async () => {
    const run = await platform.applyValue('healthy');
    expect(run.result.conclusion === 'success' ? '' : run.log).toBe('');
    expect(jobsOf(run)).toMatchObject({ 'apply / Apply values': 'success', [PROOF]: 'success' });
    const document = documentOf(run);
    expect(document).toMatchObject({ verdict: 'healthy', required: 'up', requirement: 'per-domain' });
    const [link] = document.links;
    expect(link).toMatchObject({ verdict: 'healthy', redundancy: { state: 'up' }, causes: [], unknown: [] });
    expect(link?.tunnels.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['instance0-tunnel1', 'healthy'],
      ['instance0-tunnel2', 'healthy'],
      ['instance1-tunnel1', 'healthy'],
      ['instance1-tunnel2', 'healthy'],
    ]);
    // Neither node nor pod is there yet: their way is not a thing to be proven.
    expect(link?.podsToCome).toBe(true);
    expect(link?.networks.map(({ network, kind, state }) => [network, kind, state])).toEqual([
      ['10.80.0.0/16', 'nodes', 'up'],
      ['10.80.0.0/20', 'nodes', 'up'],
      ['10.40.0.0/16', 'vpc', 'up'],
    ]);
    expect(run.files.map(({ name }) => name)).toContainEqual(expect.stringMatching(/tunnels\.xml$/));
    expectNoKeys(run);
  });

  test('an apply after which one instance of the gateway has no tunnel fails, applied as it is, and says why', async () => {
    stage.world.faults.enable('link-instance-maintenance');
    const run = await platform.applyValue('broken');
    stage.world.faults.disable('link-instance-maintenance');
    expect(run.result.conclusion).toBe('failure');
    expect(jobsOf(run)).toMatchObject({ 'apply / Apply values': 'success', [PROOF]: 'failure' });
    expect(codesOf(run)).toEqual(['EHA1700']);
    expect(documentOf(run)).toMatchObject({ verdict: 'degraded', required: 'down' });
    expect(documentOf(run).links[0]?.causes.map(({ id }) => id)).toContain('instance-maintenance');
    expect(readFileSync(platform.stateFile('values'), 'utf8')).toContain('broken');
  });

  test('nights open an issue about a link that is down, and close it once it is back', async () => {
    const night = () => platform.run(CALLER.nightly, { name: 'schedule', cron: '17 1 * * *' });
    const issues = () => platform.issues().map(({ title, state }) => [title, state]);
    expect(jobsOf(await night())).toMatchObject({ [LOOK]: 'success' });
    expect(issues()).toEqual([]);

    pass(24);
    stage.world.faults.enable('link-down');
    const broken = await night();
    stage.world.faults.disable('link-down');
    expect(broken.result.conclusion).toBe('failure');
    expect(jobsOf(broken)).toMatchObject({ [LOOK]: 'failure' });
    expect(issues()).toEqual([['Link acme-vpn is down', 'open']]);

    // The next slot of the same night, as the one before it failed.
    pass(2);
    expect(jobsOf(await night())).toMatchObject({ [LOOK]: 'success' });
    expect(issues()).toEqual([['Link acme-vpn is down', 'closed']]);
  });

  test('a night that may not read a cloud fails, and leaves the issue as it is', async () => {
    pass(24);
    const before = platform.issues();
    stage.world.faults.enable('arm-denied');
    const blind = await platform.run(CALLER.nightly, { name: 'schedule', cron: '17 1 * * *' });
    stage.world.faults.disable('arm-denied');
    expect(jobsOf(blind)).toMatchObject({ [LOOK]: 'failure' });
    expect(codesOf(blind)).toContain('EHA1702');
    expect(platform.issues()).toEqual(before);
  });
});
