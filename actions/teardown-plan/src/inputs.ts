import { booleanInput, listInput, readAll, secretInput, stringInput } from '#lib/action/inputs.js';

const NAME = {
  pattern: /^[A-Za-z0-9][\w.-]{0,63}$/,
  allowed: 'letters, digits, ".", "_" and "-", at most 64, beginning with a letter or digit',
} as const;

export interface Inputs {
  /** What is torn down. */
  readonly name: string;
  /** What was typed; empty when nothing was. */
  readonly confirm: string;
  /** Terraform workspace; null for `default`. */
  readonly workspace: string | null;
  /** GitHub environment. */
  readonly environment: string;
  /** Folders; a last segment `*` means every folder there. */
  readonly stacks: readonly string[];
  /** Names or folders, as they are applied. */
  readonly order: readonly string[];
  readonly allowUnprotected: boolean;
  readonly githubToken: string;
}

export function readInputs(): Inputs {
  const inputs = readAll({
    name: () => stringInput('name', { required: true, pattern: NAME.pattern, allowed: NAME.allowed }),
    confirm: () => stringInput('confirm'),
    workspace: () => stringInput('workspace', { pattern: NAME.pattern, allowed: NAME.allowed }),
    environment: () => stringInput('environment', { required: true }),
    stacks: () => listInput('stacks', { default: ['terraform/stacks/*'] }),
    order: () => listInput('order', { default: ['foundation', 'cluster', 'nodes'] }),
    allowUnprotected: () => booleanInput('allow-unprotected', { default: false }),
    githubToken: () => secretInput('github-token', { required: true }),
  });
  return { ...inputs, confirm: inputs.confirm ?? '', workspace: inputs.workspace ?? null };
}
