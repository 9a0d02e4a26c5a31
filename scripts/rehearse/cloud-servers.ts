import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCloudTrailServer } from '#simulator/servers/aws/cloudtrail/server.js';
import { startEc2Server } from '#simulator/servers/aws/ec2/server.js';
import { startEksServer } from '#simulator/servers/aws/eks/server.js';
import { createIamService } from '#simulator/servers/aws/iam/service.js';
import { startKmsKeyServer } from '#simulator/servers/aws/kms/keys.js';
import { createSsmService } from '#simulator/servers/aws/ssm/service.js';
import { createStsService } from '#simulator/servers/aws/sts/service.js';
import { startTaggingServer } from '#simulator/servers/aws/tagging/server.js';
import { startArmServer } from '#simulator/servers/azure/arm/server.js';
import { createKeyVaultService } from '#simulator/servers/azure/key-vault/service.js';
import { type LoginServer, startLoginServer } from '#simulator/servers/azure/login/server.js';
import { startKubernetesServer } from '#simulator/servers/kubernetes/server.js';
import { type Service, startService } from '#simulator/servers/loopback.js';
import { createCertificate } from '#simulator/servers/tls.js';
import { SIMULATED_ACCOUNTS, type World } from '#simulator/world/world.js';
import { APPLICATIONS, CLUSTER, OPERATOR } from './identities.ts';

/** The HTTP faces of both clouds over one world. */
export interface CloudServers {
  /** For the machine of a job: addresses of the services and the authority that their certificates are from. */
  readonly environment: Readonly<Record<string, string>>;
  /** From now on Azure shows the serial consoles of these machines. */
  readonly showConsoles: (consoleOf: (name: string) => string | undefined) => void;
  close(): Promise<void>;
}

interface Closable {
  close(): Promise<unknown>;
}

type Keep = <T extends Closable>(server: T) => T;

interface Consoles {
  of: (name: string) => string | undefined;
}

/** Starts what actions call in the clouds: what Terraform makes in the world is what they answer. */
export async function startCloudServers(world: World, directory: string): Promise<CloudServers> {
  const started: Closable[] = [];
  const consoles: Consoles = { of: () => undefined };
  const keep: Keep = (server) => {
    started.push(server);
    return server;
  };
  const close = async (): Promise<void> => {
    await Promise.all(started.map((server) => server.close()));
  };
  try {
    const environment = await startAll(world, directory, keep, consoles);
    const showConsoles: CloudServers['showConsoles'] = (consoleOf) => {
      consoles.of = consoleOf;
    };
    return { environment, showConsoles, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Starts each service, and gives the variables that lead to it. */
async function startAll(
  world: World,
  directory: string,
  keep: Keep,
  consoles: Consoles,
): Promise<CloudServers['environment']> {
  const certificate = createCertificate();
  const authority = join(directory, 'clouds.pem');
  writeFileSync(authority, certificate.ca);
  const serve = async (service: Service): Promise<string> => keep(await startService(service)).url;
  const federations = Object.values(APPLICATIONS).map((clientId) => ({ clientId }));
  const login = keep(await startLoginServer(world, { certificate, federations }));
  const consoleOf = (name: string) => consoles.of(name);
  const arm = keep(await startArmServer(world, { certificate, isToken: login.isToken, consoleOf }));
  keep(await startKubernetesServer(world, { cluster: CLUSTER, certificate }));
  return {
    AWS_ENDPOINT_URL_CLOUDTRAIL: keep(await startCloudTrailServer(world)).url,
    AWS_ENDPOINT_URL_EC2: keep(await startEc2Server(world)).url,
    AWS_ENDPOINT_URL_EKS: keep(await startEksServer(world)).url,
    AWS_ENDPOINT_URL_RESOURCE_GROUPS_TAGGING_API: keep(await startTaggingServer(world)).url,
    AWS_ENDPOINT_URL_KMS: keep(await startKmsKeyServer(world)).url,
    AWS_ENDPOINT_URL_IAM: await serve(createIamService({ world })),
    AWS_ENDPOINT_URL_SSM: await serve(createSsmService({ world })),
    AWS_ENDPOINT_URL_STS: await serve(createStsService({ world })),
    AWS_EC2_METADATA_DISABLED: 'true',
    AZURE_AUTHORITY_HOST: login.url,
    AZURE_SUBSCRIPTION_ID: SIMULATED_ACCOUNTS.subscriptionId,
    AZURE_KEY_VAULT_ENDPOINT: await serve(createKeyVaultService({ world, tokens: vaultTokens(login) })),
    ARM_ENDPOINT: arm.url,
    NODE_EXTRA_CA_CERTS: authority,
  };
}

/** Who comes with a token to Key Vault; only the application of applies is somebody whom a vault can know. */
function vaultTokens({ audienceOf, clientOf }: LoginServer) {
  return {
    verify: (token: string) => {
      const audience = audienceOf(token);
      if (audience === undefined) return undefined;
      const client = clientOf(token) ?? '';
      return { principalId: client === APPLICATIONS.apply ? OPERATOR : client, audience, expires: 0 };
    },
  };
}
