/** What Terraform really applies is the link that the clouds then show, with its mistakes. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runCommand } from '#scripts/support/process.js';
import { repositoryRoot } from '#scripts/support/repository.js';
import { findTerraform } from '#scripts/support/terraform.js';
import { copyTerraform } from '#scripts/terraform/run-target.js';
import { type ProviderServer, startProviderServer } from '#simulator/terraform-provider/server.js';
import { linkOf } from '#simulator/world/link/link.js';
import { viewOf } from '#simulator/world/link/view.js';
import { World } from '#simulator/world/world.js';

const directory = mkdtempSync(join(tmpdir(), 'link-terraform-'));
let world: World;
let provider: ProviderServer;

async function terraform(...parameters: readonly string[]): Promise<void> {
  const done = await runCommand([(await findTerraform()).path, ...parameters], {
    cwd: join(directory, 'terraform/stacks/foundation'),
    env: { PATH: '/usr/bin:/bin', HOME: directory, ...provider.environment },
    timeout: 120_000,
  });
  if (done.exitCode !== 0) throw new Error(`terraform ${parameters.join(' ')}\n${done.output}`);
}

const apply = (): Promise<void> => terraform('apply', '-auto-approve', '-input=false', '-no-color');

function words(): readonly string[] {
  return linkOf(viewOf(world))
    .tunnels.map(({ failure = 'up', ipsec, toAws, toAzure, tunnel }) => {
      const routes = failure === 'up' ? ` ${toAws.length}/${toAzure.length}` : '';
      return `${tunnel.azureInside} ${failure}${routes}${failure !== 'up' && ipsec ? ' over IPsec' : ''}`;
    })
    .sort();
}

/** Changes a file of the module in this test's copy. */
function edit(file: string, from: RegExp, to: string): void {
  const path = join(directory, 'terraform/modules/site-to-site-vpn', file);
  const before = readFileSync(path, 'utf8');
  expect(before).toMatch(from);
  writeFileSync(path, before.replace(from, to));
}

beforeAll(async () => {
  world = World.open({ directory: join(directory, 'world') });
  provider = await startProviderServer({ world });
  copyTerraform(repositoryRoot, directory);
  await terraform('init', '-input=false', '-no-color');
}, 120_000);

afterAll(async () => {
  await provider.close();
  await world.close();
  rmSync(directory, { recursive: true, force: true });
});

test('the stack makes four tunnels that are up; one without BGP addresses has two', async () => {
  await apply();
  expect(words()).toEqual([
    '169.254.21.2 up 1/1',
    '169.254.21.6 up 1/1',
    '169.254.22.2 up 1/1',
    '169.254.22.6 up 1/1',
  ]);
  edit('main.azure.tf', /\n {2}custom_bgp_addresses \{[^}]*\}\n/, '\n');
  await apply();
  expect(words()).toEqual([
    '169.254.21.2 up 1/1',
    '169.254.21.6 up 1/1',
    '169.254.22.2 azure-address over IPsec',
    '169.254.22.6 azure-address over IPsec',
  ]);
}, 240_000);
