import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { factsOfOutputs } from '#lib/net/sources/stack-outputs.js';
import { readTerraformFacts } from '#lib/net/sources/terraform-files.js';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'terraform-files-'));
});

afterEach(() => rm(directory, { recursive: true }));

async function read(content: unknown) {
  const file = join(directory, 'file.json');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readTerraformFacts(file, 'file.json');
}

const VPC = { id: 'vpc-1', cidr_block: '10.40.0.0/16', tags: { Name: 'hybrid' } };
const SUBNET = { vpc_id: 'vpc-1', cidr_block: '10.40.0.0/20' };
const OUTPUT = { sensitive: false, value: { azure: { vnet_cidr: '10.80.0.0/16' } } };
const EXPECTED = [
  ['vpc', '10.40.0.0/16', 'hybrid', 'module.net.aws_vpc.this'],
  ['aws-subnet', '10.40.0.0/20', 'a', 'module.net.aws_subnet.this["a"]'],
];

/** What `terraform show -json` writes of a state, its members in Terraform's order. */
const SHOWN = {
  format_version: '1.0',
  terraform_version: '1.14.1',
  values: {
    outputs: { address_plan: OUTPUT },
    root_module: {
      resources: [
        { address: 'data.aws_vpc.other', mode: 'data', type: 'aws_vpc', name: 'other', values: VPC },
      ],
      child_modules: [
        {
          address: 'module.net',
          resources: [
            {
              address: 'module.net.aws_vpc.this',
              mode: 'managed',
              type: 'aws_vpc',
              name: 'this',
              values: VPC,
              sensitive_values: { tags: {} },
            },
            {
              address: 'module.net.aws_vpc.this',
              mode: 'managed',
              type: 'aws_vpc',
              name: 'this',
              values: { ...VPC, cidr_block: '10.1.0.0/16' },
              deposed_key: '00000001',
            },
            {
              address: 'module.net.aws_subnet.this["a"]',
              mode: 'managed',
              type: 'aws_subnet',
              name: 'this',
              index: 'a',
              values: SUBNET,
            },
          ],
        },
      ],
    },
  },
};

/** What lies in a backend. */
const STORED = {
  version: 4,
  terraform_version: '1.14.1',
  serial: 7,
  lineage: '5ae5e5b2-0000-0000-0000-000000000000',
  outputs: { address_plan: OUTPUT },
  resources: [
    { mode: 'data', type: 'aws_vpc', name: 'other', instances: [{ attributes: VPC }] },
    {
      module: 'module.net',
      mode: 'managed',
      type: 'aws_vpc',
      name: 'this',
      instances: [
        { attributes: VPC, sensitive_attributes: [[{ type: 'get_attr', value: 'owner_id' }]] },
        { deposed: '00000001', attributes: { ...VPC, cidr_block: '10.1.0.0/16' } },
      ],
    },
    {
      module: 'module.net',
      mode: 'managed',
      type: 'aws_subnet',
      name: 'this',
      instances: [{ index_key: 'a', attributes: SUBNET }],
    },
  ],
};

describe('a file of Terraform', () => {
  test.each([
    ['as shown', SHOWN],
    ['as stored', STORED],
    ['with other members first', Object.fromEntries(Object.entries(SHOWN).reverse())],
    ['after a line of a wrapper', `::debug::show\n${JSON.stringify(SHOWN)}`],
  ])('is a state %s', async (_name, content) => {
    const { ranges } = await read(content);
    const own = ranges.filter(({ origin }) => origin.address !== 'output.address_plan');
    expect(own.map(({ role, text, name, origin }) => [role, text, name, origin.address])).toEqual(EXPECTED);
    expect(own.map(({ network }) => network)).toEqual(['', '']);
    expect(ranges).toContainEqual({
      role: 'vnet',
      text: '10.80.0.0/16',
      name: 'virtual network',
      network: '',
      origin: { kind: 'state', source: 'file.json', address: 'output.address_plan' },
    });
  });

  test('that hides an attribute gives no fact of it', async () => {
    const marked = structuredClone(STORED) as {
      resources: { instances: { sensitive_attributes?: unknown }[] }[];
    };
    const instance = marked.resources[1]?.instances[0];
    if (instance !== undefined) instance.sensitive_attributes = [[{ type: 'get_attr', value: 'cidr_block' }]];
    const { ranges, unknown } = await read(marked);
    expect(ranges.map(({ role }) => role)).toEqual(['vnet', 'aws-subnet']);
    expect(unknown).toMatchObject([{ what: 'cidr_block of module.net.aws_vpc.this', role: 'vpc' }]);
  });

  test('may be a plan', async () => {
    const facts = await read({
      format_version: '1.2',
      resource_changes: [
        {
          address: 'module.net.aws_vpc.this',
          module_address: 'module.net',
          mode: 'managed',
          type: 'aws_vpc',
          name: 'this',
          change: {
            actions: ['no-op'],
            before: VPC,
            after: VPC,
            after_unknown: {},
            before_sensitive: {},
            after_sensitive: {},
          },
        },
      ],
    });
    expect(facts.ranges).toMatchObject([
      { role: 'vpc', origin: { kind: 'plan', address: 'module.net.aws_vpc.this' } },
    ]);
  });

  test('of nothing gives nothing', async () => {
    const { ranges, unknown } = await read({ format_version: '1.0' });
    expect([ranges, unknown]).toEqual([[], []]);
  });

  test.each([
    ['EHA1522', 'no JSON at all'],
    ['EHA1522', '{"hello": 1}'],
    ['EHA1522', ''],
    ['EHA1522', '{"@level":"info"}\n'],
    ['EHA1523', JSON.stringify(STORED).slice(0, -30)],
    ['EHA1523', { ...STORED, version: 3 }],
    ['EHA1523', { resources: [] }],
    ['EHA1523', { version: 4, resources: [{ mode: 'managed' }] }],
    ['EHA1208', '{"resource_changes": [{"addr'],
  ])('is refused with %s: %j', async (code, content) => {
    await expect(read(content)).rejects.toMatchObject({ code });
  });

  test('that is not there is named', async () => {
    const missing = readTerraformFacts(join(directory, 'missing.json'), 'plans/missing.json');
    await expect(missing).rejects.toMatchObject({
      code: 'EHA1522',
      message: expect.stringContaining('plans/missing.json could not be read'),
    });
  });
});

describe('the output of the stacks', () => {
  const value = { aws: { vpc_cidr: '10.40.0.0/16' }, remote_pod_cidrs: ['10.112.0.0/16'] };

  test.each([
    ['its value alone', value],
    [
      'all outputs',
      { vpc_id: { value: 'vpc-1' }, address_plan: { sensitive: false, type: ['object', {}], value } },
    ],
  ])('may be %s', (_name, content) => {
    const { ranges, unknown } = factsOfOutputs(JSON.stringify(content), 'outputs.json');
    expect(ranges.map(({ role, text }) => `${role} ${text}`)).toEqual([
      'vpc 10.40.0.0/16',
      'remote-pod 10.112.0.0/16',
    ]);
    expect(ranges[0]?.origin).toEqual({
      kind: 'outputs',
      source: 'outputs.json',
      address: 'output.address_plan',
    });
    expect(unknown).toEqual([]);
  });

  test.each(['', '[]', '{}', '{"vpc_id":{"value":1}}', 'null'])('is refused when it is %j', (text) => {
    expect(() => factsOfOutputs(text, 'outputs.json')).toThrow(/^outputs\.json /);
  });
});
