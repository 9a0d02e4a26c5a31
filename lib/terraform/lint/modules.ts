import type { Block } from '../version/hcl-blocks.ts';
import type { LintFile, LintFinding } from './types.ts';

/** Names that branches have; a reference to a branch means other code tomorrow. */
const BRANCHES: ReadonlySet<string> = new Set(['main', 'master', 'default', 'develop', 'HEAD']);
const GIT = /^git::|^(?:github\.com|bitbucket\.org)\/|^git@|^ssh:\/\/|\.git(?:\/\/[^?]*)?(?:\?|$)/;
/** `namespace/name/provider`, with a host before it where it is not the public registry. */
const REGISTRY = /^(?:[A-Za-z0-9.-]+\.[A-Za-z]{2,}\/)?[A-Za-z0-9_-]+\/[A-Za-z0-9_-]+\/[a-z0-9]+(?:\/\/.*)?$/;

/** Module sources that may mean other code tomorrow than today. */
export function moduleFindings(files: readonly LintFile[]): readonly LintFinding[] {
  return files.flatMap(({ file, blocks }) =>
    blocks.flatMap((block) => {
      const message = block.type === 'module' ? unpinned(block) : undefined;
      return message === undefined ? [] : [{ rule: 'pinned-modules', file, line: block.line, message }];
    }),
  );
}

function unpinned({ labels, attributes }: Block): string | undefined {
  const source = attributes.get('source')?.text;
  const name = labels[0] ?? '';
  // A source that is no plain string is not judged.
  if (typeof source !== 'string' || /^\.{1,2}\//.test(source)) return undefined;
  if (GIT.test(source)) {
    const ref = /[?&](?:ref|rev)=([^&]+)/.exec(source)?.[1];
    if (ref === undefined)
      return `The module ${name} is taken from a default branch: add ?ref= with a tag or commit.`;
    return BRANCHES.has(ref)
      ? `The module ${name} follows the branch ${ref}: name a tag or commit.`
      : undefined;
  }
  if (!REGISTRY.test(source) || attributes.has('version')) return undefined;
  return `The module ${name} takes the newest release of ${source}: add a version.`;
}
