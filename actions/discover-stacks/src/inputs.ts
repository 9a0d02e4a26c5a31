import {
  booleanInput,
  integerInput,
  listInput,
  rawInput,
  readAll,
  refusedInput,
  secretInput,
} from '#lib/action/inputs.js';
import type { Policy } from '#lib/terraform/policy.js';
import { MAX_MATRIX_JOBS } from '#lib/terraform/batches.js';
import type { ExtraPath } from '#lib/terraform/extra-paths.js';

export interface Inputs {
  /** Folders of stacks relative to the repository root; a last segment `*` means every folder there. */
  readonly stacks: readonly string[];
  /** Files that a plan reads in ways the code does not show. */
  readonly extraPaths: readonly ExtraPath[];
  readonly policy: Policy;
  /** Most jobs that the stacks are spread over. */
  readonly maxJobs: number;
  readonly githubToken: string;
}

export function readInputs(): Inputs {
  const { providers, moduleSources, provisioners, external, ...inputs } = readAll({
    stacks: () => listInput('stacks', { default: ['terraform/stacks/*'] }),
    extraPaths: readExtraPaths,
    providers: () => listInput('allowed-providers'),
    moduleSources: () => listInput('allowed-module-sources'),
    provisioners: () => booleanInput('allow-provisioners', { default: false }),
    external: () => booleanInput('allow-external', { default: false }),
    maxJobs: () => integerInput('max-jobs', { default: 256, minimum: 1, maximum: MAX_MATRIX_JOBS }),
    githubToken: () => secretInput('github-token', { required: true }),
  });
  return { ...inputs, policy: { providers, moduleSources, provisioners, external } };
}

/** `glob` for every stack, `folder: glob` for the stack in that folder; one a line, because a glob may hold commas. */
function readExtraPaths(): readonly ExtraPath[] {
  const lines = rawInput('extra-paths')
    .split('\n')
    .map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [, stack, glob] = /^(?:([^:]+):\s+)?(\S.*)$/.exec(line) ?? [];
      if (glob === undefined || /^\/|(^|\/)\.\.(\/|$)/.test(glob)) {
        throw refusedInput('extra-paths', line, 'a glob inside the repository, or `folder of a stack: glob`');
      }
      return { stack, glob };
    });
}
