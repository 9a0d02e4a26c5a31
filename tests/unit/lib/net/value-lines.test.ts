import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { redactFacts } from '#lib/net/redact-facts.js';
import { NO_FACTS, type Origin } from '#lib/net/address-facts.js';
import { findValue, readValueFiles } from '#lib/net/value-lines.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

const file = (...lines: readonly string[]) => [{ path: 'a.tfvars', lines }];

describe('the line of a value', () => {
  test.each<[string, readonly string[], string, string, number | null]>([
    ['alone on its line', ['vpc_cidr = "10.0.0.0/16"'], 'vpc', '10.0.0.0/16', 1],
    [
      'in a list of several lines',
      ['remote_pod_cidrs = [', '  "10.1.0.0/16",', '  "10.2.0.0/16",', ']'],
      'remote-pod',
      '10.2.0.0/16',
      3,
    ],
    [
      'only as a whole token',
      ['a = "10.0.0.0/160"', 'b = "110.0.0.0/16"', 'c = "10.0.0.0/16"'],
      'peer',
      '10.0.0.0/16',
      3,
    ],
    ['not in a comment', ['# 10.0.0.0/16', 'a = 1 // 10.0.0.0/16'], 'vpc', '10.0.0.0/16', null],
    ['a hash in a text is no comment', ['a = "#" # x', 'b = ["#1", "10.0.0.0/16"]'], 'vpc', '10.0.0.0/16', 2],
    [
      'by the name of the variable',
      ['pods = "10.0.0.0/16"', 'vpc_cidr = "10.0.0.0/16"'],
      'vpc',
      '10.0.0.0/16',
      2,
    ],
    ['not guessed', ['a = "10.0.0.0/16"', 'b = "10.0.0.0/16"'], 'vpc', '10.0.0.0/16', null],
    ['numbers', ['node_bgp_asn = 64512'], 'cilium', '64512', 1],
    ['IPv6', ['a = "fd00::/56"'], 'vpc', 'fd00::/56', 1],
    ['dots are dots', ['a = "10x0.0.0/16"'], 'vpc', '10.0.0.0/16', null],
  ])('%s', (_name, lines, role, text, line) => {
    expect(findValue(file(...lines), role, text)).toEqual(line === null ? null : { file: 'a.tfvars', line });
  });

  test('files are found by glob, not in folders of tools', () => {
    const workspace = temporaryDirectory('values-');
    for (const path of ['x/a.tfvars', 'b.tfvars', '.terraform/c.tfvars', 'node_modules/m/d.tfvars', 'e.tf']) {
      mkdirSync(dirname(join(workspace, path)), { recursive: true });
      writeFileSync(join(workspace, path), 'a = 1\r\nb = 2');
    }
    const files = readValueFiles(workspace, ['**/*.tfvars']);
    expect(files.map(({ path }) => path)).toEqual(['b.tfvars', 'x/a.tfvars']);
    expect(files[0]?.lines).toEqual(['a = 1', 'b = 2']);
  });
});

test('a fact that holds a secret is told as unknown', () => {
  const origin: Origin = { kind: 'plan', source: 'foundation' };
  const range = (text: string) => ({ role: 'vpc', text, name: text, network: '', origin }) as const;
  const facts = redactFacts({ ...NO_FACTS, ranges: [range('10.0.0.0/16'), range('10.1.0.0/16')] }, (text) =>
    text.replace('10.1.0.0', '(sensitive)'),
  );
  expect(facts.ranges.map(({ text }) => text)).toEqual(['10.0.0.0/16']);
  expect(facts.unknown).toEqual([
    { what: '10.1.0.0/16', role: 'vpc', reason: 'it is marked as sensitive', origin },
  ]);
});
