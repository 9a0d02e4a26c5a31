/**
 * Compares the generated policies with calls that were really made: those of the real AWS provider, recorded once, and
 * those that the simulated world saw while Terraform planned, applied, changed and destroyed the foundation.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENVIRONMENTS, readPolicyData, type Environment, type Operation } from '#scripts/policies/data.js';
import { awsNeeds, awsPolicies, azureNeeds } from '#scripts/policies/generate.js';
import { updatePolicies } from '#scripts/policies.js';
import { runCommand } from '#scripts/support/process.js';
import { repositoryRoot } from '#scripts/support/repository.js';
import { findTerraform } from '#scripts/support/terraform.js';
import { copyTerraform } from '#scripts/terraform/run-target.js';
import { findTargets } from '#scripts/terraform/targets.js';
import { startProviderServer, type ProviderServer } from '#simulator/terraform-provider/server.js';
import { World } from '#simulator/world/world.js';

interface Statement {
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
interface Recording {
  readonly types: readonly string[];
  readonly calls: Readonly<Record<'create' | 'read' | 'delete', readonly string[]>>;
  readonly tagSpecifications: readonly string[];
}

const policies = join(repositoryRoot, 'terraform/modules/github-oidc/policies');
const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const data = readPolicyData(repositoryRoot);

function awsStatements(environment: Environment): readonly Statement[] {
  const parts = readJson(join(policies, `aws-${environment}.json`)) as Record<
    string,
    { Statement: Statement[] }
  >;
  return Object.values(parts).flatMap(({ Statement: statements }) => statements);
}
const allowedAws = (environment: Environment): ReadonlySet<string> =>
  new Set(awsStatements(environment).flatMap(({ Action }) => Action));
function allowedAzure(environment: Environment): ReadonlySet<string> {
  const file = join(policies, `azure-${environment}.json`);
  if (!existsSync(file)) return new Set();
  return new Set((readJson(file) as { readonly actions: readonly string[] }).actions);
}

/** Prefixes of actions that are not the name of the client's package. */
const PREFIXES: Readonly<Record<string, string>> = {
  'direct-connect': 'directconnect',
  'resource-groups-tagging-api': 'tag',
};

/** Actions behind the SDK commands of a file: each is of the client that was imported last before it. */
function commandsIn(text: string): readonly string[] {
  const clients = [...text.matchAll(/@aws-sdk\/client-([a-z0-9-]+)/g)];
  return [...text.matchAll(/\b([A-Z]\w+)Command\b/g)].flatMap((match) => {
    const name = (clients.findLast(({ index }) => index < match.index) ?? clients[0])?.[1];
    return name === undefined ? [] : [`${PREFIXES[name] ?? name}:${match[1] ?? ''}`];
  });
}

test('the policies are what their data makes', async () => {
  expect(await updatePolicies(repositoryRoot, true)).toEqual([]);
});

describe('the calls of the real AWS provider', () => {
  const recording = readJson(join(repositoryRoot, 'tests/fixtures/aws-provider-calls.json')) as Recording;
  const roles = { create: 'apply', read: 'plan', delete: 'destroy' } as const;

  test.each(['create', 'read', 'delete'] as const)('each call of a %s is allowed', (operation) => {
    const allowed = allowedAws(roles[operation]);
    expect(recording.calls[operation].length).toBeGreaterThan(20);
    expect(recording.calls[operation].filter((action) => !allowed.has(action))).toEqual([]);
  });

  test('each was expected of one of the recorded types', () => {
    const known = new Set(recording.types.flatMap((type) => Object.values(data.awsTypes[type] ?? {}).flat()));
    expect(
      Object.values(recording.calls)
        .flat()
        .filter((action) => !known.has(action)),
    ).toEqual([]);
  });

  test('a right that asks for tags is asked of calls alone that give them', () => {
    const asked = awsStatements('apply').filter(({ Condition }) => {
      const equal = Condition?.['StringEquals'] ?? {};
      return 'aws:RequestTag/environment' in equal;
    });
    const actions = asked.flatMap(({ Action }) => Action).filter((action) => action.startsWith('ec2:'));
    expect(actions.length).toBeGreaterThan(10);
    expect(actions.filter((action) => !recording.tagSpecifications.includes(action))).toEqual([]);
  });
});

describe('what is allowed', () => {
  const used = new Set(
    findTargets(repositoryRoot)
      .filter(({ path }) => !path.endsWith('/github-oidc') && !path.includes('/examples/'))
      .flatMap(({ blocks }) => blocks)
      .filter(({ type }) => type === 'resource' || type === 'data')
      .map(({ type, labels }) => `${type === 'data' ? 'data.' : ''}${labels[0] ?? ''}`),
  );
  const types = { ...data.awsTypes, ...data.azureTypes };

  test('every type is used by a stack or a module, and every type that is used has its actions', () => {
    const clouds = [...used].filter((type) => /^(data\.)?(aws|azurerm)_/.test(type));
    const local = [
      'data.aws_iam_policy_document',
      'data.aws_partition',
      'data.aws_region',
      'data.azurerm_client_config',
    ];
    expect(clouds.filter((type) => !(type in types) && !local.includes(type)).sort()).toEqual([]);
    expect(Object.keys(types).filter((type) => !used.has(type))).toEqual([]);
  });

  test.each(ENVIRONMENTS)('%s: every action has a use, and no wildcard', (environment) => {
    const reasons = new Map([...awsNeeds(environment, data), ...azureNeeds(environment, data)]);
    const allowed = [...allowedAws(environment), ...allowedAzure(environment)];
    expect(allowed.length).toBeGreaterThan(environment === 'verify' ? 0 : 5);
    expect(allowed.filter((action) => (reasons.get(action) ?? []).length === 0)).toEqual([]);
    expect(allowed.filter((action) => action.includes('*'))).toEqual([]);
  });

  test('only a right without named resources or with a condition reaches everything', () => {
    const open = awsStatements('apply').filter(
      ({ Resource, Condition }) => Resource.includes('*') && Condition === undefined,
    );
    expect(open.flatMap(({ Action }) => Action)).toEqual(['sts:GetCallerIdentity']);
  });

  test('verify finds the API server, and asks nothing else of a cloud', () => {
    expect([...allowedAws('verify'), ...allowedAzure('verify')]).toEqual(['eks:DescribeCluster']);
  });

  test('plan and cleanup make nothing, and destroy alone deletes what is protected', () => {
    const changes = [...allowedAws('plan')].filter(
      (action) => !/:(Describe|Get|List|Search|Lookup)/.test(action),
    );
    expect(changes).toEqual(['kms:GenerateDataKey']);
    const deletes = [
      'ec2:DeleteVpc',
      'eks:DeleteCluster',
      'ec2:DeleteTransitGateway',
      'kms:ScheduleKeyDeletion',
    ];
    expect(deletes.filter((action) => allowedAws('apply').has(action))).toEqual([]);
    expect(deletes.filter((action) => !allowedAws('destroy').has(action))).toEqual([]);
    expect([...allowedAws('cleanup')].filter((action) => /:Create|:Put|:Authorize/.test(action))).toEqual([]);
    // Tags, which do not let it write the resources themselves, or take tags of others away.
    expect(
      [...allowedAzure('cleanup')].filter((action) => /\/write$|\*|^Microsoft.Resources\/tags/.test(action)),
    ).toEqual(['Microsoft.Resources/tags/write']);
  });

  test('every AWS command that the actions send is allowed to some environment', () => {
    const folder = join(repositoryRoot, 'lib/aws');
    const sent = readdirSync(folder).flatMap((name) => commandsIn(readFileSync(join(folder, name), 'utf8')));
    const allowed = new Set(ENVIRONMENTS.flatMap((environment) => [...allowedAws(environment)]));
    expect(sent).toContain('kms:GenerateDataKey');
    // Delivery through Secrets Manager is off unless asked for; its rights are the user's to give, by the README.
    const missing = sent.filter((action) => !allowed.has(action));
    const optional = missing.filter((action) => action.startsWith('secrets-manager:'));
    expect(missing.filter((action) => !optional.includes(action))).toEqual([]);
    const readme = readFileSync(join(repositoryRoot, 'actions/ssm-activation/README.md'), 'utf8');
    const told = optional.map((action) => action.replace('secrets-manager:', ''));
    expect(told.filter((action) => !readme.includes(action))).toEqual([]);
  });

  test('who looks for expired environments and for leftovers may list everything that is listed', () => {
    const text = ['owned-objects.ts', 'tagged-resources.ts', 'ec2-billed.ts']
      .map((name) => readFileSync(join(repositoryRoot, 'lib/aws', name), 'utf8'))
      .map(commandsIn)
      .flat();
    expect(text).toEqual(
      expect.arrayContaining(['eks:DescribeCluster', 'tag:GetResources', 'ec2:DescribeVolumes']),
    );
    for (const environment of ['plan', 'destroy'] as const) {
      expect(text.filter((action) => !allowedAws(environment).has(action))).toEqual([]);
      // Another environment's clusters are listed too, and a part of a list proves nothing.
      const seen = awsStatements(environment).filter(({ Action }) => Action.includes('eks:DescribeCluster'));
      expect(seen.flatMap(({ Resource }) => Resource)).toContain(
        'arn:${partition}:eks:${region}:${account}:cluster/*',
      );
    }
    const others = [...awsStatements('apply'), ...awsStatements('cleanup')].flatMap(
      ({ Resource }) => Resource,
    );
    expect(others).not.toContain('arn:${partition}:eks:${region}:${account}:cluster/*');
  });

  test('a scope for some environments does not count as one for others', () => {
    const scopes = data.scopes.map((scope) => ({ ...scope, environments: ['plan' as const] }));
    expect(() => awsPolicies('apply', { ...data, scopes })).toThrow('No scope');
    expect(() => awsPolicies('plan', { ...data, scopes })).not.toThrow();
  });
});

describe('the calls that the simulated world saw', () => {
  const directory = mkdtempSync(join(tmpdir(), 'policies-test-'));
  let world: World;
  let provider: ProviderServer;
  let terraformPath: string;

  async function terraform(...parameters: readonly string[]): Promise<void> {
    const done = await runCommand([terraformPath, ...parameters, '-input=false', '-no-color'], {
      cwd: join(directory, 'terraform/stacks/foundation'),
      env: { PATH: '/usr/bin:/bin', HOME: directory, ...provider.environment },
      timeout: 120_000,
    });
    if (done.exitCode !== 0) throw new Error(`terraform ${parameters.join(' ')}\n${done.output}`);
  }

  /** Types with the operation that the world was asked for since the last time, and how many there were. */
  function seen(): readonly (readonly [string, Operation])[] {
    const found = new Map<string, readonly [string, Operation]>();
    for (const { operation, type, action } of world.journal.entries()) {
      const wanted =
        operation === 'ApplyResourceChange'
          ? (action as Operation)
          : operation === 'ReadResource' || operation === 'ReadDataSource'
            ? 'read'
            : undefined;
      const name = operation === 'ReadDataSource' ? `data.${type}` : type;
      if (wanted !== undefined && /^(data\.)?(aws|azurerm)_/.test(name))
        found.set(`${name} ${wanted}`, [name, wanted]);
    }
    world.journal.clear();
    return [...found.values()];
  }

  /** Actions that the role of an environment lacks for what was seen. */
  function lacking(
    environment: Environment,
    calls: readonly (readonly [string, Operation])[],
  ): readonly string[] {
    const allowed = new Set([...allowedAws(environment), ...allowedAzure(environment)]);
    const local = /^data\.(aws_(iam_policy_document|partition|region)|azurerm_client_config)$/;
    return calls.flatMap(([type, operation]) => {
      if (local.test(type)) return [];
      const operations = data.awsTypes[type] ?? data.azureTypes[type];
      if (operations === undefined) return [`${type} has no actions`];
      return (operations[operation] ?? [])
        .filter((action) => !allowed.has(action))
        .map((action) => `${action} for ${type} ${operation}`);
    });
  }

  beforeAll(async () => {
    terraformPath = (await findTerraform()).path;
    copyTerraform(repositoryRoot, directory);
    world = World.open({ directory: join(directory, 'world') });
    provider = await startProviderServer({ world });
    await terraform('init');
  }, 60_000);

  afterAll(async () => {
    await provider.close();
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  test('apply may make and change the foundation, plan may read it, destroy may take it away', async () => {
    const group = ['-var', 'create_azure_resource_group=true'];
    await terraform('apply', '-auto-approve', ...group);
    expect(
      world.journal.entries({ operation: 'ApplyResourceChange', action: 'create' }).length,
    ).toBeGreaterThan(60);
    expect(lacking('apply', seen())).toEqual([]);
    await terraform('apply', '-auto-approve', ...group, '-var', 'tags={"team":"platform"}');
    expect(
      world.journal.entries({ operation: 'ApplyResourceChange', action: 'update' }).length,
    ).toBeGreaterThan(5);
    const changed = seen();
    expect(lacking('apply', changed)).toEqual([]);
    const reads = changed.filter(([, operation]) => operation === 'read');
    expect(reads.length).toBeGreaterThan(20);
    expect(lacking('plan', reads)).toEqual([]);
    await terraform('destroy', '-auto-approve', ...group, '-var', 'tags={"team":"platform"}');
    expect(
      world.journal.entries({ operation: 'ApplyResourceChange', action: 'delete' }).length,
    ).toBeGreaterThan(60);
    expect(lacking('destroy', seen())).toEqual([]);
  }, 240_000);
});
