import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { updateDocs } from '#scripts/docs.js';
import { makeCheckout, type Checkout } from './checkout.ts';

const README = `# Demo

Words before.

<!-- inputs:start -->
old
<!-- inputs:end -->

<!-- outputs:start -->
<!-- outputs:end -->

Words after.
`;

let checkout: Checkout;
beforeEach(() => {
  checkout = makeCheckout({
    'actions/demo/action.yml': `name: Demo
description: A demonstration.
inputs:
  stack:
    description: >-
      One of \`a|b\`,
      on two lines. Example \`a\`.
    required: true
  count:
    description: How many.
    default: 3
runs: {using: node24, main: dist/main/index.js}
`,
    'actions/demo/README.md': README,
    '.github/workflows/ci.yml': 'name: CI\non: {push: }\n',
    '.github/workflows/plan.yml': `# Plans it.
# In two lines.
name: Plan
on:
  workflow_call:
    inputs: {stack: {type: string, default: nodes, description: Which.}}
    outputs: {status: {description: What came of it., value: x}}
`,
  });
});
afterEach(() => checkout.dispose());

const read = (path: string): string => readFileSync(join(checkout.root, path), 'utf8');

describe('updateDocs', () => {
  test('writes the tables between the markers and leaves the rest', async () => {
    expect(await updateDocs(checkout.root, false)).toEqual(['actions/demo/README.md', 'docs/workflows.md']);
    const readme = read('actions/demo/README.md');
    expect(readme).toMatch(/^# Demo\n\nWords before\.\n/);
    expect(readme).toMatch(/Words after\.\n$/);
    expect(readme).not.toContain('old');
    expect(readme).toMatch(/\| `stack` +\| yes +\| +\| One of `a\\\|b`, on two lines\. Example `a`\. \|/);
    expect(readme).toMatch(/\| `count` +\| no +\| `3` +\| How many\. +\|/);
    expect(readme).toMatch(/<!-- outputs:start -->\n\nNone\.\n\n<!-- outputs:end -->/);
  });

  test('gives each reusable workflow a section, and the others none', async () => {
    await updateDocs(checkout.root, false);
    const page = read('docs/workflows.md');
    expect(page).toContain('## Plan\n');
    expect(page).toContain('Plans it.\nIn two lines.');
    expect(page).toMatch(/\| `stack` \| string \| no +\| `nodes` \| Which\. +\|/);
    expect(page).toMatch(/\| `status` \| What came of it\. \|/);
    expect(page).not.toContain('CI');
  });

  test('a second run finds nothing to do', async () => {
    await updateDocs(checkout.root, false);
    expect(await updateDocs(checkout.root, true)).toEqual([]);
    expect(await updateDocs(checkout.root, false)).toEqual([]);
  });

  test('check names what is stale and changes nothing', async () => {
    await updateDocs(checkout.root, false);
    const path = join(checkout.root, 'actions/demo/action.yml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('default: 3', 'default: 4'));
    const before = read('actions/demo/README.md');
    expect(await updateDocs(checkout.root, true)).toEqual(['actions/demo/README.md']);
    expect(read('actions/demo/README.md')).toBe(before);
    const result = await checkout.run('docs.ts', '--check');
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toMatch(/EHA1905[^]*Stale: actions\/demo\/README\.md/);
  });

  test('a README without markers, no README, and nothing to document are failures', async () => {
    checkout.write('actions/demo/README.md', README.replace('<!-- outputs:end -->', ''));
    await expect(updateDocs(checkout.root, false)).rejects.toThrow(/lacks <!-- outputs:start -->/);
    checkout.remove('actions/demo/README.md');
    await expect(updateDocs(checkout.root, false)).rejects.toThrow(/README\.md does not exist/);
    checkout.remove('actions');
    checkout.remove('.github');
    await expect(updateDocs(checkout.root, false)).rejects.toThrow(/no action and no reusable workflow/);
  });
});
