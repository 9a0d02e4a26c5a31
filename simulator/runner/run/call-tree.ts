import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import type { RunnerHost, TokenPermissions } from '../host.ts';
import { WorkflowError } from '../errors.ts';
import { child, pairsOf, textOf } from '../expressions/tokens.ts';
import { loadWorkflow, type WorkflowFile } from '../workflow/file.ts';
import { RESTRICTED_DEFAULT, requestedPermissions, violations } from '../workflow/permissions.ts';
import { eventsOf } from '../workflow/triggers.ts';

/** Called workflows by the job that calls them. */
export type CallTree = ReadonlyMap<TemplateToken, WorkflowFile>;

/** Levels of workflows, the entry file included. Source: reusable workflows reference, limitations (November 2025). */
const MAX_DEPTH = 10;

/**
 * Loads every workflow that a file calls, directly or not, and checks before anything runs what GitHub checks then:
 * that each may be called, names of inputs and secrets, and that no called workflow asks for more permissions than
 * its caller holds. Rejects with a `WorkflowError`.
 */
export async function loadCallTree(host: RunnerHost, entry: WorkflowFile): Promise<CallTree> {
  const tree = new Map<TemplateToken, WorkflowFile>();
  await visit(host, entry, RESTRICTED_DEFAULT, 1, tree);
  return tree;
}

async function visit(
  host: RunnerHost,
  file: WorkflowFile,
  inherited: TokenPermissions,
  depth: number,
  tree: Map<TemplateToken, WorkflowFile>,
): Promise<void> {
  for (const { key, value: job } of pairsOf(child(file.root, 'jobs'))) {
    const uses = child(job, 'uses');
    if (uses === undefined) continue;
    if (depth >= MAX_DEPTH)
      throw new WorkflowError(
        `Job '${textOf(key)}' exceeds the limit of ${MAX_DEPTH} levels of reusable workflows`,
      );
    const called = await loadCalled(host, file, textOf(uses));
    checkCallable(called, textOf(uses));
    checkNames(job, called, textOf(uses));
    const allowed = jobPermissions(file, job, inherited);
    checkPermissions(called, textOf(uses), allowed);
    tree.set(job, called);
    await visit(host, called, allowed, depth + 1, tree);
  }
}

/** What a job may do: its own `permissions`, else its workflow's, else what the workflow was given. */
export function jobPermissions(
  file: WorkflowFile,
  job: TemplateToken,
  inherited: TokenPermissions,
): TokenPermissions {
  return (
    requestedPermissions(child(job, 'permissions')) ??
    requestedPermissions(child(file.root, 'permissions')) ??
    inherited
  );
}

/** `./` and `$/` are of the same commit as the calling file; anything else names its repository and ref. */
function loadCalled(host: RunnerHost, caller: WorkflowFile, uses: string): Promise<WorkflowFile> {
  const local = /^(?:\.|\$)\/(.+)$/.exec(uses)?.[1];
  if (local !== undefined) {
    return loadWorkflow(host, caller.repository, caller.sha, local).then((file) => ({
      ...file,
      ref: caller.ref,
    }));
  }
  const remote = /^([^/@\s]+\/[^/@\s]+)\/(\.github\/workflows\/[^/@]+\.ya?ml)@(\S+)$/.exec(uses);
  if (remote === null) {
    throw new WorkflowError(
      `invalid value workflow reference: ${uses}: expected {owner}/{repo}/.github/workflows/{file}@{ref} or ./.github/workflows/{file}`,
    );
  }
  const [, repository = '', path = '', ref = ''] = remote;
  return loadWorkflow(host, repository, ref, path);
}

function checkCallable(called: WorkflowFile, uses: string): void {
  if (!eventsOf(called.root).includes('workflow_call')) {
    throw new WorkflowError(
      `error parsing called workflow "${uses}": workflow is not reusable as it is missing a \`on.workflow_call\` trigger`,
    );
  }
}

function checkNames(job: TemplateToken, called: WorkflowFile, uses: string): void {
  const check = (
    kind: 'Input' | 'Secret',
    given: TemplateToken | undefined,
    declared: TemplateToken | undefined,
  ) => {
    const names = new Set(pairsOf(given).map((pair) => textOf(pair.key).toLowerCase()));
    for (const { key, value } of pairsOf(declared)) {
      const present = names.delete(textOf(key).toLowerCase());
      if (!present && textOf(child(value, 'required')) === 'true') {
        throw new WorkflowError(
          `${kind} ${textOf(key)} is required, but not provided while calling ${uses}.`,
        );
      }
    }
    for (const name of names) {
      throw new WorkflowError(
        `Invalid ${kind.toLowerCase()}, ${name} is not defined in the referenced workflow ${uses}.`,
      );
    }
  };
  const call = child(called.root, 'on', 'workflow_call');
  check('Input', child(job, 'with'), child(call, 'inputs'));
  const secrets = child(job, 'secrets');
  if (!secrets?.isScalar) check('Secret', secrets, child(call, 'secrets'));
}

function checkPermissions(called: WorkflowFile, uses: string, allowed: TokenPermissions): void {
  const check = (token: TemplateToken | undefined, who: string) => {
    const requested = requestedPermissions(token);
    const excess = requested === undefined ? undefined : violations(requested, allowed);
    if (excess !== undefined) {
      throw new WorkflowError(
        `Error calling workflow '${uses}'. ${who} is requesting '${excess.requested}', but is only allowed '${excess.allowed}'.`,
      );
    }
  };
  check(child(called.root, 'permissions'), 'The workflow');
  for (const { key, value } of pairsOf(child(called.root, 'jobs'))) {
    check(child(value, 'permissions'), `The nested job '${textOf(key)}'`);
  }
}
