import { listInput, secretInput } from '#lib/action/inputs.js';

export interface Inputs {
  /** Folders of stacks relative to the repository root; a last segment `*` means every folder there. */
  readonly stacks: readonly string[];
  readonly githubToken: string;
}

export function readInputs(): Inputs {
  return {
    stacks: listInput('stacks', { default: ['terraform/stacks/*'] }),
    githubToken: secretInput('github-token', { required: true }),
  };
}
