import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHcl, type HclBlock } from './hcl.ts';

/** A module or stack with its files read. */
export interface TerraformTarget {
  /** Path below the repository, with forward slashes, for example `terraform/modules/aws-network`. */
  readonly path: string;
  /** Top-level blocks of all `.tf` files. */
  readonly blocks: readonly HclBlock[];
  /** Top-level blocks by test file name. */
  readonly tests: ReadonlyMap<string, readonly HclBlock[]>;
}

/** Every folder of terraform/modules, terraform/stacks and terraform/examples that holds `.tf` files, in order of paths. */
export function findTargets(root: string): readonly TerraformTarget[] {
  return ['modules', 'stacks', 'examples'].flatMap((kind) => {
    const parent = join(root, 'terraform', kind);
    if (!existsSync(parent)) return [];
    return readdirSync(parent, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && files(join(parent, entry.name), '.tf').length > 0)
      .map((entry) => entry.name)
      .sort()
      .map((name) => readTarget(root, `terraform/${kind}/${name}`));
  });
}

/** Reads one module or stack. An error of parsing names the file. */
export function readTarget(root: string, path: string): TerraformTarget {
  const directory = join(root, path);
  const tests = join(directory, 'tests');
  return {
    path,
    blocks: files(directory, '.tf').flatMap((name) => parseFile(join(directory, name))),
    tests: new Map(files(tests, '.tftest.hcl').map((name) => [name, parseFile(join(tests, name))])),
  };
}

function files(directory: string, ending: string): readonly string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => name.endsWith(ending))
    .sort();
}

function parseFile(file: string): readonly HclBlock[] {
  try {
    return parseHcl(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
