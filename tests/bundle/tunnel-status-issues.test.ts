/** Issues about broken links: tunnel-status through its committed bundle with the simulated clouds and GitHub. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestGitHub, type TestGitHub } from '#tests/support/simulated-github.js';
import { type Checked, endClouds, type LinkBed, startLinks } from '#tests/support/tunnel-checks.js';

let github: TestGitHub;
beforeAll(async () => {
  github = await startTestGitHub();
});
afterAll(async () => {
  await endClouds();
  await github.close();
});

/** A repository, and the action run in it with a token of these permissions. */
async function repositoryFor({ check }: LinkBed, permission: 'read' | 'write' = 'write') {
  const pull = await github.open({ head: { 'docs/a.txt': 'x' } });
  const run = await pull.queue();
  const token = pull.token(run, { issues: permission });
  const { env = {} } = pull.step(run);
  const known = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  return {
    check: (inputs = {}) =>
      check({ inputs: { issue: 'true', 'github-token': token, ...inputs }, env: known }),
    issues: () =>
      [...github.state.repository(pull.repository).issues.values()].filter(
        (issue) => issue.pull === undefined,
      ),
    comments: (number: number) => github.state.comments(pull.repository, number).map(({ body }) => body),
  };
}

const actionsOf = ({ document }: Checked) => document.links.map(({ issue }) => issue?.action ?? null);

test('an issue is opened for a broken link alone, changed, left, kept while unknown, and closed', async () => {
  const bed = await startLinks({ link: { links: 2, nodes: 1 } });
  const { faults } = bed.clouds.world;
  const { check, issues, comments } = await repositoryFor(bed);
  // The fault strikes the connection whose id is first, which is one of the second link.
  faults.enable('link-custom-bgp-missing');
  const first = await check();
  expect(actionsOf(first)).toEqual(['none', 'opened']);
  expect(issues()).toHaveLength(1);
  const [issue] = issues();
  const number = issue?.number ?? 0;
  expect(issue).toMatchObject({ title: 'Link hybrid-1-vpn is degraded', state: 'open' });
  expect(issue?.labels.map(({ name }) => name)).toEqual(['link']);
  expect(issue?.body).toContain('names no custom BGP addresses');
  for (const secret of bed.links.flatMap(({ secrets }) => secrets)) expect(issue?.body).not.toContain(secret);

  expect(actionsOf(await check())).toEqual(['none', 'unchanged']);
  expect(comments(number)).toEqual([]);

  faults.enable('link-psk');
  expect(actionsOf(await check())).toEqual(['none', 'updated']);
  expect(issues()[0]?.body).toContain('different pre-shared keys');
  expect(comments(number)).toHaveLength(1);

  faults.disable('link-psk');
  faults.disable('link-custom-bgp-missing');
  faults.enable('arm-operation-failed');
  const unknown = await check();
  expect(unknown.document.verdict).toBe('unknown');
  expect(actionsOf(unknown)).toEqual([null, null]);
  expect(issues()[0]?.state).toBe('open');

  faults.disable('arm-operation-failed');
  const last = await check();
  expect(actionsOf(last)).toEqual(['none', 'closed']);
  expect(last.result.exitCode).toBe(0);
  expect(issues()).toHaveLength(1);
  expect(issues()[0]).toMatchObject({ number, state: 'closed' });
  expect(comments(number)[1]).toContain('hybrid-1-vpn');
}, 120_000);

test('several broken links have an issue each, up to the most that may be open', async () => {
  const each = ['link-psk', 'link-swapped-bgp', 'link-bgp-off'].map((fault) => ({ fault }));
  const { check, issues } = await repositoryFor(await startLinks({ link: { each, links: 4, nodes: 1 } }));
  const checked = await check({ 'max-open': '2', label: 'vpn', fail: 'false' });
  expect(actionsOf(checked)).toEqual(['opened', 'opened', 'capped', 'none']);
  expect(issues().map(({ title }) => title)).toEqual([
    'Link hybrid-0-vpn is degraded',
    'Link hybrid-1-vpn is down',
  ]);
  expect(issues().flatMap(({ labels }) => labels.map(({ name }) => name))).toEqual(['vpn', 'vpn']);
  expect(checked.result.exitCode).toBe(0);
}, 60_000);

test('without the permission the link is judged all the same, and the step fails', async () => {
  const bed = await startLinks({ link: { each: [{ fault: 'link-psk' }] } });
  const { check, issues } = await repositoryFor(bed, 'read');
  const { result, document } = await check({ fail: 'false' });
  expect(issues()).toEqual([]);
  expect(document.verdict).toBe('degraded');
  expect(result.outputs['causes']).toBe('key-differs');
  expect(result.exitCode).toBe(1);
  const error = result.annotations.find(({ title }) => title.startsWith('EHA1704'));
  expect(error?.message).toContain('issues: write');
}, 60_000);

test('a broken private link has an issue, which says what of it is broken, and closes', async () => {
  const bed = await startLinks({ link: { kind: 'private' } });
  const { faults } = bed.clouds.world;
  const { check, issues } = await repositoryFor(bed);
  faults.enable('link-interface-confirming');
  const broken = await check();
  expect(actionsOf(broken)).toEqual(['opened']);
  expect(issues()).toMatchObject([{ title: 'Link hybrid-0-express-route is degraded', state: 'open' }]);
  const [cause] = broken.document.links[0]?.causes ?? [];
  expect(issues()[0]?.body).toContain(cause?.sentence ?? 'a cause');
  for (const secret of bed.links.flatMap(({ secrets }) => secrets))
    expect(issues()[0]?.body).not.toContain(secret);
  faults.disable('link-interface-confirming');
  expect(actionsOf(await check())).toEqual(['closed']);
  expect(issues()).toMatchObject([{ state: 'closed' }]);
}, 60_000);
