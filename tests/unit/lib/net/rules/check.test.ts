import { describe, expect, test } from '@jest/globals';
import type { AddressFacts, Origin } from '#lib/net/address-facts.js';
import { mergeFacts } from '#lib/net/address-facts.js';
import { LISTED_FINDINGS } from '#lib/net/rules/verdict.js';
import { facts, judge, LIVE, ORIGIN, OTHER, planWith, type RangeRow, route, rulesOf } from './plan.ts';

const DOCKER = planWith({ ranges: { office: '172.17.0.0/24' } });

function findingOf(plan: AddressFacts, rule: string) {
  const found = judge(plan).findings.filter((finding) => finding.rule === rule);
  expect(found).not.toEqual([]);
  return found[0];
}

describe('severities and ignores', () => {
  test('a severity decides about the verdict', () => {
    expect(judge(DOCKER).verdict).toBe('passed');
    expect(judge(DOCKER, { severities: { 'docker-range': 'error' } }).verdict).toBe('failed');
    expect(rulesOf(judge(DOCKER, { severities: { 'docker-range': 'off' } }))).toEqual([]);
  });

  test('an ignored finding is listed, and does not count', () => {
    const plan = planWith({ ranges: { office: '10.40.64.0/24' } });
    const ignore = {
      rule: 'peer-overlap',
      match: '10.40.64.0/24',
      reason: ' moves in May ',
      until: '2026-11-22',
    };
    const verdict = judge(plan, { ignores: [ignore] });
    expect(verdict.verdict).toBe('passed');
    expect(verdict.counts).toEqual({ error: 0, warning: 0, info: 0, ignored: 1 });
    expect(verdict.findings[0]?.ignored).toEqual({ reason: 'moves in May', until: '2026-11-22' });
    expect(judge(plan, { ignores: [{ ...ignore, match: '10.40.65.0/24' }] }).verdict).toBe('failed');
  });

  test('options that name nothing are refused, all at once', () => {
    const options = {
      severities: { 'no-such-rule': 'off', 'malformed-range': 'off' },
      ignores: [
        { rule: 'docker-range', reason: ' ', until: '2027-02-30' },
        { rule: 'other', reason: 'why', until: '2027-01-31' },
      ],
    } as const;
    expect(() => judge(DOCKER, options)).toThrow(
      expect.objectContaining({
        code: 'EHA1510',
        message: expect.stringMatching(
          /no-such-rule.*malformed-range.*cannot be off.*Ignore 1.*reason.*2027-02-30.*Ignore 2.*no such rule/,
        ),
      }),
    );
  });
});

describe('what is not known', () => {
  const unknown = {
    what: 'secondary range',
    role: 'vpc',
    reason: 'it is known after apply',
    origin: OTHER,
  } as const;

  test('keeps a plan from passing and names the rules it touches', () => {
    const verdict = judge(planWith({ unknown: [unknown] }));
    expect(verdict.verdict).toBe('unknown');
    expect(verdict.unknown).toHaveLength(1);
    expect(verdict.unknown[0]?.rules).toEqual(
      expect.arrayContaining(['vpcs-overlap', 'aws-subnet-outside-vpc']),
    );
    expect(verdict.unknown[0]?.rules).not.toContain('azure-subnet-outside-vnet');
  });

  test('is no ground for a finding about what is missing', () => {
    const change = { ranges: { subnetB: '10.41.0.0/20' } };
    expect(rulesOf(judge(planWith(change)))).toEqual(['aws-subnet-outside-vpc']);
    expect(rulesOf(judge(planWith({ ...change, unknown: [unknown] })))).toEqual([]);
  });

  test('does not hide an error', () => {
    expect(judge(planWith({ ranges: { office: '10.40.0.0/24' }, unknown: [unknown] })).verdict).toBe(
      'failed',
    );
  });

  test('a network that no source describes is unknown, not good', () => {
    const verdict = judge(facts({ ranges: [['aws-subnet', '10.40.0.0/24', 'a']] }));
    expect(verdict.verdict).toBe('unknown');
    expect(verdict.unknown.map(({ role }) => role)).toEqual(['vpc']);
  });

  test('a range that cannot be read leaves a gap, also where its finding is no error', () => {
    const verdict = judge(planWith({ ranges: { vpc: '10.40.0.5/16' } }), {
      severities: { 'malformed-range': 'warning' },
    });
    expect(verdict.verdict).toBe('unknown');
    expect(verdict.findings[0]?.remedy).toContain('10.40.0.0/16');
    expect(rulesOf(verdict)).toEqual(['malformed-range']);
  });

  test('no fact at all fails; no fact but a reason is unknown', () => {
    expect(judge(facts({})).verdict).toBe('failed');
    const denied = { what: 'VPCs', reason: 'DescribeVpcs was denied', origin: ORIGIN };
    expect(judge(facts({ unknown: [denied] })).verdict).toBe('unknown');
  });
});

describe('several sources', () => {
  const from = (origin: Origin, rows: readonly RangeRow[]) =>
    facts({
      ranges: rows.map(([role, text, name, network = '']) => [role, text, name, network, origin] as const),
    });

  test('that say the same are one, whatever they call it', () => {
    const rows: readonly RangeRow[] = [
      ['vpc', '10.40.0.0/16', 'module.aws.aws_vpc.this', 'vpc-1'],
      ['aws-subnet', '10.40.0.0/20', 'hybrid-private-a', 'vpc-1'],
    ];
    const outputs = from(ORIGIN, [
      ['vpc', '10.40.0.0/16', 'VPC'],
      ['aws-subnet', '10.40.0.0/20', 'eu-central-1a private'],
    ]);
    const verdict = judge(mergeFacts([outputs, from(OTHER, rows)]));
    expect(verdict.findings).toEqual([]);
    expect(verdict.checked.ranges).toBe(2);
  });

  test('resources and outputs of one plan are two sources', () => {
    const plan = from(OTHER, [['vpc', '10.40.0.0/16', 'main', 'aws_vpc.main']]);
    const output = from({ ...OTHER, address: 'output.address_plan' }, [['vpc', '10.41.0.0/16', 'VPC']]);
    const verdict = judge(mergeFacts([plan, output]));
    expect(rulesOf(verdict)).toEqual(['sources-disagree']);
    expect(verdict.findings[0]?.subjects.map(({ text }) => text)).toEqual(['10.40.0.0/16', '10.41.0.0/16']);
  });

  test('that disagree on one thing do not overlap with themselves', () => {
    const verdict = judge(
      mergeFacts([
        from(ORIGIN, [['vpc', '10.40.0.0/16', 'main']]),
        from(OTHER, [['vpc', '10.40.0.0/17', 'this']]),
      ]),
    );
    expect(rulesOf(verdict)).toEqual(['sources-disagree']);
  });

  test('with two networks each are compared by name, and strangers with one range conflict', () => {
    const verdict = judge(
      mergeFacts([
        from(ORIGIN, [
          ['vpc', '10.40.0.0/16', 'a'],
          ['vpc', '10.41.0.0/16', 'b'],
        ]),
        from(OTHER, [
          ['vpc', '10.40.0.0/16', 'a'],
          ['vpc', '10.41.0.0/16', 'c'],
        ]),
      ]),
    );
    expect(rulesOf(verdict)).toEqual(['vpcs-overlap']);
  });

  test('AS numbers, numbers, tunnel ends and pod routing are compared too', () => {
    const left = facts({
      ranges: [['vpc', '10.40.0.0/16', 'main']],
      asns: [['cilium', '65010', 'nodes']],
      quantities: [['nodes', 4]],
      routing: 'bgp',
    });
    const right: AddressFacts = {
      ...facts({
        asns: [['cilium', '65011', 'peering', OTHER]],
        quantities: [
          ['nodes', 2, 'pool a', OTHER],
          ['nodes', 3, 'pool b', OTHER],
        ],
      }),
      modes: [{ podRouting: 'udr', origin: OTHER }],
    };
    const verdict = judge(mergeFacts([left, right]));
    expect(
      verdict.findings.map(({ subjects }) => subjects.map(({ role, text }) => `${role} ${text}`)),
    ).toEqual([
      ['cilium 65010', 'cilium 65011'],
      ['nodes 4', 'nodes 5'],
      ['mode bgp', 'mode udr'],
    ]);
  });

  test('a source that could not read everything does not contradict', () => {
    const partial = facts({
      ranges: [['vpc', '10.40.0.0/16', 'main', '', OTHER]],
      unknown: [{ what: 'secondary', role: 'vpc', reason: 'denied', origin: OTHER }],
    });
    const full = from(ORIGIN, [
      ['vpc', '10.40.0.0/16', 'main'],
      ['vpc', '10.41.0.0/16', 'main'],
    ]);
    expect(rulesOf(judge(mergeFacts([full, partial])))).toEqual([]);
  });
});

describe('routes', () => {
  const live = { origin: LIVE };
  const toNodes = route('vpc-route', '10.80.0.0/16', 'transit-gateway', live);
  const toPods = route('vpc-route', '10.112.0.0/16', 'appliance', live);

  test('to pods may lead to the gateway of EKS, where it is in use', () => {
    const of = (routing: 'gateway' | 'udr' | 'masquerade', routes: AddressFacts['routes']) =>
      rulesOf(judge(planWith({ routing, asns: { routeServer: null }, routes })));
    expect(of('gateway', [toNodes, toPods])).toEqual([]);
    expect(of('gateway', [toNodes])).toEqual(['remote-unrouted']);
    expect(of('gateway', [{ ...toNodes, origin: OTHER }])).toEqual([]);
    expect(of('udr', [toNodes, toPods])).toEqual(['remote-unrouted']);
    expect(of('masquerade', [toNodes])).toEqual([]);
  });

  test('that may be missing are no ground for a finding', () => {
    const unknown = [{ what: 'tables', role: 'vpc-route', reason: 'denied', origin: LIVE }] as const;
    const verdict = judge(planWith({ routes: [toPods], unknown }));
    expect(rulesOf(verdict)).toEqual([]);
    expect(verdict.verdict).toBe('unknown');
    expect(verdict.unknown[0]?.rules).toEqual(['route-overlap', 'remote-unrouted']);
  });

  test('that are not announced do not count', () => {
    const many = Array.from({ length: 4100 }, (_, index) =>
      route('tgw-route', `10.${index >> 8}.${index & 255}.0/24`, 'vpc', { ...live, announced: false }),
    );
    const known = route('tgw-route', '10.80.0.0/16', 'vpn', live);
    expect(rulesOf(judge(planWith({ routes: [...many, known] })))).not.toContain('azure-routes');
  });

  test('one gateway that two sources tell is one', () => {
    const moreAsns = [['transit-gateway', '64512', '', OTHER]] as const;
    expect(rulesOf(judge(planWith({ moreAsns })))).toEqual([]);
  });
});

describe('subnets and their networks', () => {
  test('a subnet must lie in its own VPC, not in any', () => {
    const rows: readonly RangeRow[] = [
      ['vpc', '10.40.0.0/16', 'a', 'vpc-a'],
      ['vpc', '10.41.0.0/16', 'b', 'vpc-b'],
      ['aws-subnet', '10.41.0.0/24', 'in a', 'vpc-a'],
    ];
    const finding = findingOf(facts({ ranges: rows }), 'aws-subnet-outside-vpc');
    expect(finding?.sentence).toContain('10.40.0.0/16');
    expect(finding?.freeBlock).toEqual({ cidr: '10.40.0.0/24', within: '10.40.0.0/16' });
  });

  test('IPv6 is judged beside IPv4', () => {
    const rows: readonly RangeRow[] = [
      ['vpc', '10.40.0.0/16', 'main'],
      ['vpc', '2001:db8::/56', 'main'],
      ['aws-subnet', '2001:db8::/64', 'a'],
      ['aws-subnet', '2001:db8:1::/64', 'b'],
    ];
    expect(rulesOf(judge(facts({ ranges: rows })))).toEqual(['aws-subnet-outside-vpc']);
  });
});

describe('free blocks', () => {
  test.each([
    [
      'pods-in-vnet',
      planWith({ ranges: { pods: '10.80.64.0/18', pool: '10.80.64.0/18', gatewayPods: null } }),
      '10.0.0.0/8',
    ],
    ['azure-subnets-overlap', planWith({ ranges: { routeServerSubnet: '10.80.255.0/27' } }), '10.80.0.0/16'],
    ['aws-subnets-overlap', planWith({ ranges: { subnetB: '10.40.0.0/24' } }), '10.40.0.0/16'],
    [
      'tunnels-overlap',
      planWith({ ranges: { tunnel2: '169.254.21.0/30' }, addresses: [] }),
      '169.254.21.0/24',
    ],
    ['gateway-subnet-missing', planWith({ ranges: { gatewaySubnet: null } }), '10.80.0.0/16'],
  ])('of %s is looked for where it belongs, and removes the finding', (rule, plan, within) => {
    const block = findingOf(plan, rule)?.freeBlock;
    expect(block?.within).toBe(within);
    const probe = facts({
      ranges: [...plan.ranges.map(rowOf), ['peer', block?.cidr ?? '', 'probe']],
    });
    const foreign = judge(probe).findings.filter(
      ({ subjects }) =>
        subjects.some(({ name }) => name === 'probe') &&
        !subjects.some(({ role }) => role === 'vpc' || role === 'vnet'),
    );
    // As a tunnel's range it is link-local, which no other network may be.
    expect(foreign.filter(({ rule: id }) => id !== 'special-range')).toEqual([]);
  });

  test('where nothing is free there is none', () => {
    const plan = planWith({
      ranges: { office: '10.0.0.0/8' },
      moreRanges: [
        ['peer', '172.16.0.0/12', 'b'],
        ['peer', '192.168.0.0/16', 'c'],
      ],
    });
    expect(findingOf(plan, 'peer-overlap')?.freeBlock).toBeNull();
  });

  function rowOf({ role, text, name, network, origin }: AddressFacts['ranges'][number]): RangeRow {
    return [role, text, name, network, origin];
  }
});

describe('many findings', () => {
  const rows = Array.from({ length: 3000 }, (_, index): RangeRow => {
    const third = `${index >> 8}.${index & 255}`;
    return ['peer', `10.40.${third}/32`.replace(/^10\.40\.(\d+)\.(\d+)/, '10.40.$1.$2'), `host ${index}`];
  });
  const plan = planWith({ moreRanges: [...rows, ['peer', '172.17.0.0/16', 'lab']] });

  test('are listed up to a limit, errors first, and counted to the last', () => {
    const verdict = judge(plan);
    expect(verdict.findings).toHaveLength(LISTED_FINDINGS);
    expect(verdict.counts).toMatchObject({ error: 3000, warning: 1 });
    expect(verdict.unlisted).toBe(2001);
    expect(new Set(verdict.findings.map(({ severity }) => severity))).toEqual(new Set(['error']));
  });

  test('are counted beyond what is looked at one by one', () => {
    const same = Array.from({ length: 200 }, (_, index): RangeRow => [
      'peer',
      '10.40.7.0/24',
      `copy ${index}`,
    ]);
    const verdict = judge(planWith({ moreRanges: same }));
    expect(verdict.counts).toMatchObject({ error: 200, warning: 19_900 });
    expect(verdict.unlisted).toBe(19_100);
  });
});
