import { defineErrors } from '../action/errors.ts';

/** What can go wrong around Cilium's own suite; what the suite finds is a verdict, not an error. */
export const suiteErrors = defineErrors({
  EHA1820: {
    kind: 'user',
    title: "Cilium's suite cannot prove anything here",
    likelyCause:
      'Cilium does not run on nodes of both clouds, or not on two nodes; on nodes in AWS the VPC CNI is what EKS supports beside hybrid nodes.',
    remedy: 'Use `mode: probe`, which needs Cilium on the Azure nodes alone.',
  },
  EHA1821: {
    kind: 'service',
    title: 'Cilium is not healthy',
    likelyCause: 'Agents or the operator are not ready; `cilium status` says which.',
    remedy: 'Read what the message quotes and heal it first: the tests would fail for it.',
  },
  EHA1822: {
    kind: 'user',
    title: 'The Cilium CLI does not fit',
    likelyCause:
      'Its version does not support the version of Cilium in the cluster, or the program says that it is another version.',
    remedy: 'Name a version of the CLI that supports it in the input cilium-cli-version.',
  },
  EHA1823: {
    kind: 'service',
    title: 'Label of the suite not as it must be',
    likelyCause: 'Something in the cluster removes or copies labels of nodes while the suite runs.',
    remedy: 'Run again; if it comes back, find what changes labels of nodes.',
  },
  EHA1824: {
    kind: 'service',
    title: 'Report of the suite not understood',
    likelyCause: 'The CLI was killed while it wrote its JUnit file, or writes another form.',
    remedy: 'Run again, and name a version of the CLI that is known to work.',
  },
  EHA1825: {
    kind: 'user',
    title: "Cilium's suite failed",
    likelyCause:
      'The message names the tests and the pairs of pods; the summary shows which clouds they were in.',
    remedy:
      'Run this action with `mode: probe`, which names causes, or look at the output of the failed batch in the log.',
  },
  EHA1826: {
    kind: 'service',
    title: "Not proven by Cilium's suite",
    likelyCause:
      'A batch gave no results, nothing was run, the pods were not spread over both clouds, or fewer tests ran than the minimum.',
    remedy: 'Read what is unknown in the summary, remove its reason, and run again.',
  },
  EHA1827: {
    kind: 'service',
    title: 'Objects of the suite left behind',
    likelyCause: 'The API server refused or did not answer while they were removed.',
    remedy:
      'Delete the namespaces and remove the label that the message names; the next run sweeps them too.',
  },
});
