/** Inputs and the environment are read in one place, so that everything else can be run by a test with plain objects. */
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Where reading the environment is the job. Simulator: the files that start a process of their own. */
const ALLOWED = [
  /^actions\/[^/]+\/src\/inputs\.ts$/,
  /^lib\/action\//,
  /^(scripts|tests|bench)\//,
  /^simulator\/([^/]+\/)*(main|serve|cli|bin)\.ts$/,
  /^[^/]+\.m?js$/,
];

const READERS = ['getInput', 'getMultilineInput', 'getBooleanInput'];

const isProcess = (node) => node.type === 'Identifier' && node.name === 'process';
const keyName = (key) => (key.type === 'Identifier' ? key.name : key.value);

export const environment = {
  meta: {
    type: 'problem',
    docs: { description: 'Keeps process.env and getInput inside inputs.ts and lib/action.' },
    schema: [],
    messages: {
      env: 'process.env is read only in an action’s src/inputs.ts and in lib/action; take the value as an argument (in a simulator, from its main.ts).',
      input:
        '{{name}} is not used: read inputs in src/inputs.ts with the typed readers of #lib/action/inputs.js.',
    },
  },
  create(context) {
    const file = relative(root, context.filename).replaceAll('\\', '/');
    if (ALLOWED.some((pattern) => pattern.test(file))) return {};
    const env = (node) => context.report({ node, messageId: 'env' });
    const input = (node, name) => context.report({ node, messageId: 'input', data: { name } });
    return {
      MemberExpression(node) {
        const name = node.computed && node.property.type !== 'Literal' ? undefined : keyName(node.property);
        if (name === 'env' && isProcess(node.object)) env(node);
        if (READERS.includes(name)) input(node, name);
      },
      VariableDeclarator({ id, init }) {
        if (init === null || !isProcess(init) || id.type !== 'ObjectPattern') return;
        for (const property of id.properties)
          if (property.key && keyName(property.key) === 'env') env(property);
      },
      ImportSpecifier(node) {
        const name = keyName(node.imported);
        const source = node.parent.source.value;
        if (name === 'env' && /^(node:)?process$/.test(source)) env(node);
        if (READERS.includes(name)) input(node, name);
      },
    };
  },
};
