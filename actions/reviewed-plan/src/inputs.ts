import { actionErrors } from '#lib/action/action-errors.js';
import {
  booleanInput,
  durationInput,
  enumInput,
  integerInput,
  listInput,
  readAll,
  secretInput,
  stringInput,
} from '#lib/action/inputs.js';
import { APPROVALS, type ApprovalMode } from '#lib/github/pull-request-review.js';

const HOUR_MS = 3_600_000;

export interface Inputs {
  /** Number of a pull request, or the SHA of its head or merge. */
  readonly of: number | string;
  readonly planWorkflow: string;
  /** Null for the newest run. */
  readonly planRunId: number | null;
  /** Names or folders; empty for every stack with changes. */
  readonly stacks: readonly string[];
  /** Names of stacks, those that come first. */
  readonly order: readonly string[];
  readonly approval: ApprovalMode;
  readonly maxPlanAgeMs: number;
  readonly environment: string;
  readonly allowUnprotected: boolean;
  readonly githubToken: string;
}

export function readInputs(): Inputs {
  const { pullRequest, commit, ...inputs } = readAll({
    pullRequest: () => integerInput('pull-request', { minimum: 1 }),
    commit: () =>
      stringInput('commit', {
        pattern: /^[0-9a-f]{40}$/,
        allowed: 'a full commit SHA of 40 hexadecimal digits',
      }),
    planWorkflow: () =>
      stringInput('plan-workflow', {
        default: '.github/workflows/hybrid-plan.yml',
        pattern: /^\.github\/workflows\/[^/\s@]+\.ya?ml$/,
        allowed: 'the path of a workflow, .github/workflows/<name>.yml',
      }),
    planRunId: () => integerInput('plan-run-id', { minimum: 1 }),
    stacks: () => listInput('stacks'),
    order: () => listInput('order', { default: ['foundation', 'cluster', 'nodes'] }),
    approval: () => enumInput('approval', APPROVALS, { default: 'auto' }),
    maxPlanAgeMs: () =>
      durationInput('max-plan-age', { default: 72 * HOUR_MS, minimum: 60_000, maximum: 90 * 24 * HOUR_MS }),
    environment: () => stringInput('environment', { required: true }),
    allowUnprotected: () => booleanInput('allow-unprotected', { default: false }),
    githubToken: () => secretInput('github-token', { required: true }),
  });
  const given = [pullRequest, commit].filter((value) => value !== undefined);
  const [of] = given;
  if (of === undefined || given.length > 1) {
    throw actionErrors.EHA1002('Give the input pull-request or the input commit, and not both.');
  }
  return { ...inputs, of, planRunId: inputs.planRunId ?? null };
}
