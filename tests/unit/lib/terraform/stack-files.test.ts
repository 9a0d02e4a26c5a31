import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
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
    expect([...foundation.modules].sort()).toEqual([
      'infra/modules/net',
      'infra/modules/net/inner',
      'infra/stacks/foundation',
    ]);
  });
});

describe('references of one stack', () => {
  const touchedBy = (code: string, path: string, files: Readonly<Record<string, string>> = {}) =>
    touches(path, stackDependencies(repository({ 'stacks/a/main.tf': code, ...files }), 'stacks/a'));

  test.each([
    ['a file that the pull request removed', 'x = file("../../data/x.txt")', 'data/x.txt', true],
    ['the folder before an interpolation', 'x = file("../../data/${var.os}.txt")', 'data/ubuntu.txt', true],
    ['another folder', 'x = file("../../data/${var.os}.txt")', 'other/ubuntu.txt', false],
    ['a document that is read', 'x = file("${path.module}/README.md")', 'stacks/a/README.md', true],
    [
      'a document below a folder that is read',
      'x = fileset("${path.module}/t", "*")',
      'stacks/a/t/x.md',
      true,
    ],
    ['a document that is not read', 'x = file("${path.module}/x.txt")', 'stacks/a/README.md', false],
    ['a folder through path.root', 'x = "${path.root}/../../data"', 'data/x', true],
    ['a name that only begins alike', 'x = file("../../data/x")', 'data/xy', false],
    ['a path out of the repository', 'x = file("../../../x")', 'x', false],
    ['a registry module', 'module "a" { source = "hashicorp/x/aws" }', 'hashicorp/x/aws/main.tf', false],
    ['a source in JSON', '{"module":{"a":{"source":"../../m"}}}', 'm/main.tf', true],
  ])('%s', (_name, code, path, touched) => {
    expect(touchedBy(code, path)).toBe(touched);
  });

  test('in a module, path.module means the module and a bare path the stack', () => {
    const code = 'module "m" { source = "../../modules/m" }';
    const files = {
      'modules/m/main.tf':
        'a = file("${path.module}/../shared/a")\nb = file("../b")\nc = file("${path.root}/../c")',
    };
    const touched = ['modules/shared/a', 'stacks/b', 'stacks/c', 'modules/b', 'modules/c'].filter((path) =>
      touchedBy(code, path, files),
    );
    expect(touched).toEqual(['modules/shared/a', 'stacks/b', 'stacks/c']);
  });

  test('too many modules to follow: then everything counts', () => {
    const calls = Array.from(
      { length: 600 },
      (_, index) => `module "m${index}" { source = "../../m/${index}" }`,
    );
    expect(touchedBy(calls.join('\n'), 'anything.txt')).toBe(true);
  });
});

describe('names', () => {
  const named = (...directories: readonly string[]) => {
    const root = repository(Object.fromEntries(directories.map((directory) => [`${directory}/main.tf`, ''])));
    return findStacks(root, directories).stacks;
  };

  test('the root of the repository has a name and a slug', () => {
    expect(named('.')).toEqual([{ name: 'root', directory: '.', slug: '.' }]);
  });

  test('folders whose slugs would be equal are told apart', () => {
    const slugs = named('a/b', 'a-b').map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(2);
    for (const slug of slugs) expect(slug).toMatch(/^a-b-[0-9a-f]{8}$/);
  });

  const segment = fc
    .array(fc.constantFrom('a', 'b', 'B', '-', '_', '.', ' ', 'ä', '@', '(', '1'), {
      minLength: 1,
      maxLength: 60,
    })
    .map((parts) => parts.join(''))
    .filter((text) => !/^[. ]+$/.test(text) && text === text.trim());
  const directory = fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));

  test('any folders: names terraform-plan takes, slugs an artifact takes, none twice', () => {
    fc.assert(
      fc.property(fc.uniqueArray(directory, { minLength: 1, maxLength: 8 }), (directories) => {
        const stacks = named(...directories);
        expect(stacks.map((stack) => stack.directory)).toEqual([...directories].sort());
        for (const { name, slug } of stacks) {
          expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/);
          expect(slug).toMatch(/^[A-Za-z0-9._-]+$/);
        }
        expect(new Set(stacks.map(({ name }) => name)).size).toBe(stacks.length);
        expect(new Set(stacks.map(({ slug }) => slug)).size).toBe(stacks.length);
      }),
      { numRuns: 40 },
    );
  });
});

describe('touches, against the definition', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'ab');
  const folder = fc.oneof(
    fc.constant('.'),
    fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/')),
  );
  const file = fc
    .tuple(fc.array(name, { maxLength: 4 }), fc.constantFrom('main.tf', 'x.md', 'a', 't.tftest.hcl'))
    .map(([parts, last]) => [...parts, last].join('/'));
  const folders = fc.array(folder, { maxLength: 4 });
  const isAtOrBelow = (path: string, above: string) => {
    const way = posix.relative(above, path);
    return way !== '..' && !way.startsWith('../');
  };

  test('at or below a file reference always, at or below a module unless it is a document', () => {
    fc.assert(
      fc.property(file, folders, folders, (path, modules, files) => {
        const isDocument = path.endsWith('.md') || path.endsWith('.tftest.hcl');
        const naive =
          files.some((above) => isAtOrBelow(path, above)) ||
          (!isDocument && modules.some((above) => isAtOrBelow(path, above)));
        expect(touches(path, { modules: new Set(modules), files: new Set(files) })).toBe(naive);
      }),
      { numRuns: 1000 },
    );
  });
});
