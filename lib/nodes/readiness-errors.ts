import { defineErrors } from '../action/errors.ts';

/** What can come of waiting for nodes. */
export const readinessErrors = defineErrors({
  EHA1530: {
    kind: 'user',
    title: 'No nodes to wait for',
    likelyCause: 'Neither expectations nor names nor a count were given, or they name no node at all.',
    remedy: 'Give the output `node_expectations` of the stack nodes, names of VMs, or a count above zero.',
  },
  EHA1531: {
    kind: 'user',
    title: 'Nodes are not ready in time',
    likelyCause: 'The cause found for each node is in the summary and in the result document.',
    remedy:
      'Do what the summary says for each cause; give a longer timeout only where nodes were still joining.',
  },
  EHA1532: {
    kind: 'service',
    title: 'Readiness of the nodes not known',
    likelyCause: 'The list of nodes could not be read, so that nothing can be said about any of them.',
    remedy: 'Look at the error of the API server in the message, and run again.',
  },
});
