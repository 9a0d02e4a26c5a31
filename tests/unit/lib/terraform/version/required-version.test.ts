import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { topLevelBlocks } from '#lib/terraform/version/hcl-blocks.js';
import { findRequiredVersions, type ToolName } from '#lib/terraform/version/required-version.js';
import { temporaryDirectory } from '../../../../support/temporary.ts';

/** `file:line constraint` of each, and what could not be determined. */
function scan(files: Readonly<Record<string, string>>, tool: ToolName = 'terraform', directory = 'stack') {
  const root = temporaryDirectory();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { found, unknown } = findRequiredVersions(root, directory, tool);
  return { found: found.map(({ file, line, text }) => `${file}:${line ?? '?'} ${text}`), unknown };
}

const required = (text: string): string => `terraform {\n  required_version = "${text}"\n}\n`;
const call = (name: string, source: string): string => `module "${name}" {\n  source = "${source}"\n}\n`;

describe('findRequiredVersions', () => {
  test('reads the root and every module that local paths reach, also in a circle', () => {
    const { found, unknown } = scan({
      'stack/main.tf': required('>= 1.10') + call('a', './a') + call('b', '../modules/b/'),
      'stack/a/x.tf': required('~> 1.9'),
      'modules/b/x.tf': call('c', '../c') + call('far', 'hashicorp/consul/aws'),
      'modules/c/x.tf': required('< 2') + call('b', '../b'),
      'other/x.tf': required('0.12.0'),
    });
    expect(found).toEqual(['stack/main.tf:2 >= 1.10', 'stack/a/x.tf:2 ~> 1.9', 'modules/c/x.tf:2 < 2']);
    expect(unknown).toEqual([]);
  });

  test('reads JSON syntax, in objects and in lists', () => {
    const { found } = scan({
      'stack/a.tf.json': '{"terraform": {"required_version": "~> 1.5"}, "module": {"m": {"source": "./m"}}}',
      'stack/b.tf.json': '{"terraform": [{"backend": {}}, {"required_version": "< 1.8"}]}',
      'stack/c.tf.json': '{"terraform": {"required_version": ',
      'stack/m/x.tf.json': '[{"terraform": {"required_version": ">= 1.2"}}]',
    });
    expect(found).toEqual([
      'stack/a.tf.json:? ~> 1.5',
      'stack/b.tf.json:? < 1.8',
      'stack/m/x.tf.json:? >= 1.2',
    ]);
  });

  test('only OpenTofu reads .tofu files, and reads them instead of .tf files of the same name', () => {
    const files = {
      'stack/versions.tf': required('~> 1.11'),
      'stack/versions.tofu': required('~> 1.8'),
      'stack/more.tf': required('>= 1'),
      'stack/only.tofu': required('< 2'),
    };
    expect(scan(files).found).toEqual(['stack/more.tf:2 >= 1', 'stack/versions.tf:2 ~> 1.11']);
    expect(scan(files, 'opentofu').found).toEqual([
      'stack/more.tf:2 >= 1',
      'stack/only.tofu:2 < 2',
      'stack/versions.tofu:2 ~> 1.8',
    ]);
  });

  test('an override file replaces what the others say, as in Terraform', () => {
    const { found } = scan({
      'stack/a.tf': required('~> 1.4'),
      'stack/z.tf': required('< 9'),
      'stack/my_override.tf': required('~> 1.11'),
    });
    expect(found).toEqual(['stack/my_override.tf:2 ~> 1.11']);
  });

  test('hidden files, other folders and tests do not count', () => {
    const { found } = scan({
      'stack/.hidden.tf': required('1.0.0'),
      'stack/#x.tf': required('1.0.0'),
      'stack/x.tf~': required('1.0.0'),
      'stack/x.tftest.hcl': required('1.0.0'),
      'stack/sub/x.tf': required('1.0.0'),
    });
    expect(found).toEqual([]);
  });

  test('says what it could not look into', () => {
    const { unknown } = scan({
      'stack/main.tf':
        call('a', './modules/${var.name}') + call('b', '../../outside') + call('c', './absent'),
    });
    expect(unknown).toEqual([
      'The module source at stack/main.tf:2 is not a plain string.',
      'The module at stack/main.tf:5 lies outside the repository.',
    ]);
  });
});

describe('topLevelBlocks', () => {
  test('comments, strings, templates, heredocs and nested blocks hide what they hold', () => {
    const { found } = scan({
      'stack/main.tf': [
        '# terraform { required_version = "0.1.0" }',
        '/* terraform {',
        'required_version = "0.2.0" } */',
        'locals {',
        '  a = "terraform { required_version = \\"0.3.0\\" }"',
        '  b = "${join("}", ["{", "x"])} %{ if true }}%{ endif } $${ {"',
        '  c = <<-EOT',
        '    terraform {',
        '      required_version = "0.4.0"',
        '    }',
        '  EOT',
        '  d = { terraform = { required_version = "0.5.0" } }',
        '}',
        'terraform { // comment',
        '  backend "s3" {',
        '    required_version = "0.6.0"',
        '  }',
        '  required_version = "~> 1.11" # "0.7.0"',
        '}',
      ].join('\r\n'),
    });
    expect(found).toEqual(['stack/main.tf:18 ~> 1.11']);
  });

  test('one-line blocks, several blocks, and values that are no strings', () => {
    const blocks = topLevelBlocks(
      'terraform { required_version = "1.0.0" }\nterraform {\n required_version = var.x\n}',
    );
    expect(blocks.map(({ attributes }) => attributes.get('required_version'))).toEqual([
      expect.objectContaining({ text: '1.0.0', line: 1 }),
      expect.objectContaining({ text: null, line: 3 }),
    ]);
  });

  test('any text ends, without an error', () => {
    const piece = fc.constantFrom(
      '"',
      '${',
      '}',
      '{',
      '<<E\n',
      'E\n',
      '\n',
      '\\',
      '/*',
      '*/',
      '#',
      'a',
      '=',
      ' ',
      '$${',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(Array.isArray(topLevelBlocks(pieces.join('')))).toBe(true);
      }),
    );
    expect(topLevelBlocks('"${'.repeat(50_000))).toEqual([]);
  });

  test('what comes before a block does not hide it', () => {
    const value = fc.oneof(
      fc.string().map((text) => JSON.stringify(text.replaceAll(/[^ -~]|[$%\\]/g, ''))),
      fc.constantFrom(
        '"${a["}"]}"',
        '<<EOT\n}\n"\nEOT',
        '[1, 2,\n 3]',
        '{ a = "{" }',
        'a == b',
        '"$${"',
        '"\\"{"',
      ),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 8 }), (values) => {
        const text = `locals {\n${values.map((each, index) => `v${index} = ${each}\n`).join('')}}\n${required('~> 1.11')}`;
        const block = topLevelBlocks(text).at(-1);
        expect(block?.attributes.get('required_version')?.text).toBe('~> 1.11');
      }),
    );
  });
});
