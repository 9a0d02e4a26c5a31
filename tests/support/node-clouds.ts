/**
 * The faces of the clouds that a job meets which makes nodes: Systems Manager, IAM, STS, EKS, Key Vault, Resource Manager,
 * Entra ID and the API server of the cluster, over a world that Terraform has furnished.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OPERATOR } from '#scripts/rehearse/environment-operator.js';
import { startEc2Server } from '#simulator/servers/aws/ec2/server.js';
import { startEksServer } from '#simulator/servers/aws/eks/server.js';
import { createIamService } from '#simulator/servers/aws/iam/service.js';
import { createSsmService, type Members } from '#simulator/servers/aws/ssm/service.js';
import { createStsService } from '#simulator/servers/aws/sts/service.js';
import { type ArmOptions, startArmServer } from '#simulator/servers/azure/arm/server.js';
import { createKeyVaultService } from '#simulator/servers/azure/key-vault/service.js';
import { startLoginServer } from '#simulator/servers/azure/login/server.js';
import { startKubernetesServer } from '#simulator/servers/kubernetes/server.js';
import { type RunningService, type Service, startService } from '#simulator/servers/loopback.js';
import { createCertificate } from '#simulator/servers/tls.js';
import { text } from '#simulator/world/attributes.js';
import { SIMULATED_ACCOUNTS, type World } from '#simulator/world/world.js';
import { putObject } from './cloud-init.ts';

const { accountId } = SIMULATED_ACCOUNTS;
const ISSUER = 'token.actions.githubusercontent.com';
const CLIENT_ID = '00000000-0000-4000-8000-000000000004';

export interface NodeClouds {
  /** For the machines on which jobs run. */
  readonly env: Readonly<Record<string, string>>;
  /** Application that the jobs act as in Azure. */
  readonly clientId: string;
  /** What CreateActivation was asked, in order. */
  readonly minted: readonly Members[];
  /** Codes that were given out, in order. */
  codes(): readonly string[];
  /** Names of the secrets in the vaults, deleted ones too. */
  secrets(): readonly string[];
  close(): Promise<void>;
}

/**
 * Starts everything for the cluster. Jobs of the environment `apply` may act as the role `platform-apply`, which may
 * administer the cluster, and plans as `platform-plan`. @param consoleOf serial consoles of the VMs that run
 */
export async function serveNodeClouds(
  world: World,
  cluster: string,
  consoleOf: NonNullable<ArmOptions['consoleOf']>,
): Promise<NodeClouds> {
  grant(world, cluster);
  const certificate = createCertificate();
  const minted: Members[] = [];
  const codes: string[] = [];
  const running: { close(): Promise<void> }[] = [];
  const keep = <T extends { close(): Promise<void> }>(part: T): T => {
    running.push(part);
    return part;
  };
  const serve = async (service: Service): Promise<RunningService> => keep(await startService(service));
  const ssm = createSsmService({
    world,
    onRequest: ({ operation, input }) => {
      if (operation === 'CreateActivation') minted.push(input);
    },
  });
  const login = keep(await startLoginServer(world, { certificate, federations: [{ clientId: CLIENT_ID }] }));
  const tokens = {
    verify: (token: string) => {
      const audience = login.audienceOf(token);
      return audience === undefined ? undefined : { principalId: OPERATOR, audience, expires: 0 };
    },
  };
  keep(await startKubernetesServer(world, { cluster, certificate, identities: [] }));
  const ca = mkdtempSync(join(tmpdir(), 'node-clouds-'));
  writeFileSync(join(ca, 'ca.pem'), certificate.ca);
  const listening: Service = async (request) => {
    const reply = await ssm(request);
    const code = /"ActivationCode":"([^"]+)"/.exec(reply === 'reset' ? '' : JSON.stringify(reply.body))?.[1];
    if (code !== undefined) codes.push(code);
    return reply;
  };
  const env = {
    AWS_ENDPOINT_URL_SSM: (await serve(listening)).url,
    AWS_ENDPOINT_URL_IAM: (await serve(createIamService({ world }))).url,
    AWS_ENDPOINT_URL_STS: (await serve(createStsService({ world }))).url,
    AWS_ENDPOINT_URL_EKS: keep(await startEksServer(world)).url,
    AWS_ENDPOINT_URL_EC2: keep(await startEc2Server(world)).url,
    AWS_EC2_METADATA_DISABLED: 'true',
    AZURE_AUTHORITY_HOST: login.url,
    AZURE_KEY_VAULT_ENDPOINT: (await serve(createKeyVaultService({ world, tokens }))).url,
    ARM_ENDPOINT: keep(await startArmServer(world, { certificate, isToken: login.isToken, consoleOf })).url,
    NODE_EXTRA_CA_CERTS: join(ca, 'ca.pem'),
  };
  return {
    env,
    clientId: CLIENT_ID,
    minted,
    codes: () => codes,
    secrets: () => world.objects.list('azure_key_vault_secret').map((secret) => text(secret, 'name')),
    close: async () => {
      await Promise.all(running.map((part) => part.close()));
      rmSync(ca, { recursive: true, force: true });
    },
  };
}

/** What the module github-oidc makes for the roles of plans and applies, and the access entry of the latter. */
function grant(world: World, cluster: string): void {
  const aws = (type: string, name: string, attributes: Parameters<typeof putObject>[4]) =>
    putObject(world, 'aws', type, name, attributes);
  for (const environment of ['plan', 'apply']) {
    const name = `platform-${environment}`;
    const policy = JSON.stringify({ Statement: [trustOf(environment)] });
    aws('aws_iam_role', name, { name, arn: arnOf(name), assume_role_policy: policy });
  }
  const pass = { Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' };
  aws('aws_iam_role_policy', APPLY, { role: APPLY, policy: JSON.stringify({ Statement: [pass] }) });
  const principal = { cluster_name: cluster, principal_arn: arnOf(APPLY) };
  aws('aws_eks_access_entry', APPLY, { ...principal, type: 'STANDARD', kubernetes_groups: [] });
  aws('aws_eks_access_policy_association', APPLY, {
    ...principal,
    policy_arn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
    access_scope: [{ type: 'cluster', namespaces: [] }],
  });
}

const APPLY = 'platform-apply';
const arnOf = (role: string): string => `arn:aws:iam::${accountId}:role/${role}`;

function trustOf(environment: string) {
  return {
    Effect: 'Allow',
    Action: 'sts:AssumeRoleWithWebIdentity',
    Principal: { Federated: `arn:aws:iam::${accountId}:oidc-provider/${ISSUER}` },
    Condition: {
      StringEquals: { [`${ISSUER}:aud`]: 'sts.amazonaws.com' },
      StringLike: { [`${ISSUER}:sub`]: `repo:*:environment:${environment}` },
    },
  };
}
