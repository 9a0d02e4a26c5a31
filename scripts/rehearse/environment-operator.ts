import { createSsmService } from '#simulator/servers/aws/ssm/service.js';
import { createKeyVaultService } from '#simulator/servers/azure/key-vault/service.js';
import { TokenIssuer } from '#simulator/servers/azure/tokens.js';
import { startService } from '#simulator/servers/loopback.js';
import type { World } from '#simulator/world/world.js';
import { rehearsalErrors } from './errors.ts';

/** Object id of who writes activations in the simulated directory; the stack foundation gives it the right to. */
export const OPERATOR = '00000000-0000-4000-8000-00000000000a';

const VAULT_AUDIENCE = 'https://vault.azure.net';
const VAULT_VERSION = '7.4';

/** An activation lives as long as the nodes need to boot. */
const LIFETIME_SECONDS = 3600;

/** Where an activation belongs: names from the outputs of the stack foundation. */
export interface ActivationPlace {
  readonly region: string;
  /** Name of the nodes' IAM role. */
  readonly role: string;
  readonly clusterArn: string;
  readonly vault: string;
  readonly secret: string;
}

/** Who keeps the environment: calls AWS Systems Manager and Key Vault over HTTP, as their command lines do. */
export interface Operator {
  /** Mints an activation for that many nodes and puts it into the vault. Gives its id; the code goes no further. */
  mint(place: ActivationPlace, nodes: number): Promise<string>;
  /** Deletes activation and secret, as is done once nodes have joined; they stay registered. */
  revoke(place: ActivationPlace, activationId: string): Promise<void>;
  /** Deregisters what is still registered with Systems Manager; gives the names. */
  deregisterLeft(region: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Starts the two services beside the world. EHA1954 when one of them refuses a call. */
export async function startOperator(world: World): Promise<Operator> {
  const tokens = new TokenIssuer(world.clock);
  const ssm = await startService(createSsmService({ world }));
  const keyVault = await startService(createKeyVaultService({ world, tokens }));
  const callSsm = createSsmCaller(world, ssm.url);
  const callVault = createVaultCaller(tokens, keyVault.url);
  return {
    mint: async (place, nodes) => {
      const expires = Math.floor(world.clock.now().getTime() / 1000) + LIFETIME_SECONDS;
      const created = await callSsm(place.region, 'CreateActivation', {
        IamRole: place.role,
        RegistrationLimit: nodes,
        ExpirationDate: expires,
        Tags: [{ Key: 'EKSClusterARN', Value: place.clusterArn }],
      });
      const activationId = String(created['ActivationId']);
      await callVault('PUT', place.vault, `/secrets/${place.secret}`, {
        value: JSON.stringify({ activationId, activationCode: created['ActivationCode'] }),
        attributes: { exp: expires },
      });
      return activationId;
    },
    revoke: async ({ region, vault, secret }, activationId) => {
      await callSsm(region, 'DeleteActivation', { ActivationId: activationId });
      await callVault('DELETE', vault, `/secrets/${secret}`);
      await callVault('DELETE', vault, `/deletedsecrets/${secret}`);
    },
    deregisterLeft: async (region) => {
      const described = await callSsm(region, 'DescribeInstanceInformation', {});
      const list = (described['InstanceInformationList'] ?? []) as readonly { readonly InstanceId: string }[];
      const names = list.map(({ InstanceId }) => InstanceId);
      for (const InstanceId of names) await callSsm(region, 'DeregisterManagedInstance', { InstanceId });
      return names;
    },
    close: async () => {
      await ssm.close();
      await keyVault.close();
    },
  };
}

function createSsmCaller(world: World, url: string) {
  return async (region: string, operation: string, input: object): Promise<Answer> => {
    const date = world.clock.now().toISOString().slice(0, 10).replaceAll('-', '');
    return call(`Systems Manager ${operation}`, url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AmazonSSM.${operation}`,
        authorization: `AWS4-HMAC-SHA256 Credential=SIMULATED/${date}/${region}/ssm/aws4_request`,
      },
      body: JSON.stringify(input),
    });
  };
}

function createVaultCaller(tokens: TokenIssuer, url: string) {
  return async (method: string, vault: string, path: string, body?: object): Promise<Answer> =>
    call(`Key Vault ${method} ${path}`, `${url}/${vault}${path}?api-version=${VAULT_VERSION}`, {
      method,
      headers: { authorization: `Bearer ${tokens.issue(OPERATOR, VAULT_AUDIENCE).token}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
}

type Answer = Readonly<Record<string, unknown>>;

async function call(what: string, url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, init);
  const text = await response.text();
  if (!response.ok) throw rehearsalErrors.EHA1954(`${what} answered ${String(response.status)}: ${text}`);
  return text === '' ? {} : (JSON.parse(text) as Answer);
}
