import { defineErrors } from '../action/errors.ts';

/** Refusals of the policy on what a configuration may run or fetch, EHA1240 to EHA1249. */
export const policyErrors = defineErrors({
  EHA1240: {
    kind: 'user',
    title: 'The configuration brings something that is not allowed',
    likelyCause:
      'The pull request adds a provider, a module source, a provisioner or an external program that the inputs of discover-stacks do not allow.',
    remedy:
      'Remove what the annotations name, or allow it in the calling workflow: allowed-providers, allowed-module-sources, allow-provisioners, allow-external.',
  },
});
