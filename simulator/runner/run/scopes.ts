import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import type { Json, JobIdentity } from '../host.ts';
import type { Conclusion } from '../events.ts';
import { statusFunctions } from '../expressions/condition.ts';
import { type Scope } from '../expressions/evaluate.ts';
import { child, textOf } from '../expressions/tokens.ts';
import { jobPermissions } from './call-tree.ts';
import { RESTRICTED_DEFAULT, readOnly } from '../workflow/permissions.ts';
import type { JobSummary, RunContext, WorkflowFrame } from './run-context.ts';

/** What job-level expressions can name: github, inputs, vars, then what `more` adds. */
export function jobScope(run: RunContext, frame: WorkflowFrame, more: Readonly<Record<string, Json>>): Scope {
  const { host, run: identity } = run.request;
  const contexts = {
    github: run.github,
    inputs: frame.inputs,
    vars: host.variables(identity.repository, undefined),
    ...more,
  };
  return { contexts, functions: {} };
}

/** The scope of a job's `if`: the status functions look at everything the job needed, directly or not. */
export function conditionScope(run: RunContext, frame: WorkflowFrame, needs: readonly JobSummary[]): Scope {
  const lineage = needs.flatMap((need) => [...need.lineage.values()]);
  const scope = jobScope(run, frame, { needs: needsContext(needs) });
  const has = (conclusion: Conclusion) => lineage.includes(conclusion);
  const status = () => {
    const cancelled = frame.signal.aborted;
    return {
      success: !cancelled && lineage.every((result) => result === 'success'),
      failure: has('failure'),
      cancelled,
    };
  };
  return { ...scope, functions: statusFunctions(status) };
}

/** The `needs` context: direct needs only. */
export function needsContext(needs: readonly JobSummary[]): Record<string, Json> {
  return Object.fromEntries(needs.map((need) => [need.id, { result: need.result, outputs: need.outputs }]));
}

/** Who a job is, for tokens, approvals and reports. */
export function identify(
  run: RunContext,
  frame: WorkflowFrame,
  token: TemplateToken,
  name: string,
  environment: string | undefined,
): JobIdentity {
  const { file } = frame;
  const permissions = jobPermissions(file, token, frame.ceiling ?? RESTRICTED_DEFAULT);
  return {
    run: run.request.run,
    name: `${frame.prefix}${name}`,
    permissions: run.fromFork ? readOnly(permissions) : permissions,
    environment,
    workflowRef: `${file.repository}/${file.path}@${file.ref}`,
    workflowSha: file.sha,
  };
}

/** The name written for a job, or its id. */
export function rawName(token: TemplateToken, id: string): string {
  const name = child(token, 'name');
  return name === undefined || name.isExpression ? id : textOf(name) || id;
}
