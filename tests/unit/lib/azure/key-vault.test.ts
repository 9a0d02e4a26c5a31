/** The door to Key Vault against the simulated service: recovery, purging, waiting, and what is never given out. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { AzureEnvironment } from '#lib/action/azure-environment.js';
import { createKeyVaultDoor, type KeyVaultDoor } from '#lib/azure/key-vault.js';
import { createKeyVaultService } from '#simulator/servers/azure/key-vault/service.js';
import { TokenIssuer } from '#simulator/servers/azure/tokens.js';
import { type RunningService, type ServiceReply, startService } from '#simulator/servers/loopback.js';
import { findSecret, setSecret } from '#simulator/world/vault-secrets.js';
import type { World } from '#simulator/world/world.js';
import { furnish, openWorld, putObject, VAULT_ID } from '#tests/support/cloud-init.js';
import { type FakeDeps, fakeDeps } from '#tests/support/fake-deps.js';

const OFFICER = 'officer';
const NAME = 'activation';
const SECRET = {
  value: '{"activationId":"i","activationCode":"code-of-twenty-letters"}',
  contentType: 'application/json',
  expiresAt: new Date('2026-11-22T13:00:00Z'),
  tags: { a: 'b' },
};

let world: World;
let service: RunningService;
let instead: (call: number) => ServiceReply | undefined;
let settlingCalls = 0;
let deps: FakeDeps;
let scopes: string[];

beforeEach(async () => {
  world = openWorld();
  furnish(world);
  putObject(world, 'azurerm', 'azurerm_role_assignment', 'two', {
    scope: `${VAULT_ID}/secrets/${NAME}`,
    role_definition_name: 'Key Vault Secrets Officer',
    principal_id: OFFICER,
  });
  instead = () => undefined;
  settlingCalls = 0;
  scopes = [];
  const tokens = new TokenIssuer(world.clock);
  const options = { world, tokens, settlingCalls: 2 };
  const vault = createKeyVaultService(options);
  const quick = createKeyVaultService({ world, tokens });
  let calls = 0;
  service = await startService((request) => {
    calls += 1;
    return instead(calls) ?? (settlingCalls > 0 ? vault(request) : quick(request));
  });
  // The Azure CLI, as a process that prints a token.
  deps = fakeDeps({
    runProcess: (argv) => {
      const scope = argv[argv.indexOf('--scope') + 1] ?? '';
      scopes.push(scope);
      const { token } = tokens.issue(OFFICER, scope.replace('/.default', ''));
      const stdout = JSON.stringify({ accessToken: token, expires_on: deps.clock.now() / 1000 + 3600 });
      return Promise.resolve({ exitCode: 0, stdout, stderr: '', interrupted: false, milliseconds: 1 });
    },
  });
});

afterEach(async () => {
  await service.close();
  await world.close();
});

function open(propagationMs = 0, uri = 'https://kv-prod.vault.azure.net/'): KeyVaultDoor {
  const environment: AzureEnvironment = {
    clientId: undefined,
    tenantId: undefined,
    authorityHost: 'https://login.microsoftonline.com',
    endpoint: 'https://management.azure.com',
    vaultEndpoint: service.url,
    idToken: undefined,
  };
  return createKeyVaultDoor({ uri, environment, subscriptionId: '', propagationMs }, deps);
}

const kept = () => findSecret(world, 'kv-prod', NAME)?.attributes;
const refusal = (status: number, code: string, headers = {}): ServiceReply => ({
  status,
  headers,
  body: { error: { code: 'E', message: 'no', innererror: { code } } },
});

describe('a secret', () => {
  test('is written with its end and tags, described without its value, and purged', async () => {
    const door = open();
    expect(await door.describe(NAME)).toEqual({ ok: true, value: null });
    expect(await door.set(NAME, SECRET)).toMatchObject({ ok: true, value: { tags: { a: 'b' } } });
    expect(kept()).toMatchObject({ value: SECRET.value, expires: SECRET.expiresAt.getTime() / 1000 });
    const described = await door.describe(NAME);
    expect(described).toMatchObject({ ok: true, value: { tags: { a: 'b' }, expiresAt: SECRET.expiresAt } });
    expect(JSON.stringify(described)).not.toContain('code-of-twenty-letters');
    expect(deps.masked).toContain('code-of-twenty-letters');
    expect(await door.remove(NAME)).toEqual({ ok: true, value: 'purged' });
    expect(kept()).toBeUndefined();
    expect(await door.remove(NAME)).toEqual({ ok: true, value: 'gone' });
    // One token for all calls, for the vault's own domain.
    expect(scopes).toEqual(['https://vault.azure.net/.default']);
  });

  test('of a protected vault is recovered while its deletion is still under way', async () => {
    settlingCalls = 2;
    world.objects.patch('azurerm_key_vault/one', { purge_protection_enabled: true });
    const door = open();
    await door.set(NAME, SECRET);
    expect(await door.remove(NAME)).toEqual({ ok: true, value: 'recoverable' });
    expect(await door.set(NAME, { ...SECRET, tags: { new: 'one' } })).toMatchObject({ ok: true });
    expect(kept()).toMatchObject({ deleted: '', tags: { new: 'one' } });
  });

  test('that is disabled, or may not be read, is a failure and not an absence', async () => {
    setSecret(world, { vault: 'kv-prod', name: NAME, value: 'x', enabled: false });
    expect(await open().describe(NAME)).toMatchObject({ ok: false });
    world.objects.delete('azurerm_role_assignment/two');
    const denied = await open().describe(NAME);
    expect(!denied.ok && denied.reason).toMatch(/was denied \(ForbiddenByRbac/);
  });
});

describe('a refusal', () => {
  test('for lack of rights is waited for as long as a role assignment may take', async () => {
    instead = (call) => (call <= 3 ? refusal(403, 'ForbiddenByRbac') : undefined);
    expect(await open(300_000).set(NAME, SECRET)).toMatchObject({ ok: true });
    instead = () => refusal(403, 'ForbiddenByRbac');
    expect(await open(60_000).set(NAME, SECRET)).toMatchObject({ ok: false });
  });

  test('by the firewall is final', async () => {
    let calls = 0;
    instead = () => {
      calls += 1;
      return refusal(403, 'ForbiddenByFirewall');
    };
    const answer = await open(300_000).set(NAME, SECRET);
    expect(!answer.ok && answer.reason).toContain('ForbiddenByFirewall');
    expect(calls).toBe(1);
  });

  test('by throttling is tried again when the vault says', async () => {
    instead = (call) => (call === 1 ? refusal(429, 'Throttled', { 'retry-after': '7' }) : undefined);
    expect(await open().set(NAME, SECRET)).toMatchObject({ ok: true });
    expect(deps.clock.sleeps).toEqual([7000]);
  });

  test('resets and errors of the service pass; a page of a proxy is told as such', async () => {
    instead = (call) => (call === 1 ? 'reset' : call === 2 ? { status: 503, body: '<html>' } : undefined);
    expect(await open().set(NAME, SECRET)).toMatchObject({ ok: true });
    instead = () => ({ status: 404, body: '<html>' });
    expect(await open().set(NAME, SECRET)).toMatchObject({ ok: false });
  });
});

test('in a sovereign cloud the token is for its own vaults', async () => {
  await open(0, 'https://kv-prod.vault.azure.cn/').describe(NAME);
  expect(scopes).toEqual(['https://vault.azure.cn/.default']);
});
