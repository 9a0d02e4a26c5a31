import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseUiLine } from '#lib/terraform/ui-stream.js';

const folders = { directory: '/repo', workspace: '/repo' };
const resource = { addr: 'module.a.aws_vpc.main["x"]', module: 'module.a', resource_type: 'aws_vpc' };
const parse = (value: object) =>
  parseUiLine(JSON.stringify({ '@level': 'info', '@message': 'id=SECRET', ...value }), folders);

test.each([
  [
    { type: 'version', terraform: '1.11.4', ui: '1.2' },
    { type: 'version', tool: 'terraform', version: '1.11.4' },
  ],
  [
    { type: 'version', tofu: '1.10.0', ui: '1.2' },
    { type: 'version', tool: 'opentofu', version: '1.10.0' },
  ],
  [
    { type: 'refresh_complete', hook: { resource, id_key: 'id', id_value: 'SECRET' } },
    { type: 'refreshed', address: resource.addr },
  ],
  [
    { type: 'apply_complete', hook: { resource, action: 'read' } },
    { type: 'read', address: resource.addr },
  ],
  [
    { type: 'planned_change', change: { resource, action: 'replace' } },
    { type: 'planned', address: resource.addr, action: 'replace' },
  ],
  [
    { type: 'resource_drift', change: { resource, action: 'update' } },
    { type: 'drift', address: resource.addr, action: 'update' },
  ],
  [
    { type: 'planned_change', change: { resource } },
    { type: 'planned', address: resource.addr, action: 'unknown' },
  ],
  [
    { type: 'init_output', '@message': ' Initializing\n' },
    { type: 'note', message: 'Initializing' },
  ],
])('reads %j', (line, event) => {
  const found = parse(line);
  expect(found).toEqual(event);
  expect(JSON.stringify(found)).not.toContain('SECRET');
});

test('reads diagnostics with their place', () => {
  const diagnostic = {
    severity: 'warning',
    summary: 'Old',
    detail: '',
    range: { filename: 'a.tf', start: { line: 2 } },
  };
  expect(parse({ type: 'diagnostic', diagnostic })).toMatchObject({
    type: 'diagnostic',
    diagnostic: { severity: 'warning', summary: 'Old', file: 'a.tf', startLine: 2, endLine: null },
  });
});

test('passes over outputs, summaries, unknown events and text', () => {
  expect(parse({ type: 'outputs', outputs: { a: { value: 'SECRET' } } })).toBeUndefined();
  expect(parse({ type: 'change_summary' })).toBeUndefined();
  expect(parse({ type: 'planned_change', change: {} })).toBeUndefined();
  for (const line of ['', '[command]/usr/bin/terraform', '{', 'null', '{"type":1}'])
    expect(parseUiLine(line, folders)).toBeUndefined();
  fc.assert(
    fc.property(
      fc.jsonValue(),
      (value) => void parse({ type: 'diagnostic', diagnostic: value, hook: value, change: value }),
    ),
  );
});
