/** The error catalogue against the code: what is thrown is documented, what is documented can be thrown. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { ActionError, type ErrorCode, type ErrorDefinition } from '#lib/action/errors.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const PAGE = readFileSync(join(ROOT, 'docs', 'errors.md'), 'utf8');

interface Entry {
  readonly title: string;
  readonly text: string;
  readonly likelyCause: string;
  readonly remedy: string;
}

/** Markdown marks code and escapes signs that plain messages do not. */
function plain(text: string): string {
  return text.replace(/[`\\]/g, '').replace(/\s+/g, ' ').trim();
}

function readEntries(): readonly (readonly [code: string, entry: Entry])[] {
  const sections = PAGE.split(/^(?=##? )/m).filter((section) => section.startsWith('## '));
  return sections.map((section) => {
    const find = (pattern: RegExp) => plain(pattern.exec(section)?.[1] ?? '');
    const entry = {
      title: find(/^\*\*(.+?)\*\*/m),
      text: find(/^\*\*.+?\*\*[^\n]*\n+([^\n-][^\n]*)/m),
      likelyCause: find(/^- Likely cause: (.+)$/m),
      remedy: find(/^- Remedy: (.+)$/m),
    };
    return [section.slice(3, section.indexOf('\n')).trim(), entry] as const;
  });
}

const entries = readEntries();
const documented = new Map(entries);

function sources(...patterns: string[]): readonly string[] {
  return globSync(patterns, { cwd: ROOT }).filter((path) => !/\/(?:dist|node_modules)\//.test(path));
}

/** Each table of codes and the file it stands in: any export made by `defineErrors`. */
async function gatherTables() {
  const files = sources(
    'lib/**/{errors,*-errors}.ts',
    'actions/*/src/**/{errors,*-errors}.ts',
    'scripts/**/{errors,*-errors}.ts',
  );
  const found: { file: string; code: ErrorCode; definition: ErrorDefinition }[] = [];
  for (const file of files) {
    const module = (await import(join(ROOT, file))) as Record<string, unknown>;
    for (const exported of Object.values(module)) {
      if (typeof exported !== 'object' || exported === null || !('definitions' in exported)) continue;
      for (const [code, definition] of Object.entries(
        exported.definitions as Record<ErrorCode, ErrorDefinition>,
      )) {
        found.push({ file, code: code as ErrorCode, definition });
      }
    }
  }
  return found;
}

let tables: Awaited<ReturnType<typeof gatherTables>> = [];
beforeAll(async () => {
  tables = await gatherTables();
});

/** Text of all programs without their comments, in which a code is only mentioned. */
function codeOf(files: readonly string[]): string {
  return files
    .map((file) => readFileSync(join(ROOT, file), 'utf8').replace(/^\s*\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''))
    .join('\n');
}

describe('docs/errors.md', () => {
  test('has each code once, in numeric order, actions before the simulator', () => {
    const codes = entries.map(([code]) => code);
    expect(codes.filter((code) => !/^(?:EHA|SIM)[0-9]{4}$/.test(code))).toEqual([]);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  test('each entry has title, text, likely cause and remedy', () => {
    const empty = entries.filter(([, entry]) => Object.values(entry).some((text) => text === ''));
    expect(empty.map(([code]) => code)).toEqual([]);
  });

  test('links of the page lead to entries', () => {
    const anchors = [...PAGE.matchAll(/\]\(#([a-z0-9-]+)\)/g)].map((match) => match[1]?.toUpperCase() ?? '');
    expect(anchors.filter((anchor) => !documented.has(anchor))).toEqual([]);
  });
});

describe('codes of the actions and scripts', () => {
  test('the tables were found', () => {
    expect(tables.map((entry) => entry.file)).toEqual(
      expect.arrayContaining(['lib/action/action-errors.ts', 'lib/terraform/errors.ts', 'scripts/errors.ts']),
    );
  });

  test('no code is defined twice', () => {
    const codes = tables.map((entry) => entry.code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  test('defined codes and documented codes are the same', () => {
    const defined = [...new Set(tables.map((entry) => entry.code))].sort();
    expect([...documented.keys()].filter((code) => code.startsWith('EHA'))).toEqual(defined);
  });

  test('the page says of each code what the log says', () => {
    const shown = tables.map(({ code }) => {
      const entry = documented.get(code);
      return { code, title: entry?.title, likelyCause: entry?.likelyCause, remedy: entry?.remedy };
    });
    const logged = tables.map(({ code, definition }) => ({
      code,
      title: plain(definition.title),
      likelyCause: plain(definition.likelyCause),
      remedy: plain(definition.remedy),
    }));
    expect(shown).toEqual(logged);
  });

  test('each code is in the range of its folder', () => {
    const ranges = {
      'lib/action/': '10',
      'lib/github/': '11',
      'lib/terraform/': '12',
      'lib/report/': '13',
      'lib/install/': '14',
      'lib/net/': '15',
      'lib/kubernetes/': '15',
      'lib/nodes/': '15',
      'lib/environment/': '16',
      'lib/cleanup/': '17',
      'lib/tunnels/': '17',
      'lib/connectivity/': '18',
      'scripts/': '19',
    };
    const strays = tables.filter(({ file, code }) => {
      const range = Object.entries(ranges).find(([folder]) => file.startsWith(folder));
      return code.slice(3, 5) !== range?.[1];
    });
    expect(strays.map(({ file, code }) => `${file}: ${code}`)).toEqual([]);
  });

  test('each code is thrown somewhere', () => {
    const tableFiles = new Set(tables.map((entry) => entry.file));
    const programs = sources('lib/**/*.ts', 'actions/*/src/**/*.ts', 'scripts/**/*.ts');
    const code = codeOf(programs.filter((file) => !tableFiles.has(file)));
    const unused = tables.filter((entry) => !code.includes(`.${entry.code}`));
    expect(unused.map((entry) => entry.code)).toEqual([]);
  });

  test('the link in an error leads to its entry', () => {
    for (const { code, definition } of tables) {
      const url = new URL(new ActionError(code, definition, 'what').documentation);
      expect(existsSync(join(ROOT, url.pathname.split('/blob/main/')[1] ?? ''))).toBe(true);
      expect(documented.has(url.hash.slice(1).toUpperCase())).toBe(true);
      // GitHub makes the anchor of a heading by lower-casing it.
      expect(url.hash).toBe(`#${code.toLowerCase()}`);
    }
  });
});

describe('codes of the simulator', () => {
  test('the codes in its source and the documented ones are the same', () => {
    const code = codeOf(sources('simulator/**/*.ts', 'scripts/**/*.ts'));
    const used = [...new Set([...code.matchAll(/\bSIM[0-9]{4}\b/g)].map((match) => match[0]))].sort();
    expect(used.length).toBeGreaterThan(0);
    expect([...documented.keys()].filter((name) => name.startsWith('SIM'))).toEqual(used);
  });
});

test('every code that a document mentions has an entry', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', ...sources('docs/*.md', 'actions/*/README.md')];
  const mentioned = pages
    .filter((page) => existsSync(join(ROOT, page)))
    .flatMap((page) => [...readFileSync(join(ROOT, page), 'utf8').matchAll(/\b(?:EHA|SIM)[0-9]{4}\b/g)])
    .map((match) => match[0]);
  expect(mentioned.filter((code) => !documented.has(code))).toEqual([]);
});
