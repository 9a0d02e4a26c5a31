import { booleanInput, enumInput, integerInput, secretInput, stringInput } from '#lib/action/inputs.js';
import { pathInput } from '#lib/action/path-input.js';
import { reportErrors } from '#lib/report/errors.js';
import { COMMENT_MODES, type CommentMode } from '#lib/github/marked-comment.js';

export interface Inputs {
  /** Absolute folder of the plan documents; it may not exist. */
  readonly documents: string;
  /** JSON text of the expected stacks; undefined expects just what was found. */
  readonly expectedStacks: string | undefined;
  readonly expectAddresses: boolean;
  readonly pullRequest: number | undefined;
  /** Of the run whose checks of a pull request from a fork the comment is about; undefined for the plans of this run. */
  readonly runId: number | undefined;
  readonly commentId: string;
  readonly mode: CommentMode;
  readonly maxCommentBytes: number;
  readonly githubToken: string;
}

export function readInputs(): Inputs {
  const inputs = {
    documents: pathInput('documents', { default: 'plans' }),
    expectedStacks: stringInput('expected-stacks'),
    expectAddresses: booleanInput('expect-addresses', { default: false }),
    pullRequest: integerInput('pull-request', { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
    runId: integerInput('run-id', { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
    commentId: stringInput('comment-id', { default: 'plan', pattern: /^[A-Za-z0-9-]{1,40}$/ }),
    mode: enumInput('mode', COMMENT_MODES, { default: 'update' }),
    maxCommentBytes: integerInput('max-comment-bytes', { default: 65_000, minimum: 2000, maximum: 262_144 }),
    githubToken: secretInput('github-token', { required: true }),
  };
  checkTogether(inputs);
  return inputs;
}

/**
 * What a run from a fork is about is found out from GitHub alone.
 * @throws EHA1310
 */
function checkTogether({ runId, expectedStacks, pullRequest }: Inputs): void {
  if (runId === undefined) return;
  const given = [
    ...(expectedStacks === undefined ? [] : ['expected-stacks']),
    ...(pullRequest === undefined ? [] : ['pull-request']),
  ];
  if (given.length > 0) throw reportErrors.EHA1310(`${given.join(' and ')} cannot be given with run-id.`);
}
