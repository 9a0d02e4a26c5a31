import { defineErrors } from '../action/errors.ts';

/** What can go wrong between an action and the API server of a cluster. */
export const kubernetesErrors = defineErrors({
  EHA1500: {
    kind: 'user',
    title: 'Cluster not opened',
    likelyCause:
      'The name or the region of the cluster is wrong, it is not active, or the role may not call eks:DescribeCluster.',
    remedy: 'Check name, region and account, and allow eks:DescribeCluster on the cluster.',
  },
  EHA1501: {
    kind: 'user',
    title: 'Kubeconfig refused',
    likelyCause:
      'The file is no kubeconfig, has no such context, or names a way to log in that is not supported.',
    remedy: 'Write it with `aws eks update-kubeconfig` or with a token, and name the context.',
  },
  EHA1502: {
    kind: 'user',
    title: 'API server refused the credentials',
    likelyCause:
      'The role has no access entry on the cluster, the AWS credentials of the job have expired, or the clock of the runner is wrong.',
    remedy: 'Create an access entry for the role of the job, or log in again before this step.',
  },
  EHA1503: {
    kind: 'user',
    title: 'Denied by the cluster',
    likelyCause: 'The access entry of the role has no policy or Kubernetes group that allows the call.',
    remedy:
      'Grant the verb and the resource that the message names; the README of the action lists all of them.',
  },
  EHA1504: {
    kind: 'service',
    title: 'API server not reached',
    likelyCause:
      'The endpoint is private and the runner outside the VPC, its address is not among the public access CIDRs, or the API server is throttling or down.',
    remedy: 'Run the job where the endpoint is reachable, or run again later.',
  },
  EHA1505: {
    kind: 'user',
    title: 'Certificate of the API server not trusted',
    likelyCause: 'Something between the runner and the cluster, such as a proxy, answers in its place.',
    remedy:
      'Let the connection to the endpoint through untouched, and take the CA that EKS gives for the cluster.',
  },
  EHA1506: {
    kind: 'service',
    title: 'Refused by the API server',
    likelyCause:
      'The object is not there, was changed by someone else, or the cluster does not know the resource.',
    remedy:
      'Read what the API server says, and run again when another process changed the object at the same time.',
  },
  EHA1507: {
    kind: 'service',
    title: 'List not read to its end',
    likelyCause:
      'The objects of the cluster change faster than the list can be read, or the API server repeats pages.',
    remedy: 'Run again; a part of a list is never taken for the whole.',
  },
  EHA1508: {
    kind: 'user',
    title: 'No credentials for the cluster',
    likelyCause:
      'The job did not log in to AWS before this step, or the program that a kubeconfig names failed.',
    remedy: 'Log in first (aws-actions/configure-aws-credentials), or correct the user in the kubeconfig.',
  },
  EHA1509: {
    kind: 'service',
    title: 'Answer of the API server not understood',
    likelyCause: 'Something other than a Kubernetes API server answers at that address.',
    remedy: 'Check the address of the cluster and proxies in between.',
  },
});
