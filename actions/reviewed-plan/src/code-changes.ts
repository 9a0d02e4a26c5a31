import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionDeps } from '#lib/action/types.js';
import type { GitHubDoor } from '#lib/github/client.js';
import { differingPaths, readCommitTree, type CommitTree } from '#lib/github/commit-trees.js';
import type { ApplicablePull } from '#lib/github/pull-request-review.js';
import { stackDependencies, touches, type Dependencies } from '#lib/terraform/stack-files.js';

/** Where it is not known what a stack reads, every file counts but documents. */
const EVERYTHING: Dependencies = { modules: new Set(['.']), files: new Set() };

/** Says of a stack, by its folder, why its code is not what was planned; null when it is. */
export type CodeChange = (directory: string) => string | null;

/**
 * Compares the commit that was planned with the one to be applied, by the ids of their files. They are mostly the same
 * tree: GitHub's test merge is what a merge makes as long as the base branch stands still. Where they are not, only files
 * that the stack reads count. Which those are is read from the workspace, a checkout of the default branch, and that only
 * holds while the stack's files are the same there too; else, and before the merge, any file counts. One file too many
 * costs a fresh plan and a comparison, one too few would apply something that is not in the repository.
 */
export async function compareCode(
  door: GitHubDoor,
  deps: Pick<ActionDeps, 'github'>,
  plannedSha: string,
  pull: ApplicablePull,
): Promise<CodeChange> {
  if (plannedSha === pull.sha) return () => null;
  const [planned, applied] = await Promise.all([
    readCommitTree(door, plannedSha),
    readCommitTree(door, pull.sha),
  ]);
  if (planned === null || applied === null) {
    const gone = short(planned === null ? plannedSha : pull.sha);
    return () => `GitHub does not list all files of ${gone}, so its code cannot be compared.`;
  }
  const differing = differingPaths(planned, applied);
  if (differing.length === 0) return () => null;
  const here = pull.isMerged ? await readCommitTree(door, deps.github.sha) : null;
  return (directory) => {
    const dependencies = here === null ? EVERYTHING : dependenciesOf(deps, directory, applied, here);
    const changed = differing.filter((path) => touches(path, dependencies));
    if (changed.length === 0) return null;
    const more = changed.length > 3 ? ` and ${String(changed.length - 3)} more` : '';
    return `${changed.slice(0, 3).join(', ')}${more} differ between ${short(plannedSha)}, which was planned, and ${short(pull.sha)}.`;
  };
}

function dependenciesOf(
  { github }: Pick<ActionDeps, 'github'>,
  directory: string,
  applied: CommitTree,
  here: CommitTree,
): Dependencies {
  if (!existsSync(join(github.workspace, directory))) return EVERYTHING;
  const dependencies = stackDependencies(github.workspace, directory);
  const moved = differingPaths(applied, here).some((path) => touches(path, dependencies));
  return moved ? EVERYTHING : dependencies;
}

function short(sha: string): string {
  return sha.slice(0, 12);
}
