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
import { startArmServer } from '#simulator/servers/azure/arm/server.js';
import { createKeyVaultService } from '#simulator/servers/azure/key-vault/service.js';
import { startLoginServer } from '#simulator/servers/azure/login/server.js';
import type { AwsIdentity } from '#simulator/servers/kubernetes/identity.js';
import { startKubernetesServer } from '#simulator/servers/kubernetes/server.js';
import { type RunningService, type Service, startService } from '#simulator/servers/loopback.js';
import { createCertificate } from '#simulator/servers/tls.js';
import { text } from '#simulator/world/attributes.js';
import { SIMULATED_ACCOUNTS, type World } from '#simulator/world/world.js';
import { putObject } from './cloud-init.ts';

const { accountId } = SIMULATED_ACCOUNTS;
const ROLE = `arn:aws:iam::${accountId}:role/platform-apply`;
const SESSION = `arn:aws:sts::${accountId}:assumed-role/platform-apply/session`;
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

/** Starts everything for the cluster; jobs act as the role `platform-apply`, which may administer it. */
export async function serveNodeClouds(world: World, cluster: string): Promise<NodeClouds> {
  grant(world, cluster);
  const certificate = createCertificate();
  const minted: Members[] = [];
  const codes: string[] = [];
  // Every job has keys of its own; whoever signs a call of Systems Manager is a session of the role.
  const identities: AwsIdentity[] = [];
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
  keep(await startKubernetesServer(world, { cluster, certificate, identities }));
  const ca = mkdtempSync(join(tmpdir(), 'node-clouds-'));
  writeFileSync(join(ca, 'ca.pem'), certificate.ca);
  const learning: Service = async (request) => {
    const accessKeyId = /Credential=([^/,]+)\//.exec(request.headers['authorization'] ?? '')?.[1];
    if (accessKeyId !== undefined) identities.push({ accessKeyId, arn: SESSION });
    const reply = await ssm(request);
    const code = /"ActivationCode":"([^"]+)"/.exec(reply === 'reset' ? '' : JSON.stringify(reply.body))?.[1];
    if (code !== undefined) codes.push(code);
    return reply;
  };
  const env = {
    AWS_ENDPOINT_URL_SSM: (await serve(learning)).url,
    AWS_ENDPOINT_URL_IAM: (await serve(createIamService({ world }))).url,
    AWS_ENDPOINT_URL_STS: (await serve(sts)).url,
    AWS_ENDPOINT_URL_EKS: keep(await startEksServer(world)).url,
    AWS_ENDPOINT_URL_EC2: keep(await startEc2Server(world)).url,
    AWS_EC2_METADATA_DISABLED: 'true',
    AZURE_AUTHORITY_HOST: login.url,
    AZURE_KEY_VAULT_ENDPOINT: (await serve(createKeyVaultService({ world, tokens }))).url,
    ARM_ENDPOINT: keep(await startArmServer(world, { certificate, isToken: login.isToken })).url,
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

/** What the module github-oidc makes for the role of applies. */
function grant(world: World, cluster: string): void {
  const aws = (type: string, attributes: Parameters<typeof putObject>[4]) =>
    putObject(world, 'aws', type, 'platform-apply', attributes);
  const pass = { Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' };
  aws('aws_iam_role', { name: 'platform-apply', arn: ROLE, assume_role_policy: '{}' });
  aws('aws_iam_role_policy', { role: 'platform-apply', policy: JSON.stringify({ Statement: [pass] }) });
  const principal = { cluster_name: cluster, principal_arn: ROLE };
  aws('aws_eks_access_entry', { ...principal, type: 'STANDARD', kubernetes_groups: [] });
  aws('aws_eks_access_policy_association', {
    ...principal,
    policy_arn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
    access_scope: [{ type: 'cluster', namespaces: [] }],
  });
}

/** GetCallerIdentity of a session of the role. */
const sts: Service = () => ({
  status: 200,
  headers: { 'content-type': 'text/xml' },
  body: `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>${SESSION}</Arn><UserId>AROAEXAMPLE:session</UserId><Account>${accountId}</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></GetCallerIdentityResponse>`,
});
