import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readProviderJson, PROVIDERS } from '#simulator/terraform-provider/schema/load.js';
import { FUNCTIONS } from '#simulator/terraform-provider/engine/functions.js';
import { startProviderServer, type ProviderServer } from '#simulator/terraform-provider/server.js';
import type { WorldClock } from '#simulator/world/clock.js';
import { World } from '#simulator/world/world.js';
import { actionCounts, Terraform, type StateJson } from './terraform.ts';

/** Time stands still until a call is to be slow; then it waits to be interrupted. */
class HaltingClock implements WorldClock {
  #onHalt: (() => void) | undefined;
  readonly now = () => new Date('2026-01-01T00:00:00Z');

  /** Resolves when the next call waits. */
  halted(): Promise<void> {
    return new Promise((resolve) => {
      this.#onHalt = resolve;
    });
  }

  sleep(_milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (this.#onHalt === undefined) return Promise.resolve();
    this.#onHalt();
    return new Promise((_resolve, reject) => {
      const interrupted = () => reject(new Error('aborted'));
      if (signal?.aborted === true) interrupted();
      signal?.addEventListener('abort', interrupted, { once: true });
    });
  }
}

const root = mkdtempSync(join(tmpdir(), 'lifecycle-'));
const clock = new HaltingClock();
let world: World;
let server: ProviderServer;
let terraform: Terraform;

beforeAll(async () => {
  world = World.open({ directory: join(root, 'world'), clock });
  server = await startProviderServer({ world });
  terraform = new Terraform(join(root, 'stack'), server.environment);
});

afterAll(async () => {
  await server.close();
  await world.close();
  rmSync(root, { recursive: true });
});

const RESOURCES = 39;
const only = (type: string) => {
  const [object] = world.objects.list(type);
  if (object === undefined) throw new Error(`no ${type}`);
  return object;
};

/** Every managed instance of the state with its id, as `type id`. */
function idsInState(state: StateJson): readonly string[] {
  const managed = state.resources.filter((resource) => resource.mode === 'managed');
  return managed
    .flatMap(({ type, instances }) =>
      instances.map(({ attributes }) => `${type} ${textOf(attributes, 'id')}`),
    )
    .sort();
}

/** An attribute that must be text. */
function textOf(attributes: Readonly<Record<string, unknown>> | undefined, name: string): string {
  const value = attributes?.[name];
  if (typeof value !== 'string') throw new Error(`${name} is not a text`);
  return value;
}

const idsInWorld = () =>
  world.objects
    .list()
    .map(({ type, attributes }) => `${type} ${textOf(attributes, 'id')}`)
    .sort();

/** The steps build on each other, as the life of a stack does. */
describe('a two-cloud configuration under real Terraform', () => {
  let first: ReturnType<World['objects']['list']>;

  it('validates, plans, applies, refreshes, imports and destroys', async () => {
    const steps: [string, number][] = [];
    const step = async (name: string, work: Promise<{ readonly milliseconds: number }>) =>
      steps.push([name, (await work).milliseconds]);
    await step('validate', terraform.ok('validate'));
    await step('plan', terraform.ok('plan', '-out=plan'));
    await step('apply', terraform.ok('apply', 'plan'));
    first = world.objects.list();
    expect(first).toHaveLength(RESOURCES);
    await step('refresh', terraform.ok('apply', '-refresh-only', '-auto-approve'));
    const vnet = only('azurerm_virtual_network');
    await terraform.run('state', 'rm', 'azurerm_virtual_network.main');
    await step(
      'import',
      terraform.ok('import', 'azurerm_virtual_network.main', textOf(vnet.attributes, 'id')),
    );
    await step('destroy', terraform.ok('destroy', '-auto-approve'));
    expect(world.objects.list()).toEqual([]);
    const total = steps.reduce((sum, [, milliseconds]) => sum + milliseconds, 0);
    const list = steps
      .map(([name, milliseconds]) => `${name} ${(milliseconds / 1000).toFixed(2)} s`)
      .join(', ');
    process.stdout.write(`${RESOURCES} resources: ${(total / 1000).toFixed(2)} s in all (${list})\n`);
  });

  it('plans what is to be created and leaves computed values open', async () => {
    const plan = await terraform.plan();
    expect(actionCounts(plan.resource_changes)).toEqual({ create: RESOURCES });
    const vpc = plan.resource_changes?.find((change) => change.address === 'aws_vpc.main')?.change;
    expect(vpc?.after).toMatchObject({
      enable_dns_support: true,
      tags_all: { Name: 'main', owner: 'platform', project: 'rehearsal' },
    });
    expect(vpc?.after).not.toHaveProperty('id');
  });

  it('invents the same values in every run', async () => {
    await terraform.ok('apply', 'plan');
    expect(world.objects.list()).toEqual(first);
    await world.objects.flush();
    expect(readFileSync(join(world.directory, 'objects.json'), 'utf8')).toContain(
      textOf(only('aws_vpc').attributes, 'id'),
    );
  });

  it('has nothing to do afterwards', async () => {
    expect(await terraform.isSettled()).toBe(true);
    expect(idsInState(terraform.state())).toEqual(idsInWorld());
  });

  it('keeps the regions of provider aliases apart', async () => {
    const outputs = await terraform.json<Record<string, { value: unknown }>>('output', '-json');
    expect(outputs['topic_region']?.value).toBe('us-east-1');
    expect(only('aws_vpc').region).toBe('eu-central-1');
  });

  it('shows drift once: a changed tag, a removed block, a deleted object', async () => {
    world.objects.patch(only('aws_vpc').key, { tags: { Name: 'main', owner: 'somebody' } });
    world.objects.patch(only('azurerm_network_security_group').key, { security_rule: [] });
    world.objects.delete(only('aws_sns_topic').key);
    const drift = await terraform.plan('-refresh-only');
    expect(
      drift.resource_drift?.map((change) => `${change.address} ${change.change.actions.join()}`),
    ).toEqual([
      'aws_sns_topic.elsewhere delete',
      'aws_vpc.main update',
      'azurerm_network_security_group.nodes update',
    ]);
    const plan = await terraform.plan();
    expect(actionCounts(plan.resource_changes)).toEqual({ create: 1, update: 2 });
    await terraform.ok('apply', 'plan');
    expect(await terraform.isSettled()).toBe(true);
    expect(world.objects.list()).toEqual(first);
  });

  it('takes a change from outside over when asked to', async () => {
    world.objects.patch(only('azurerm_virtual_network').key, { tags: { owner: 'somebody' } });
    await terraform.ok('apply', '-refresh-only', '-auto-approve');
    expect(await terraform.isSettled('-refresh=false')).toBe(false);
    await terraform.ok('apply', '-auto-approve');
  });

  it('changes in place what can be changed', async () => {
    const plan = await terraform.plan('-var=owner=others');
    expect(actionCounts(plan.resource_changes)).toEqual({ update: 3 });
    await terraform.ok('apply', 'plan');
    expect(only('aws_vpc').attributes['tags_all']).toMatchObject({ owner: 'others', project: 'rehearsal' });
    const output = plan.resource_changes?.find((change) => change.address === 'azapi_resource.lock')?.change
      .after;
    expect(output).not.toHaveProperty('output');
    await terraform.ok('apply', '-auto-approve');
  });

  it('replaces what cannot, and what depends on it', async () => {
    const plan = await terraform.plan('-var=vpc_cidr=10.1.0.0/16');
    const replaced =
      plan.resource_changes?.filter((change) => change.change.actions.join() === 'delete,create') ?? [];
    const paths = Object.fromEntries(replaced.map(({ address, change }) => [address, change.replace_paths]));
    expect(paths).toEqual({
      'aws_vpc.main': [['cidr_block']],
      'aws_subnet.node["a"]': expect.arrayContaining([['cidr_block'], ['vpc_id']]),
      'aws_subnet.node["b"]': expect.arrayContaining([['cidr_block'], ['vpc_id']]),
      'aws_route_table.node': [['vpc_id']],
      'aws_security_group.cluster': [['vpc_id']],
      'aws_route_table_association.node["a"]': expect.arrayContaining([['subnet_id']]),
      'aws_route_table_association.node["b"]': expect.arrayContaining([['subnet_id']]),
      'aws_route.internet': [['route_table_id']],
      'aws_route.nodes': [['route_table_id']],
      'aws_ec2_transit_gateway_vpc_attachment.main': [['vpc_id']],
      'aws_ec2_transit_gateway_route_table_association.main': [['transit_gateway_attachment_id']],
    });
    await terraform.ok('apply', 'plan');
    expect(await terraform.isSettled('-var=vpc_cidr=10.1.0.0/16')).toBe(true);
  });

  it('imports by the id of the documentation, and refuses one that nothing has', async () => {
    const route = world.objects.find(
      (object) => object.type === 'aws_route' && object.attributes['gateway_id'] !== null,
    );
    const cases = [
      ['aws_vpc.main', textOf(only('aws_vpc').attributes, 'id')],
      ['aws_route.internet', `${textOf(route?.attributes, 'route_table_id')}_0.0.0.0/0`],
      ['azapi_resource.lock', `${textOf(only('azapi_resource').attributes, 'id')}?api-version=2020-05-01`],
    ] as const;
    for (const [address, id] of cases) {
      await terraform.run('state', 'rm', address);
      await terraform.ok('import', '-var=vpc_cidr=10.1.0.0/16', address, id);
    }
    expect(await terraform.isSettled('-var=vpc_cidr=10.1.0.0/16')).toBe(true);
    await terraform.run('state', 'rm', 'aws_vpc.main');
    const refused = await terraform.run(
      'import',
      '-no-color',
      '-var=vpc_cidr=10.1.0.0/16',
      'aws_vpc.main',
      'vpc-0',
    );
    expect(refused.output).toContain('Cannot import non-existent remote object');
    await terraform.ok(
      'import',
      '-var=vpc_cidr=10.1.0.0/16',
      'aws_vpc.main',
      textOf(only('aws_vpc').attributes, 'id'),
    );
  });

  it('stays consistent when it is interrupted, and can be finished', async () => {
    await terraform.plan();
    const halted = clock.halted();
    const { child, result } = terraform.start('apply', '-no-color', 'plan');
    // Some of the work is done before the clouds become slow.
    const unsubscribe = world.objects.onChange(() => world.faults.enable('provider-slow'));
    await halted;
    unsubscribe();
    child.kill('SIGINT');
    const interrupted = await result;
    world.faults.disable('provider-slow');
    expect(interrupted.code).toBe(1);
    expect(interrupted.output).toContain('Interrupt received');
    expect(world.journal.entries({ operation: 'Stop' }).length).toBeGreaterThan(0);
    expect(idsInState(terraform.state())).toEqual(idsInWorld());
    await terraform.ok('apply', '-auto-approve');
    expect(world.objects.list()).toHaveLength(RESOURCES);
  });

  it('marks an object whose creation failed halfway, and replaces it', async () => {
    world.objects.delete(only('azurerm_virtual_network_gateway').key);
    for (const connection of world.objects.list('aws_vpn_connection')) world.objects.delete(connection.key);
    world.faults.enable('apply-error');
    const failed = await terraform.run('apply', '-no-color', '-auto-approve');
    expect(failed.code).toBe(1);
    expect(failed.output).toContain("unexpected state 'failed'");
    const plan = await terraform.plan();
    const tainted =
      plan.resource_changes?.filter((change) => change.change.actions.join() === 'delete,create') ?? [];
    expect(tainted.map((change) => change.address)).toContainEqual(
      expect.stringMatching(/^aws_vpn_connection\.azure\[[01]\]$/),
    );
    await terraform.ok('apply', 'plan');
    expect(await terraform.isSettled()).toBe(true);
    world.faults.disable('apply-error');
  });

  it('refuses to plan the gateway when told to, once', async () => {
    world.faults.enable('plan-error');
    const refused = await terraform.run('plan', '-no-color', '-input=false');
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('Planning the virtual network gateway failed');
    expect(await terraform.isSettled()).toBe(true);
    world.faults.disable('plan-error');
  });

  it('declares the schemas of the real providers', async () => {
    interface Schemas {
      readonly provider_schemas: Readonly<Record<string, unknown>>;
    }
    const printed = await terraform.json<Schemas>('providers', 'schema', '-json');
    for (const { name, address } of PROVIDERS) {
      const real = readProviderJson(name);
      const declared = Object.entries(real.functions ?? {}).filter(
        ([functionName]) => functionName in FUNCTIONS[name],
      );
      const expected = withoutTexts({ ...real, functions: Object.fromEntries(declared) });
      const shown = withoutTexts(printed.provider_schemas[address]);
      expect(shown).toEqual(expected);
    }
  });

  it('destroys everything', async () => {
    await terraform.ok('destroy', '-auto-approve');
    expect(world.objects.list()).toEqual([]);
    expect(terraform.state().resources).toEqual([]);
  });
});

/** A schema without its descriptions, which the schema files do not have, and without the empty groups Terraform leaves out. */
function withoutTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTexts);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([name, inner]) => !['description_kind', 'summary'].includes(name) && !isEmptyObject(inner))
    .map(([name, inner]) => [name, withoutTexts(inner)] as const);
  return Object.fromEntries(entries);
}

function isEmptyObject(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
  );
}
