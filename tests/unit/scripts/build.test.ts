import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { compareBudgets, type Budgets } from '#scripts/dist/budgets.js';
import { judgeStart } from '#scripts/dist/start.js';
import { listFiles } from '#scripts/support/repository.js';
import { installPackages, makeCheckout, type Checkout } from './checkout.ts';

const SOURCES = {
  'lib/text/shout.ts': `export type Loud = string;\n/** Stays readable. */\nexport const shout = (text: string): Loud => text.toUpperCase();\n`,
  'lib/text/parse.ts': `import { parse } from 'yaml';\nexport const read = (text: string): unknown => parse(text);\n`,
  'actions/alpha/src/main.ts': `import { shout } from '#lib/text/shout.js';
import { local } from './local.ts';
console.log(shout(local));
const { read } = await import('#lib/text/parse.js');
console.log(JSON.stringify(read('a: 1')));
`,
  'actions/alpha/src/local.ts': `export const local: string = 'alpha';\n`,
  'actions/alpha/src/post.ts': `import { plain } from './plain.js';\nconsole.log(plain);\n`,
  // As a package may have it.
  'actions/alpha/src/plain.js': `/** Lines that\r\n * end so. */\r\nexport const plain = 'post';\r\n`,
  'actions/beta/src/main.ts': `console.error('EHA1002: missing');\nprocess.exitCode = 1;\n`,
  'actions/alpha/action.yml': 'name: alpha\n',
  'actions/beta/action.yml': 'name: beta\n',
  '.gitignore': 'node_modules\n.cache\n',
};

let checkout: Checkout;
const build = (...parameters: readonly string[]) => checkout.run('build.ts', ...parameters);
const bytes = (root: string): Record<string, string> =>
  Object.fromEntries(
    ['alpha', 'beta'].flatMap((action) =>
      listFiles(join(root, 'actions', action, 'dist')).map((file) => [
        `${action}/${file}`,
        readFileSync(join(root, 'actions', action, 'dist', file), 'latin1'),
      ]),
    ),
  );

beforeAll(async () => {
  checkout = makeCheckout(SOURCES);
  installPackages(checkout, '@vercel/ncc', 'yaml');
  const first = await build();
  expect(first.output).toMatch(/2 built, 0 unchanged/);
});
afterAll(() => checkout.dispose());

describe('build', () => {
  test('bundles each entry with its chunks, module type and licences', () => {
    const files = bytes(checkout.root);
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        'alpha/licenses.txt',
        'alpha/main/index.js',
        'alpha/main/package.json',
        'alpha/post/index.js',
        'beta/main/index.js',
      ]),
    );
    expect(Object.keys(files).filter((name) => /alpha\/main\/\d+\.index\.js/.test(name))).not.toEqual([]);
    expect(files['alpha/main/package.json']).toMatch(/"type":\s*"module"/);
    expect(files['alpha/licenses.txt']).toMatch(/yaml \d.*\(ISC\)[^]*Permission to use/);
    expect(files['beta/licenses.txt']).not.toContain('yaml');
    expect(files['alpha/main/index.js']).toContain('Stays readable.');
    expect(files['alpha/post/index.js']).toContain('/** Lines that\n * end so. */');
    expect(listFiles(join(checkout.root, '.cache'))).toEqual(['build.json']);
  });

  test('gives the same bytes at another path', async () => {
    const other = makeCheckout(SOURCES, 'much/deeper in/here');
    try {
      installPackages(other, '@vercel/ncc', 'yaml');
      expect((await other.run('build.ts')).exitCode).toBe(0);
      expect(bytes(other.root)).toEqual(bytes(checkout.root));
    } finally {
      other.dispose();
    }
  });

  test('rebuilds only what changed', async () => {
    expect((await build()).stdout).toMatch(/^0 built, 2 unchanged/);
    checkout.write('actions/alpha/src/local.ts', `export const local: string = 'changed';\n`);
    checkout.write('lib/text/unused.ts', `export const unused = 1;\n`);
    const result = await build();
    expect(result.stdout).toMatch(/built {3}alpha .*main [\d,]+ B with 2 lazy chunks, post [\d,]+ B/);
    expect(result.stdout).toContain('1 built, 1 unchanged');
    expect(bytes(checkout.root)['alpha/main/index.js']).toContain(`'changed'`);
  });

  test('rebuilds a bundle that was edited, and one that is gone', async () => {
    const before = bytes(checkout.root);
    checkout.write('actions/beta/dist/main/index.js', '// edited\n');
    checkout.remove('actions/alpha/dist/post');
    expect((await build()).stdout).toContain('2 built, 0 unchanged');
    expect(bytes(checkout.root)).toEqual(before);
  });

  test('says what could not be built, builds the rest, and tries again next time', async () => {
    checkout.write(
      'actions/gone/src/main.ts',
      `import { x } from '#lib/text/missing.js';\nconsole.log(x);\n`,
    );
    checkout.write('actions/typo/src/main.ts', `import pkg from 'no-such-package';\nconsole.log(pkg);\n`);
    checkout.write(
      'actions/tool/src/main.ts',
      `import tool from '@vercel/ncc/package.json';\nconsole.log(tool);\n`,
    );
    checkout.write('actions/empty/src/run.ts', `export {};\n`);
    expect((await build()).output).toMatch(/EHA1901[^]*empty: src\/main\.ts is missing/);
    checkout.remove('actions/empty');
    const result = await build();
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toMatch(/failed {2}gone/);
    expect(result.stderr).toMatch(
      /EHA1901[^]*gone: actions\/gone\/src\/main\.js: cannot resolve '#lib\/text\/missing\.js'/,
    );
    expect(result.stderr).toMatch(/typo: actions\/typo\/src\/main\.js: cannot resolve 'no-such-package'/);
    expect(result.stderr).toMatch(/tool:[^]*development packages[^]*@vercel\/ncc/);
    expect((await build('--only', 'gone')).exitCode).toBe(1);
    for (const name of ['gone', 'typo', 'tool']) checkout.remove(`actions/${name}`);
    expect((await build()).exitCode).toBe(0);
  });

  test('refuses unknown names and options', async () => {
    expect((await build('--only', 'gamma')).stderr).toMatch(/EHA1900[^]*gamma[^]*alpha, beta/);
    expect((await build('--fast')).stderr).toMatch(/EHA1900[^]*--fast[^]*--only/);
  });
});

describe('check-dist', () => {
  const check = () => checkout.run('check-dist.ts', '--no-build');
  beforeAll(async () => {
    const budget = { raw: 500_000, gzip: 500_000 };
    checkout.write(
      'scripts/bundle-budgets.json',
      JSON.stringify({
        total: budget,
        bundles: { alpha: { main: budget, post: budget }, beta: { main: budget } },
      }),
    );
    await checkout.git('init', '--quiet');
    await checkout.git('add', '--all');
    await checkout.git('commit', '--quiet', '--message', 'bundles');
  });

  test('passes what is committed, starts alone and is small', async () => {
    const result = await checkout.run('check-dist.ts');
    expect(result.stderr).toBe('');
    expect(result.stdout).toMatch(/2 built, 0 unchanged[^]*3 bundles checked/);
  });

  test('sees stale, untracked, ignored and foreign files', async () => {
    checkout.write('actions/alpha/dist/main/999.index.js', 'export const old = 1;\n');
    checkout.write('actions/alpha/dist/other/index.js', '__webpack_require__("webpackMissingModule")\n');
    const result = await check();
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toMatch(/EHA1903[^]*\?\? actions\/alpha\/dist\/main\/999\.index\.js/);
    expect(result.stderr).toContain('alpha: dist/other/index.js belongs to no entry');
    expect(result.stderr).toContain('alpha: dist/other/index.js refers to a module that was missing');
    checkout.write('.git/info/exclude', 'actions/alpha/dist/main/999*\n');
    expect((await check()).stderr).toContain('!! actions/alpha/dist/main/999.index.js');
    checkout.remove('actions/alpha/dist/main/999.index.js');
    checkout.remove('actions/alpha/dist/other');
  });

  test('a rebuild removes what no longer belongs and reports a source that was not rebuilt', async () => {
    checkout.write('actions/beta/src/main.ts', `console.error('EHA1003: other');\nprocess.exitCode = 1;\n`);
    checkout.write('actions/beta/dist/main/1.index.js', 'export {};\n');
    const result = await checkout.run('check-dist.ts');
    expect(result.stderr).toMatch(/differs from the commit: {2}M actions\/beta\/dist\/main\/index\.js/);
    expect(existsSync(join(checkout.root, 'actions/beta/dist/main/1.index.js'))).toBe(false);
    await checkout.git('checkout', '--quiet', '--', 'actions');
  });

  test('finds bundles that do not work on their own', async () => {
    checkout.write('actions/beta/dist/main/index.js', `import 'yaml';\n`);
    checkout.write('actions/alpha/dist/post/7.index.js', `import './gone.js';\n`);
    const { stderr } = await check();
    expect(stderr).toContain('beta/main started alone: a module is missing');
    expect(stderr).toContain('alpha/post started alone: a lazy chunk does not load');
  });

  test('no bundle at all is a failure', async () => {
    checkout.remove('actions');
    expect((await check()).stderr).toContain('EHA1902');
  });
});

describe('judgeStart', () => {
  const judge = (exitCode: number | null, output: string): string | undefined =>
    judgeStart({ exitCode, output, signal: exitCode === null ? 'SIGKILL' : null });

  test.each([
    [0, 'nothing to do'],
    [1, '::error title=EHA1002::Input "stack" is required'],
  ])('accepts exit code %d with %j', (exitCode, output) => {
    expect(judge(exitCode, output)).toBeUndefined();
  });

  test.each([
    [3, 'no', 'ended with 3 and without a coded error'],
    [1, 'EHA1000: surprise', 'ended with 1 and without a coded error'],
    [1, "EHA1002 Error: Cannot find package 'yaml'", 'a module is missing or does not load'],
    [0, 'ReferenceError: require is not defined', 'a module is missing or does not load'],
    [null, 'EHA1002', 'was ended by SIGKILL instead of by itself'],
  ])('refuses exit code %p with %j', (exitCode, output, problem) => {
    expect(judge(exitCode, output)).toBe(problem);
  });
});

describe('compareBudgets', () => {
  const size = { raw: 1000, gzip: 300, entry: 900, chunks: 0 };
  const bundles = [{ action: 'alpha', phase: 'main', size }];
  const budgets = (raw: number, gzip: number, total = 5000): Budgets => ({
    total: { raw: total, gzip: total },
    bundles: { alpha: { main: { raw, gzip } } },
  });

  test('a bundle of just its budget passes', () => {
    expect(compareBudgets(bundles, budgets(1000, 300))).toEqual([]);
  });

  test('names what is over, by how much', () => {
    expect(compareBudgets(bundles, budgets(999, 200))).toEqual([
      'alpha/main: 1,000 B raw, 1 B over its budget of 999 B.',
      'alpha/main: 300 B gzip, 100 B over its budget of 200 B.',
    ]);
    expect(compareBudgets(bundles, budgets(1000, 300, 600))).toEqual([
      'all bundles together: 1,000 B raw, 400 B over its budget of 600 B.',
    ]);
  });

  test('a bundle without a budget and a budget without a bundle are findings', () => {
    const findings = compareBudgets([{ action: 'beta', phase: 'post', size }], budgets(1000, 300));
    expect(findings).toEqual([
      'beta/post has no size budget; it has 1,000 B raw and 300 B gzip. Add it to bundle-budgets.json.',
      'bundle-budgets.json has a budget for alpha/main, which does not exist.',
    ]);
  });
});
