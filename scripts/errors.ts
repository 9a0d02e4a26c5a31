import { defineErrors } from '#lib/action/errors.js';

/** Errors of the programs in scripts/: building, checking, testing and rehearsing this repository. */
export const scriptErrors = defineErrors({
  EHA1900: {
    kind: 'user',
    title: 'A command-line option of a script is not valid',
    likelyCause: 'The option is misspelt, needs a value, or names something that does not exist.',
    remedy: 'Run the script with --help to see its options.',
  },
  EHA1901: {
    kind: 'internal',
    title: 'A bundle could not be built',
    likelyCause: 'An import cannot be resolved, a file does not parse, or a development package is imported.',
    remedy: 'Read the bundler’s message, check the import it names, and build that action with --only.',
  },
  EHA1902: {
    kind: 'internal',
    title: 'A script was given nothing to work on',
    likelyCause: 'The folder it looks through is empty, or a filter matches nothing.',
    remedy: 'Check the path or the filter named in the message; a check that checks nothing is a failure.',
  },
  EHA1903: {
    kind: 'internal',
    title: 'The committed bundles are not what the source builds, or do not work on their own',
    likelyCause:
      'The source changed without a rebuild, or a bundle was edited by hand or grew past its budget.',
    remedy: 'Run `npm run build`, look at `git status actions`, and commit the result.',
  },
  EHA1904: {
    kind: 'internal',
    title: 'An action’s metadata and its code disagree',
    likelyCause: 'An input, output or default was changed in action.yml or in the code, but not in both.',
    remedy:
      'Make action.yml, src/inputs.ts and the results say the same thing; each finding names the place.',
  },
  EHA1905: {
    kind: 'internal',
    title: 'Generated documentation is stale',
    likelyCause: 'action.yml or a reusable workflow changed after its tables were generated.',
    remedy: 'Run `npm run docs` and commit the result.',
  },
  EHA1906: {
    kind: 'user',
    title: 'Terraform was not found',
    likelyCause:
      'No `terraform` is on PATH, and it could not be downloaded: the machine has no way to the releases, or nothing can be written.',
    remedy:
      'Install Terraform 1.10 or later (https://developer.hashicorp.com/terraform/install) and put it on PATH, or name a mirror in TERRAFORM_MIRROR_URL.',
  },
  EHA1907: {
    kind: 'user',
    title: 'The Terraform on PATH cannot be used',
    likelyCause: 'It is older than this project supports, or it does not start.',
    remedy:
      'Install Terraform 1.10 or later (https://developer.hashicorp.com/terraform/install) before it on PATH.',
  },
  EHA1908: {
    kind: 'internal',
    title: 'A file that a script reads is missing or malformed',
    likelyCause: 'The file was removed, renamed, or edited by hand into something that does not parse.',
    remedy: 'Restore the file that the message names from version control.',
  },
});
