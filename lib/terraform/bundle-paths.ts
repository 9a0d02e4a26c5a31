import { LOCK_NAME, PLAN_NAME, type BundleEntry } from './bundle-format.ts';

const LONGEST_PATH = 4096;

/**
 * Why a path may not stand in a bundle, or undefined when it may: relative to the workspace, with `/`, going down only,
 * and nothing of git, whose folder holds hooks that run and settings with credentials. Checked when sealing and again
 * when opening.
 */
export function pathProblem(path: string): string | undefined {
  if (path === '' || path.length > LONGEST_PATH) return 'is empty or too long';
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u001f\u007f\\]/.test(path)) return 'holds a control character or a backslash';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'is absolute';
  const segments = path.split('/');
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) {
    return 'leaves the workspace or is not in its shortest form';
  }
  // On file systems that ignore case, .GIT is .git.
  if (segments.some((segment) => segment.toLowerCase() === '.git')) return "is in git's own folder";
  return undefined;
}

/**
 * What is wrong with the entries of a manifest as a whole, or undefined: exactly one plan, at most one lock file, which
 * is the stack's, each path once, and no file where another entry needs a folder.
 */
export function entriesProblem(entries: readonly BundleEntry[], directory: string): string | undefined {
  const ofKind = (kind: BundleEntry['kind']): readonly BundleEntry[] =>
    entries.filter((entry) => entry.kind === kind);
  const [plan, ...otherPlans] = ofKind('plan');
  if (plan?.path !== PLAN_NAME || otherPlans.length > 0) return 'it does not hold exactly one plan';
  const [lock, ...otherLocks] = ofKind('lock');
  if (otherLocks.length > 0 || (lock !== undefined && lock.path !== lockPath(directory))) {
    return "a lock file in it is not the stack's";
  }
  const files = entries.filter((entry) => entry.kind !== 'plan').map((entry) => entry.path);
  const unique = new Set(files);
  if (unique.size !== files.length) return 'a path is in it twice';
  for (const path of files) {
    const problem = pathProblem(path);
    if (problem !== undefined) return `the path ${JSON.stringify(path)} ${problem}`;
    const parents = path.split('/').slice(0, -1);
    if (parents.some((_, index) => unique.has(parents.slice(0, index + 1).join('/')))) {
      return `the path ${JSON.stringify(path)} needs a folder where there is a file`;
    }
  }
  return undefined;
}

/** Where the lock file of a stack lies, relative to the workspace. */
export function lockPath(directory: string): string {
  return directory === '.' ? LOCK_NAME : `${directory}/${LOCK_NAME}`;
}
