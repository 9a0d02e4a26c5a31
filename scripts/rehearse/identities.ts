import type { World } from '#simulator/world/world.js';
import { SIMULATED_ACCOUNTS } from '#simulator/world/world.js';

/** Name of the environment in the rehearsal, and so of its EKS cluster. */
export const CLUSTER = 'acme';

/** Applications of the directory, one for each environment of the platform repository. */
export const APPLICATIONS = {
  plan: '00000000-0000-4000-8000-000000000003',
  apply: '00000000-0000-4000-8000-000000000004',
  destroy: '00000000-0000-4000-8000-000000000005',
} as const;

/** Object id of the application for applies, which writes activations; the stack foundation gives it the right to. */
export const OPERATOR = '00000000-0000-4000-8000-00000000000a';

/** Name of the IAM role for applies. */
export const APPLY_ROLE = 'platform-apply';

/** ARN of the IAM role of an environment of the platform repository. */
export function roleArn(environment: string): string {
  return `arn:aws:iam::${SIMULATED_ACCOUNTS.accountId}:role/platform-${environment}`;
}

/** Makes what a team makes once, before its first run: the role for applies, with a right that an activation needs. */
export function makeApplyRole(world: World): void {
  const put = (type: string, attributes: Readonly<Record<string, string>>) =>
    world.objects.put({
      key: `${type}/${APPLY_ROLE}`,
      provider: 'aws',
      type,
      region: 'eu-central-1',
      attributes: { ...attributes },
    });
  const pass = {
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: `${roleArn('').replace(/platform-$/, '')}*`,
  };
  put('aws_iam_role', { name: APPLY_ROLE, arn: roleArn('apply'), assume_role_policy: '{}' });
  put('aws_iam_role_policy', { role: APPLY_ROLE, policy: JSON.stringify({ Statement: [pass] }) });
}
