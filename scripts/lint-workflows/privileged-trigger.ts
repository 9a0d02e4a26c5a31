import type { WorkflowFile } from './finding.ts';
import type { Report } from './rule.ts';
import {
  itemsOf,
  jobsOf,
  keyOf,
  pairsOf,
  stepsOf,
  textOf,
  triggersOf,
  valueOf,
  type Job,
  type SyntaxTree,
} from './syntax-tree.ts';

const BEHALF = "runs with the rights of the default branch on a stranger's behalf";

/** What a job that a stranger's run started may be granted: enough to read that run and to write a comment. */
const GRANTS: Readonly<Record<string, string>> = { actions: 'read', 'pull-requests': 'write' };

/** The reusable workflow made for it, which is held to the same rule, and the one action made for it. */
const COMMENT_WORKFLOW =
  /^(?:eks-hybrid-actions\/eks-hybrid-actions|\$)\/\.github\/workflows\/fork-comment\.yml(?:@|$)/;
const COMMENT_WORKFLOW_FILE = '.github/workflows/fork-comment.yml';
const COMMENT_ACTION = '$/actions/plan-comment';

/**
 * No event that lets strangers start a run with the rights of the default branch, with one exception: `workflow_run`, to
 * comment on pull requests from forks. It holds only as long as no job can run anything of the fork: no checkout, no
 * download, no script, no action but the one that treats artifacts as text, and no rights beyond its comment.
 */
export function noPrivilegedTrigger(tree: SyntaxTree, report: Report, file: WorkflowFile): void {
  const triggers = triggersOf(tree);
  for (const trigger of triggers) {
    if (trigger === 'pull_request_target' || trigger === 'issue_comment')
      report(valueOf(tree.root, 'on'), `${trigger} ${BEHALF}`);
  }
  const isStarted = triggers.includes('workflow_run');
  if (isStarted) checkEvents(tree, report, triggers);
  // What is called from such a run has its rights too; whatever reads its event is meant for one.
  const isCalled =
    file.path === COMMENT_WORKFLOW_FILE || stepsOf(tree).some(readsRun) || jobsOf(tree).some(readsRunItself);
  if (!isStarted && !isCalled) return;
  for (const job of jobsOf(tree)) checkJob(job, report);
}

/** Of a run that has ended, of workflows named here, and no other event beside it. */
function checkEvents(tree: SyntaxTree, report: Report, triggers: readonly string[]): void {
  const on = valueOf(tree.root, 'on');
  const event = valueOf(on, 'workflow_run');
  const types = itemsOf(valueOf(event, 'types')).map(textOf);
  if (triggers.length > 1) report(on, `workflow_run ${BEHALF}: give it a workflow of its own`);
  if (itemsOf(valueOf(event, 'workflows')).length === 0 || types.join() !== 'completed')
    report(on, `workflow_run ${BEHALF}: name the workflows and \`types: [completed]\``);
  if (valueOf(tree.root, 'env') !== undefined || valueOf(tree.root, 'defaults') !== undefined)
    report(on, `workflow_run ${BEHALF}: it needs neither env nor defaults`);
}

function readsRun(step: unknown): boolean {
  return (
    pairsOf(valueOf(step, 'with')).some(({ value }) => mentionsRun(value)) || mentionsRun(valueOf(step, 'if'))
  );
}

function readsRunItself({ node }: Job): boolean {
  return (
    mentionsRun(valueOf(node, 'if')) || pairsOf(valueOf(node, 'with')).some(({ value }) => mentionsRun(value))
  );
}

function mentionsRun(node: unknown): boolean {
  return /github\.event\.workflow_run\b/.test(textOf(node) ?? '');
}

const JOB_KEYS: ReadonlySet<string> = new Set([
  'name',
  'if',
  'needs',
  'runs-on',
  'timeout-minutes',
  'cache-mode',
  'concurrency',
  'permissions',
  'outputs',
  'steps',
  'uses',
  'with',
]);

function checkJob({ name, node, steps }: Job, report: Report): void {
  const refuse = (at: unknown, why: string) => report(at, `job ${name} ${BEHALF}: ${why}`);
  // Without the key it would have what the repository gives by default.
  const permissions = valueOf(node, 'permissions');
  if (permissions === undefined || textOf(permissions) !== undefined)
    refuse(node, 'it names its permissions');
  for (const grant of pairsOf(permissions)) {
    const access = textOf(grant.value);
    if (access !== 'none' && access !== 'read' && access !== GRANTS[keyOf(grant)])
      refuse(grant, `it may not have ${keyOf(grant)}: ${access ?? '?'}`);
    else if (access !== 'none' && GRANTS[keyOf(grant)] === undefined)
      refuse(grant, `it may not have ${keyOf(grant)}`);
  }
  for (const pair of pairsOf(node)) {
    if (!JOB_KEYS.has(keyOf(pair))) refuse(pair, `it needs no ${keyOf(pair)}`);
  }
  const called = textOf(valueOf(node, 'uses'));
  if (called !== undefined && !COMMENT_WORKFLOW.test(called)) refuse(node, `it may not call ${called}`);
  for (const step of steps) checkStep(step, refuse);
}

function checkStep(step: unknown, refuse: (at: unknown, why: string) => void): void {
  if (textOf(valueOf(step, 'uses')) !== COMMENT_ACTION)
    refuse(step, `its steps run nothing but ${COMMENT_ACTION}: no script, checkout or download`);
  if (valueOf(step, 'env') !== undefined) refuse(step, 'its steps have no env');
}
