/** VMs as processes of the world: what Terraform makes decides whether they join. */
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startMachines, type MachineReport, type RunningMachines } from '#simulator/machines/start.js';
import type { ObjectValue } from '#simulator/terraform-provider/engine/types.js';
import { listActivations, listInstances } from '#simulator/world/activations.js';
import { listNodes } from '#simulator/world/nodes.js';
import type { World } from '#simulator/world/world.js';
import {
  furnish,
  openWorld,
  putActivation,
  putObject,
  putVm,
  renderUserData,
  SETTINGS,
} from '#tests/support/cloud-init.js';

let userData: string;
let world: World;
let machines: RunningMachines;

beforeAll(async () => {
  userData = await renderUserData(SETTINGS);
});

async function start(): Promise<void> {
  world = openWorld();
  furnish(world);
  machines = await startMachines(world);
}

afterEach(async () => {
  await machines.stop();
  await world.close();
});

async function bootOne(attributes: ObjectValue = {}): Promise<MachineReport> {
  putActivation(world);
  putVm(world, { userData, attributes });
  const [report] = await machines.whenSettled();
  if (report === undefined) throw new Error('no machine');
  return report;
}

const group = (rule: ObjectValue) => {
  putObject(world, 'azurerm', 'azurerm_network_security_group', 'nodes', {
    id: '/nsg',
    name: 'nodes',
    security_rule: [rule],
  });
  putObject(world, 'azurerm', 'azurerm_subnet_network_security_group_association', 'nodes', {
    subnet_id: '/subnets/nodes',
    network_security_group_id: '/nsg',
  });
};

describe('machines of the world', () => {
  test('three join side by side, one is deleted with notice and one without', async () => {
    await start();
    putActivation(world);
    for (const number of [1, 2, 3]) {
      putVm(world, {
        name: `vm-${number}`,
        userData,
        address: `10.80.1.${number}`,
        attributes: { termination_notification: [{ enabled: number === 1, timeout: 'PT5M' }] },
      });
    }
    const reports = await machines.whenSettled();
    expect(reports.map(({ state }) => state)).toEqual(['joined', 'joined', 'joined']);
    expect(new Set(listNodes(world, 'prod').map(({ key }) => key)).size).toBe(3);
    expect(listActivations(world, 'eu-central-1')[0]?.attributes['registrations_count']).toBe(3);
    const [polite = '', abrupt = ''] = reports.map(({ node }) => node);
    const root = machines.find('vm-2')?.root ?? '';
    expect(existsSync(join(root, 'dev/console'))).toBe(true);
    world.objects.delete('azurerm_linux_virtual_machine/vm-1');
    world.objects.delete('azurerm_linux_virtual_machine/vm-2');
    expect(await machines.whenSettled()).toHaveLength(1);
    const left = new Map(
      listInstances(world, 'eu-central-1').map(({ attributes }) => [
        attributes['id'],
        attributes['ping_status'],
      ]),
    );
    expect(left.has(polite)).toBe(false);
    expect(left.get(abrupt)).toBe('ConnectionLost');
    expect(existsSync(root)).toBe(false);
    const ready = listNodes(world, 'prod').map(({ attributes }) =>
      JSON.stringify(attributes).includes('"status":"Unknown"'),
    );
    expect(ready.filter(Boolean)).toHaveLength(2);
    world.objects.delete('aws_eks_cluster/one');
    expect(listNodes(world, 'prod')).toEqual([]);
  });

  test('a right that comes later is enough', async () => {
    await start();
    const assignment = world.objects.get('azurerm_role_assignment/one');
    if (assignment === undefined) throw new Error('no assignment');
    world.objects.delete(assignment.key);
    expect(await bootOne()).toMatchObject({ state: 'failed', status: { code: 'J23' } });
    world.objects.put(assignment);
    expect((await machines.whenSettled())[0]).toMatchObject({ state: 'joined' });
  });

  test.each([
    ['no NAT gateway', () => void world.objects.delete('azurerm_subnet_nat_gateway_association/one')],
    [
      'a rule that denies the Internet',
      () =>
        group({
          name: 'deny',
          direction: 'Outbound',
          access: 'Deny',
          priority: 4000,
          protocol: '*',
          destination_port_range: '*',
          destination_address_prefix: 'Internet',
        }),
    ],
  ])('%s: the release host cannot be reached', async (_why, breakIt) => {
    await start();
    breakIt();
    const report = await bootOne({ source_image_reference: [], source_image_id: '/images/al2023' });
    expect(report).toMatchObject({ state: 'failed', status: { code: 'J31' } });
  });

  test.each([
    ['secret-denied', 'J23'],
    ['nodeadm-wrong-hash', 'J32'],
    ['activation-expired', 'J50'],
    ['activation-used-up', 'J51'],
    ['kubelet-unhealthy', 'J60'],
  ])('fault %s: %s on the console', async (fault, code) => {
    await start();
    world.faults.enable(fault);
    const report = await bootOne();
    expect(report).toMatchObject({ state: 'failed', status: { code } });
    expect(report.console).toContain(`RESULT failed code=${code}`);
    expect(listNodes(world, 'prod')).toEqual([]);
  });

  test('fault machine-never-boots, and custom data that cloud-init would refuse', async () => {
    await start();
    world.faults.enable('machine-never-boots');
    expect(await bootOne()).toMatchObject({ state: 'dead', status: undefined, console: 'grub> _\n' });
    putVm(world, { name: 'vm-2', userData: '#!/bin/sh' });
    const reports = await machines.whenSettled();
    expect(reports[1]).toMatchObject({ state: 'dead', console: expect.stringContaining('Unhandled') });
  });

  test.each([
    ['RHEL 9', { publisher: 'RedHat', offer: 'RHEL', sku: '9-lvm-gen2' }, 'joined'],
    [
      'Ubuntu 20.04',
      { publisher: 'Canonical', offer: '0001-com-ubuntu-server-focal', sku: '20_04-lts-gen2' },
      'joined',
    ],
    ['Debian', { publisher: 'Debian', offer: 'debian-12', sku: '12' }, 'failed'],
  ])('%s: %j %s', async (_name, image, state) => {
    await start();
    expect(await bootOne({ source_image_reference: [image] })).toMatchObject({ state });
  });
});
