import { booleanInput, enumInput, integerInput, secretInput, stringInput } from '#lib/action/inputs.js';
import { pathInput } from '#lib/action/path-input.js';
import { COMMENT_MODES, type CommentMode } from '#lib/github/marked-comment.js';

export interface Inputs {
  /** Absolute folder of the plan documents; it may not exist. */
  readonly documents: string;
  /** JSON text of the expected stacks; undefined expects just what was found. */
  readonly expectedStacks: string | undefined;
  readonly expectAddresses: boolean;
  readonly pullRequest: number | undefined;
  readonly commentId: string;
  readonly mode: CommentMode;
  readonly maxCommentBytes: number;
  readonly githubToken: string;
}

export function readInputs(): Inputs {
  return {
    documents: pathInput('documents', { default: 'plans' }),
    expectedStacks: stringInput('expected-stacks'),
    expectAddresses: booleanInput('expect-addresses', { default: false }),
    pullRequest: integerInput('pull-request', { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
    commentId: stringInput('comment-id', { default: 'plan', pattern: /^[A-Za-z0-9-]{1,40}$/ }),
    mode: enumInput('mode', COMMENT_MODES, { default: 'update' }),
    maxCommentBytes: integerInput('max-comment-bytes', { default: 65_000, minimum: 2000, maximum: 262_144 }),
    githubToken: secretInput('github-token', { required: true }),
  };
}
