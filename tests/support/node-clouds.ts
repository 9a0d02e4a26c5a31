/** What a job that makes nodes does to the clouds of a stage, seen from beside, and the rights that it needs for that. */
import { roleArn } from '#scripts/rehearse/identities.js';
import type { Members } from '#simulator/servers/aws/ssm/service.js';
import type { Service } from '#simulator/servers/loopback.js';
import { text } from '#simulator/world/attributes.js';
import type { World } from '#simulator/world/world.js';
import { putObject } from './cloud-init.ts';

export interface WatchedActivations {
  /** To be put around Systems Manager. */
  readonly around: (ssm: Service) => Service;
  /** What CreateActivation was asked, in order. */
  readonly minted: readonly Members[];
  /** Codes that were given out, in order. */
  readonly codes: readonly string[];
}

/** Watches which activations are asked for, and with which codes they are answered. */
export function watchActivations(): WatchedActivations {
  const minted: Members[] = [];
  const codes: string[] = [];
  const around: WatchedActivations['around'] = (ssm) => async (request) => {
    if (request.headers['x-amz-target'] === 'AmazonSSM.CreateActivation')
      minted.push(JSON.parse(request.body) as Members);
    const reply = await ssm(request);
    const code = /"ActivationCode":"([^"]+)"/.exec(reply === 'reset' ? '' : JSON.stringify(reply.body))?.[1];
    if (code !== undefined) codes.push(code);
    return reply;
  };
  return { around, minted, codes };
}

/** Names of the secrets in the vaults, deleted ones too. */
export function secretsOf(world: World): readonly string[] {
  return world.objects.list('azure_key_vault_secret').map((secret) => text(secret, 'name'));
}

/** The access entry that the foundation makes for the role for applies, which may administer the cluster. */
export function letApplyAdminister(world: World, cluster: string): void {
  const principal = { cluster_name: cluster, principal_arn: roleArn('apply') };
  const entry = { ...principal, type: 'STANDARD', kubernetes_groups: [] };
  putObject(world, 'aws', 'aws_eks_access_entry', 'apply', entry);
  putObject(world, 'aws', 'aws_eks_access_policy_association', 'apply', {
    ...principal,
    policy_arn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
    access_scope: [{ type: 'cluster', namespaces: [] }],
  });
}
