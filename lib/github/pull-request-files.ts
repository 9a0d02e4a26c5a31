import type { GitHubDoor } from './client.ts';

/** GitHub lists at most this many files of a pull request (REST docs, "List pull requests files"). */
export const MAX_LISTED_FILES = 3000;

export interface ChangedFiles {
  /** Paths relative to the repository root, old and new name of renamed files. */
  readonly paths: readonly string[];
  /** Those of `paths` where the pull request leaves nothing: removed files and old names. */
  readonly gone: ReadonlySet<string>;
  /** False when GitHub's limit cut the list: then any file may have changed. */
  readonly complete: boolean;
}

/** The paths a pull request changes, over all pages. */
export async function changedFiles(door: GitHubDoor, pullRequest: number): Promise<ChangedFiles> {
  const files = await door.call(
    `list the files of pull request ${String(pullRequest)}`,
    'pull-requests: read',
    (octokit) =>
      octokit.paginate(octokit.rest.pulls.listFiles, {
        ...door.repository,
        pull_number: pullRequest,
        per_page: 100,
      }),
  );
  const oldNames = files.flatMap(({ previous_filename: oldName }) =>
    oldName === undefined ? [] : [oldName],
  );
  const names = files.map((file) => file.filename);
  const removed = new Set(files.filter((file) => file.status === 'removed').map((file) => file.filename));
  const left = new Set(names.filter((name) => !removed.has(name)));
  return {
    paths: [...new Set([...names, ...oldNames])],
    // A file may take the name that another one gave up.
    gone: new Set([...removed, ...oldNames].filter((path) => !left.has(path))),
    complete: files.length < MAX_LISTED_FILES,
  };
}
