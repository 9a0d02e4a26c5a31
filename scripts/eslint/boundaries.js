/** Who may import what. Both `../x.ts` and `#room/x.js` are resolved to a path in the repository before they are judged. */
import { dirname, join, posix, relative, resolve } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Packages that talk to an API; lib/report only turns documents into text. */
const API_DOORS = [
  /^lib\/(github|aws|azure|kubernetes)(\/|$)/,
  /^(@actions\/(github|http-client|artifact|cache)|@octokit\/|@aws-sdk\/|@smithy\/|@azure\/|@kubernetes\/|undici)/,
  /^(node:)?(https?|http2|net|tls|dgram)$/,
];

const action = (path) => /^actions\/([^/]+)\//.exec(path)?.[1];

/** Each guard: what it watches, what it refuses, and what to do instead. First match wins. */
const GUARDS = [
  {
    id: 'actionImportsAction',
    message: 'An action never imports another action; move what both need to lib/<subject>/.',
    refuses: (from, to) =>
      action(from) !== undefined && action(to) !== undefined && action(from) !== action(to),
  },
  {
    id: 'actionImportsUp',
    message:
      'An action imports lib/ and packages only; simulator/, scripts/, tests/ and bench/ are not in its bundle.',
    refuses: (from, to) => action(from) !== undefined && /^(simulator|scripts|tests|bench)\//.test(to),
  },
  {
    id: 'libImportsUp',
    message: 'lib/ imports nothing from actions/, simulator/ or scripts/; pass what it needs as an argument.',
    refuses: (from, to) => from.startsWith('lib/') && /^(actions|simulator|scripts|tests|bench)\//.test(to),
  },
  {
    id: 'reportImportsDoor',
    message: 'lib/report renders documents and opens no API door; let the action fetch, and pass the data.',
    refuses: (from, to) => from.startsWith('lib/report/') && API_DOORS.some((door) => door.test(to)),
  },
  {
    id: 'simulatorImportsProduct',
    message:
      'simulator/ shares no code with lib/ and actions/: what one side gets wrong, the other must not repeat. Write it here again.',
    refuses: (from, to) => from.startsWith('simulator/') && /^(lib|actions|scripts|tests|bench)\//.test(to),
  },
];

/** A path in the repository, or the specifier itself for a package. */
function target(file, specifier) {
  if (specifier.startsWith('#')) return posix.normalize(specifier.slice(1));
  if (!specifier.startsWith('.') && !specifier.startsWith('/')) return specifier;
  return relative(root, resolve(dirname(file), specifier)).replaceAll('\\', '/');
}

export const boundaries = {
  meta: {
    type: 'problem',
    docs: { description: 'Guards the direction of imports between the rooms of this repository.' },
    schema: [],
    messages: Object.fromEntries(GUARDS.map(({ id, message }) => [id, `{{specifier}}: ${message}`])),
  },
  create(context) {
    const from = relative(root, context.filename).replaceAll('\\', '/');
    const check = (source) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const to = target(context.filename, source.value);
      const guard = GUARDS.find(({ refuses }) => refuses(from, to));
      if (guard !== undefined) {
        context.report({ node: source, messageId: guard.id, data: { specifier: source.value } });
      }
    };
    return {
      ImportDeclaration: ({ source }) => check(source),
      ExportNamedDeclaration: ({ source }) => check(source),
      ExportAllDeclaration: ({ source }) => check(source),
      ImportExpression: ({ source }) => check(source),
      TSImportType: ({ source }) => check(source),
    };
  },
};
