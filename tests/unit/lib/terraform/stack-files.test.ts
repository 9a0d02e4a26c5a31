import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { findStacks, stackDependencies, touches } from '#lib/terraform/stack-files.js';
import { temporaryDirectory } from '../../../support/temporary.ts';

function repository(files: Readonly<Record<string, string>>): string {
  const root = temporaryDirectory('eks-hybrid-stacks-');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const ROOT = repository({
  'infra/stacks/foundation/main.tf':
    'module "net" {\n  source = "../../modules/net"\n}\n# module in "../../modules/comment"\n',
  'infra/stacks/foundation/README.md': '',
  'infra/stacks/nodes/main.tf':
    'resource "x" "y" {\n  user_data = templatefile("${path.module}/../../cloud-init/node.yaml", {})\n  script = file("${path.module}/join.sh")\n}\n',
  'infra/stacks/nodes/join.sh': '',
  'infra/stacks/notes/README.md': '',
  'infra/modules/net/main.tf': 'module "inner" {\n  source = "./inner"\n}\n',
  'infra/modules/net/inner/main.tofu': 'module "up" {\n  source = "../"\n}\n',
  'infra/modules/remote/main.tf': 'module "r" {\n  source = "git::https://example.com/x"\n}\n',
  'infra/cloud-init/node.yaml': '',
  'other/foundation/main.tf.json': '{}',
});

describe('finding stacks', () => {
  test('a star names every folder with Terraform files, a folder names itself', () => {
    const { stacks, missing } = findStacks(ROOT, ['infra/stacks/*', './other/foundation/']);
    expect(stacks).toEqual([
      {
        name: 'infra/stacks/foundation',
        directory: 'infra/stacks/foundation',
        slug: 'infra-stacks-foundation',
      },
      { name: 'nodes', directory: 'infra/stacks/nodes', slug: 'infra-stacks-nodes' },
      { name: 'other/foundation', directory: 'other/foundation', slug: 'other-foundation' },
    ]);
    expect(missing).toEqual([]);
  });

  test('a pattern that matches nothing is named', () => {
    expect(findStacks(ROOT, ['infra/stacks/notes', 'typo/*', 'infra/stacks/nodes']).missing).toEqual([
      'infra/stacks/notes',
      'typo/*',
    ]);
  });
});

describe('what a stack depends on', () => {
  const foundation = stackDependencies(ROOT, 'infra/stacks/foundation');
  const nodes = stackDependencies(ROOT, 'infra/stacks/nodes');

  test.each([
    ['infra/stacks/foundation/main.tf', true, false],
    ['infra/stacks/foundation/values.auto.tfvars', true, false],
    ['infra/stacks/foundation/.terraform.lock.hcl', true, false],
    ['infra/stacks/foundation/README.md', false, false],
    ['infra/stacks/foundation/tests/a.tftest.hcl', false, false],
    ['infra/modules/net/main.tf', true, false],
    ['infra/modules/net/inner/main.tofu', true, false],
    ['infra/modules/remote/main.tf', false, false],
    ['infra/cloud-init/node.yaml', false, true],
    ['infra/stacks/nodes/join.sh', false, true],
    ['main.tf', false, false],
  ])('%s', (path, touchesFoundation, touchesNodes) => {
    expect([touches(path, foundation), touches(path, nodes)]).toEqual([touchesFoundation, touchesNodes]);
  });

  test('modules that call each other in a circle end', () => {
    expect([...foundation].sort()).toEqual([
      'infra/modules/net',
      'infra/modules/net/inner',
      'infra/stacks/foundation',
    ]);
  });
});
