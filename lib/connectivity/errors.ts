import { defineErrors } from '../action/errors.ts';

/** What can go wrong around the probes; what the probes find is a verdict, not an error. */
export const connectivityErrors = defineErrors({
  EHA1800: {
    kind: 'user',
    title: 'Pods do not reach each other as they should',
    likelyCause:
      'Routes, network security groups, MTU or policies between the clouds; the summary names the cause.',
    remedy: 'Follow the advice beside each failed cell of the matrix.',
  },
  EHA1801: {
    kind: 'service',
    title: 'Connectivity not proven',
    likelyCause: 'Probes that had to run gave no result, or fewer ran than the minimum.',
    remedy: 'Read what is unknown in the summary, remove its reason, and run again.',
  },
  EHA1802: {
    kind: 'user',
    title: 'Nodes for the probes not found',
    likelyCause:
      'One of the clouds has no Ready node that takes pods, or a label differs from what the input says.',
    remedy: 'Wait for the nodes first (node-readiness), or correct the selectors.',
  },
  EHA1803: {
    kind: 'service',
    title: 'Probe pods not ready',
    likelyCause: 'The image cannot be pulled on a node, or no pod network is up there.',
    remedy:
      'Read the reasons in the message; mirror the image where the node can pull it and name it in the input image.',
  },
  EHA1804: {
    kind: 'service',
    title: 'Probe objects left behind',
    likelyCause: 'The API server refused or did not answer while the probes were removed.',
    remedy:
      'Delete the namespace and the webhook configuration that the message names; the next run sweeps them too.',
  },
  EHA1809: {
    kind: 'service',
    title: 'Probe command refused',
    likelyCause: 'The cluster gave an address or a name that is not of the form it should have.',
    remedy: 'Look at the object that the message quotes; nothing was run with it.',
  },
});
