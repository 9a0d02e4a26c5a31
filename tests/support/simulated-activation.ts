/** The clouds as the action ssm-activation meets them: a cluster, its nodes' role, a vault, and who may do what. */
import { createIamService } from '#simulator/servers/aws/iam/service.js';
import { createSecretsManagerService } from '#simulator/servers/aws/secretsmanager/service.js';
import { createSsmService, type SsmFault } from '#simulator/servers/aws/ssm/service.js';
import { createStsService } from '#simulator/servers/aws/sts/service.js';
import { createKeyVaultService } from '#simulator/servers/azure/key-vault/service.js';
import {
  type RunningService,
  type Service,
  type ServiceRequest,
  startService,
} from '#simulator/servers/loopback.js';
import { listActivations } from '#simulator/world/activations.js';
import { text } from '#simulator/world/attributes.js';
import { findSecret } from '#simulator/world/vault-secrets.js';
import type { World } from '#simulator/world/world.js';
import { furnish, putObject, VAULT_ID } from './cloud-init.ts';
import { type SimulatedClouds, startSimulatedClouds } from './simulated-clouds.ts';

/** Object id of the identity that the job acts as in Azure. */
const DEPLOYER = '66666666-6666-4666-8666-666666666666';
export const VAULT = 'kv-prod';
export const SECRET = 'activation';
export const CLUSTER_ARN = 'arn:aws:eks:eu-central-1:123456789012:cluster/prod';

/** The session of the role `apply` that the job's keys are of. */
const CALLER = {
  accessKeyId: 'AKIDEXAMPLE',
  arn: 'arn:aws:sts::123456789012:assumed-role/apply/session',
} as const;

/** Called when a service gets a call, such as `ssm CreateActivation` or `vault PUT`, and when it has done its work. */
export type Hook = (call: string, when: 'before' | 'after') => void | Promise<void>;

export interface ActivationCloudOptions {
  readonly hook?: Hook;
  readonly ssmFault?: (operation: string) => SsmFault | undefined;
  /** Operations of IAM and Secrets Manager that the job lacks. */
  readonly denied?: readonly string[];
  /** Calls that still find the deletion of a secret under way. */
  readonly settlingCalls?: number;
  readonly isVaultBlocked?: boolean;
}

export interface ActivationClouds {
  readonly world: World;
  readonly clouds: SimulatedClouds;
  readonly env: Readonly<Record<string, string>>;
  /** Inputs with which an activation for two nodes is made. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Ids of the activations in the world. */
  activations(): readonly string[];
  /** The value of the secret; undefined when there is none or it is deleted. */
  secret(): string | undefined;
  close(): Promise<void>;
}

const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'ssm.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: {
        StringEquals: { 'aws:SourceAccount': '123456789012' },
        ArnEquals: { 'aws:SourceArn': 'arn:aws:ssm:eu-central-1:123456789012:*' },
      },
    },
  ],
});

const PASS = JSON.stringify({
  Statement: [{ Effect: 'Allow', Action: 'iam:PassRole', Resource: 'arn:aws:iam::123456789012:role/hybrid' }],
});

function furnishActivation(world: World): void {
  furnish(world);
  const aws = (type: string, name: string, attributes: Readonly<Record<string, string>>) =>
    putObject(world, 'aws', type, name, attributes);
  aws('aws_iam_role', 'one', { name: 'hybrid', assume_role_policy: TRUST });
  aws('aws_iam_role', 'apply', { name: 'apply', path: '/github/', assume_role_policy: '{}' });
  aws('aws_iam_role_policy', 'apply', { role: 'apply', policy: PASS });
  putObject(world, 'azurerm', 'azurerm_role_assignment', 'deployer', {
    scope: `${VAULT_ID}/secrets/${SECRET}`,
    role_definition_name: 'Key Vault Secrets Officer',
    principal_id: DEPLOYER,
  });
}

function nameOf(service: string, request: ServiceRequest): string {
  const target = request.headers['x-amz-target']?.split('.')[1];
  if (target !== undefined) return `${service} ${target}`;
  const action = new URLSearchParams(request.body).get('Action');
  return service === 'vault' ? `vault ${request.method}` : `${service} ${action ?? ''}`;
}

/** Starts everything; the caller closes it. */
export async function startActivationClouds(options: ActivationCloudOptions = {}): Promise<ActivationClouds> {
  const clouds = await startSimulatedClouds({ objects: [] });
  const { world, login } = clouds;
  furnishActivation(world);
  const running: RunningService[] = [];
  const serve = async (name: string, service: Service): Promise<string> => {
    const started = await startService(async (request) => {
      await options.hook?.(nameOf(name, request), 'before');
      const reply = await service(request);
      await options.hook?.(nameOf(name, request), 'after');
      return reply;
    });
    running.push(started);
    return started.url;
  };
  const verify = (token: string) => {
    const audience = login.audienceOf(token);
    return audience === undefined ? undefined : { principalId: DEPLOYER, audience, expires: 0 };
  };
  const { ssmFault: fail, denied = [], settlingCalls = 0, isVaultBlocked = false } = options;
  const vault = createKeyVaultService({
    world,
    tokens: { verify },
    settlingCalls,
    isBlocked: () => isVaultBlocked,
  });
  const env = {
    ...clouds.env,
    AWS_ENDPOINT_URL_SSM: await serve('ssm', createSsmService({ world, ...(fail && { fail }) })),
    AWS_ENDPOINT_URL_IAM: await serve('iam', createIamService({ world, denied })),
    AWS_ENDPOINT_URL_STS: await serve('sts', createStsService({ world, identities: [CALLER] })),
    AWS_ENDPOINT_URL_SECRETS_MANAGER: await serve('secrets', createSecretsManagerService({ world, denied })),
    AZURE_KEY_VAULT_ENDPOINT: await serve('vault', vault),
  };
  return {
    world,
    clouds,
    env,
    inputs: INPUTS,
    activations: () => listActivations(world, clouds.region).map((activation) => text(activation, 'id')),
    secret: () => {
      const found = findSecret(world, VAULT, SECRET);
      return found === undefined || text(found, 'deleted') !== '' ? undefined : text(found, 'value');
    },
    close: async () => {
      await Promise.all(running.map((service) => service.close()));
      await clouds.close();
    },
  };
}

const INPUTS = {
  'cluster-name': 'prod',
  'role-name': 'hybrid',
  'registration-limit': '2',
  'expires-in': '1h',
  'key-vault-uri': `https://${VAULT}.vault.azure.net/`,
  'secret-name': SECRET,
  'propagation-timeout': '5s',
};
