import { defineErrors } from '../action/errors.ts';

/** Refusals while finding the stacks of a repository, EHA1230 to EHA1239. */
export const discoveryErrors = defineErrors({
  EHA1230: {
    kind: 'user',
    title: 'No Terraform stack was found',
    likelyCause:
      'The input stacks names folders that do not exist or hold no .tf files, or the repository was not checked out.',
    remedy:
      'Set stacks to the folders of your root modules, for example terraform/stacks/*, and check out the repository first.',
  },
  EHA1231: {
    kind: 'user',
    title: 'More stacks are touched than one run can plan',
    likelyCause:
      'GitHub runs at most 256 jobs of one matrix, max-jobs may allow fewer, each plans up to four stacks, and the pull request touches more.',
    remedy:
      'Raise max-jobs where it is below 256, split the pull request, or call the workflow several times with different values of stacks.',
  },
  EHA1232: {
    kind: 'user',
    title: 'A stack pattern is not a folder of the repository',
    likelyCause:
      'The pattern is absolute, leaves the repository, or has a * other than as its whole last segment.',
    remedy: 'Write folders relative to the repository root, such as infra/foundation or infra/*.',
  },
});
