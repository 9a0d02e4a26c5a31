import { expect, test } from '@jest/globals';
import { touchesExtra } from '#lib/terraform/extra-paths.js';

test.each([
  ['images/base.json', undefined, 'images/*.json', true],
  ['images/linux/base.json', undefined, 'images/*.json', false],
  ['images/linux/base.json', undefined, 'images/**/*.json', true],
  ['images/linux/base.json', undefined, 'images/**', true],
  ['images/a.json', undefined, 'images/{a,b}.json', true],
  ['images/c.json', undefined, 'images/{a,b}.json', false],
  ['my images/a.json', undefined, 'my images/*', true],
  ['images/a.json', 'infra/nodes', 'images/*', true],
  ['images/a.json', './infra/nodes/', 'images/*', true],
  ['images/a.json', 'infra/node', 'images/*', false],
  ['images/a.json', 'infra', 'images/*', false],
])('%s with %s: %s', (path, stack, glob, expected) => {
  expect(
    touchesExtra(path, 'infra/nodes', [
      { stack: 'other', glob: '**' },
      { stack, glob },
    ]),
  ).toBe(expected);
});
