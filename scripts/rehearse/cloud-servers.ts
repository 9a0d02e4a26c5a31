import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCloudTrailServer } from '#simulator/servers/aws/cloudtrail/server.js';
import { startEc2Server } from '#simulator/servers/aws/ec2/server.js';
import { startEksServer } from '#simulator/servers/aws/eks/server.js';
import { startKmsKeyServer } from '#simulator/servers/aws/kms/keys.js';
import { createSsmService } from '#simulator/servers/aws/ssm/service.js';
import { startTaggingServer } from '#simulator/servers/aws/tagging/server.js';
import { startArmServer } from '#simulator/servers/azure/arm/server.js';
import { startLoginServer } from '#simulator/servers/azure/login/server.js';
import { startService } from '#simulator/servers/loopback.js';
import { createCertificate } from '#simulator/servers/tls.js';
import { SIMULATED_ACCOUNTS, type World } from '#simulator/world/world.js';

/** Applications of the directory, one for each environment of the platform repository. */
export const APPLICATIONS = {
  plan: '00000000-0000-4000-8000-000000000003',
  apply: '00000000-0000-4000-8000-000000000004',
  destroy: '00000000-0000-4000-8000-000000000005',
} as const;

/** The HTTP faces of both clouds over one world. */
export interface CloudServers {
  /** For the machine of a job: addresses of the services and the authority that their certificates are from. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Starts what actions call in the clouds: what Terraform makes in the world is what they answer. */
export async function startCloudServers(world: World, directory: string): Promise<CloudServers> {
  const started: Closable[] = [];
  const keep = <T extends Closable>(server: T): T => {
    started.push(server);
    return server;
  };
  const close = async (): Promise<void> => {
    await Promise.all(started.map((server) => server.close()));
  };
  try {
    return { environment: await startAll(world, directory, keep), close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Closable {
  close(): Promise<unknown>;
}

/** Starts each service, and gives the variables that lead to it. */
async function startAll(
  world: World,
  directory: string,
  keep: <T extends Closable>(server: T) => T,
): Promise<CloudServers['environment']> {
  const certificate = createCertificate();
  const ec2 = keep(await startEc2Server(world));
  const eks = keep(await startEksServer(world));
  const tagging = keep(await startTaggingServer(world));
  const trail = keep(await startCloudTrailServer(world));
  const kms = keep(await startKmsKeyServer(world));
  const ssm = keep(await startService(createSsmService({ world })));
  const federations = Object.values(APPLICATIONS).map((clientId) => ({ clientId }));
  const login = keep(await startLoginServer(world, { certificate, federations }));
  const arm = keep(await startArmServer(world, { certificate, isToken: login.isToken }));
  const authority = join(directory, 'clouds.pem');
  writeFileSync(authority, certificate.ca);
  return {
    AWS_ENDPOINT_URL_CLOUDTRAIL: trail.url,
    AWS_ENDPOINT_URL_EC2: ec2.url,
    AWS_ENDPOINT_URL_EKS: eks.url,
    AWS_ENDPOINT_URL_RESOURCE_GROUPS_TAGGING_API: tagging.url,
    AWS_ENDPOINT_URL_KMS: kms.url,
    AWS_ENDPOINT_URL_SSM: ssm.url,
    AWS_EC2_METADATA_DISABLED: 'true',
    AZURE_AUTHORITY_HOST: login.url,
    AZURE_SUBSCRIPTION_ID: SIMULATED_ACCOUNTS.subscriptionId,
    ARM_ENDPOINT: arm.url,
    NODE_EXTRA_CA_CERTS: authority,
  };
}
