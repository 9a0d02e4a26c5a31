import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { diagnosticsOf, ProviderClient } from '#simulator/terraform-provider/client.js';
import { conform } from '#simulator/terraform-provider/cty/conform.js';
import { parseType } from '#simulator/terraform-provider/cty/types.js';
import { isObject, plain } from '#simulator/terraform-provider/cty/value.js';
import { NO_TABLES } from '#simulator/terraform-provider/engine/tables.js';
import {
  UNKNOWN,
  type ObjectValue,
  type ProviderName,
  type Value,
} from '#simulator/terraform-provider/engine/types.js';
import { reattachAddress } from '#simulator/terraform-provider/reattach.js';
import { loadProvider, type LoadedProvider } from '#simulator/terraform-provider/schema/load.js';
import { startProviderServer, type ProviderServer } from '#simulator/terraform-provider/server.js';
import { encodeValue } from '#simulator/terraform-provider/wire/msgpack.js';
import {
  fromDynamic,
  messageField,
  messageList,
  toDynamic,
} from '#simulator/terraform-provider/wire/values.js';
import { manualClock } from '#simulator/world/clock.js';
import { World } from '#simulator/world/world.js';
import { proposedNew } from './core.ts';

const root = mkdtempSync(join(tmpdir(), 'server-'));
const clock = manualClock(new Date('2026-01-01T00:00:00Z'));
let world: World;
let server: ProviderServer;
const clients: ProviderClient[] = [];

beforeAll(async () => {
  world = World.open({ directory: join(root, 'world'), clock });
  const tables = {
    ...NO_TABLES,
    applyRules: {
      aws_sns_topic: [
        ({ planned }: { readonly planned: ObjectValue }) =>
          planned['name'] === 'taken'
            ? [{ severity: 'error' as const, summary: 'name taken', detail: '', path: ['name'] }]
            : [],
      ],
    },
    dataSources: { aws_caller_identity: () => ({ state: { account_id: '123456789012' } }) },
    ephemeralResources: { aws_ssm_parameter: () => ({ state: { value: 'secret' } }) },
  };
  server = await startProviderServer({ world, tables });
});
afterAll(async () => {
  for (const client of clients) client.close();
  await server.close();
  await world.close();
  rmSync(root, { recursive: true });
});

/** A connection of its own, as Terraform opens one per provider instance. */
function connect(name: ProviderName): ProviderClient {
  const provider = loadProvider(name);
  const target = reattachAddress(server.environment, provider.address);
  if (target === undefined) throw new Error(`no ${name}`);
  const client = new ProviderClient(provider, target);
  clients.push(client);
  return client;
}

/** A configuration of a type, everything else null. */
function configOf(provider: LoadedProvider, type: string, given: Record<string, unknown>): ObjectValue {
  const block = provider.schema.resources[type]?.block;
  if (block === undefined) throw new Error(`no ${type}`);
  const blocks = Object.entries(block.blocks).filter(([, { nesting }]) => nesting !== 'single');
  const value = conform({ ...Object.fromEntries(blocks.map(([name]) => [name, []])), ...given }, block.type);
  if (!isObject(value)) throw new Error('not an object');
  return value;
}

async function create(client: ProviderClient, type: string, given: Record<string, unknown>) {
  const config = configOf(client.provider, type, given);
  const block = client.provider.schema.resources[type]?.block;
  if (block === undefined) throw new Error(`no ${type}`);
  const plan = await client.plan(type, { prior: null, proposed: proposedNew(block, null, config), config });
  const applied = await client.apply(type, { prior: null, planned: plan.planned, config });
  return { config, plan, applied, state: isObject(applied.state) ? applied.state : undefined };
}

describe('the server', () => {
  it('names its providers as Terraform wants them and does not end with it', () => {
    const entries = JSON.parse(server.environment['TF_REATTACH_PROVIDERS'] ?? '') as Record<
      string,
      Record<string, unknown>
    >;
    expect(Object.keys(entries)).toEqual([
      'registry.terraform.io/hashicorp/aws',
      'registry.terraform.io/hashicorp/azurerm',
      'registry.terraform.io/azure/azapi',
      'registry.terraform.io/hashicorp/helm',
      'registry.terraform.io/hashicorp/kubernetes',
    ]);
    for (const entry of Object.values(entries))
      expect(entry).toMatchObject({ Protocol: 'grpc', Pid: process.pid, Test: true });
    expect(readFileSync(server.environment['TF_CLI_CONFIG_FILE'] ?? '', 'utf8')).toBe('');
  });

  it('listens where only this user can connect, and cleans up', async () => {
    const other = World.open({ directory: join(root, 'other') });
    const short = await startProviderServer({ world: other, tables: NO_TABLES });
    const socket = reattachAddress(short.environment, 'registry.terraform.io/hashicorp/aws')?.address ?? '';
    expect(statSync(dirname(socket)).mode & 0o777).toBe(0o700);
    await short.close();
    await other.close();
    expect(readdirSync(dirname(dirname(socket)))).not.toContain(dirname(socket).split('/').at(-1));
  });

  it('keeps the configuration of connections apart', async () => {
    const [eu, us] = [connect('aws'), connect('aws')];
    const configOfProvider = (region: string) =>
      conform({ region, default_tags: [{ tags: { r: region } }] }, eu.provider.schema.provider.block.type);
    await eu.configure(configOfProvider('eu-west-1'));
    await us.configure(configOfProvider('us-west-2'));
    const [inEu, inUs] = [
      await create(eu, 'aws_sns_topic', { name: 'n' }),
      await create(us, 'aws_sns_topic', { name: 'n' }),
    ];
    expect(
      world.objects
        .list('aws_sns_topic')
        .map(({ region }) => region)
        .sort(),
    ).toEqual(['eu-west-1', 'us-west-2']);
    expect(inEu.state?.['tags_all']).toEqual({ r: 'eu-west-1' });
    expect(inUs.state?.['tags_all']).toEqual({ r: 'us-west-2' });
  });

  it.each([
    ['aws', { access_key: 'AKIAIOSFODNN7EXAMPLE' }, 'access_key'],
    ['azurerm', { client_secret: 'secret', features: [{}] }, 'client_secret'],
    ['azapi', { client_secret: 'secret' }, 'client_secret'],
  ] as const)('refuses real credentials in the configuration of %s', async (name, config, path) => {
    const client = connect(name);
    const type = client.provider.schema.provider.block.type;
    expect(await client.configure(conform(config, type))).toEqual([
      expect.objectContaining({ severity: 'error', path }),
    ]);
    expect(await client.configure(conform({ ...config, [path]: 'ASIASIMULATED01' }, type))).toEqual([]);
    expect(await client.configure(conform({ ...config, [path]: UNKNOWN }, type))).toEqual([]);
  });

  it('answers malformed requests with a status and lives on', async () => {
    const client = connect('aws');
    const garbage = { type_name: 'aws_vpc', config: { msgpack: Buffer.from('c1', 'hex') } };
    await expect(client.call('ValidateResourceTypeConfig', garbage)).rejects.toMatchObject({ status: 13 });
    await expect(
      client.call('ValidateResourceTypeConfig', { type_name: 'aws_nothing' }),
    ).rejects.toMatchObject({ status: 3 });
    expect(await client.validate('aws_vpc', configOf(client.provider, 'aws_vpc', {}))).toEqual([]);
  });
});

describe('what core leaves to the provider', () => {
  it('an attribute that only the provider sets, and a required one that is null, with their place', async () => {
    const client = connect('azurerm');
    const config = configOf(client.provider, 'azurerm_virtual_network_gateway', {
      name: 'n',
      location: 'l',
      resource_group_name: 'g',
      type: 'Vpn',
      sku: null,
      ip_configuration: [{ subnet_id: 's' }, { subnet_id: null }],
      bgp_settings: [{ peering_addresses: [{ default_addresses: ['10.0.0.1'] }] }],
    });
    const found = await client.validate('azurerm_virtual_network_gateway', config);
    expect(found.map(({ summary, path }) => `${path}: ${summary}`).sort()).toEqual([
      'bgp_settings[0].peering_addresses[0].default_addresses: Value for unconfigurable attribute',
      'ip_configuration[1].subnet_id: Missing required argument',
      'sku: Missing required argument',
    ]);
  });
});

describe('objects', () => {
  it('tells twins apart by a number, whatever else is the same', async () => {
    const client = connect('aws');
    const twins = [
      await create(client, 'aws_eip', { domain: 'vpc' }),
      await create(client, 'aws_eip', { domain: 'vpc' }),
    ];
    expect(new Set(twins.map(({ state }) => state?.['id'])).size).toBe(2);
    const keys = world.objects.list('aws_eip').map(({ key }) => key);
    expect(keys[1]).toBe(`${keys[0] ?? ''}-2`);
  });

  it('refuses a second azurerm object of one id, in the words of the provider', async () => {
    const tables = {
      ...NO_TABLES,
      fillRules: { azurerm_resource_group: () => ({ id: '/subscriptions/S/resourceGroups/g' }) },
    };
    const other = World.open({ directory: join(root, 'azure') });
    const azure = await startProviderServer({ world: other, tables });
    const provider = loadProvider('azurerm');
    const client = new ProviderClient(
      provider,
      reattachAddress(azure.environment, provider.address) ?? { network: 'unix', address: '' },
    );
    const group = { name: 'g', location: 'westeurope' };
    await create(client, 'azurerm_resource_group', group);
    const second = await create(client, 'azurerm_resource_group', group);
    expect(second.state).toBeUndefined();
    expect(second.applied.diagnostics[0]?.summary).toContain(
      'a resource with the ID "/subscriptions/S/resourceGroups/g" already exists - to be managed via Terraform this resource needs to be imported into the State.',
    );
    expect(other.objects.list()).toHaveLength(1);
    client.close();
    await azure.close();
    await other.close();
  });

  it('creates nothing that a rule of the cloud refuses', async () => {
    const before = world.objects.list().length;
    const { applied } = await create(connect('aws'), 'aws_sns_topic', { name: 'taken' });
    expect(applied).toMatchObject({ state: null, diagnostics: [{ summary: 'name taken', path: 'name' }] });
    expect(world.objects.list()).toHaveLength(before);
  });

  it('does not update what has gone', async () => {
    const client = connect('aws');
    const { config, state, applied } = await create(client, 'aws_sns_topic', { name: 'gone' });
    for (const object of world.objects.list('aws_sns_topic')) world.objects.delete(object.key);
    const planned = { ...state, display_name: 'x' };
    const failed = await client.apply('aws_sns_topic', {
      prior: state ?? null,
      planned,
      config,
      private: applied.private,
    });
    expect(failed.diagnostics[0]?.summary).toContain('not found');
    expect(failed.state).toEqual(state);
    expect((await client.read('aws_sns_topic', state ?? null, applied.private)).state).toBeNull();
  });

  it('keeps write-only values out of state and world', async () => {
    const client = connect('aws');
    const parameter = { name: '/p', type: 'SecureString', value_wo: 'do-not-store', value_wo_version: 1 };
    const { state } = await create(client, 'aws_ssm_parameter', parameter);
    expect(state?.['value_wo']).toBeNull();
    await world.objects.flush();
    expect(readFileSync(join(world.directory, 'objects.json'), 'utf8')).not.toContain('do-not-store');
  });

  it('lets other parts of the world keep attributes of their own', async () => {
    const client = connect('aws');
    const { config, state, applied } = await create(client, 'aws_sns_topic', { name: 'annotated' });
    const object = world.objects.find(({ attributes }) => attributes['name'] === 'annotated');
    world.objects.patch(object?.key ?? '', { simulated_subscribers: 3 });
    await client.apply('aws_sns_topic', {
      prior: state ?? null,
      planned: { ...state, display_name: 'x' },
      config,
      private: applied.private,
    });
    expect(world.objects.get(object?.key ?? '')?.attributes).toMatchObject({
      simulated_subscribers: 3,
      display_name: 'x',
    });
  });

  it('upgrades a state of an older schema: drops what is gone, keeps integers exact', async () => {
    const client = connect('aws');
    const type = client.provider.schema.resources['aws_customer_gateway']?.block.type ?? parseType('dynamic');
    const json = '{"id":"cgw-1","bgp_asn":"65000","gone":{"a":1},"tags":{"n":9007199254740993}}';
    const answer = await client.call('UpgradeResourceState', {
      type_name: 'aws_customer_gateway',
      version: 0,
      raw_state: { json: Buffer.from(json) },
    });
    expect(fromDynamic(answer['upgraded_state'], type)).toMatchObject({
      id: 'cgw-1',
      bgp_asn: '65000',
      tags: { n: '9007199254740993' },
    });
    const old = await client.call('UpgradeResourceState', {
      type_name: 'aws_vpc',
      raw_state: { flatmap: new Map([['id', 'x']]) },
    });
    expect(diagnosticsOf(old)).toEqual([expect.objectContaining({ summary: 'State too old' })]);
  });
});

describe('azapi', () => {
  const body = { properties: { level: 'CanNotDelete', numbers: [1, 2] } };

  it('has a body of any type, and an output that a change of the body makes unknown', async () => {
    const client = connect('azapi');
    const block = client.provider.schema.resources['azapi_resource']?.block;
    if (block === undefined) throw new Error('no azapi_resource');
    const { state, applied, plan } = await create(client, 'azapi_resource', {
      type: 'Microsoft.Authorization/locks@2020-05-01',
      name: 'l',
      parent_id: '/p',
      body,
    });
    expect(plan.legacy).toBe(false);
    expect(plain(state?.['body'] ?? null)).toEqual(body);
    if (state === undefined) throw new Error('not created');
    const planFor = (changed: unknown) => {
      const config = configOf(client.provider, 'azapi_resource', {
        type: state['type'],
        name: 'l',
        parent_id: '/p',
        body: changed,
      });
      return client.plan('azapi_resource', {
        prior: state,
        proposed: proposedNew(block, state, config),
        config,
        private: applied.private,
      });
    };
    const same = await planFor(body);
    expect(plain(same.planned)).toEqual(plain(state));
    const changed = await planFor({ properties: { level: 'ReadOnly' } });
    expect(isObject(changed.planned) ? changed.planned['output'] : null).toBe(UNKNOWN);
    expect(changed.requiresReplace).toEqual([]);
  });
});

describe('data sources, ephemeral resources and functions', () => {
  const read = async (type: string, given: Record<string, unknown>) => {
    const client = connect('aws');
    const schema = client.provider.schema.dataSources[type]?.block.type ?? parseType('dynamic');
    const answer = await client.call('ReadDataSource', {
      type_name: type,
      config: toDynamic(conform(given, schema), schema),
    });
    return { state: plain(fromDynamic(answer['state'], schema)), errors: diagnosticsOf(answer) };
  };

  it('asks the rule of the type', async () => {
    expect((await read('aws_caller_identity', {})).state).toMatchObject({
      account_id: '123456789012',
      arn: null,
    });
  });

  it('without a rule finds the one object that has the given arguments, else says so', async () => {
    const put = (key: string, attributes: ObjectValue) =>
      world.objects.put({ key, provider: 'aws', type: 'aws_vpc', region: 'eu-central-1', attributes });
    put('v1', { id: 'vpc-1', cidr_block: '10.0.0.0/16', default: false });
    put('v2', { id: 'vpc-2', cidr_block: '10.1.0.0/16', default: false });
    world.objects.put({
      key: 'v3',
      provider: 'aws',
      type: 'aws_vpc',
      region: 'us-east-1',
      attributes: { id: 'vpc-3' },
    });
    expect((await read('aws_vpc', { id: 'vpc-2' })).state).toMatchObject({
      id: 'vpc-2',
      cidr_block: '10.1.0.0/16',
    });
    expect((await read('aws_vpc', { id: 'vpc-3' })).errors[0]?.summary).toBe('no matching aws_vpc found');
    expect((await read('aws_vpc', { default: false })).errors[0]?.summary).toContain(
      'multiple aws_vpc matched',
    );
  });

  it('opens what it has a rule for', async () => {
    const client = connect('aws');
    const open = async (type: string, given: Record<string, unknown>) => {
      const schema = client.provider.schema.ephemeralResources[type]?.block.type ?? parseType('dynamic');
      const answer = await client.call('OpenEphemeralResource', {
        type_name: type,
        config: toDynamic(conform(given, schema), schema),
      });
      return { result: fromDynamic(answer['result'], schema), errors: diagnosticsOf(answer) };
    };
    expect((await open('aws_ssm_parameter', { arn: 'arn:aws:ssm:r:1:parameter/p' })).result).toMatchObject({
      value: 'secret',
    });
    expect((await open('aws_kms_secrets', {})).errors[0]?.summary).toContain('not simulated');
    expect(await client.call('CloseEphemeralResource', { type_name: 'aws_ssm_parameter' })).toEqual({});
  });

  const call = async (name: ProviderName, fn: string, ...args: readonly Value[]) => {
    const client = connect(name);
    const signature = client.provider.schema.functions[fn];
    const types = signature?.parameters.map(({ type }) => type) ?? [];
    const encoded = args.map((value, index) => ({
      msgpack: encodeValue(value, types[index] ?? parseType('string')),
    }));
    const answer = await client.call('CallFunction', { name: fn, arguments: encoded });
    const error = messageField(answer['error']);
    return answer['error'] === undefined
      ? fromDynamic(answer['result'], signature?.returns ?? parseType('string'))
      : error;
  };

  it.each([
    ['aws', 'arn_build', ['aws', 'iam', '', '1', 'role/r'], 'arn:aws:iam::1:role/r'],
    ['aws', 'trim_iam_role_path', ['arn:aws:iam::1:role/a/b/r'], 'arn:aws:iam::1:role/r'],
    [
      'azapi',
      'build_resource_id',
      ['/subscriptions/s/resourceGroups/g', 'Microsoft.Network/virtualNetworks', 'v'],
      '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v',
    ],
    [
      'azapi',
      'build_resource_id',
      ['/a/v', 'Microsoft.Network/virtualNetworks/subnets', 's'],
      '/a/v/subnets/s',
    ],
    [
      'azapi',
      'build_resource_id',
      ['/subscriptions/s', 'Microsoft.Resources/resourceGroups', 'g'],
      '/subscriptions/s/resourceGroups/g',
    ],
    [
      'azapi',
      'resource_group_resource_id',
      ['s', 'g', 'Microsoft.Network/virtualNetworks/subnets', ['v', 'n']],
      '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/n',
    ],
    [
      'azapi',
      'tenant_resource_id',
      ['Microsoft.Management/managementGroups', ['m']],
      '/providers/Microsoft.Management/managementGroups/m',
    ],
  ] as const)('%s::%s', async (name, fn, args, expected) => {
    expect(await call(name, fn, ...args)).toBe(expected);
  });

  it('parses an ARN, and names the argument that is none', async () => {
    expect(await call('aws', 'arn_parse', 'arn:aws:sns:r:1:a:b')).toEqual({
      partition: 'aws',
      service: 'sns',
      region: 'r',
      account_id: '1',
      resource: 'a:b',
    });
    expect(await call('aws', 'arn_parse', 'nonsense')).toMatchObject({ function_argument: 0 });
  });
});

describe('faults and the journal', () => {
  it('slows every call down by two seconds of world time', async () => {
    world.faults.enable('provider-slow');
    const before = clock.now().getTime();
    const client = connect('aws');
    await client.validate('aws_vpc', configOf(client.provider, 'aws_vpc', {}));
    expect(clock.now().getTime() - before).toBe(2000);
    world.faults.disable('provider-slow');
  });

  it('writes down who asked for what', async () => {
    world.journal.clear();
    const client = connect('aws');
    const { state, applied, config } = await create(client, 'aws_sns_topic', { name: 'noted' });
    await client.apply('aws_sns_topic', {
      prior: state ?? null,
      planned: null,
      config,
      private: applied.private,
    });
    const key = world.journal.entries({ operation: 'ApplyResourceChange' })[0]?.key;
    expect(key).toMatch(/^aws_sns_topic\/[0-9a-f]{16}$/);
    expect(
      world.journal
        .entries({ type: 'aws_sns_topic' })
        .map(({ operation, action }) => `${operation} ${action ?? ''}`),
    ).toEqual(['PlanResourceChange create', 'ApplyResourceChange create', 'ApplyResourceChange delete']);
  });

  it('answers schema questions with the same bytes each time', async () => {
    const client = connect('azapi');
    const [first, second] = [await client.call('GetSchema', {}), await client.call('GetSchema', {})];
    expect(first).toEqual(second);
    expect(messageList(first['diagnostics'])).toEqual([]);
  });
});

describe('the program', () => {
  const bootstrap = join(import.meta.dirname, '..', '..', '..', 'scripts', 'bootstrap.mjs');
  const program = 'simulator/terraform-provider/main.ts';

  it('prints the variables, serves, and ends on SIGTERM', async () => {
    const child = spawn(process.execPath, [bootstrap, program, '--world', join(root, 'by-hand'), '--json'], {
      env: { PATH: process.env['PATH'] ?? '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = new Promise<number | null>((resolve) => child.on('exit', resolve));
    const line = await new Promise<string>((resolve) =>
      createInterface({ input: child.stdout }).once('line', resolve),
    );
    const environment = JSON.parse(line) as Record<string, string>;
    const provider = loadProvider('aws');
    const client = new ProviderClient(
      provider,
      reattachAddress(environment, provider.address) ?? { network: 'unix', address: '' },
    );
    expect(await client.validate('aws_vpc', configOf(provider, 'aws_vpc', {}))).toEqual(expect.any(Array));
    client.close();
    child.kill('SIGTERM');
    await exited;
    expect(readdirSync(join(root, 'by-hand'))).not.toContain('world.lock');
  });

  it.each([
    [['--world', join(root, 'unused')], { AWS_PROFILE: 'real' }, 'SIM1101'],
    [[], {}, 'SIM1105'],
  ])('refuses %j beside %j', async (args, environment, code) => {
    const child = spawn(process.execPath, [bootstrap, program, ...args], {
      env: { PATH: process.env['PATH'] ?? '', ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(2);
    expect(errors).toContain(code);
  });
});
