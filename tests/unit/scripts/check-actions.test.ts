import { afterEach, describe, expect, test } from '@jest/globals';
import { checkActions } from '#scripts/check-actions.js';
import { makeCheckout, type Checkout } from './checkout.ts';

const ACTION = `name: Demo
description: A demonstration.
inputs:
  stack:
    description: Name of the stack. Example \`nodes\`.
    required: true
  timeout:
    description: How long to wait. Default \`15m\`. Example \`90s\`.
    default: 15m
  folders:
    description: Folders, a line each. Default \`a, b\`. Example \`c\`.
    default: a, b
  count:
    description: How many. Default \`3\`. Example \`5\`.
    default: 3
  mode:
    description: How. Default \`fast\`. Example \`slow\`.
    default: fast
  dry-run:
    description: Whether to change nothing. Default \`true\`. Example \`false\`.
    default: 'true'
  github-token:
    description: Token. Default the job's own. Example \`x\`.
    default: \${{ github.token }}
outputs:
  status:
    description: What came of it.
  report:
    description: Path of the document.
runs:
  using: node24
  main: dist/main/index.js
`;

const INPUTS = `import { booleanInput as flag, durationInput, enumInput, integerInput, listInput, refusedInput, secretInput, stringInput } from '#lib/action/inputs.js';
const MINUTE = 60_000;
const COUNT = { default: 3, minimum: 1 };
export function readInputs() {
  if (flag('dry-run', { default: true })) throw refusedInput('whatever', 'x', 'y');
  return {
    stack: stringInput('stack', { required: true }),
    timeout: durationInput('timeout', { default: 15 * MINUTE }),
    folders: listInput('folders', { default: ['a', 'b'] }),
    count: integerInput('count', COUNT),
    mode: enumInput('mode', ['fast', 'slow'], { default: 'fast' }),
    token: secretInput('github-token', { required: true }),
  };
}
`;

const RUN = `export async function run() {
  const plan = { outputs: plannedOutputs, other: 1 };
  return { outputs: outputsOf(plan), report: { fileName: 'demo.json', document: plan } };
}
function outputsOf(plan) {
  return plan ? { status: 'done' } : { status: 'failed' };
}
`;

const GOOD: Readonly<Record<string, string>> = {
  'actions/demo/action.yml': ACTION,
  'actions/demo/README.md': '# Demo\n',
  'actions/demo/src/main.ts': '',
  'actions/demo/src/inputs.ts': INPUTS,
  'actions/demo/src/run.ts': RUN,
  'actions/demo/dist/main/index.js': '',
  'tests/bundle/demo.test.ts': `test('demo', () => expect(outputs.status).toBe(readFileSync(outputs['report'])))`,
  'README.md': '| [`demo`](actions/demo) | a demonstration |\n',
  'package.json': '{"devDependencies": {"node": "24.21.0", "@types/node": "24.19.2"}}',
  '.github/workflows/ci.yml':
    "jobs: {t: {strategy: {matrix: {node: ['20', '24']}}, steps: [{uses: actions/setup-node@x, with: {node-version: '${{ matrix.node }}'}}]}}",
};

let checkout: Checkout | undefined;
afterEach(() => checkout?.dispose());

/** `[rule] message` of each finding in the good checkout with some files replaced; undefined removes one. */
function check(changes: Readonly<Record<string, string | undefined>>): readonly string[] {
  checkout?.dispose();
  const files = Object.entries({ ...GOOD, ...changes }).filter(([, text]) => text !== undefined);
  checkout = makeCheckout(Object.fromEntries(files) as Record<string, string>);
  return checkActions(checkout.root).map(({ rule, message }) => `${rule}: ${message}`);
}

const yml = (from: string | RegExp, to: string) => ({ 'actions/demo/action.yml': ACTION.replace(from, to) });
const inputs = (from: string | RegExp, to: string) => ({
  'actions/demo/src/inputs.ts': INPUTS.replace(from, to),
});

const bad: readonly (readonly [string, Readonly<Record<string, string | undefined>>, string])[] = [
  [
    'a declared input nobody reads',
    inputs(/ +stack: .*\n/, ''),
    'input-unread: input stack is declared, but never read',
  ],
  [
    'a read input nobody declared',
    inputs("'stack'", "'stacks'"),
    'input-undeclared: input stacks is read, but not declared in action.yml',
  ],
  [
    'an input read only in a comment',
    inputs(/ +stack: /, '    // '),
    'input-unread: input stack is declared, but never read',
  ],
  [
    'a computed name',
    inputs("'stack'", '`st${x}`'),
    'input-static: stringInput is called with a name that is not a string literal',
  ],
  [
    'computed options',
    inputs("'stack', { required: true }", "'stack', options()"),
    "input-static: the options of stringInput('stack') are not an object literal",
  ],
  [
    'spread options',
    inputs('required: true }),\n    timeout', '...more }),\n    timeout'),
    "input-static: the options of stringInput('stack') are not all written out",
  ],
  [
    'a computed default',
    inputs("'fast' }", 'other() }'),
    "input-static: the default of enumInput('mode') is not a literal",
  ],
  [
    'another default text',
    inputs("default: 'fast'", "default: 'slow'"),
    'input-default: input mode has the default "slow" in the code, but "fast" in action.yml',
  ],
  [
    'another default time',
    inputs('15 * MINUTE', '14 * MINUTE'),
    'input-default: input timeout has the default 840000 in the code, but "15m" in action.yml',
  ],
  [
    'another default number',
    inputs('default: 3', 'default: 4'),
    'input-default: input count has the default 4 in the code, but "3" in action.yml',
  ],
  [
    'another default list',
    inputs("['a', 'b']", "['a']"),
    'input-default: input folders has the default ["a"] in the code, but "a, b" in action.yml',
  ],
  [
    'another default flag',
    inputs('default: true', 'default: false'),
    'input-default: input dry-run has the default false in the code, but "true" in action.yml',
  ],
  [
    'a default of several fields',
    inputs("default: 'fast'", "default: { a: 'fast' }"),
    "input-static: the default of enumInput('mode') is not a literal",
  ],
  [
    'an empty default where there is one',
    inputs("default: 'fast'", 'default: {}'),
    'input-default: input mode has the default {} in the code, but "fast" in action.yml',
  ],
  [
    'a default in the code only',
    yml('    default: fast\n', ''),
    'input-default: input mode has the default "fast" in the code, but none in action.yml',
  ],
  [
    'required in action.yml only',
    inputs("'stack', { required: true }", "'stack'"),
    'input-required: input stack is required in action.yml, but not in the code',
  ],
  [
    'required in the code only',
    yml('    required: true\n', ''),
    'input-required: input stack is required in the code, but not in action.yml',
  ],
  [
    'required with a default',
    yml('required: true', 'required: true\n    default: x'),
    'input-required: input stack is required and has a default; one of them is not true',
  ],
  [
    'no description',
    yml('Name of the stack. Example `nodes`.', "''"),
    'input-description: input stack has no description',
  ],
  [
    'no example',
    yml(' Example `nodes`', ''),
    'input-description: the description of input stack gives no example',
  ],
  [
    'no default in words',
    yml(' Default `fast`.', ''),
    'input-description: the description of input mode does not say its default',
  ],
  [
    'another default in words',
    yml('Default `fast`', 'Default `slow`'),
    'input-description: the description of input mode says that the default is slow, but it is fast',
  ],
  [
    'a duration without unit',
    yml('Default `15m`. Example `90s`', 'Default the usual. Example none'),
    'input-description: input timeout is a duration, but its description shows none such as 15m',
  ],
  [
    'an output nobody sets',
    yml('outputs:\n', 'outputs:\n  extra:\n    description: More.\n'),
    'output-unset: output extra is declared, but never set',
  ],
  [
    'an output nobody declared',
    { 'actions/demo/src/run.ts': RUN.replace("{ status: 'failed' }", "{ status: 'failed', why: '' }") },
    'output-undeclared: output why is set, but not declared',
  ],
  [
    'outputs that are computed',
    { 'actions/demo/src/run.ts': RUN.replace('outputsOf(plan)', 'Object.fromEntries(plan)') },
    'output-static: src/run.ts:3: outputs are not written out',
  ],
  [
    'an output no test names',
    { 'tests/bundle/demo.test.ts': `test('demo', () => expect(outputs.status2).toBe(outputs.report))` },
    'output-untested: no test in tests/bundle or tests/workflows that names the action names output status',
  ],
  [
    'an output only another action’s test names',
    { 'tests/bundle/demo.test.ts': `test('other', () => outputs.status + outputs.report)` },
    'output-untested: no test in tests/bundle or tests/workflows that names the action names output report',
  ],
  [
    'an output without description',
    yml('What came of it.', "''"),
    'output-description: output status has no description',
  ],
  ['another runtime', yml('node24', 'node20'), 'runs: runs.using is node20, but must be node24'],
  [
    'another main',
    yml('dist/main/index.js', 'dist/index.js'),
    'runs: runs.main is dist/index.js, but src/main.ts is built to dist/main/index.js',
  ],
  [
    'a main that is not built',
    { 'actions/demo/dist/main/index.js': undefined },
    'runs: dist/main/index.js does not exist; run npm run build',
  ],
  [
    'a post without metadata',
    { 'actions/demo/src/post.ts': '' },
    'runs: runs.post is not given, but src/post.ts is built to dist/post/index.js',
  ],
  [
    'a post without source',
    yml('  using', '  post: dist/post/index.js\n  using'),
    'runs: runs.post is given, but there is no src/post.ts',
  ],
  ['no README of the action', { 'actions/demo/README.md': undefined }, 'readme: the action has no README.md'],
  ['not in the README', { 'README.md': '[demo-two](actions/demo-two)' }, 'list: does not name actions/demo'],
  [
    'not in a list of owners that names others',
    {
      'actions/other/action.yml': undefined,
      CODEOWNERS: '/actions/demo/ @a\n',
      'actions/more/src/main.ts': '',
      'actions/more/action.yml': ACTION,
    },
    'list: does not name actions/more',
  ],
  [
    'another node package',
    { 'package.json': '{"devDependencies": {"node": "22.1.0", "@types/node": "24.1.0"}}' },
    'node-version: development dependency node is 22.1.0, but everything runs on Node 24',
  ],
  ['another .nvmrc', { '.nvmrc': 'v20\n' }, 'node-version: .nvmrc is v20, but everything runs on Node 24'],
  [
    'another node-version',
    { '.github/workflows/x.yml': 'jobs: {t: {steps: [{with: {node-version: 22}}]}}' },
    'node-version: node-version is 22, but everything runs on Node 24',
  ],
  [
    'a matrix without it',
    { '.github/workflows/x.yml': "m: {node: ['20', '22'], node-version: '${{ matrix.node }}'}" },
    'node-version: node-version is ${{ matrix.node }}, but everything runs on Node 24',
  ],
];

describe('checkActions', () => {
  test('finds nothing where everything agrees', () => {
    expect(check({})).toEqual([]);
  });

  test.each(bad)('finds %s', (_, changes, finding) => {
    expect(check(changes)).toContain(finding);
  });

  test('fails where there is no action, and where action.yml cannot be read', () => {
    expect(() => check({ 'actions/demo/action.yml': 'name: [' })).toThrow(/action\.yml/);
    expect(() => check({ 'actions/demo/action.yml': undefined })).toThrow(/does not exist/);
    const files = Object.keys(GOOD).filter((path) => path.startsWith('actions/'));
    expect(() => check(Object.fromEntries(files.map((path) => [path, undefined])))).toThrow(/no action/);
  });
});
