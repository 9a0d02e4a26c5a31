import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { collectRequirements, type SourceOptions } from '#lib/terraform/version/sources.js';
import { temporaryDirectory } from '../../../../support/temporary.ts';

type Files = Readonly<Record<string, string>>;

function collect(files: Files, options: Partial<SourceOptions> = {}) {
  const workspace = temporaryDirectory();
  mkdirSync(join(workspace, 'a/b'), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
  return collectRequirements({
    tool: 'terraform',
    input: undefined,
    workspace,
    directory: 'a/b',
    versionFiles: true,
    ...options,
  }).requirements;
}

const shown = (files: Files, options: Partial<SourceOptions> = {}): readonly string[] =>
  collect(files, options).map(({ place, text }) => `${place} ${text}`);

const required = (text: string): string => `terraform {\n  required_version = "${text}"\n}\n`;

describe('collectRequirements', () => {
  test('lists the input first, then files, then the code', () => {
    expect(
      shown(
        {
          'a/b/.terraform-version': '1.11.4\n',
          'a/b/.tool-versions': 'nodejs 24.1.0\nterraform 1.11.4 1.9.0 # first wins\n',
          'a/b/main.tf': required('~> 1.11'),
        },
        { input: '>= 1.10' },
      ),
    ).toEqual([
      'input version >= 1.10',
      'a/b/.terraform-version:1 1.11.4',
      'a/b/.tool-versions:2 1.11.4',
      'a/b/main.tf:2 ~> 1.11',
    ]);
  });

  test('the nearest folder with a version file counts, up to the root of the repository', () => {
    expect(shown({ '.terraform-version': '1.9.8', 'a/.tool-versions': 'terraform 1.10.5' })).toEqual([
      'a/.tool-versions:1 1.10.5',
    ]);
    expect(shown({ '.terraform-version': '1.9.8', 'a/.tool-versions': 'nodejs 24' })).toEqual([
      '.terraform-version:1 1.9.8',
    ]);
    expect(shown({ '.terraform-version': '1.9.8' }, { directory: '.' })).toEqual([
      '.terraform-version:1 1.9.8',
    ]);
    expect(shown({ 'a/b/c/.terraform-version': '1.9.8' })).toEqual([]);
  });

  test('version files can be left out; the code never', () => {
    const files = { '.terraform-version': '1.9.8', 'a/b/main.tf': required('~> 1.11') };
    expect(shown(files, { versionFiles: false })).toEqual(['a/b/main.tf:2 ~> 1.11']);
  });

  test('each tool has files of its own', () => {
    const files = {
      '.terraform-version': '1.9.8',
      '.opentofu-version': 'v1.10.1',
      '.tool-versions': 'terraform 1.9.8\nopentofu 1.10.1',
    };
    expect(shown(files)).toEqual(['.terraform-version:1 1.9.8', '.tool-versions:1 1.9.8']);
    expect(shown(files, { tool: 'opentofu' })).toEqual([
      '.opentofu-version:1 v1.10.1',
      '.tool-versions:2 1.10.1',
    ]);
  });

  test('comments, blank lines, a byte order mark and CRLF are no content', () => {
    expect(shown({ '.terraform-version': '\ufeff# pinned\r\n\r\n  1.11.4 # why\r\n' })).toEqual([
      '.terraform-version:3 1.11.4',
    ]);
  });

  test.each([
    ['latest', 'latest', null],
    ['latest-allowed', 'latest', null],
    ['latest:^1\\.5', 'latest', '^1\\.5'],
  ])('.terraform-version %s', (text, kind, pattern) => {
    const [requirement] = collect({ '.terraform-version': text });
    expect(requirement?.wanted.kind).toBe(kind);
    const matching = requirement?.wanted.kind === 'latest' ? requirement.wanted.matching : undefined;
    expect(matching?.source ?? null).toBe(pattern);
  });

  test('latest:1.1 in .tool-versions is a beginning of whole numbers', () => {
    const [requirement] = collect({ '.tool-versions': 'terraform latest:1.1' });
    const matching = requirement?.wanted.kind === 'latest' ? requirement.wanted.matching : null;
    expect(['1.1.0', '1.1.9', '1.10.0', '11.1.0'].filter((version) => matching?.test(version))).toEqual([
      '1.1.0',
      '1.1.9',
    ]);
  });

  test.each<[Files, string, RegExp]>([
    [
      {},
      '1.1',
      /input version is "1\.1": it names no release; write 1\.1\.0 .* or ~> 1\.1\.0 .*YAML makes 1\.1 of 1\.10/,
    ],
    [{}, 'newest', /must be a full version/],
    [{}, 'latest:(', /not a regular expression/],
    [{ '.terraform-version': '' }, '', /\.terraform-version holds no version/],
    [{ '.terraform-version': '1.9.8\n1.10.0' }, '', /one version and nothing else/],
    [{ '.terraform-version': 'min-required' }, '', /\.terraform-version:1 is "min-required"/],
    [{ '.tool-versions': 'terraform system' }, '', /\.tool-versions:1 .*names no release/],
    [{ '.tool-versions': 'terraform' }, '', /without a version/],
    [{ 'a/b/main.tf': required('^1.5') }, '', /required_version at a\/b\/main\.tf:2 is "\^1\.5": .*npm/],
    [{ 'a/b/main.tf': required('>= 1.12.0-rc1') }, '', /takes no pre-release/],
  ])('%j with input %j is refused with its place', (files, input, message) => {
    expect(() => collect(files, input === '' ? {} : { input })).toThrow(
      expect.objectContaining({ code: 'EHA1220', message: expect.stringMatching(message) }),
    );
  });
});
