import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findBackends } from '#simulator/terraform-provider/backends.js';
import {
  assertLocalBackend,
  assertSafeEnvironment,
  SIMULATED_CREDENTIAL,
} from '#simulator/terraform-provider/guard.js';

describe('credentials beside a simulation', () => {
  const refused = (code: string, text: string) =>
    expect.objectContaining({ code, message: expect.stringContaining(text) });

  it.each([
    ['AWS_ACCESS_KEY_ID', 'AKIAIOSFODNN7EXAMPLE'],
    ['AWS_PROFILE', 'production'],
    ['AWS_WEB_IDENTITY_TOKEN_FILE', '/var/run/token'],
    ['ARM_CLIENT_SECRET', 'hunter2'],
    ['ARM_USE_MSI', '1'],
    ['AZURE_CLIENT_SECRET', 'hunter2'],
    ['GOOGLE_APPLICATION_CREDENTIALS', '/key.json'],
    ['TF_TOKEN_app_terraform_io', 'hunter2'],
  ])('refuses %s and does not repeat its value', (name, value) => {
    const environment = { PATH: '/bin', [name]: value };
    expect(() => assertSafeEnvironment(environment)).toThrow(refused('SIM1101', name));
    expect(() => assertSafeEnvironment(environment)).toThrow(
      expect.objectContaining({
        message: expect.not.stringMatching(new RegExp(`=|${value.replace(/\W/g, '.')}$`)),
      }),
    );
  });

  it('lets pass what the simulator itself hands out, and what is no credential', () => {
    assertSafeEnvironment({
      AWS_ACCESS_KEY_ID: `${SIMULATED_CREDENTIAL}0001`,
      AWS_SECRET_ACCESS_KEY: `x${SIMULATED_CREDENTIAL}`,
      AWS_REGION: 'eu-central-1',
      AWS_PROFILE: '',
      ARM_SUBSCRIPTION_ID: '00000000-0000-0000-0000-000000000000',
      ARM_USE_CLI: 'false',
      AZURE_CONFIG_DIR: '/tmp',
      HOME: '/root',
      UNSET: undefined,
    });
  });
});

describe('backends in HCL', () => {
  const kinds = (text: string) => findBackends('main.tf', text).map(({ kind, line }) => `${kind}:${line}`);

  it.each([
    ['a backend', 'terraform {\n  backend "s3" {\n  }\n}', ['s3:2']],
    ['a cloud block', 'terraform {\n  cloud {\n    organization = "o"\n  }\n}', ['cloud:2']],
    ['none', 'terraform {\n  required_version = ">= 1"\n}\nresource "x" "backend" {}', []],
    ['a label without quotes', 'terraform {\n  backend gcs {}\n}', ['gcs:2']],
    ['everything on one line', 'terraform { backend "azurerm" {} }', ['azurerm:1']],
    ['Windows line ends', 'terraform {\r\n\r\n  backend "s3" {}\r\n}', ['s3:3']],
    [
      'a backend in comments',
      '# terraform { backend "s3" {} }\n// backend "s3" {\n/* terraform {\nbackend "s3" {} } */',
      [],
    ],
    ['a comment within', 'terraform { # {\n  /* } */ backend "s3" {}\n}', ['s3:2']],
    ['a backend in text', 'locals {\n  a = "terraform { backend \\"s3\\" {} }"\n}', []],
    ['braces in text', 'locals {\n  a = "}}}{{"\n}\nterraform {\n  backend "s3" {}\n}', ['s3:5']],
    [
      'braces in an interpolation',
      'locals {\n  a = "${{ a = "}" }["a"]} {"\n}\nterraform {\n  backend "s3" {}\n}',
      ['s3:5'],
    ],
    ['an escaped interpolation', 'locals {\n  a = "$${"\n}\nterraform {\n  backend "s3" {}\n}', ['s3:5']],
    [
      'a heredoc',
      'locals {\n  a = <<-EOT\n    terraform { backend "s3" {} }\n    {{{\n    EOT\n}\nterraform {\n  backend "gcs" {}\n}',
      ['gcs:8'],
    ],
    [
      'a backend elsewhere',
      'module "m" {\n  backend "s3" {}\n}\nresource "terraform" "x" {\n  terraform {\n    backend "s3" {}\n  }\n}',
      [],
    ],
    ['an attribute of that name', 'terraform {\n  backend = "s3"\n}', []],
    ['an unfinished file', 'terraform {\n  backend "s3" {', ['s3:2']],
  ])('finds %s', (_what, text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it('finds the backend whatever stands before it', () => {
    const text = fc
      .string({ unit: 'grapheme-ascii' })
      .map((value) => JSON.stringify(value).replace(/[$%]\{/g, (start) => `${start[0] ?? ''}${start}`));
    fc.assert(
      fc.property(text, (value) => {
        // A dollar sign right before an escaped one would turn the escape into an interpolation: not what is tested.
        fc.pre(!/[$%]{3}\{/.test(value));
        expect(kinds(`locals {\n  a = ${value}\n}\nterraform {\n  backend "s3" {}\n}`)).toEqual(['s3:5']);
      }),
    );
  });

  it('ends for any text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('"', '{', '}', '$', '%', '\\', '<', 'E', '\n', '/', '*', '#', ' '),
        }),
        (text) => void kinds(text),
      ),
    );
  });
});

describe('a root module', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'guard-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it.each([
    ['versions.tf', 'terraform {\n  backend "s3" {}\n}', 'versions.tf:2 keeps the state in "s3"'],
    ['b.tf.json', '{"terraform":[{"backend":{"azurerm":{}}}]}', 'b.tf.json:1 keeps the state in "azurerm"'],
    ['c.tf.json', '{\n"terraform":{"cloud":{}}}', 'c.tf.json:2 keeps the state in "cloud"'],
  ])('with a remote backend in %s is refused', (name, text, message) => {
    writeFileSync(join(directory, name), text);
    const refusal = expect.objectContaining({ code: 'SIM1103', message: expect.stringContaining(message) });
    expect(() => assertLocalBackend(directory)).toThrow(refusal);
  });

  it('with a local backend, or none, passes', () => {
    writeFileSync(join(directory, 'a.tf'), 'terraform {\n  backend "local" {\n    path = "x"\n  }\n}');
    writeFileSync(join(directory, 'b.tf.json'), '{"terraform":{"backend":{"local":{}}}}');
    writeFileSync(join(directory, 'broken.tf.json'), '{');
    writeFileSync(join(directory, 'notes.txt'), 'terraform { backend "s3" {} }');
    assertLocalBackend(directory);
  });
});
