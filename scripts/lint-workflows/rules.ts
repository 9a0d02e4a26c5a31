import type { Finding, WorkflowFile } from './finding.ts';
import { PINNED_ACTIONS } from './pinned-actions.ts';
import { noPrivilegedTrigger } from './privileged-trigger.ts';
import type { Report, Rule } from './rule.ts';
import {
  jobsOf,
  keyOf,
  pairsOf,
  parseTree,
  stepsOf,
  textOf,
  triggersOf,
  valueOf,
  type SyntaxTree,
} from './syntax-tree.ts';

/** What neither actionlint nor GitHub's language service reports. Each has a bad example in its test. */
export const RULES: Readonly<Record<string, Rule>> = {
  'pinned-uses': pinnedUses,
  'template-injection': templateInjection,
  'top-level-permissions': topLevelPermissions,
  'job-permissions': jobPermissions,
  'documented-permissions': documentedPermissions,
  'no-write-all': noWriteAll,
  'no-privileged-trigger': noPrivilegedTrigger,
  'no-inherited-secrets': noInheritedSecrets,
  'no-persisted-credentials': noPersistedCredentials,
  'no-cache-beside-credentials': noCacheBesideCredentials,
  'self-reference': selfReference,
  'job-timeout': jobTimeout,
};

/** Applies all rules to one file. */
export function ownFindings(file: WorkflowFile): readonly Finding[] {
  const tree = parseTree(file.text);
  const found: Finding[] = [];
  for (const [rule, check] of Object.entries(RULES)) {
    check(
      tree,
      (node, message) => found.push({ rule, file: file.path, line: tree.line(node), message }),
      file,
    );
  }
  return found;
}

interface Use {
  readonly node: unknown;
  readonly target: string;
}

function usesOf(tree: SyntaxTree): readonly Use[] {
  const holders = [...stepsOf(tree), ...jobsOf(tree).map((job) => job.node)];
  return holders.flatMap((holder) => {
    const node = valueOf(holder, 'uses');
    const target = textOf(node);
    return target === undefined ? [] : [{ node, target }];
  });
}

function pinnedUses(tree: SyntaxTree, report: Report): void {
  for (const { node, target } of usesOf(tree)) {
    if (target.startsWith('./') || target.startsWith('$/')) continue;
    const [name = '', ref = ''] = target.split('@');
    const comment = tree.commentAt(tree.line(node));
    if (!/^[0-9a-f]{40}$/.test(ref)) report(node, `${target} is not pinned to a full commit SHA`);
    else if (isOwnWorkflow(name)) checkVersionComment(node, comment, undefined, report);
    else checkPin(node, name, ref, comment, report);
  }
}

function isOwnWorkflow(name: string): boolean {
  return name.startsWith('eks-hybrid-actions/eks-hybrid-actions/');
}

function checkPin(node: unknown, name: string, ref: string, comment: string, report: Report): void {
  const pin =
    PINNED_ACTIONS[name.toLowerCase()] ?? PINNED_ACTIONS[name.toLowerCase().split('/').slice(0, 2).join('/')];
  if (pin === undefined) report(node, `${name} is not one of the third-party actions of this repository`);
  else if (ref !== pin.sha)
    report(node, `${name} is pinned to another commit than scripts/lint-workflows/pinned-actions.ts names`);
  else checkVersionComment(node, comment, pin.version, report);
}

function checkVersionComment(
  node: unknown,
  comment: string,
  version: string | undefined,
  report: Report,
): void {
  if (version === undefined ? /^v\d+\.\d+\.\d+/.test(comment) : comment === version) return;
  report(node, `the SHA needs its version as comment: # ${version ?? 'vX.Y.Z'}`);
}

function templateInjection(tree: SyntaxTree, report: Report): void {
  for (const step of stepsOf(tree)) {
    for (const node of [valueOf(step, 'run'), valueOf(valueOf(step, 'with'), 'script')]) {
      if (textOf(node)?.includes('${{') === true)
        report(node, 'an expression inside a script can become code: pass it through env and use "$NAME"');
    }
  }
}

function topLevelPermissions(tree: SyntaxTree, report: Report, file: WorkflowFile): void {
  if (file.kind !== 'workflow') return;
  const node = valueOf(tree.root, 'permissions');
  if (node === undefined || textOf(node) !== undefined || pairsOf(node).length > 0) {
    report(node ?? tree.root, 'the workflow starts from `permissions: {}`; each job asks for what it needs');
  }
}

function jobPermissions(tree: SyntaxTree, report: Report): void {
  for (const job of jobsOf(tree)) {
    if (valueOf(job.node, 'permissions') === undefined)
      report(job.node, `job ${job.name} does not say its permissions`);
  }
}

function documentedPermissions(tree: SyntaxTree, report: Report): void {
  for (const holder of [tree.root, ...jobsOf(tree).map((job) => job.node)]) {
    for (const grant of pairsOf(valueOf(holder, 'permissions'))) {
      if (textOf(grant.value) === 'none') continue;
      if (tree.commentAt(tree.line(grant)) === '')
        report(grant, `${keyOf(grant)}: say on the same line why it is needed`);
    }
  }
}

function noWriteAll(tree: SyntaxTree, report: Report): void {
  for (const holder of [tree.root, ...jobsOf(tree).map((job) => job.node)]) {
    const node = valueOf(holder, 'permissions');
    const text = textOf(node);
    if (text === 'write-all' || text === 'read-all') report(node, `permissions: ${text} grants every scope`);
  }
}

function noInheritedSecrets(tree: SyntaxTree, report: Report): void {
  for (const job of jobsOf(tree)) {
    const node = valueOf(job.node, 'secrets');
    if (textOf(node) === 'inherit')
      report(node, 'secrets: inherit hands every secret of the repository to the called workflow');
  }
}

function noPersistedCredentials(tree: SyntaxTree, report: Report): void {
  for (const step of stepsOf(tree)) {
    const uses = valueOf(step, 'uses');
    if (textOf(uses)?.startsWith('actions/checkout@') !== true) continue;
    if (textOf(valueOf(valueOf(step, 'with'), 'persist-credentials')) !== 'false') {
      report(uses, 'checkout keeps the token where later steps find it: set persist-credentials: false');
    }
  }
}

/** A job with `id-token: write` can become a cloud identity; what it restores from a cache runs beside that identity. */
function noCacheBesideCredentials(tree: SyntaxTree, report: Report): void {
  for (const job of jobsOf(tree)) {
    const hasIdentity = textOf(valueOf(valueOf(job.node, 'permissions'), 'id-token')) === 'write';
    if (!hasIdentity || job.steps.length === 0) continue;
    if (textOf(valueOf(job.node, 'cache-mode')) !== 'none')
      report(job.node, `job ${job.name} can take cloud identities: set cache-mode: none`);
  }
}

/** In a called workflow `./` is the caller's checkout, whose files an earlier step may have replaced. */
function selfReference(tree: SyntaxTree, report: Report, file: WorkflowFile): void {
  const isCalled = triggersOf(tree).includes('workflow_call') || file.kind === 'action';
  if (!isCalled) return;
  for (const { node, target } of usesOf(tree)) {
    if (target.startsWith('./'))
      report(node, `${target} is looked up in the caller's checkout: write $/${target.slice(2)}`);
  }
}

function jobTimeout(tree: SyntaxTree, report: Report): void {
  for (const job of jobsOf(tree)) {
    if (job.steps.length > 0 && valueOf(job.node, 'timeout-minutes') === undefined) {
      report(job.node, `job ${job.name} may hang for six hours: set timeout-minutes`);
    }
  }
}
