import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { startProviderServer } from '#simulator/terraform-provider/server.js';
import { World } from '#simulator/world/world.js';
import { actionCounts, Terraform } from './terraform.ts';

const root = mkdtempSync(join(tmpdir(), 'strict-'));
afterAll(() => rmSync(root, { recursive: true }));

it('real Terraform accepts every answer of a provider that never claims the legacy type system', async () => {
  const world = World.open({ directory: join(root, 'world') });
  const server = await startProviderServer({ world, strict: true });
  try {
    const terraform = new Terraform(join(root, 'stack'), server.environment);
    await terraform.ok('apply', '-auto-approve');
    expect(await terraform.isSettled()).toBe(true);
    const plan = await terraform.plan('-var=owner=others', '-var=vpc_cidr=10.1.0.0/16');
    expect(actionCounts(plan.resource_changes)['delete,create']).toBe(11);
    const updated =
      plan.resource_changes?.filter((change) => change.change.actions.join() === 'update') ?? [];
    expect(updated.map((change) => change.address)).toEqual([
      'aws_internet_gateway.main',
      'azapi_resource.lock',
      'azurerm_network_security_group.nodes',
      'azurerm_virtual_network.main',
    ]);
    await terraform.ok('apply', 'plan');
    expect(await terraform.isSettled('-var=owner=others', '-var=vpc_cidr=10.1.0.0/16')).toBe(true);
  } finally {
    await server.close();
    await world.close();
  }
});
