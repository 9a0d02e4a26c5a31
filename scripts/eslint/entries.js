/** Only an action's entry files act when they are imported; and files are named in one way. */
import { basename, join, relative } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const ENTRY = /^actions\/[^/]+\/src\/(pre|main|post)\.ts$/;

export const runActionEntry = {
  meta: {
    type: 'problem',
    docs: { description: 'runAction is called by the entry files of actions only.' },
    schema: [],
    messages: {
      entry:
        'runAction is called only by src/main.ts, src/post.ts or src/pre.ts of an action; export a run function and test that.',
    },
  },
  create(context) {
    const file = relative(root, context.filename).replaceAll('\\', '/');
    if (ENTRY.test(file) || file.startsWith('tests/')) return {};
    return {
      CallExpression({ callee }) {
        const name = callee.type === 'MemberExpression' ? callee.property : callee;
        if (name.type === 'Identifier' && name.name === 'runAction') {
          context.report({ node: callee, messageId: 'entry' });
        }
      },
    };
  },
};

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config|d))?\.(ts|js|mjs)$/;

export const fileName = {
  meta: {
    type: 'suggestion',
    docs: { description: 'File names are kebab-case.' },
    schema: [],
    messages: {
      kebab: '{{name}}: name files in kebab-case, such as plan-comment.ts or plan-comment.test.ts.',
    },
  },
  create(context) {
    return {
      Program(node) {
        const name = basename(context.filename);
        if (!KEBAB_CASE.test(name))
          context.report({ node, loc: { line: 1, column: 0 }, messageId: 'kebab', data: { name } });
      },
    };
  },
};
