import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { policyFacts } from '#lib/terraform/policy-facts.js';
import { violations, type Policy } from '#lib/terraform/policy.js';
import { temporaryDirectory } from '../../../support/temporary.ts';

function repository(files: Readonly<Record<string, string>>): string {
  const root = temporaryDirectory('eks-hybrid-policy-');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** `kind what` of every fact of the module `m`, sorted and without repetition. */
function facts(files: Readonly<Record<string, string>>): readonly string[] {
  const found = policyFacts(repository(files), ['m']);
  return [...new Set(found.map(({ kind, what }) => `${kind} ${what}`))].sort();
}

const hcl = (text: string): readonly string[] => facts({ 'm/main.tf': text });
const json = (value: object): readonly string[] => facts({ 'm/main.tf.json': JSON.stringify(value) });
const declared = (entry: string) => hcl(`terraform {\n  required_providers {\n    ${entry}\n  }\n}\n`);

const OPEN: Policy = { providers: [], moduleSources: [], provisioners: true, external: true };

describe('providers', () => {
  test.each([
    ['an implied provider', 'resource "aws_vpc" "a" {}', ['provider hashicorp/aws']],
    ['a data source', 'data "azurerm_client_config" "a" {}', ['provider hashicorp/azurerm']],
    ['an ephemeral resource', 'ephemeral "random_password" "a" {}', ['provider hashicorp/random']],
    ['a type without an underscore', 'resource "thing" "a" {}', ['provider hashicorp/thing']],
    ['a configuration', 'provider "google" {}', ['provider hashicorp/google']],
    ['an action', 'action "aws_lambda_invoke" "a" {}', ['provider hashicorp/aws']],
    ['a check', 'check "c" {\n  data "http" "a" {}\n}', ['provider hashicorp/http']],
    ['what is built in', 'resource "terraform_data" "a" {}\ndata "terraform_remote_state" "b" {}', []],
    ['a variable', 'variable "aws_vpc" {\n  default = "resource"\n}', []],
  ])('%s', (_name, text, expected) => {
    expect(hcl(text)).toEqual(expected);
  });

  test.each([
    ['aws = {\n source = "hashicorp/aws"\n version = "~> 6.0"\n}', 'hashicorp/aws'],
    ['aws = { version = "6", source = "Evil/AWS" }', 'evil/aws'],
    ['aws = { "source" = "evil/aws" }', 'evil/aws'],
    ['aws = { source : "evil/aws" }', 'evil/aws'],
    ['aws = { source = "hashicorp/aws", source = "evil/aws" }', 'evil/aws'],
    ['aws = { ("source") = "evil/aws" }', 'unknown'],
    ['aws = { "so${"urce"}" = "evil/aws" }', 'unknown'],
    ['aws = ({ source = "evil/aws" })', 'unknown'],
    ['aws = { source = "${"evil"}/aws" }', 'unknown'],
    ['aws = { source = "\\u0065vil/aws" }', 'unknown'],
    ['aws = "~> 2.0"', 'hashicorp/aws'],
    ['aws = { version = "~> 2.0" }', 'hashicorp/aws'],
    ['aws = { source = "aws" }', 'hashicorp/aws'],
    ['aws = { source = "registry.terraform.io/hashicorp/aws" }', 'hashicorp/aws'],
    ['aws = { source = "registry.example.com/acme/aws" }', 'registry.example.com/acme/aws'],
  ])('declared as %s', (entry, address) => {
    expect(declared(entry)).toEqual([`provider ${address}`]);
  });

  test('a local name stands for the source that another file of the module declares', () => {
    const found = facts({
      'm/a.tf': 'resource "cloud_vm" "a" {}\nprovider "cloud" {}\n',
      'm/versions.tf':
        'terraform {\n  required_providers {\n    cloud = {\n      source = "acme/cloud"\n    }\n  }\n}\n',
    });
    expect(found).toEqual(['provider acme/cloud']);
  });

  test('built-in by its full address is none', () => {
    expect(declared('t = { source = "terraform.io/builtin/terraform" }')).toEqual([]);
  });
});

describe('what runs programs', () => {
  test.each([
    [
      'resource "terraform_data" "a" {\n  provisioner "local-exec" {\n    command = "x"\n  }\n}',
      ['provisioner local-exec'],
    ],
    [
      'resource "aws_instance" "a" {\n  provisioner "file" {}\n}',
      ['provider hashicorp/aws', 'provisioner file'],
    ],
    [
      'removed {\n  from = aws_vpc.a\n  provisioner "local-exec" {\n    when = destroy\n  }\n}',
      ['provisioner local-exec'],
    ],
    ['data "external" "a" {}', ['external data.external.a', 'provider hashicorp/external']],
    ['ephemeral "external" "a" {}', ['external ephemeral.external.a', 'provider hashicorp/external']],
    ['check "c" {\n  data "external" "a" {}\n}', ['external data.external.a', 'provider hashicorp/external']],
    ['action "local_command" "a" {}', ['provider hashicorp/local', 'provisioner local_command']],
    ['data "externals" "a" {}', ['provider hashicorp/externals']],
  ])('%s', (text, expected) => {
    expect(hcl(text)).toEqual(expected);
  });

  test.each(['terraform.d/plugins', '.terraform'])('the folder %s in the repository', (folder) => {
    expect(facts({ 'm/main.tf': '', [`m/${folder}/x`]: '' })).toEqual([
      `external what the folder m/${folder} brings`,
    ]);
  });
});

describe('modules', () => {
  const call = (source: string) => hcl(`module "x" {\n  source = ${source}\n}`);

  test.each([
    'git::https://github.com/acme/m.git//net?ref=v1',
    'acme/vpc/aws',
    '/srv/modules/x',
    '.hidden/x',
  ])('the remote source %s', (source) => {
    expect(call(`"${source}"`)).toEqual([`module ${source}`]);
  });

  test.each(['var.source', '"${var.x}/y"', '"\\u002e/evil"'])('%s cannot be read', (source) => {
    expect(call(source)).toEqual(['unreadable a module has a source that is no plain string']);
  });

  test('a module without a source cannot be read', () => {
    expect(hcl('module "x" {}')).toEqual(['unreadable a module has a source that is no plain string']);
  });

  test('local modules are followed, in JSON too, loops and missing folders end', () => {
    const found = facts({
      'm/main.tf.json': '{"module": {"x": {"source": "\\u002e/inner/"}}}',
      'm/inner/main.tf': 'module "back" {\n  source = "../"\n}\nmodule "none" {\n  source = "../gone"\n}\n',
      'm/inner/x.tofu': 'data "external" "a" {}',
    });
    expect(found).toEqual(['external data.external.a', 'provider hashicorp/external']);
  });
});

describe('JSON syntax', () => {
  test('says the same as the native one', () => {
    const body = {
      terraform: [{ required_providers: { cloud: { source: 'acme/cloud' }, aws: '~> 2.0' } }],
      resource: { cloud_vm: { a: [{ provisioner: [{ 'local-exec': { command: 'x' } }] }] } },
      data: [{ external: { b: {} } }],
      check: { c: { data: { http: { d: {} } } } },
      removed: [{ provisioner: { file: {} } }],
      provider: { google: [{}, { alias: 'x' }] },
      module: { m: { source: 'git::https://example.com/x?ref=1' } },
    };
    expect(json(body)).toEqual([
      'external data.external.b',
      'module git::https://example.com/x?ref=1',
      'provider acme/cloud',
      'provider hashicorp/aws',
      'provider hashicorp/external',
      'provider hashicorp/google',
      'provider hashicorp/http',
      'provisioner file',
      'provisioner local-exec',
    ]);
  });

  test.each(['', '{', '[]', 'null', '"x"'])('%j cannot be read', (text) => {
    expect(facts({ 'm/x.tf.json': text })).toEqual(['unreadable not a JSON object']);
  });
});

describe('what only looks like code', () => {
  const EVIL = 'data "external" "x" {}';

  test.each([
    `# ${EVIL}`,
    `// ${EVIL}`,
    `/*\n${EVIL}\n*/`,
    `locals {\n  x = <<-EOT\n    ${EVIL}\n  EOT\n}`,
    `locals {\n  x = "\\"\\n${EVIL.replaceAll('"', '\\"')}"\n}`,
    `locals {\n  x = "\${join("}", ["{"])} # /* <<EOT"\n}`,
  ])('%s', (text) => {
    expect(hcl(text)).toEqual([]);
    // And it does not hide what comes after it.
    expect(hcl(`${text}\n${EVIL}`)).toContain('external data.external.x');
  });

  test('a marker inside an interpolation does not end the heredoc', () => {
    const text = `locals {\n  x = <<A\n\${[for A in [] :\nA\n]}\n/*\nA\n}\n${EVIL}\n# */`;
    expect(hcl(text)).toEqual(['external data.external.x', 'provider hashicorp/external']);
  });

  test.each(['"${ /* " */ 1 }"', '"${ # "\n 1 }"', '"${ <<A\nx\nA\n}"', '"$$${x}"'])(
    'what the reader does not follow is unreadable: %s',
    (expression) => {
      expect(hcl(`locals {\n  x = ${expression}\n}`)).toContain(
        'unreadable an interpolation holds a comment or a heredoc',
      );
    },
  );

  test('any text is read without an error', () => {
    const root = repository({ 'm/main.tf': '' });
    const piece = fc.constantFrom('"', '${', '}', '{', '<<A\n', 'A\n', '/*', '#', '\n', '\\', '=', 'data ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        writeFileSync(join(root, 'm/main.tf'), pieces.join(''));
        expect(Array.isArray(policyFacts(root, ['m']))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('places and folders', () => {
  test('the file and the line of each', () => {
    const root = repository({
      'm/main.tf':
        '# a\nmodule "x" {\n  count  = 1\n  source = "acme/x/y"\n}\n\nresource "terraform_data" "a" {\n  provisioner "file" {}\n}\n',
    });
    expect(policyFacts(root, ['m'])).toEqual([
      { kind: 'module', what: 'acme/x/y', file: 'm/main.tf', line: 4 },
      { kind: 'provisioner', what: 'file', file: 'm/main.tf', line: 8 },
    ]);
  });

  test('a removed folder has none', () => {
    expect(policyFacts(repository({}), ['m', 'gone/away'])).toEqual([]);
  });
});

describe('what a policy allows', () => {
  const place = { file: 'm/main.tf', line: 3 };
  const refused = (policy: Partial<Policy>, kind: 'provider' | 'module', what: string): boolean =>
    violations([{ kind, what, ...place }], { ...OPEN, ...policy }).length > 0;

  test.each([
    [[], 'evil/x', false],
    [['hashicorp/aws'], 'hashicorp/aws', false],
    [['HashiCorp/AWS'], 'hashicorp/aws', false],
    [['hashicorp/aws'], 'hashicorp/awscc', true],
    [['hashicorp/*'], 'hashicorp/awscc', false],
    [['hashicorp/*'], 'hashicorp-evil/aws', true],
    [['example.com/acme/*'], 'example.com/acme/x', false],
    [['acme/x'], 'example.com/acme/x', true],
    [['hashicorp/*'], 'unknown', true],
  ])('providers %j: %s', (providers, what, expected) => {
    expect(refused({ providers }, 'provider', what)).toBe(expected);
  });

  test.each([
    [[], 'anything', false],
    [['git::https://github.com/acme/'], 'git::https://github.com/acme/m//net?ref=v1', false],
    [['git::https://github.com/acme/m'], 'git::https://github.com/acme/m?ref=v1', false],
    [['git::https://github.com/acme'], 'git::https://github.com/acme-evil/m', true],
    [['https://example.com'], 'https://example.com.evil.net/m', true],
    [['https://example.com'], 'https://example.com@evil.net/m', true],
    [['git::https://github.com/acme/'], 'git::https://github.com/acme/../evil/m', true],
    [['git::https://github.com/acme/'], 'git::https://github.com/acme/%2E./evil/m', true],
    [['git@github.com:'], 'git@github.com:acme/m', false],
    [['acme/'], 'acme/vpc/aws', false],
  ])('module sources %j: %s', (moduleSources, what, expected) => {
    expect(refused({ moduleSources }, 'module', what)).toBe(expected);
  });

  test.each([
    ['provisioner', { provisioners: false }],
    ['external', { external: false }],
    ['unreadable', { provisioners: false }],
    ['unreadable', { providers: ['a/b'] }],
    ['unreadable', { moduleSources: ['a/'] }],
  ] as const)('%s under %j', (kind, policy) => {
    const fact = { kind, what: 'thing', ...place };
    expect(violations([fact], OPEN)).toEqual([]);
    expect(violations([fact, { ...fact, line: 9 }], { ...OPEN, ...policy })).toEqual([
      { ...place, message: expect.stringContaining('thing') },
    ]);
  });
});
