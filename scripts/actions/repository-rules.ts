import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isScalar, isSeq, parseDocument, visit, type Document } from 'yaml';
import * as z from 'zod';
import { listFiles, type ActionFolder } from '#scripts/support/repository.js';
import type { Finding } from './rules.ts';

/** The Node version of `using: node24`. */
const NODE_MAJOR = '24';

const manifest = z.looseObject({ devDependencies: z.record(z.string(), z.string()).default({}) });

/** What must agree between the actions and the rest of the repository: one Node version, complete lists. */
export function checkRepository(root: string, actions: readonly ActionFolder[]): readonly Finding[] {
  return [...checkNodeVersions(root), ...checkLists(root, actions)];
}

function checkNodeVersions(root: string): readonly Finding[] {
  const found: (readonly [place: string, what: string, version: string])[] = [];
  const path = join(root, 'package.json');
  const { devDependencies } = manifest.parse(existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {});
  for (const name of ['node', '@types/node']) {
    found.push(['package.json', `development dependency ${name}`, devDependencies[name] ?? 'missing']);
  }
  for (const name of ['.nvmrc', '.node-version']) {
    if (existsSync(join(root, name))) found.push([name, name, readFileSync(join(root, name), 'utf8').trim()]);
  }
  found.push(...setupNodeVersions(root));
  return found
    .filter(([, , version]) => /^[~^v]?(\d+)/.exec(version)?.[1] !== NODE_MAJOR)
    .map(([place, what, version]) => ({
      place,
      rule: 'node-version',
      message: `${what} is ${version}, but everything runs on Node ${NODE_MAJOR}`,
    }));
}

/**
 * Every `node-version` in the workflows. One that comes from a matrix stands for this version when the matrix has it
 * among others: that is a job which proves that the commands also start on an older Node.
 */
function setupNodeVersions(root: string): readonly (readonly [string, string, string])[] {
  const folder = join(root, '.github', 'workflows');
  return listFiles(folder)
    .filter((file) => /\.ya?ml$/.test(file))
    .flatMap((file) => {
      const values = collectValues(parseDocument(readFileSync(join(folder, file), 'utf8')));
      return (values.get('node-version') ?? []).flat().map((version) => {
        const key = /^\$\{\{\s*matrix\.([\w-]+)\s*\}\}$/.exec(version)?.[1];
        const matrix = key === undefined ? [] : (values.get(key) ?? []).flat();
        return [
          `.github/workflows/${file}`,
          'node-version',
          matrix.includes(NODE_MAJOR) ? NODE_MAJOR : version,
        ] as const;
      });
    });
}

/** Each key of a YAML document with the scalars, or lists of scalars, that it has anywhere. */
function collectValues(document: Document): ReadonlyMap<string, readonly (readonly string[])[]> {
  const values = new Map<string, (readonly string[])[]>();
  visit(document, {
    Pair: (_, { key, value }) => {
      if (!isScalar(key)) return;
      const items = isSeq(value) ? value.items : [value];
      const texts = items.filter((item) => isScalar(item)).map((item) => String(item.value));
      values.set(String(key.value), [...(values.get(String(key.value)) ?? []), texts]);
    },
  });
  return values;
}

/** Lists that name actions: each must name all of them. `always`: the file must be such a list; others may name none. */
const LISTS = [
  { file: 'README.md', always: true },
  { file: '.github/CODEOWNERS', always: false },
  { file: 'CODEOWNERS', always: false },
  { file: '.github/dependabot.yml', always: false },
] as const;

function checkLists(root: string, actions: readonly ActionFolder[]): readonly Finding[] {
  const names = actions.map(({ name }) => name);
  return LISTS.flatMap(({ file, always }) => {
    const text = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '';
    const listed = new Set(
      [...text.matchAll(/(?<![\w-])actions\/([a-z0-9-]+)(?=[/)\s"'`#]|$)/gm)].flatMap(
        ([, name]) => name ?? [],
      ),
    );
    if (!always && !names.some((name) => listed.has(name))) return [];
    return names
      .filter((name) => !listed.has(name))
      .map((name) => ({ place: file, rule: 'list', message: `does not name actions/${name}` }));
  });
}
