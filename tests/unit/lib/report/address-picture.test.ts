import { describe, expect, test } from '@jest/globals';
import { addressPage } from '#lib/report/address-page.js';
import { addressPicture } from '#lib/report/address-picture.js';
import { addressPlanDocument, type AddressPlanFields } from '#lib/report/address-plan-document.js';
import { addressSections, addressSummary } from '#lib/report/address-summary.js';
import { addressTree } from '#lib/report/address-tree.js';

const origin = { kind: 'file', source: 'a.yml', file: 'a.yml', line: 3 } as const;
type Range = AddressPlanFields['facts']['ranges'][number];
const range = (role: Range['role'], text: string, name = ''): Range => ({
  role,
  text,
  name,
  network: '',
  origin,
});

const EVIL = '"><script>alert(1)</script>&`|\u202e';

function documentOf(ranges: readonly Range[], more: Partial<AddressPlanFields> = {}) {
  const [one, other] = ranges;
  const fields: AddressPlanFields = {
    verdict: 'failed',
    counts: { errors: 1, warnings: 0, infos: 0, ignored: 0, unknown: 0 },
    unlisted: 0,
    checked: { ranges: ranges.length, asns: 0, pairs: 1, rules: 1 },
    sources: ['a.yml'],
    findings: [
      {
        code: 'ADR201',
        rule: 'vpc-vnet-overlap',
        severity: 'error',
        sentence: `They overlap ${EVIL}`,
        remedy: `Move one ${EVIL}`,
        subjects: [one, other].flatMap((each) => (each === undefined ? [] : [each])),
        freeBlock: { cidr: '10.99.0.0/16', within: '10.0.0.0/8' },
        ignored: null,
      },
    ],
    unknown: [],
    facts: { ranges: [...ranges], asns: [], tunnelAddresses: [], quantities: [], modes: [], unknown: [] },
    picture: null,
    suggestion: null,
    sha: 'a'.repeat(40),
    headSha: null,
    runUrl: 'https://example.test',
    generatedAt: '2026-11-22T12:00:00Z',
    ...more,
  };
  const document = addressPlanDocument.create(fields);
  return addressPlanDocument.create({ ...fields, picture: addressPicture(document) });
}

const CONFLICT = [range('vpc', '10.40.0.0/16', EVIL), range('vnet', '10.40.128.0/17', 'vnet')];

describe('the picture', () => {
  test('hatches what two ranges share, and numbers lead to the sentence', () => {
    const { picture } = documentOf(CONFLICT);
    expect(picture?.match(/fill="url\(#hatch\)"/g)).toHaveLength(2);
    expect(picture?.match(/<circle class="dot"/g)).toHaveLength(2);
    expect(picture).toContain('>1. ADR201: They overlap');
    expect(picture).toContain('role="img"');
  });

  test('without findings nothing is red', () => {
    const { picture } = documentOf(CONFLICT, { findings: [], verdict: 'passed' });
    expect(picture).not.toMatch(/url\(#hatch\)"|class="(bad|dot)"/);
    expect(picture).toContain('Address plan: no conflict');
  });

  test('what is ignored is not marked', () => {
    const [finding] = documentOf(CONFLICT).findings;
    const ignored = { reason: 'known', until: '2027-01-01' };
    const findings = finding === undefined ? [] : [{ ...finding, ignored }];
    expect(documentOf(CONFLICT, { findings, verdict: 'passed' }).picture).not.toContain('class="bad"');
  });

  test('there is none of nothing, and none of what is no range', () => {
    expect(documentOf([]).picture).toBeNull();
    expect(documentOf([range('vpc', '10.0.0.0/33')]).picture).toBeNull();
  });

  test('IPv4 and IPv6 side by side, thousands of ranges cut to what can be seen', () => {
    const many = Array.from({ length: 3000 }, (_, index) =>
      range('peer', `10.${String(index >> 8)}.${String(index & 255)}.0/24`),
    );
    const { picture } = documentOf([...CONFLICT, ...many, range('vnet', 'fd00:80::/48')]);
    expect(picture).toContain('fd00:80::/48');
    expect(picture).toMatch(/\d+ further ranges without findings not drawn/);
    expect(picture?.match(/<rect class="b b-/g)?.length ?? 0).toBeLessThan(200);
    expect(picture).toContain('10.40.128.0/17');
  });
});

test('text of others is only text, in picture, page, summary and comment', () => {
  const document = documentOf(CONFLICT, { suggestion: `vpc = "${EVIL}"\n` });
  const page = addressPage(document);
  for (const text of [document.picture ?? '', page]) {
    expect(text).not.toMatch(/<script|alert\(1\)<\/script/);
    expect(text).not.toContain('\u202e');
  }
  expect(page).toContain("default-src 'none'");
  const summary = addressSummary(document)
    .map(({ markdown }) => markdown)
    .join('\n\n');
  const [comment = ''] = addressSections({ document, unknownReason: null });
  for (const text of [summary, comment]) {
    expect(text.replaceAll(/```[\s\S]*?```/g, '')).not.toMatch(/<script/);
    expect(text).not.toContain('\u202e');
  }
});

test('the tree shows what lies in what', () => {
  const tree = addressTree(
    documentOf([
      range('vpc', '10.40.0.0/16', 'main'),
      range('vnet', '10.80.0.0/16'),
      range('aws-subnet', '10.40.32.0/19', 'b'),
      range('azure-subnet', '10.80.0.0/20', 'nodes'),
      range('remote-node', '10.80.0.0/20'),
    ]),
  );
  expect(tree).toBe(
    [
      '```text',
      '10.40.0.0/16        VPC              main  ✗ 1',
      '└─ 10.40.32.0/19    AWS subnet       b',
      '10.80.0.0/16        virtual network    ✗ 1',
      '└─ 10.80.0.0/20     Azure subnet     nodes',
      '   └─ 10.80.0.0/20  remote nodes',
      '```',
    ].join('\n'),
  );
});

describe('the part of the comment', () => {
  test('gets shorter to the verdict alone', () => {
    const sections = addressSections({ document: documentOf(CONFLICT), unknownReason: null });
    const sizes = sections.map((section) => Buffer.byteLength(section));
    expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
    expect(sections.at(-1)).toBe('### ❌ Address plan: 1 error in 2 ranges and 0 autonomous systems');
  });

  test('a missing document is unknown, plans without addresses are said so', () => {
    expect(addressSections({ document: null, unknownReason: 'its job left no document' })).toEqual([
      '### ❔ Address plan: unknown, its job left no document',
    ]);
    const counts = { errors: 0, warnings: 0, infos: 1, ignored: 0, unknown: 0 };
    const document = documentOf([], { verdict: 'unknown', counts, findings: [] });
    expect(addressSections({ document, unknownReason: null })).toEqual([
      'No address range in these plans, so none was checked.',
    ]);
  });
});
