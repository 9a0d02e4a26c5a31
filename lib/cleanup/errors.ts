import { defineErrors } from '../action/errors.ts';

/** What a cleanup of nodes can fail for. */
export const cleanupErrors = defineErrors({
  EHA1750: {
    kind: 'user',
    title: 'Account or subscription not allowed',
    likelyCause:
      'The job took a role of another account than it should, or the lists of what may be changed are not up to date.',
    remedy:
      'Compare the ids in the message with the inputs `allowed-aws-accounts` and `allowed-azure-subscriptions`, and with the variables of the environment.',
  },
  EHA1751: {
    kind: 'user',
    title: 'Cluster of the nodes not known',
    likelyCause:
      'The job has no AWS credentials, the name or region of the cluster is wrong, or the role may not call eks:DescribeCluster.',
    remedy: 'Log in to AWS before this step, check name and region, and allow eks:DescribeCluster.',
  },
  EHA1752: {
    kind: 'user',
    title: 'Cleanup stopped by a guard',
    likelyCause:
      'More is to be removed than one run may, the link between the clouds is down, or lists were not whole.',
    remedy:
      'Look at what the guard names first. Raise its limit only when you know why so much is to go; what it stopped is still there.',
  },
  EHA1753: {
    kind: 'user',
    title: 'Too little known for a cleanup',
    likelyCause:
      'The role may not read one of the lists, or a service failed, throttled or cut its list short.',
    remedy:
      'Grant what the README of node-cleanup lists, or run again; what depends on a list that is not whole is never removed.',
  },
  EHA1754: {
    kind: 'service',
    title: 'Cleanup not finished',
    likelyCause:
      'A service failed or refused in the middle of a removal, a role lacks a right, or the job was cancelled.',
    remedy: 'See the table for the step it failed in. The next run goes on from there.',
  },
  EHA1755: {
    kind: 'user',
    title: 'Pools cannot be lowered in the file',
    likelyCause:
      'The input `pools-file` names another file, or its `pools` are computed instead of being written as numbers.',
    remedy:
      'Name the .tfvars file that holds `pools` with a number as `count` of each pool, or use mode `act`.',
  },
  EHA1756: {
    kind: 'user',
    title: 'Branch of the pull request was changed',
    likelyCause: 'Somebody has committed to the branch that node-cleanup keeps.',
    remedy: 'Merge or close the pull request and delete its branch; the next run begins anew.',
  },
});
