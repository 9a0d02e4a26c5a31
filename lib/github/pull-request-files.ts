import type { GitHubDoor } from './client.ts';

/** GitHub lists at most this many files of a pull request (REST docs, "List pull requests files"). */
export const MAX_LISTED_FILES = 3000;

export interface ChangedFiles {
  /** Paths relative to the repository root, old and new name of renamed files. */
  readonly paths: readonly string[];
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
  const paths = files.flatMap((file) =>
    file.previous_filename === undefined ? [file.filename] : [file.filename, file.previous_filename],
  );
  return { paths, complete: files.length < MAX_LISTED_FILES };
}
