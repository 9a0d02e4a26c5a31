import { defineErrors } from '../../action/errors.ts';

/** Refusals while finding the version of Terraform or OpenTofu, EHA1220 to EHA1229. */
export const versionErrors = defineErrors({
  EHA1220: {
    kind: 'user',
    title: 'A version cannot be understood',
    likelyCause:
      'The input or a file names a version in a form of another tool, or YAML shortened an unquoted 1.10 to 1.1.',
    remedy: 'Write a full version such as 1.11.4, a constraint such as ~> 1.11, or latest, in quotes.',
  },
  EHA1221: {
    kind: 'user',
    title: 'Version sources conflict',
    likelyCause:
      'The input, a version file and required_version of the stack or of a module it calls were changed at different times.',
    remedy: 'Change one of the places named in the message, so that one version fits all of them.',
  },
  EHA1222: {
    kind: 'user',
    title: 'No release fits the wanted version',
    likelyCause:
      'The version is misspelt or not released, only pre-releases fit (they are taken by their full name alone), or the mirror lacks it.',
    remedy: 'Compare the constraint with the releases of the tool, and the mirror with the official server.',
  },
});
