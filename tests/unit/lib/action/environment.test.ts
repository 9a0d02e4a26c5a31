import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { systemClock } from '#lib/action/clock.js';
import { readGitHubContext } from '#lib/action/github-context.js';
import { createMasker } from '#lib/action/masking.js';
import { reportPath, writeResult } from '#lib/action/write-result.js';
import { recordingLogger } from '#tests/support/fake-deps.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

const eventFile = join(temporaryDirectory(), 'event.json');

function environment(changes: Record<string, string | undefined> = {}): Record<string, string | undefined> {
  return {
    GITHUB_ACTOR: 'octocat',
    GITHUB_API_URL: 'https://ghe.example/api/v3',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: eventFile,
    GITHUB_GRAPHQL_URL: 'https://ghe.example/api/graphql',
    GITHUB_JOB: 'plan',
    GITHUB_REF: 'refs/pull/7/merge',
    GITHUB_REPOSITORY: 'octo-org/platform',
    GITHUB_RUN_ATTEMPT: '2',
    GITHUB_RUN_ID: '9007199254',
    GITHUB_SERVER_URL: 'https://ghe.example',
    GITHUB_SHA: 'abc',
    GITHUB_WORKSPACE: '/w',
    RUNNER_TEMP: '/t',
    ...changes,
  };
}

describe('GitHub context', () => {
  test('is read from the environment and the event file', () => {
    writeFileSync(eventFile, '{"number": 7}');
    expect(readGitHubContext(environment())).toEqual({
      repository: 'octo-org/platform',
      sha: 'abc',
      ref: 'refs/pull/7/merge',
      eventName: 'pull_request',
      event: { number: 7 },
      runId: 9007199254,
      runAttempt: 2,
      job: 'plan',
      actor: 'octocat',
      serverUrl: 'https://ghe.example',
      apiUrl: 'https://ghe.example/api/v3',
      graphqlUrl: 'https://ghe.example/api/graphql',
      runUrl: 'https://ghe.example/octo-org/platform/actions/runs/9007199254',
      workspace: '/w',
      tempDirectory: '/t',
    });
  });

  test.each(Object.keys(environment()))('%s missing is named', (name) => {
    writeFileSync(eventFile, '{}');
    for (const value of [undefined, '']) {
      expect(() => readGitHubContext(environment({ [name]: value }))).toThrow(
        expect.objectContaining({ code: 'EHA1006', message: expect.stringContaining(name) }),
      );
    }
  });

  test('a run id that is no number is refused', () => {
    expect(() => readGitHubContext(environment({ GITHUB_RUN_ID: '12x' }))).toThrow(/GITHUB_RUN_ID is "12x"/);
  });

  test.each(['', '[]', 'null', '{'])('an event file that holds %j', (text) => {
    writeFileSync(eventFile, text);
    expect(() => readGitHubContext(environment())).toThrow(expect.objectContaining({ code: 'EHA1007' }));
  });
});

describe('report path', () => {
  test('a folder for each step, whatever its id', () => {
    const path = (step: string | undefined) =>
      reportPath('plan.json', { RUNNER_TEMP: '/t', GITHUB_ACTION: step });
    expect(path('__self_2')).toBe('/t/eks-hybrid-actions/__self_2/plan.json');
    expect(path('../x')).toBe('/t/eks-hybrid-actions/___x/plan.json');
    expect(path(undefined)).toBe('/t/eks-hybrid-actions/step/plan.json');
  });

  test.each(['../plan.json', 'a/b.json', '.hidden'])('%s is no name for a report', (name) => {
    expect(() => reportPath(name, { RUNNER_TEMP: '/t' })).toThrow(
      expect.objectContaining({ code: 'EHA1000' }),
    );
  });
});

describe('job summary', () => {
  test('what the step has written before counts against the limit', () => {
    const path = join(temporaryDirectory(), 'summary.md');
    const before = 'x'.repeat(1024 * 1024 - 400);
    writeFileSync(path, before);
    const log = recordingLogger();
    const masker = createMasker(() => undefined);
    const summary = [{ markdown: '## Verdict' }, { markdown: 'y'.repeat(395) }];
    writeResult({ outputs: {}, summary }, log, masker, { GITHUB_STEP_SUMMARY: path });
    const text = readFileSync(path, 'utf8');
    expect(text.startsWith(`${before}\n\n## Verdict\n\n> [!NOTE]`)).toBe(true);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024 * 1024);
    expect(log.messages('warning')).toHaveLength(1);
  });
});

describe('system clock', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  test('sleeps longer than one timer of Node can', async () => {
    jest.useFakeTimers();
    let woke = false;
    const days = 24 * 3_600_000;
    const sleep = systemClock.sleep(60 * days).then(() => {
      woke = true;
    });
    await jest.advanceTimersByTimeAsync(60 * days - 1);
    expect(woke).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    await sleep;
    expect(woke).toBe(true);
  });

  test('an abort ends a sleep with its reason and leaves no timer and no listener', async () => {
    jest.useFakeTimers();
    const controller = new AbortController();
    const reason = new Error('stop');
    const sleep = systemClock.sleep(1_000, controller.signal);
    controller.abort(reason);
    await expect(sleep).rejects.toBe(reason);
    expect(jest.getTimerCount()).toBe(0);
    await expect(systemClock.sleep(1, controller.signal)).rejects.toBe(reason);
  });
});
