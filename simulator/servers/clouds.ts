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
  const { certificate, clientId, pageSize, operationPolls, retryAfter, denied = [] } = options;
  const { identities = [], consoleOf } = options;
  const role = { ...(pageSize === undefined ? {} : { pageSize }), denied };
  const ec2 = await startEc2Server(world, role);
  const eks = await startEksServer(world, role);
  const tagging = await startTaggingServer(world, role);
  const trail = await startCloudTrailServer(world, role);
  const kms = await startKmsKeyServer(world, role);
  const ssm = await startService(
    createSsmService({ world, fail: (operation) => refusal(denied, operation) }),
  );
  const sts = await startService(createStsService({ world, identities }));
  const cloudwatch = await startCloudWatchServer(world, role);
  const directConnect = await startDirectConnectServer(world, role);
  const login = await startLoginServer(world, { certificate, federations: [{ clientId }] });
  const arm = await startArmServer(world, {
    ...role,
    ...(operationPolls !== undefined && { operationPolls }),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(consoleOf !== undefined && { consoleOf }),
    certificate,
    isToken: login.isToken,
  });
  return {
    ec2,
    eks,
    tagging,
    trail,
    cloudwatch,
    directConnect,
    arm,
    login,
    env: {
      AWS_ENDPOINT_URL_CLOUDTRAIL: trail.url,
      AWS_ENDPOINT_URL_CLOUDWATCH: cloudwatch.url,
      AWS_ENDPOINT_URL_DIRECT_CONNECT: directConnect.url,
      AWS_ENDPOINT_URL_EC2: ec2.url,
      AWS_ENDPOINT_URL_EKS: eks.url,
      AWS_ENDPOINT_URL_KMS: kms.url,
      AWS_ENDPOINT_URL_RESOURCE_GROUPS_TAGGING_API: tagging.url,
      AWS_ENDPOINT_URL_SSM: ssm.url,
      AWS_ENDPOINT_URL_STS: sts.url,
      AZURE_AUTHORITY_HOST: login.url,
      ARM_ENDPOINT: arm.url,
    },
    close: async () => {
      const servers = [ec2, eks, tagging, trail, kms, ssm, sts, cloudwatch, directConnect, login, arm];
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}

function refusal(denied: readonly string[], operation: string) {
  return denied.includes(operation) ? { status: 400, type: 'AccessDeniedException' } : undefined;
}
