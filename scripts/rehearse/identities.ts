import type { World } from '#simulator/world/world.js';
import { SIMULATED_ACCOUNTS } from '#simulator/world/world.js';

/** Name of the environment in the rehearsal, and so of its EKS cluster. */
export const CLUSTER = 'acme';

/** Applications of the directory, one for each environment of the platform repository that asks anything of Azure. */
export const APPLICATIONS = {
  plan: '00000000-0000-4000-8000-000000000003',
  apply: '00000000-0000-4000-8000-000000000004',
  destroy: '00000000-0000-4000-8000-000000000005',
  cleanup: '00000000-0000-4000-8000-000000000006',
} as const;

/** Environments with an IAM role; who proves that pods reach each other is nobody in Azure. */
const ROLES = [...Object.keys(APPLICATIONS), 'verify'];

/** Object id of the application for applies, which writes activations; the stack foundation gives it the right to. */
export const OPERATOR = '00000000-0000-4000-8000-00000000000a';

/** Name of the IAM role for applies. */
const APPLY_ROLE = 'platform-apply';

/** ARN of the IAM role of an environment of the platform repository. */
export function roleArn(environment: string): string {
  return `arn:aws:iam::${SIMULATED_ACCOUNTS.accountId}:role/platform-${environment}`;
}

const ISSUER = 'token.actions.githubusercontent.com';

/** Jobs of one environment of the platform repository, and nobody else. */
function trustOf(environment: string): object {
  return {
    Effect: 'Allow',
    Action: 'sts:AssumeRoleWithWebIdentity',
    Principal: { Federated: `arn:aws:iam::${SIMULATED_ACCOUNTS.accountId}:oidc-provider/${ISSUER}` },
    Condition: {
      StringEquals: { [`${ISSUER}:aud`]: 'sts.amazonaws.com' },
      StringLike: { [`${ISSUER}:sub`]: `repo:*:environment:${environment}` },
    },
  };
}

/** Makes what a team makes once, before its first run: a role for each environment; that of applies may hand on roles. */
export function makeRoles(world: World): void {
  const put = (type: string, key: string, attributes: Readonly<Record<string, string>>) =>
    world.objects.put({
      key: `${type}/${key}`,
      provider: 'aws',
      type,
      region: 'eu-central-1',
      attributes: { ...attributes },
    });
  for (const environment of ROLES) {
    const name = `platform-${environment}`;
    const policy = JSON.stringify({ Statement: [trustOf(environment)] });
    put('aws_iam_role', name, { name, arn: roleArn(environment), assume_role_policy: policy });
  }
  const pass = {
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: `${roleArn('').replace(/platform-$/, '')}*`,
  };
  const policy = JSON.stringify({ Statement: [pass] });
  put('aws_iam_role_policy', APPLY_ROLE, { role: APPLY_ROLE, policy });
}
