/** The HTTP faces of both clouds over one world, with the variables that lead clients to them. */
import type { World } from '../world/world.ts';
import { startCloudTrailServer } from './aws/cloudtrail/server.ts';
import { startCloudWatchServer } from './aws/cloudwatch/server.ts';
import { startDirectConnectServer } from './aws/directconnect/server.ts';
import { type Ec2Server, startEc2Server } from './aws/ec2/server.ts';
import { type EksServer, startEksServer } from './aws/eks/server.ts';
import type { JsonServer } from './aws/json-service.ts';
import { startKmsKeyServer } from './aws/kms/keys.ts';
import { createSsmService } from './aws/ssm/service.ts';
import { createStsService, type StsIdentity } from './aws/sts/service.ts';
import { startTaggingServer } from './aws/tagging/server.ts';
import type { OperationOptions } from './azure/arm/operations.ts';
import { type ArmOptions, type ArmServer, startArmServer } from './azure/arm/server.ts';
import { type LoginServer, startLoginServer } from './azure/login/server.ts';
import { startService } from './loopback.ts';
import type { ServerCertificate } from './tls.ts';

export interface CloudServerOptions extends OperationOptions {
  readonly certificate: ServerCertificate;
  /** Application of the federated credential. */
  readonly clientId: string;
  /** Entries of a page in EC2, the tagging API and ARM. */
  readonly pageSize?: number;
  /** Operations of AWS and actions of ARM that the roles lack. */
  readonly denied?: readonly string[];
  /** Keys that STS knows beside those of the sessions it gave out. */
  readonly identities?: readonly StsIdentity[];
  /** Serial consoles of running VMs, for boot diagnostics. */
  readonly consoleOf?: ArmOptions['consoleOf'];
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
  /** Endpoints; credentials, the job's identity and the certificate's authority are the caller's to add. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/**
 * Starts EC2, EKS, SSM, STS, KMS (keys), CloudTrail, CloudWatch, Direct Connect, the tagging API, Azure Resource Manager
 * and Entra ID.
 */
export async function startCloudServers(world: World, options: CloudServerOptions): Promise<CloudServers> {
  const aws = await startAwsServers(world, options);
  const azure = await startAzureServers(world, options);
  const { ec2, eks, tagging, trail, cloudwatch, directConnect } = aws;
  return {
    ...{ ec2, eks, tagging, trail, cloudwatch, directConnect },
    ...azure,
    env: {
      AWS_ENDPOINT_URL_CLOUDTRAIL: trail.url,
      AWS_ENDPOINT_URL_CLOUDWATCH: cloudwatch.url,
      AWS_ENDPOINT_URL_DIRECT_CONNECT: directConnect.url,
      AWS_ENDPOINT_URL_EC2: ec2.url,
      AWS_ENDPOINT_URL_EKS: eks.url,
      AWS_ENDPOINT_URL_KMS: aws.kms.url,
      AWS_ENDPOINT_URL_RESOURCE_GROUPS_TAGGING_API: tagging.url,
      AWS_ENDPOINT_URL_SSM: aws.ssm.url,
      AWS_ENDPOINT_URL_STS: aws.sts.url,
      AZURE_AUTHORITY_HOST: azure.login.url,
      ARM_ENDPOINT: azure.arm.url,
    },
    close: async () => {
      await Promise.all([...Object.values(aws), ...Object.values(azure)].map((server) => server.close()));
    },
  };
}

async function startAwsServers(world: World, options: CloudServerOptions) {
  const { pageSize, denied = [], identities = [] } = options;
  const role = { ...(pageSize === undefined ? {} : { pageSize }), denied };
  return {
    ec2: await startEc2Server(world, role),
    eks: await startEksServer(world, role),
    tagging: await startTaggingServer(world, role),
    trail: await startCloudTrailServer(world, role),
    kms: await startKmsKeyServer(world, role),
    ssm: await startService(createSsmService({ world, fail: (operation) => refusal(denied, operation) })),
    sts: await startService(createStsService({ world, identities })),
    cloudwatch: await startCloudWatchServer(world, role),
    directConnect: await startDirectConnectServer(world, role),
  };
}

async function startAzureServers(world: World, options: CloudServerOptions) {
  const { certificate, clientId, pageSize, operationPolls, retryAfter, consoleOf, denied = [] } = options;
  const login = await startLoginServer(world, { certificate, federations: [{ clientId }] });
  const arm = await startArmServer(world, {
    ...(pageSize !== undefined && { pageSize }),
    ...(operationPolls !== undefined && { operationPolls }),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(consoleOf !== undefined && { consoleOf }),
    denied,
    certificate,
    isToken: login.isToken,
  });
  return { login, arm };
}

function refusal(denied: readonly string[], operation: string) {
  return denied.includes(operation) ? { status: 400, type: 'AccessDeniedException' } : undefined;
}
