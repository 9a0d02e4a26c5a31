import { ActionError } from '../action/errors.ts';
import type { GitHubDoor } from './client.ts';

/** Files of a commit: path → mode and id of the content, as one text. */
export type CommitTree = ReadonlyMap<string, string>;

/**
 * Every file of a commit. Null when GitHub does not have the commit any more, as happens to test merges, or cuts the
 * list (over 100,000 entries or 7 MB; REST docs, "Get a tree"): then nothing can be said about it.
 */
export async function readCommitTree(door: GitHubDoor, sha: string): Promise<CommitTree | null> {
  try {
    const { data } = await door.call(`list the files of ${sha.slice(0, 12)}`, 'contents: read', (octokit) =>
      octokit.rest.git.getTree({ ...door.repository, tree_sha: sha, recursive: 'true' }),
    );
    if (data.truncated) return null;
    const files = data.tree.filter(({ type }) => type !== 'tree');
    return new Map(files.map(({ path, mode, sha: id }) => [path, `${mode} ${id}`]));
  } catch (error) {
    if (error instanceof ActionError && error.code === 'EHA1105') return null;
    throw error;
  }
}

/** Paths that are not the same in both commits, sorted. */
export function differingPaths(one: CommitTree, other: CommitTree): readonly string[] {
  const paths = new Set([...one.keys(), ...other.keys()]);
  return [...paths].filter((path) => one.get(path) !== other.get(path)).sort();
}
