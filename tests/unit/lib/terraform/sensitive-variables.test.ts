import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { SecretCollector } from '#lib/terraform/secrets.js';
import { secretsBeforePlan } from '#lib/terraform/sensitive-variables.js';
import { readStateSecrets } from '#lib/terraform/state-secrets.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

function found(files: Readonly<Record<string, string>>, environment: Readonly<Record<string, string>> = {}) {
  const directory = temporaryDirectory();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  return secretsBeforePlan({ directory, varFiles: [], environment });
}

const DECLARED = `variable "password" {
  type      = string
  sensitive = true
  default   = "hunter-default" # not "hunter-comment"
  description = "hunter-description"
}

variable "keys" {
  type = map(string)
  default = {
    # "hunter-comment"
    a = "hunter-a", b = "hunter\\"b"
  }
  sensitive = true
}

variable "text" {
  default = <<-EOT
    hunter-line
  EOT
  ephemeral = true
}

variable "plain" {
  default = "visible"
}
`;

describe('secrets that are known before there is a plan', () => {
  test('are defaults of sensitive variables, whatever their form, and nothing beside them', () => {
    const texts = found({ 'main.tf': DECLARED });
    expect(texts.map((text) => text.trim()).sort()).toEqual(
      ['hunter"b', 'hunter-a', 'hunter-default', 'hunter-line'].sort(),
    );
    expect(
      found({ 'main.tf.json': '{"variable":{"x":{"sensitive":true,"default":{"a":["hunter-json"]}}}}' }),
    ).toEqual(['hunter-json']);
  });

  test('are what variable files and the environment assign to them, also inside objects and as JSON', () => {
    const declared = DECLARED.replaceAll(/default\s+=.*\n/g, '');
    expect(
      found(
        {
          'main.tf': declared,
          'a.auto.tfvars':
            'plain = "visible"\nkeys = {\n  a = "hunter-1"\n  b = "hunter-2"\n}\nplain2 = "visible"\n',
          'terraform.tfvars.json': '{"password":"hunter-3","plain":"visible","text":["hunter-4"]}',
          'broken.auto.tfvars.json': '{',
          'not-loaded.tfvars': 'password = "hunter-5"\n',
        },
        { password: 'hunter-6', plain: 'visible' },
      ),
    ).toEqual(['hunter-1', 'hunter-2', 'hunter-3', 'hunter-4', 'hunter-6']);
  });
});

describe('secrets of a state', () => {
  async function ofState(text: string) {
    const file = join(temporaryDirectory(), 'state.json');
    writeFileSync(file, text);
    const secrets = new SecretCollector();
    return { known: await readStateSecrets(file, secrets), secrets: secrets.secrets() };
  }

  test('are its marked values, in every module, and its sensitive outputs', async () => {
    const resource = (value: string) => ({
      address: 'a.b',
      values: { key: value, plain: 'visible' },
      sensitive_values: { key: true },
    });
    const state = {
      format_version: '1.0',
      values: {
        outputs: { o: { sensitive: true, value: 'hunter-1' }, p: { sensitive: false, value: 'visible' } },
        root_module: {
          resources: [resource('hunter-2')],
          child_modules: [{ resources: [resource('hunter-3')] }],
        },
      },
    };
    expect(await ofState(JSON.stringify(state))).toEqual({
      known: true,
      secrets: ['hunter-1', 'hunter-2', 'hunter-3'],
    });
    expect(await ofState('{"format_version":"1.0"}')).toEqual({ known: true, secrets: [] });
  });

  test('are not known of anything that is not a state', async () => {
    for (const text of ['', '{', '[]', '{}', '{"format_version":"1.0","values":[]}'])
      expect(await ofState(text)).toEqual({ known: false, secrets: [] });
  });
});
