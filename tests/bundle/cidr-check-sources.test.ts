/** What cidr-check reads besides an address file, and what it writes: live accounts, documents, proposals, annotations. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { NO_FACTS } from '#lib/net/address-facts.js';
import { type AddressPlanDocument, addressPlanDocument } from '#lib/report/address-plan-document.js';
import { planOf } from '#tests/support/plan-documents.js';
import { runBundle, type RunResult } from '#tests/support/run-bundle.js';
import {
  type CloudOptions,
  foundationObjects,
  PRESHARED_KEYS,
  type SimulatedClouds,
  startSimulatedClouds,
} from '#tests/support/simulated-clouds.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

const GOOD = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'address-plans', 'base.yml'), 'utf8');

function check(
  inputs: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<RunResult> {
  const workspace = temporaryDirectory('cidr-check-');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
  return runBundle({ action: 'cidr-check', workspace, inputs, env });
}

function documentOf(result: RunResult): AddressPlanDocument {
  expect(result.outputs['report'] ?? result.stdout).toMatch(/address-plan\.json$/);
  return addressPlanDocument.parse(result.report(), 'report');
}

const rules = (document: AddressPlanDocument) => document.findings.map(({ rule }) => rule);
const errors = (result: RunResult) =>
  result.annotations.filter(({ level }) => level === 'error').map(({ title }) => title.split(' ')[0]);

describe('live accounts', () => {
  let clouds: SimulatedClouds | undefined;
  afterEach(() => clouds?.close());

  async function live(options: CloudOptions, more: Readonly<Record<string, string>> = {}) {
    clouds = await startSimulatedClouds(options);
    const inputs = {
      aws: 'true',
      'aws-region': clouds.region,
      'cluster-name': clouds.clusterName,
      azure: 'true',
      'azure-subscription-id': clouds.subscriptionId,
      'azure-resource-group': clouds.resourceGroup,
      ...more,
    };
    const result = await check(inputs, {}, clouds.env);
    const document = documentOf(result);
    const shown = result.stdout.replaceAll(/^::add-mask::.*$/gm, '');
    const everything = `${shown}${result.stderr}${result.summary}${JSON.stringify(document)}`;
    for (const key of PRESHARED_KEYS) {
      expect(everything).not.toContain(key);
    }
    return { result, document };
  }

  const ranges = (document: AddressPlanDocument) =>
    document.facts.ranges.map(({ role, text }) => `${role} ${text}`).sort();

  test('are read to the last page, also when a call is throttled', async () => {
    const whole = await live({});
    await clouds?.close();
    const paged = await live({ pageSize: 1, faults: ['ec2-throttled', 'eks-throttled', 'arm-throttled'] });
    expect(ranges(whole.document)).toEqual(
      expect.arrayContaining([
        'vpc 10.40.0.0/16',
        'vpc 10.41.0.0/16',
        'vnet 10.80.0.0/16',
        'service 172.20.0.0/16',
      ]),
    );
    expect(ranges(paged.document)).toEqual(ranges(whole.document));
    expect(paged.document.unknown).toEqual([]);
    expect(whole.document.sources).toEqual(expect.arrayContaining([expect.stringMatching(/^AWS /)]));
  });

  test.each([
    ['in AWS', 'DescribeSubnets', 'aws-subnet 10.40.0.0/20'],
    ['of routes', 'DescribeRouteTables', 'no such range'],
    ['in EKS', 'DescribeCluster', 'service 172.20.0.0/16'],
    ['in Azure', 'Microsoft.Network/virtualNetworks/read', 'vnet 10.80.0.0/16'],
  ])('a denied call %s leaves its facts unknown, never good', async (_name, denied, missing) => {
    const { result, document } = await live({ denied: [denied] }, { 'fail-on': 'warning' });
    expect(ranges(document)).not.toContain(missing);
    expect(document.unknown.length).toBeGreaterThan(0);
    expect(document.verdict).not.toBe('passed');
    expect(result.exitCode).toBe(1);
    expect(result.outputs['unknown']).toBe(String(document.unknown.length));
    expect(result.summary).toContain('Not known, and so not checked');
  });

  test('a remote network without a route is a warning', async () => {
    const objects = foundationObjects().filter(
      ({ type, attributes }) =>
        !(type === 'aws_route' && attributes['destination_cidr_block'] === '10.80.0.0/20') &&
        !(type.endsWith('_propagation') && attributes['transit_gateway_route_table_id'] === 'tgw-rtb-cloud'),
    );
    const { document } = await live({ objects });
    const found = document.findings.filter(({ rule }) => /^remote-(?:unrouted|node-unlearnt)$/.test(rule));
    expect(found.map(({ rule, severity, subjects }) => [rule, severity, subjects[0]?.text])).toEqual([
      ['remote-unrouted', 'warning', '10.80.0.0/20'],
      ['remote-node-unlearnt', 'warning', '10.80.0.0/20'],
    ]);
    await clouds?.close();
    const whole = await live({});
    expect(rules(whole.document).filter((rule) => /unrouted|unlearnt|route-overlap/.test(rule))).toEqual([]);
    expect(whole.document.facts.routes.length).toBeGreaterThan(0);
  });

  test('and a file that says otherwise is a finding', async () => {
    const { document } = await live({}, { addresses: 'azure: { gateway: { asn: 65001 } }' });
    expect(rules(document)).toContain('sources-disagree');
  });
});

describe('plan documents', () => {
  const origin = { kind: 'plan', source: 'x', address: 'aws_vpc.this' } as const;
  const plan = (stack: string, more: object) =>
    JSON.stringify(planOf([], { stack, directory: `stacks/${stack}`, ...more }));
  const facts = (role: 'vpc' | 'vnet', text: string) => ({
    ...NO_FACTS,
    ranges: [{ role, text, name: role, network: '', origin }],
  });

  test('of several stacks are checked together', async () => {
    const result = await check(
      { documents: 'plans', severities: "cluster-pool-unset: 'off'\nservice-unset: 'off'" },
      {
        'plans/a/plan-a.json': plan('a', { addresses: facts('vpc', '10.0.0.0/16') }),
        'plans/b/plan-b.json': plan('b', { addresses: facts('vnet', '10.0.128.0/17') }),
      },
    );
    expect(rules(documentOf(result))).toEqual(['vpc-vnet-overlap']);
    expect(result.exitCode).toBe(1);
    expect(errors(result)).toEqual(['ADR201', 'EHA1541']);
  });

  test('a stack whose document is missing or whose plan failed is unknown', async () => {
    const expected = ['a', 'b', 'c'].map((name) => ({ name, directory: `stacks/${name}` }));
    const result = await check(
      { documents: 'plans', 'expected-stacks': JSON.stringify(expected) },
      {
        'plans/plan-a.json': plan('a', { addresses: facts('vpc', '10.0.0.0/16') }),
        'plans/plan-b.json': plan('b', { status: 'failed', addresses: null }),
      },
    );
    const document = documentOf(result);
    expect(document.verdict).toBe('unknown');
    expect(document.unknown.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['addresses of b', 'addresses of c']),
    );
  });

  test('what is no plan document is refused', async () => {
    const result = await check({ documents: 'plans' }, { 'plans/x.json': '{}' });
    expect(errors(result)).toEqual(['EHA1543']);
  });
});

describe('what it leaves', () => {
  test('a picture, a page and a summary with the verdict first', async () => {
    const { outputs, summary, exitCode } = await check({ addresses: GOOD });
    expect(exitCode).toBe(0);
    expect(summary).toMatch(/^## ✅ Address plan: no conflict in \d+ ranges/);
    expect(readFileSync(outputs['picture'] ?? '', 'utf8')).toMatch(/^<svg xmlns/);
    expect(readFileSync(outputs['page'] ?? '', 'utf8')).toMatch(/^<!doctype html>/);
    expect(outputs['tfvars']).toBe('');
  });

  test('findings on the line of the variable file, else on that of the address file', async () => {
    const addresses = GOOD.replace('service_cidr: 172.20.0.0/16', 'service_cidr: 10.40.128.0/20');
    const files = { 'plan.yml': addresses, 'env/a.tfvars': '# services\nservice_cidr = "10.40.128.0/20"\n' };
    const inVariables = await check({ addresses: 'plan.yml' }, files);
    expect(inVariables.stdout).toMatch(/::error [^\n]*file=env\/a\.tfvars,line=2[,:]/);
    const elsewhere = await check({ addresses: 'plan.yml', 'annotate-files': 'none/*.tfvars' }, files);
    expect(elsewhere.stdout).toMatch(/::error [^\n]*file=plan\.yml,line=8[,:]/);
  });

  test('a proposed plan that passes, as tfvars', async () => {
    const inputs = {
      suggest: 'true',
      sizes: '{ nodes: 50, zones: 3 }',
      forbidden: '10.0.0.0/9, 172.20.0.0/16',
    };
    const result = await check(inputs);
    expect(result.outputs['verdict']).toBe('passed');
    expect(readFileSync(result.outputs['tfvars'] ?? '', 'utf8')).toMatch(/^vpc_cidr +=/m);
    expect(documentOf(result).suggestion).toMatch(/^remote_pod_cidrs +=/m);
    const none = await check({ suggest: 'true', forbidden: '0.0.0.0/0' });
    expect(errors(none)).toEqual(['EHA1542']);
    expect(existsSync(none.outputs['report'] ?? '')).toBe(false);
  });
});

describe('the options', () => {
  const DOCKER = GOOD.replace('172.20.0.0/16', '172.17.0.0/16');
  const ignore = (until: string) => `[{ rule: docker-range, reason: no Docker here, until: ${until} }]`;

  test.each<[string, Readonly<Record<string, string>>, number, readonly string[]]>([
    ['a warning alone does not fail', {}, 0, ['docker-range']],
    ['it does with fail-on: warning', { 'fail-on': 'warning' }, 1, ['docker-range']],
    ['as an error it fails', { severities: 'docker-range: error' }, 1, ['docker-range']],
    [
      'nothing fails with never',
      { severities: 'docker-range: error', 'fail-on': 'never' },
      0,
      ['docker-range'],
    ],
    ['off', { severities: "docker-range: 'off'", 'fail-on': 'warning' }, 0, []],
    ['ignored', { ignores: ignore('2999-01-01'), 'fail-on': 'warning' }, 0, ['docker-range']],
    [
      'ignored too long',
      { ignores: ignore('2020-01-01'), 'fail-on': 'warning' },
      1,
      ['docker-range', 'ignore-expired'],
    ],
  ])('%s', async (_name, inputs, exitCode, found) => {
    const result = await check({ addresses: DOCKER, ...inputs });
    expect([result.exitCode, rules(documentOf(result))]).toEqual([exitCode, found]);
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['no source', {}, 'EHA1540'],
    ['a rule that does not exist', { severities: 'no-such-rule: error' }, 'EHA1001'],
    ['an ignore without a reason', { ignores: '[{ rule: docker-range, until: 2027-01-01 }]' }, 'EHA1001'],
    ['a forbidden range with host bits', { forbidden: '10.0.0.1/8' }, 'EHA1001'],
    ['sizes that no one has', { sizes: '{ nodes: 0 }' }, 'EHA1001'],
    ['a glob outside the repository', { 'annotate-files': '../*.tfvars' }, 'EHA1001'],
    ['a missing file', { addresses: 'missing.yml' }, 'EHA1004'],
    ['a live account without a region', { aws: 'true' }, 'EHA1001'],
    ['a pod routing that does not exist', { 'pod-routing': 'magic' }, 'EHA1001'],
  ])('%s is refused', async (_name, inputs, code) => {
    const result = await check(inputs);
    expect([result.exitCode, errors(result)]).toEqual([1, [code]]);
  });
});
