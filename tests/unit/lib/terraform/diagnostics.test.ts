import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  ANNOTATIONS_PER_STEP,
  Annotator,
  type Diagnostic,
  parseDiagnostic,
  parseValidation,
  sortDiagnostics,
} from '#lib/terraform/diagnostics.js';
import { recordingLogger } from '#tests/support/fake-deps.js';

const folders = { directory: '/work/repo/stacks/net', workspace: '/work/repo' };

/** As `terraform validate -json` of 1.11.4 writes it. */
const RAW = {
  severity: 'error',
  summary: 'Missing required argument',
  detail: 'The argument "value" is required, but no definition was found.',
  range: {
    filename: 'outputs.tf',
    start: { line: 3, column: 14, byte: 13 },
    end: { line: 4, column: 15, byte: 14 },
  },
  snippet: {
    context: 'output "x"',
    code: 'output "x" {}',
    values: [{ traversal: 'var.a', statement: 'is "SECRET"' }],
  },
};

const diagnostic = (fields: Partial<Diagnostic>): Diagnostic => ({
  severity: 'error',
  summary: 'Wrong',
  detail: '',
  address: null,
  file: null,
  startLine: null,
  endLine: null,
  ...fields,
});

describe('parseDiagnostic', () => {
  test('takes text and place, and no snippet with its values', () => {
    expect(parseDiagnostic(RAW, folders)).toEqual({
      severity: 'error',
      summary: 'Missing required argument',
      detail: 'The argument "value" is required, but no definition was found.',
      address: null,
      file: 'stacks/net/outputs.tf',
      startLine: 3,
      endLine: 4,
    });
  });

  test.each([
    ['../../modules/vpn/main.tf', 'modules/vpn/main.tf'],
    ['./main.tf', 'stacks/net/main.tf'],
    ['/work/repo/envs/prod.tfvars', 'envs/prod.tfvars'],
    ['.terraform/modules/vpc/main.tf', null],
    ['../../../elsewhere/main.tf', null],
    ['/etc/passwd', null],
    ['<value for var.a>', null],
    ['', null],
  ])('places %s at %s', (filename, file) => {
    const parsed = parseDiagnostic({ ...RAW, range: { ...RAW.range, filename } }, folders);
    expect(parsed).toMatchObject({ file, startLine: file === null ? null : 3 });
  });

  test('takes an unknown severity for an error, and survives missing parts', () => {
    expect(parseDiagnostic({ severity: 'grave', summary: 'x' }, folders)).toEqual(
      diagnostic({ summary: 'x' }),
    );
    expect(parseDiagnostic({ severity: 'warning', summary: 'x', address: 'a.b' }, folders)).toEqual(
      diagnostic({ severity: 'warning', summary: 'x', address: 'a.b' }),
    );
    expect(parseDiagnostic({ summary: 'x', range: { filename: 'a.tf' } }, folders)).toMatchObject({
      startLine: null,
    });
  });

  test('never throws, whatever JSON comes', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void parseDiagnostic(value, folders)));
    fc.assert(fc.property(fc.jsonValue(), (range) => void parseDiagnostic({ summary: 'x', range }, folders)));
  });
});

test('parseValidation reads the answer of validate and nothing else', () => {
  const text = JSON.stringify({
    format_version: '1.0',
    valid: false,
    error_count: 1,
    diagnostics: [RAW, 'noise'],
  });
  expect(parseValidation(text, folders)).toMatchObject({ valid: false, diagnostics: [{ startLine: 3 }] });
  expect(parseValidation('{"valid":true}', folders)).toEqual({ valid: true, diagnostics: [] });
  for (const other of ['', 'Error: x', '[]', '{}', '{"valid":"yes"}']) {
    expect(parseValidation(other, folders)).toBeUndefined();
  }
});

test('sortDiagnostics gives one order for every order Terraform chooses', () => {
  const all = [
    diagnostic({ summary: 'no place' }),
    diagnostic({ file: 'a.tf', startLine: 9 }),
    diagnostic({ file: 'a.tf', startLine: 10 }),
    diagnostic({ file: 'b.tf', startLine: 1 }),
    diagnostic({ severity: 'warning', summary: 'later' }),
  ];
  const orders = fc.shuffledSubarray(all, { minLength: all.length });
  fc.assert(fc.property(orders, (order) => expect(sortDiagnostics(order)).toEqual(all)));
});

describe('Annotator', () => {
  const many = (severity: Diagnostic['severity'], count: number) =>
    Array.from({ length: count }, (_, index) =>
      diagnostic({ severity, summary: `Wrong ${index}`, file: 'a.tf', startLine: index + 1 }),
    );

  test('annotates up to the limit of GitHub and writes the rest as plain lines', () => {
    const log = recordingLogger();
    new Annotator(log).annotate([...many('error', 12), ...many('warning', 12)]);
    expect(log.messages('error')).toHaveLength(ANNOTATIONS_PER_STEP.error);
    expect(log.messages('warning')).toHaveLength(ANNOTATIONS_PER_STEP.warning);
    expect(log.messages('info')).toContain('Error: Wrong 11 (a.tf:12)');
    expect(log.messages('info')).toContain('Warning: Wrong 10 (a.tf:11)');
    expect(log.entries).toHaveLength(24);
  });

  test('shows what validate and plan both report once', () => {
    const log = recordingLogger();
    const annotator = new Annotator(log);
    annotator.annotate(many('error', 2));
    annotator.annotate(many('error', 3));
    expect(log.messages('error')).toEqual(['Wrong 0', 'Wrong 1', 'Wrong 2']);
  });
});
