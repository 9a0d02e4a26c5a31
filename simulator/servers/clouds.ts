/** The HTTP faces of both clouds over one world, with the variables that lead clients to them. */
import type { World } from '../world/world.ts';
import { startCloudTrailServer } from './aws/cloudtrail/server.ts';
import { startCloudWatchServer } from './aws/cloudwatch/server.ts';
import { startDirectConnectServer } from './aws/directconnect/server.ts';
import { type Ec2Server, startEc2Server } from './aws/ec2/server.ts';
import { type EksServer, startEksServer } from './aws/eks/server.ts';
import type { JsonServer } from './aws/json-service.ts';
import { createIamService } from './aws/iam/service.ts';
import { startKmsKeyServer } from './aws/kms/keys.ts';
import { createSecretsManagerService } from './aws/secretsmanager/service.ts';
import { createSsmService } from './aws/ssm/service.ts';
import { createStsService, type StsIdentity } from './aws/sts/service.ts';
import { startTaggingServer } from './aws/tagging/server.ts';
import type { OperationOptions } from './azure/arm/operations.ts';
import { type ArmOptions, type ArmServer, startArmServer } from './azure/arm/server.ts';
import { createKeyVaultService } from './azure/key-vault/service.ts';
import { type LoginServer, startLoginServer } from './azure/login/server.ts';
import { type KubernetesServer, startKubernetesServer } from './kubernetes/server.ts';
import { type Service, startService } from './loopback.ts';
import type { ServerCertificate } from './tls.ts';

export interface CloudServerOptions extends OperationOptions {
  readonly certificate: ServerCertificate;
  /** Applications of the directory with a federated credential. */
  readonly clientIds: readonly string[];
  /** Object id of an application, by which rights on vaults are given; the application's own id when left out. */
  readonly principalOf?: (clientId: string) => string;
  /** Name of a cluster whose API server is started as well, at its endpoint in the world. */
  readonly cluster?: string;
  /** Entries of a page in EC2, the tagging API and ARM. */
  readonly pageSize?: number;
  /** Operations of AWS and actions of ARM that the roles lack. */
  readonly denied?: readonly string[];
  /** Keys that STS knows beside those of the sessions it gave out. */
  readonly identities?: readonly StsIdentity[];
  /** Serial consoles of running VMs, for boot diagnostics. */
  readonly consoleOf?: ArmOptions['consoleOf'];
  /** Put around Systems Manager, to see what is asked and answered. */
  readonly aroundSsm?: (ssm: Service) => Service;
}

export interface CloudServers {
  readonly ec2: Ec2Server;
  readonly eks: EksServer;
  readonly tagging: JsonServer;
  readonly trail: JsonServer;
  readonly cloudwatch: JsonServer;
  readonly directConnect: JsonServer;
  readonly arm: ArmServer;
  readonly login: LoginServer;
  /** Undefined unless a cluster was named. */
  readonly kubernetes: KubernetesServer | undefined;
  /** Endpoints; credentials, the job's identity and the certificate's authority are the caller's to add. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

interface Closable {
  close(): Promise<unknown>;
}

/** Remembers a server that has started, so that it can be ended. */
type Keep = <T extends Closable>(server: T) => T;

/**
 * Starts EC2, EKS, IAM, SSM, STS, KMS (keys), Secrets Manager, CloudTrail, CloudWatch, Direct Connect, the tagging API,
 * Azure Resource Manager, Key Vault and Entra ID, and a cluster's API server. Where one cannot start, the others are ended.
 */
export async function startCloudServers(world: World, options: CloudServerOptions): Promise<CloudServers> {
  const started: Closable[] = [];
  const keep: Keep = (server) => {
    started.push(server);
    return server;
  };
  const close = async (): Promise<void> => {
    await Promise.all(started.map((server) => server.close()));
  };
  try {
    return { ...(await startAll(world, options, keep)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startAll(world: World, options: CloudServerOptions, keep: Keep) {
  const aws = await startAwsServers(world, options, keep);
  const azure = await startAzureServers(world, options, keep);
  const { cluster, certificate } = options;
  const kubernetes =
    cluster === undefined ? undefined : keep(await startKubernetesServer(world, { cluster, certificate }));
  const { ec2, eks, tagging, trail, cloudwatch, directConnect } = aws;
  const { arm, login } = azure;
  return {
    ...{ ec2, eks, tagging, trail, cloudwatch, directConnect, arm, login, kubernetes },
    env: {
      AWS_ENDPOINT_URL_CLOUDTRAIL: trail.url,
      AWS_ENDPOINT_URL_CLOUDWATCH: cloudwatch.url,
      AWS_ENDPOINT_URL_DIRECT_CONNECT: directConnect.url,
      AWS_ENDPOINT_URL_EC2: ec2.url,
      AWS_ENDPOINT_URL_EKS: eks.url,
      AWS_ENDPOINT_URL_IAM: aws.iam.url,
      AWS_ENDPOINT_URL_KMS: aws.kms.url,
      AWS_ENDPOINT_URL_RESOURCE_GROUPS_TAGGING_API: tagging.url,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: aws.secrets.url,
      AWS_ENDPOINT_URL_SSM: aws.ssm.url,
      AWS_ENDPOINT_URL_STS: aws.sts.url,
      AZURE_AUTHORITY_HOST: login.url,
      AZURE_KEY_VAULT_ENDPOINT: azure.vault.url,
      ARM_ENDPOINT: arm.url,
    },
  };
}

async function startAwsServers(world: World, options: CloudServerOptions, keep: Keep) {
  const { pageSize, denied = [], identities = [], aroundSsm = (service) => service } = options;
  const role = { ...(pageSize === undefined ? {} : { pageSize }), denied };
  const ssm = createSsmService({ world, fail: (operation) => refusal(denied, operation) });
  return {
    ec2: keep(await startEc2Server(world, role)),
    eks: keep(await startEksServer(world, role)),
    tagging: keep(await startTaggingServer(world, role)),
    trail: keep(await startCloudTrailServer(world, role)),
    kms: keep(await startKmsKeyServer(world, role)),
    iam: keep(await startService(createIamService({ world, denied }))),
    secrets: keep(await startService(createSecretsManagerService({ world, denied }))),
    ssm: keep(await startService(aroundSsm(ssm))),
    sts: keep(await startService(createStsService({ world, identities }))),
    cloudwatch: keep(await startCloudWatchServer(world, role)),
    directConnect: keep(await startDirectConnectServer(world, role)),
  };
}

async function startAzureServers(world: World, options: CloudServerOptions, keep: Keep) {
  const { certificate, clientIds, principalOf = (client: string) => client, pageSize, denied = [] } = options;
  const { operationPolls, retryAfter, consoleOf } = options;
  const federations = clientIds.map((clientId) => ({ clientId }));
  const login = keep(await startLoginServer(world, { certificate, federations }));
  const arm = await startArmServer(world, {
    ...(pageSize !== undefined && { pageSize }),
    ...(operationPolls !== undefined && { operationPolls }),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(consoleOf !== undefined && { consoleOf }),
    denied,
    certificate,
    isToken: login.isToken,
  });
  const tokens = vaultTokens(login, principalOf);
  const vault = keep(await startService(createKeyVaultService({ world, tokens })));
  return { login, arm: keep(arm), vault };
}

/** Who comes with a token to Key Vault, by the object id that rights are given to. */
function vaultTokens({ audienceOf, clientOf }: LoginServer, principalOf: (clientId: string) => string) {
  return {
    verify: (token: string) => {
      const audience = audienceOf(token);
      if (audience === undefined) return undefined;
      return { principalId: principalOf(clientOf(token) ?? ''), audience, expires: 0 };
    },
  };
}

function refusal(denied: readonly string[], operation: string) {
  return denied.includes(operation) ? { status: 400, type: 'AccessDeniedException' } : undefined;
}
