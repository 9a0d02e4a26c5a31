import { defineErrors } from '../action/errors.ts';

/** Errors 1700 to 1749: the link between the clouds. */
export const tunnelErrors = defineErrors({
  EHA1700: {
    kind: 'service',
    title: 'The link does not do what is required of it',
    likelyCause:
      'Tunnels are down, do not agree, carry no routes or have only just come up; the summary says which and why.',
    remedy: 'Follow the causes in the summary, the certain ones first, then run the check again.',
  },
  EHA1701: {
    kind: 'user',
    title: 'There is no link to check',
    likelyCause:
      'Region, subscription or resource group are those of another environment, or the link has not been made yet.',
    remedy:
      'Give the region and the resource group of the foundation stack, or its outputs as `expectations`, and apply that stack first.',
  },
  EHA1702: {
    kind: 'service',
    title: 'The state of the link could not be determined',
    likelyCause:
      'A role lacks a permission, a cloud throttled or did not answer, or an operation did not end in time; the summary names each read.',
    remedy:
      'Give the roles what the README of the action lists, or run it again where a cloud only did not answer.',
  },
  EHA1703: {
    kind: 'user',
    title: 'What is expected of the link could not be read',
    likelyCause: 'The file is not the output of the foundation stack, or of another version of it.',
    remedy:
      'Write it with `terraform output -json` in the foundation stack, or give its `tunnel_expectations` or `link_expectations` alone.',
  },
  EHA1704: {
    kind: 'service',
    title: 'An issue about the link could not be kept',
    likelyCause: 'The token lacks `issues: write`, or GitHub did not keep what was written.',
    remedy: 'Give the job `issues: write`, or set `issue` to `false`.',
  },
});
