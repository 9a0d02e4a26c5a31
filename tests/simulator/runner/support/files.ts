import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FIXTURES = join(import.meta.dirname, '../../../fixtures/workflows/runner');

/** The text of one of the small workflow files. */
export function fixture(name: string): string {
  return readFileSync(join(FIXTURES, `${name}.yml`), 'utf8');
}

const RECORDER = {
  'actions/recorder/action.yml': `
name: recorder
inputs: { name: { required: true } }
runs: { using: node24, main: main.cjs, post: post.cjs }`,
  'actions/recorder/main.cjs': `
const { appendFileSync } = require('node:fs');
const name = process.env.INPUT_NAME;
appendFileSync(process.env.GITHUB_STATE, 'who<<E\\n' + name + '\\nE\\n');
console.log('main ' + name);`,
  'actions/recorder/post.cjs': `console.log('post ' + process.env.STATE_who + ' ' + process.env.INPUT_NAME);`,
};

const INPUTS = {
  'actions/inputs/action.yml': `
name: inputs
inputs:
  two words: {}
  With-Hyphen: {}
  defaulted: { default: '\${{ github.repository }} on \${{ runner.os }}' }
  needed: { required: true }
  old: { deprecationMessage: use new }
runs: { using: node24, main: main.cjs }`,
  'actions/inputs/main.cjs': `
for (const [name, value] of Object.entries(process.env).sort()) {
  if (name.startsWith('INPUT_')) console.log(name + '=' + value);
}`,
};

const COMPOSITES = {
  'actions/outer/action.yml': `
name: outer
inputs: { who: { default: nobody } }
outputs:
  greeting: { value: '\${{ steps.say.outputs.text }}' }
  inner: { value: '\${{ steps.nested.outputs.text }}' }
  path: { value: '\${{ steps.say.outputs.path }}' }
runs:
  using: composite
  steps:
    - id: say
      shell: bash
      run: |
        echo "text=hello \${{ inputs.who }} $FROM_STEP $SHARED" >> "$GITHUB_OUTPUT"
        echo "path=$(basename "$GITHUB_ACTION_PATH")-$(basename '\${{ github.action_path }}')" >> "$GITHUB_OUTPUT"
        echo "SET_INSIDE=inside" >> "$GITHUB_ENV"
    - id: nested
      uses: $/actions/hello
      with: { who: '\${{ inputs.who }} again' }
    - if: false
      shell: bash
      run: exit 1
    - uses: $/actions/recorder
      with: { name: within }`,
  'actions/hello/action.yml': `
name: hello
inputs: { who: { default: world } }
outputs: { text: { value: '\${{ steps.t.outputs.text }}' } }
runs:
  using: composite
  steps:
    - id: t
      shell: sh
      run: echo "text=hi \${{ inputs.who }}" >> "$GITHUB_OUTPUT"`,
  'actions/failing/action.yml': `
name: failing
outputs: { always: { value: '\${{ steps.a.outputs.ran }}-\${{ steps.n.outcome }}-\${{ steps.f.outcome }}' } }
runs:
  using: composite
  steps:
    - { id: f, shell: bash, run: exit 2 }
    - { id: n, shell: bash, run: echo }
    - { id: a, if: always(), shell: bash, run: 'echo "ran=yes" >> "$GITHUB_OUTPUT"' }`,
};

const OTHERS = {
  'actions/old/action.yml': 'name: old\nruns: { using: node20, main: main.cjs }',
  'actions/with-pre/action.yml':
    'name: with pre\nruns: { using: node24, pre: pre.cjs, main: main.cjs, post: post.cjs }',
  'actions/with-pre/pre.cjs': `console.log('in pre'); require('node:fs').appendFileSync(process.env.GITHUB_STATE, 'p=1\\n');`,
  'actions/with-pre/main.cjs': `console.log('in main');`,
  'actions/with-pre/post.cjs': `console.log('in post ' + process.env.STATE_p);`,
  'actions/post-if/action.yml':
    'name: post if\nruns: { using: node24, main: main.cjs, post: main.cjs, post-if: failure() }',
  'actions/post-if/main.cjs': `console.log('ran');`,
  'actions/signals/action.yml':
    'name: signals\ninputs: { stop-on: {} }\nruns: { using: node24, main: main.cjs, post: post.cjs }',
  'actions/signals/main.cjs': `
const stop = process.env['INPUT_STOP-ON'];
const started = Date.now();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    console.log(signal + ' at ' + (Date.now() - started));
    if (signal === stop) process.exit(0);
  });
}
console.log('ready');
setTimeout(() => {}, 30000);`,
  'actions/signals/post.cjs': `console.log('post ran');`,
};

/** Actions of the repository whose workflows run. */
export const ACTIONS: Readonly<Record<string, string>> = { ...RECORDER, ...INPUTS, ...COMPOSITES, ...OTHERS };
