import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lintStack } from '#lib/terraform/lint.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

const STACK = 'stacks/net';
/** A file that satisfies the rules about versions, so that a test sees only its own findings. */
const VERSIONS = `terraform {
  required_version = ">= 1.10"
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 6.0" }
  }
}
`;

function lint(files: Readonly<Record<string, string>>): readonly string[] {
  const root = temporaryDirectory('lint-');
  for (const [name, text] of Object.entries({ [`${STACK}/versions.tf`]: VERSIONS, ...files })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return lintStack(root, STACK).map(({ rule, file, line }) => `${rule} ${file}:${String(line)}`);
}

const stack = (text: string, more: Readonly<Record<string, string>> = {}) =>
  lint({ [`${STACK}/main.tf`]: text, ...more });
const at = (rule: string, line: number, file = `${STACK}/main.tf`) => `${rule} ${file}:${String(line)}`;

describe('declarations', () => {
  test('that nothing uses, and variables without a type', () => {
    const text = `variable "used" {
  type = string
}
variable "loose" {}
variable "unused" {
  type = string
}
locals {
  a = var.used
  b = [local.a, var.loose]
}
data "aws_region" "unused" {}
data "aws_region" "used" {}
output "x" {
  value = "\${data.aws_region.used.name}"
}
`;
    expect(stack(text)).toEqual([
      at('typed-variables', 4),
      at('unused-declarations', 5),
      at('unused-declarations', 10),
      at('unused-declarations', 12),
    ]);
  });

  test.each([
    ['in a heredoc', 'output "x" {\n  value = <<-EOT\n    ${var.a}\n  EOT\n}\n'],
    ['in another file', ''],
    ['with white space and comments between', 'output "x" {\n  value = var /* of mine */ .\n a\n}\n'],
    ['in its own validation', ''],
    ['even in a comment', '# var.a\n'],
  ])('count as used %s', (name, text) => {
    const own = name.includes('validation') ? '  validation {\n    condition = var.a != ""\n  }\n' : '';
    const other = name.includes('file')
      ? { [`${STACK}/other.tf.json`]: '{"output":{"x":{"value":"${var.a}"}}}' }
      : {};
    expect(stack(`variable "a" {\n  type = string\n${own}}\n${text}`, other)).toEqual([]);
  });

  test('are not taken for each other by a beginning', () => {
    expect(
      stack('variable "a" {\n  type = string\n}\noutput "x" {\n  value = [var.a-b, var.ab, local.a]\n}\n'),
    ).toEqual([at('unused-declarations', 1)]);
  });

  test('of a data source with conditions of its own are not unused', () => {
    const check = '  lifecycle {\n    postcondition {\n      condition = self.name != ""\n    }\n  }\n';
    expect(stack(`data "aws_region" "checked" {\n${check}}\n`)).toEqual([]);
  });

  test('of the modules a stack uses are looked at, those of others are not', () => {
    const found = stack('module "a" {\n  source = "../../modules/a"\n}\n', {
      'modules/a/main.tf': 'variable "x" {}\n',
      'modules/b/main.tf': 'variable "x" {}\n',
    });
    expect(found).toEqual([
      at('typed-variables', 1, 'modules/a/main.tf'),
      at('unused-declarations', 1, 'modules/a/main.tf'),
    ]);
  });
});

describe('versions', () => {
  test('of Terraform and of providers that nothing holds', () => {
    const versions = 'terraform {\n  required_providers {\n    aws = { source = "hashicorp/aws" }\n  }\n}\n';
    const main =
      'resource "aws_vpc" "a" {}\nresource "azurerm_x" "b" {}\nresource "azurerm_x" "c" {}\nresource "terraform_data" "d" {}\n';
    expect(stack(main, { [`${STACK}/versions.tf`]: versions })).toEqual([
      at('required-providers', 2),
      at('required-version', 1, `${STACK}/versions.tf`),
      at('required-providers', 3, `${STACK}/versions.tf`),
    ]);
  });

  test('are not judged where a file cannot be read with certainty', () => {
    expect(stack('resource "azurerm_x" "b" {}\n', { [`${STACK}/more.tf.json`]: '{}' })).toEqual([]);
    expect(stack('resource "azurerm_x" "b" {\n  provider = aws.x\n}\n')).toEqual([]);
  });
});

describe('module sources', () => {
  test.each([
    ['git::https://github.com/acme/m.git', '', true],
    ['git::https://github.com/acme/m.git//sub?ref=main', '', true],
    ['git::https://github.com/acme/m.git//sub?ref=v1.2.0', '', false],
    ['git::ssh://git@example.com/m.git?depth=1&ref=abc1234', '', false],
    ['github.com/acme/m', '', true],
    ['acme/m/aws', '', true],
    ['acme/m/aws', '  version = "1.2.0"\n', false],
    ['app.terraform.io/acme/m/aws', '', true],
    ['https://example.com/m.zip', '', false],
    ['s3::https://s3.amazonaws.com/bucket/m.zip', '', false],
  ])('%s (%j) moves: %s', (source, version, moves) => {
    const found = stack(`module "m" {\n  source = "${source}"\n${version}}\n`);
    expect(found).toEqual(moves ? [at('pinned-modules', 1)] : []);
  });
});

test('no text makes it fail or run long', () => {
  const part = fc.constantFrom(
    'var',
    '.',
    'a',
    '/*',
    '*/',
    '//',
    '#',
    '\n',
    '"',
    '${',
    '}',
    '{',
    '<<E',
    'variable "a" ',
    'locals ',
    '=',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
      expect(stack(parts.join('')).every((line) => line.includes(STACK))).toBe(true);
    }),
    { numRuns: 60 },
  );
  expect(stack(`variable "a" {\n  type = string\n}\n${'var/**/'.repeat(20_000)}`)).toEqual([
    at('unused-declarations', 1),
  ]);
});
