/** Who changed drifted objects last, by the logs of both simulated clouds, in the document, the summary and the issue. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { driftDocument, type DriftDocument } from '#lib/report/drift-document.js';
import { startProviderServer, type ProviderServer } from '#simulator/terraform-provider/server.js';
import { type Actor, PIPELINE } from '#simulator/world/audit-log.js';
import { everythingLeft, STACK, stackWith, terraform } from '#tests/support/plan-and-apply.js';
import { runBundle, type RunResult } from '#tests/support/run-bundle.js';
import {
  type SimulatedClouds,
  startSimulatedClouds,
  type CloudOptions,
} from '#tests/support/simulated-clouds.js';
import { startTestGitHub, type TestGitHub } from '#tests/support/simulated-github.js';

const CONFIGURATION = `
terraform {
  required_providers {
    aws     = { source = "hashicorp/aws" }
    azurerm = { source = "hashicorp/azurerm" }
  }
}
provider "aws" {
  region = "eu-central-1"
}
provider "azurerm" {
  features {}
  subscription_id = "00000000-0000-4000-8000-000000000001"
}
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
  tags       = { Owner = "net" }
}
resource "azurerm_resource_group" "net" {
  name     = "net"
  location = "germanywestcentral"
}
resource "azurerm_virtual_network" "net" {
  name                = "net"
  location            = azurerm_resource_group.net.location
  resource_group_name = azurerm_resource_group.net.name
  address_space       = ["10.80.0.0/16"]
  tags                = { Owner = "net" }
}
`;

/** What must be seen nowhere. */
const PERSONAL = ['casey@example.com', '203.0.113.7'];
const READER: Actor = { ...PIPELINE, role: 'hybrid-plan', signIn: 'nightly-1' };

let github: TestGitHub;
let clouds: SimulatedClouds;
let provider: ProviderServer;
let stop: (() => Promise<void>) | undefined;
beforeEach(() => {
  stop = undefined;
});
afterEach(() => stop?.());

interface Bed {
  check(inputs?: Readonly<Record<string, string>>): Promise<RunResult>;
  /** Changes the tags of both networks by hand, and reads them afterwards. */
  drift(): void;
  body(): string;
}

/** An applied stack with a network in each cloud. */
async function bed(options: CloudOptions = {}): Promise<Bed> {
  github = await startTestGitHub();
  clouds = await startSimulatedClouds({ ...options, objects: [] });
  provider = await startProviderServer({ world: clouds.world });
  stop = async () => {
    await provider.close();
    await clouds.close();
    await github.close();
  };
  const { world } = clouds;
  const workspace = stackWith({ 'main.tf': CONFIGURATION });
  const env = { ...provider.environment, ...clouds.env };
  await terraform(workspace, ['init'], env);
  await terraform(workspace, ['apply', '-auto-approve'], env);
  const pull = await github.open({ head: { 'docs/a.txt': 'x' } });
  const run = await pull.queue();
  const permissions = { contents: 'read', issues: 'write', 'pull-requests': 'read' } as const;
  return {
    check: (inputs = {}) =>
      runBundle({
        action: 'drift-issue',
        workspace,
        inputs: {
          'working-directory': STACK,
          lockfile: 'update',
          'github-token': pull.token(run, permissions),
          ...inputs,
        },
        eventName: 'schedule',
        event: {},
        env: { ...pull.step(run).env, ...env },
      }),
    drift: () => {
      for (const type of ['aws_vpc', 'azurerm_virtual_network']) {
        const [object] = world.objects.list(type);
        if (object === undefined) throw new Error(`no ${type}`);
        const changed = world.objects.patch(object.key, { tags: { Owner: 'somebody' } });
        world.audit.note({ kind: 'read', object: changed, by: READER });
        world.audit.note({ kind: 'update', object: changed, by: READER, refused: true });
      }
    },
    body: () => {
      const issues = [...github.state.repository(pull.repository).issues.values()];
      return issues.find((issue) => issue.pull === undefined)?.body ?? '';
    },
  };
}

const documentOf = (result: RunResult): DriftDocument => driftDocument.parse(result.report(), 'the report');

describe('with roles that may read the logs', () => {
  // One entry a page: reads and refused writes fill the pages before the one that counts.
  test('the person is named, without address, in document, issue and summary', async () => {
    const { check, drift, body } = await bed({ pageSize: 1 });
    drift();
    const result = await check();
    expect(result.stderr).toBe('');
    const { status, lastChangedBy, phases } = documentOf(result);
    expect(status).toBe('drifted');
    expect(lastChangedBy).toEqual({
      name: 'role operator; user Casey Operator',
      unknownBecause: null,
      objects: [
        {
          address: 'aws_vpc.main',
          by: 'role operator',
          at: expect.stringMatching(/Z$/),
          operation: 'ec2 CreateTags',
          resource: expect.stringMatching(/^vpc-/),
          unknownBecause: null,
        },
        expect.objectContaining({
          address: 'azurerm_virtual_network.net',
          by: 'user Casey Operator',
          operation: 'Microsoft.Network/virtualNetworks/write',
        }),
      ],
    });
    expect(phases.find(({ name }) => name === 'changed-by')).toMatchObject({ result: 'passed' });
    for (const text of [body(), result.summary]) {
      expect(text).toContain('- `aws_vpc.main`: **role operator** (`ec2 CreateTags` on `vpc-');
      expect(text).toContain('**user Casey Operator**');
    }
    for (const personal of PERSONAL) expect(everythingLeft(result) + body()).not.toContain(personal);
  });

  test('nobody is asked when nothing drifted, or when it is off', async () => {
    const { check, drift, body } = await bed();
    expect(documentOf(await check()).lastChangedBy).toEqual({
      name: null,
      unknownBecause: null,
      objects: [],
    });
    drift();
    const off = documentOf(await check({ 'changed-by': 'off' }));
    expect(off.lastChangedBy).toMatchObject({ name: null, unknownBecause: expect.stringContaining('off') });
    expect(body()).toContain('Changed last by: unknown. Nobody was asked');
    expect(clouds.trail.requests).toEqual([]);
    expect(clouds.arm.requests).toEqual([]);
  });
});

describe('with roles that may not', () => {
  test('the check goes on, says why it does not know, and the issue is the same', async () => {
    const { check, drift, body } = await bed({
      denied: ['LookupEvents', 'Microsoft.Insights/eventtypes/values/read'],
    });
    drift();
    const result = await check();
    expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'drifted', 'issue-action': 'opened' } });
    const { lastChangedBy, fingerprint } = documentOf(result);
    expect(lastChangedBy.name).toBeNull();
    const [first, second] = lastChangedBy.objects;
    expect(first?.unknownBecause).toContain('CloudTrail LookupEvents was denied (AccessDeniedException');
    expect(second?.unknownBecause).toContain('Azure activity log was denied');
    expect(body()).toContain('`aws_vpc.main`: unknown.');
    const again = await check({ 'changed-by': 'off' });
    expect(again.outputs).toMatchObject({ 'issue-action': 'unchanged', fingerprint });
  });
});
