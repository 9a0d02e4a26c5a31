import { defineErrors } from '../action/errors.ts';

/** Why nodes get no activation, or one was left behind: EHA1560 to EHA1569. */
export const activationErrors = defineErrors({
  EHA1560: {
    kind: 'user',
    title: 'The number of new nodes cannot be told from the plan',
    likelyCause:
      'The plan document is that of a plan that failed or left changes out, so that the VMs it makes cannot be counted.',
    remedy: 'Give the document of a complete plan, or the number itself as registration-limit.',
  },
  EHA1561: {
    kind: 'user',
    title: 'Nodes could not join with this activation',
    likelyCause:
      'Cluster, role or networks are not what hybrid nodes need, or the job has no right to name the role.',
    remedy: 'Correct what the message names; nothing was made.',
  },
  EHA1562: {
    kind: 'service',
    title: 'Systems Manager made no activation',
    likelyCause: 'Systems Manager refused, was throttling or could not be reached for minutes.',
    remedy:
      'Run the job again. A role that was just made is refused for some minutes; propagation-timeout says how long to wait.',
  },
  EHA1563: {
    kind: 'service',
    title: 'It is not known whether an activation was made',
    likelyCause:
      'The call got no answer, and the list of activations that would tell could not be read to its end.',
    remedy:
      'Run mode sweep when Systems Manager answers again: it finds an activation of this run by its tag. Nobody has its code.',
  },
  EHA1564: {
    kind: 'user',
    title: 'The job may not make activations',
    likelyCause:
      'The role of the job lacks ssm:CreateActivation, ssm:AddTagsToResource or iam:PassRole on the hybrid nodes role.',
    remedy:
      "Give the role the permissions in the action's README, or log in as another one before this step.",
  },
  EHA1565: {
    kind: 'service',
    title: 'The activation could not be handed to the nodes',
    likelyCause:
      'The vault cannot be reached from the runner, the job may not write the secret, or another owner has the name.',
    remedy:
      'Check the role assignment on the secret (Key Vault Secrets Officer) and the network rules of the vault. The activation is deleted after the job.',
  },
  EHA1566: {
    kind: 'service',
    title: 'An activation or its secret was left behind',
    likelyCause: 'A service could not be reached or refused when the job cleaned up after itself.',
    remedy:
      'Run the action with mode sweep, or delete what the message names by hand. An activation ends at its expiry at the latest.',
  },
  EHA1567: {
    kind: 'service',
    title: 'Leftover activations could not be listed',
    likelyCause:
      'The job lacks ssm:DescribeActivations or sts:GetCallerIdentity, or Systems Manager did not answer.',
    remedy: 'Check the credentials of the job and run it again. Nothing was removed.',
  },
});
