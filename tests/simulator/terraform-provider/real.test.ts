import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProviderClient } from '#simulator/terraform-provider/client.js';
import {
  compareProviders,
  findProviderBinary,
  startRealProvider,
  type ComparedCase,
} from '#simulator/terraform-provider/real.js';
import { conform } from '#simulator/terraform-provider/cty/conform.js';
import { isObject } from '#simulator/terraform-provider/cty/value.js';
import { NO_TABLES } from '#simulator/terraform-provider/engine/tables.js';
import type { ObjectValue, ProviderName } from '#simulator/terraform-provider/engine/types.js';
import { reattachAddress } from '#simulator/terraform-provider/reattach.js';
import { loadProvider, type LoadedProvider } from '#simulator/terraform-provider/schema/load.js';
import { startProviderServer, type ProviderServer } from '#simulator/terraform-provider/server.js';
import { World } from '#simulator/world/world.js';
import { proposedNew } from './core.ts';

const root = mkdtempSync(join(tmpdir(), 'real-'));
let world: World;
let server: ProviderServer;
beforeAll(async () => {
  world = World.open({ directory: join(root, 'world') });
  server = await startProviderServer({ world, tables: NO_TABLES });
});
afterAll(async () => {
  await server.close();
  await world.close();
  rmSync(root, { recursive: true });
});

function simulated(provider: LoadedProvider): ProviderClient {
  const target = reattachAddress(server.environment, provider.address);
  if (target === undefined) throw new Error('not served');
  return new ProviderClient(provider, target);
}

function caseOf(provider: LoadedProvider, type: string, given: ObjectValue): ComparedCase {
  const block = provider.schema.resources[type]?.block;
  if (block === undefined) throw new Error(`no ${type}`);
  const blocks = Object.entries(block.blocks).filter(([, { nesting }]) => nesting !== 'single');
  const config = conform({ ...Object.fromEntries(blocks.map(([name]) => [name, []])), ...given }, block.type);
  if (!isObject(config)) throw new Error('not an object');
  return { type, config, proposed: proposedNew(block, null, config) };
}

/** A program that behaves as a provider binary towards whoever starts it, in `body` with the server's options. */
function installBinary(mirror: string, provider: LoadedProvider, options: string): string {
  const architecture = process.arch === 'x64' ? 'amd64' : process.arch;
  const folder = join(
    mirror,
    ...provider.address.split('/'),
    provider.version,
    `${process.platform}_${architecture}`,
  );
  mkdirSync(folder, { recursive: true });
  const binary = join(
    folder,
    `terraform-provider-${provider.name}_v${provider.version}_x${provider.protocol}.mjs`,
  );
  const source = (path: string) =>
    JSON.stringify(pathToFileURL(join(import.meta.dirname, '..', '..', '..', 'simulator', path)).href);
  const text = `#!${process.execPath}
if (process.env.TF_PLUGIN_MAGIC_COOKIE?.length !== 64 || process.env.PLUGIN_PROTOCOL_VERSIONS !== '${provider.protocol}') process.exit(1);
if (process.env.AWS_PROFILE !== undefined) process.exit(3);
const { World } = await import(${source('world/world.ts')});
const { startProviderServer } = await import(${source('terraform-provider/server.ts')});
const { NO_TABLES } = await import(${source('terraform-provider/engine/tables.ts')});
const { reattachAddress } = await import(${source('terraform-provider/reattach.ts')});
const world = World.open({ directory: process.env.HOME + '/world' });
const server = await startProviderServer({ world, tables: NO_TABLES, ...(${options}) });
const { network, address } = reattachAddress(server.environment, '${provider.address}');
console.log(['1', '${provider.protocol}', network, address, 'grpc', ''].join('|'));
`;
  writeFileSync(binary, text);
  chmodSync(binary, 0o755);
  return binary;
}

describe('a comparison with a provider binary', () => {
  const provider = loadProvider('aws');
  const cases = [
    caseOf(provider, 'aws_vpc', { cidr_block: '10.0.0.0/16' }),
    caseOf(provider, 'aws_vpc', { cidr_block: '10.0.0.0/99' }),
    caseOf(provider, 'aws_sns_topic', { name: 'n' }),
  ];

  it('finds the binary of the right version in a mirror, and none elsewhere', () => {
    const mirror = join(root, 'mirror');
    const binary = installBinary(mirror, provider, '{}');
    expect(findProviderBinary(provider, { EHA_PROVIDER_MIRROR: mirror, HOME: root })).toBe(binary);
    expect(
      findProviderBinary({ ...provider, version: '0.0.1' }, { EHA_PROVIDER_MIRROR: mirror, HOME: root }),
    ).toBeUndefined();
    expect(findProviderBinary(provider, { HOME: root })).toBeUndefined();
  });

  it('agrees with its like, and reports each point on which the other differs', async () => {
    const rule = `config => config.cidr_block.endsWith('/99') ? [{ severity: 'error', summary: 'bad', detail: '', path: ['cidr_block'] }] : []`;
    const like = await startRealProvider(installBinary(join(root, 'like'), provider, '{}'), provider);
    const options = `{ strict: true, tables: { ...NO_TABLES, configRules: { aws_vpc: [${rule}] } } }`;
    const other = await startRealProvider(installBinary(join(root, 'other'), provider, options), provider);
    const ours = simulated(provider);
    expect(await compareProviders(ours, like.client, cases)).toEqual([]);
    const found = await compareProviders(ours, other.client, cases);
    expect(
      found.map(({ type, call, what, simulated: mine, real }) => [type, call, what, mine, real]),
    ).toEqual([
      ['aws_vpc', 'plan', 'enable_dns_support', 'true', 'null'],
      ['aws_vpc', 'plan', 'instance_tenancy', '"default"', 'null'],
      ['aws_vpc', 'validate', 'cidr_block', '(nothing)', 'bad'],
      ['aws_sns_topic', 'plan', 'content_based_deduplication', 'false', 'null'],
      ['aws_sns_topic', 'plan', 'fifo_topic', 'false', 'null'],
    ]);
    ours.close();
    await Promise.all([like.stop(), other.stop()]);
  });

  it('says what is wrong with a file that is no provider', async () => {
    const binary = join(root, 'not-a-provider');
    for (const [text, reason] of [
      ['#!/bin/sh\nexit 7\n', 'it ended with 7'],
      ['#!/bin/sh\necho hello\nexec sleep 5\n', 'unexpected handshake "hello"'],
    ] as const) {
      writeFileSync(binary, text, { mode: 0o755 });
      const refusal = expect.objectContaining({ code: 'SIM1106', message: expect.stringContaining(reason) });
      await expect(startRealProvider(binary, provider)).rejects.toEqual(refusal);
    }
  });
});

/** What the comparison runs on where real binaries are at hand: the smallest configurations of the foundation network. */
const REAL_CASES: Readonly<Record<ProviderName, readonly (readonly [string, ObjectValue])[]>> = {
  aws: [
    ['aws_vpc', { cidr_block: '10.0.0.0/16' }],
    ['aws_vpc', { cidr_block: '10.0.0.1/16' }],
    ['aws_subnet', { vpc_id: 'vpc-1', cidr_block: '10.0.0.0/20' }],
    ['aws_customer_gateway', { type: 'ipsec.1', bgp_asn: '65515', ip_address: '20.0.0.1' }],
    ['aws_vpn_connection', { type: 'ipsec.1', customer_gateway_id: 'cgw-1', transit_gateway_id: 'tgw-1' }],
    ['aws_ec2_transit_gateway', {}],
  ],
  azurerm: [
    ['azurerm_resource_group', { name: 'g', location: 'westeurope' }],
    [
      'azurerm_virtual_network',
      { name: 'v', location: 'westeurope', resource_group_name: 'g', address_space: ['10.0.0.0/16'] },
    ],
    [
      'azurerm_public_ip',
      { name: 'p', location: 'westeurope', resource_group_name: 'g', allocation_method: 'Static' },
    ],
    [
      'azurerm_public_ip',
      { name: 'p', location: 'westeurope', resource_group_name: 'g', allocation_method: 'Sometimes' },
    ],
  ],
  azapi: [],
  helm: [],
  kubernetes: [],
};

describe.each(['aws', 'azurerm'] as const)('the real provider %s', (name) => {
  const provider = loadProvider(name);
  const binary = findProviderBinary(provider, process.env);
  const title = 'validates and plans as the simulated one does';

  if (binary === undefined) {
    it.skip(`${title} (no binary of version ${provider.version} in EHA_PROVIDER_MIRROR or a plugin folder)`, () =>
      undefined);
    return;
  }
  it(title, async () => {
    const real = await startRealProvider(binary, provider);
    const full = await startProviderServer({ world });
    const target = reattachAddress(full.environment, provider.address);
    if (target === undefined) throw new Error('not served');
    const ours = new ProviderClient(provider, target);
    const cases = REAL_CASES[name].map(([type, given]) => caseOf(provider, type, given));
    const found = await compareProviders(ours, real.client, cases);
    process.stdout.write(
      found
        .map((one) => `${one.type} ${one.call} ${one.what}: simulated ${one.simulated}, real ${one.real}\n`)
        .join(''),
    );
    expect(found).toEqual([]);
    ours.close();
    await full.close();
    await real.stop();
  });
});
