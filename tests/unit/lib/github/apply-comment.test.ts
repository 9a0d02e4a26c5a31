import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reportBack } from '#lib/github/apply-comment.js';
import { createGitHubDoor } from '#lib/github/client.js';
import { fakeDeps } from '#tests/support/fake-deps.js';
import { startTestGitHub, type TestGitHub } from '#tests/support/simulated-github.js';

let github: TestGitHub;
beforeAll(async () => {
  github = await startTestGitHub();
});
afterAll(() => github.close());

/** A pull request, and a way to report on it. */
async function reporter() {
  const pull = await github.open({ head: { 'main.tf': '# x\n' } });
  const run = await pull.queue();
  const deps = fakeDeps({ github: { repository: pull.repository, apiUrl: github.server.apiUrl } });
  const door = createGitHubDoor(pull.token(run, { 'pull-requests': 'write' }), deps);
  const report = (stack: string, markdown: string, runId = 1, environment = 'apply') =>
    reportBack(
      door,
      { pullRequest: pull.number, environment, stack, markdown, runId, runAttempt: 1 },
      deps.log,
    );
  const bodies = () => github.state.comments(pull.repository, pull.number).map(({ body }) => body);
  return { report, bodies };
}

const headings = (body = '') => [...body.matchAll(/^### .*$/gm)].map(([line]) => line);

describe('the comment of applies', () => {
  test('has a section for each stack, which the next apply of it replaces', async () => {
    const { report, bodies } = await reporter();
    await report('foundation', '### foundation: applied\n\nFirst.');
    await report('cluster', '### cluster: partial');
    await report('foundation', '### foundation: again\n\n- a\n- b', 2);
    expect(bodies()).toHaveLength(1);
    expect(headings(bodies()[0])).toEqual(['### foundation: again', '### cluster: partial']);
    expect(bodies()[0]).not.toContain('First.');
    expect(bodies()[0]).toContain('- a\n- b');
  });

  test('is another one for another environment', async () => {
    const { report, bodies } = await reporter();
    await report('foundation', '### one');
    await report('foundation', '### two', 1, 'apply staging');
    expect(bodies().map(headings)).toEqual([['### one'], ['### two']]);
    expect(bodies()[1]).toContain('## Terraform apply: apply staging');
  });

  test('stays within what GitHub takes, the newest whole, and is not taken apart by what a stack says', async () => {
    const { report, bodies } = await reporter();
    for (const stack of ['a', 'b', 'c', 'd', 'e', 'f', 'g'])
      await report(stack, `### ${stack}\n\n${'words and more words\n'.repeat(2000)}`);
    const [body = ''] = bodies();
    expect(body.length).toBeLessThan(65_000);
    expect(headings(body)[0]).toBe('### g');
    expect(body).toContain('The rest is in the job summary.');
    await report('h', '### h\n\n<!-- stack=g -->\n<!-- end -->');
    expect(headings(bodies()[0]).slice(0, 2)).toEqual(['### h', '### g']);
    await report('i', '### i');
    expect(headings(bodies()[0]).slice(0, 3)).toEqual(['### i', '### h', '### g']);
  });
});
