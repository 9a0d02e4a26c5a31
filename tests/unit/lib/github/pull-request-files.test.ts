import { expect, test } from '@jest/globals';
import type { GitHubDoor, Octokit } from '#lib/github/client.js';
import { changedFiles, MAX_LISTED_FILES } from '#lib/github/pull-request-files.js';

interface File {
  readonly filename: string;
  readonly status: string;
  readonly previous_filename?: string;
}

/** A door behind which a pull request has these files. */
function doorWith(files: readonly File[]): GitHubDoor & { readonly asked: unknown[] } {
  const asked: unknown[] = [];
  const octokit = {
    rest: { pulls: { listFiles: 'listFiles' } },
    paginate: (...request: unknown[]) => {
      asked.push(request);
      return Promise.resolve(files);
    },
  };
  return {
    asked,
    repository: { owner: 'octo-org', repo: 'platform' },
    call: (_name, _needs, request) => request(octokit as unknown as Octokit),
  };
}

test('old and new names count, each once; gone is what nothing is left of', async () => {
  const door = doorWith([
    { filename: 'a.tf', status: 'modified' },
    { filename: 'b.tf', status: 'removed' },
    { filename: 'd.tf', status: 'renamed', previous_filename: 'c.tf' },
    // a.tf gave up its name to another file.
    { filename: 'e.tf', status: 'renamed', previous_filename: 'a.tf' },
  ]);
  const { paths, gone, complete } = await changedFiles(door, 7);
  expect([...paths].sort()).toEqual(['a.tf', 'b.tf', 'c.tf', 'd.tf', 'e.tf']);
  expect([...gone].sort()).toEqual(['b.tf', 'c.tf']);
  expect(complete).toBe(true);
  expect(door.asked).toEqual([
    ['listFiles', { owner: 'octo-org', repo: 'platform', pull_number: 7, per_page: 100 }],
  ]);
});

test.each([
  [MAX_LISTED_FILES - 1, true],
  [MAX_LISTED_FILES, false],
])('a list of %i files is complete: %s', async (count, complete) => {
  const files = Array.from({ length: count }, (_, index) => ({ filename: String(index), status: 'added' }));
  expect((await changedFiles(doorWith(files), 7)).complete).toBe(complete);
});
