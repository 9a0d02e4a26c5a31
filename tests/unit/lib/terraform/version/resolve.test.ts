import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseConstraint, satisfies } from '#lib/terraform/version/constraint.js';
import { resolveVersion } from '#lib/terraform/version/resolve.js';
import type { Requirement, SourceKind } from '#lib/terraform/version/sources.js';
import { compareVersions, parseVersion } from '#lib/terraform/version/version.js';

const RELEASES = ['1.9.8', '1.10.0', '1.10.5', '1.11.0-rc1', '1.11.0', '1.11.4', '1.12.0-beta1', '1.9.0'];

function wants(place: string, text: string, kind: SourceKind = 'required-version'): Requirement {
  if (text === 'latest') return { kind, place, text, wanted: { kind: 'latest', matching: null } };
  const parsed = parseConstraint(text);
  if (!parsed.valid) throw new Error(parsed.problem);
  return { kind, place, text, wanted: { kind: 'constraint', constraint: parsed.constraint } };
}

function resolve(requirements: readonly Requirement[], cached: readonly string[] = []) {
  return resolveVersion('terraform', requirements, { cached, list: () => Promise.resolve(RELEASES) });
}

/** Version and the place that decided. */
async function decide(requirements: readonly Requirement[], cached: readonly string[] = []) {
  const { version, decidedBy, chosenFrom } = await resolve(requirements, cached);
  return [version, decidedBy?.place ?? null, chosenFrom];
}

describe('resolveVersion', () => {
  test('a named version needs no list of releases', async () => {
    const releases = { cached: [], list: () => Promise.reject(new Error('network')) };
    const named = wants('input version', 'v1.11.4', 'input');
    expect(await resolveVersion('terraform', [named, wants('a.tf:2', '~> 1.10')], releases)).toEqual({
      version: '1.11.4',
      decidedBy: named,
      newest: null,
      chosenFrom: 'name',
    });
  });

  test('constraints of root and modules are intersected; the newest release wins, pre-releases never', async () => {
    expect(await decide([wants('a.tf:2', '>= 1.9'), wants('m/b.tf:2', '~> 1.10.0')])).toEqual([
      '1.10.5',
      'm/b.tf:2',
      'releases',
    ]);
    expect(await decide([wants('a.tf:2', '>= 1.9'), wants('m/b.tf:2', '>= 1.10')])).toEqual([
      '1.11.4',
      'a.tf:2',
      'releases',
    ]);
  });

  test('latest is the newest release that the code allows, and the code is named where it decided', async () => {
    expect(await decide([wants('input version', 'latest', 'input')])).toEqual([
      '1.11.4',
      'input version',
      'releases',
    ]);
    const both = [wants('input version', 'latest', 'input'), wants('a.tf:2', '~> 1.10.0')];
    expect(await resolve(both)).toMatchObject({
      version: '1.10.5',
      newest: '1.11.4',
      decidedBy: { place: 'a.tf:2' },
    });
    expect(await decide([])).toEqual(['1.11.4', null, 'releases']);
  });

  test('latest with a pattern', async () => {
    const requirement: Requirement = {
      kind: 'version-file',
      place: '.terraform-version:1',
      text: 'latest:^1\\.9',
      wanted: { kind: 'latest', matching: /^1\.9/ },
    };
    expect(await decide([requirement])).toEqual(['1.9.8', '.terraform-version:1', 'releases']);
  });

  test('a pre-release is taken by its name alone, and the code compares its numbers', async () => {
    const named = wants('.terraform-version:1', '1.12.0-beta1', 'version-file');
    expect(await decide([named, wants('a.tf:2', '~> 1.12')])).toEqual([
      '1.12.0-beta1',
      '.terraform-version:1',
      'name',
    ]);
    await expect(resolve([wants('a.tf:2', '>= 1.12')])).rejects.toMatchObject({
      code: 'EHA1222',
      message: expect.stringContaining(
        'a.tf:2 says ">= 1.12", but none of 6 releases of terraform fits; the newest is 1.11.4',
      ),
    });
  });

  test.each<[string, readonly Requirement[]]>([
    [
      'input and file',
      [wants('input version', '1.9.8', 'input'), wants('.tool-versions:3', '1.11.4', 'tool-versions')],
    ],
    [
      'file and code',
      [wants('.terraform-version:1', '1.9.8', 'version-file'), wants('.tool-versions:3', '~> 1.10')],
    ],
    ['root and module', [wants('input version', '~> 1.9.0'), wants('.tool-versions:3', '~> 1.10.0')]],
    [
      'latest and a file',
      [wants('input version', 'latest', 'input'), wants('.tool-versions:3', '1.11.4', 'tool-versions')],
    ],
  ])('%s that conflict are an error naming both', async (_, requirements) => {
    const failure = await resolve([wants('ok.tf:1', '>= 1'), ...requirements]).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ code: 'EHA1221' });
    const { message } = failure as Error;
    for (const { place, text } of requirements) expect(message).toContain(`- ${place} says "${text}"`);
    expect(message).not.toContain('ok.tf');
  });

  test('three that exclude each other only together are all named', async () => {
    const three = [
      wants('a:1', '!= 1.9.8, != 1.9.0'),
      wants('b:1', '< 1.11'),
      wants('c:1', '!= 1.10.0, != 1.10.5'),
    ];
    await expect(resolve(three)).rejects.toMatchObject({
      code: 'EHA1221',
      message: expect.stringMatching(/a:1[^]*b:1[^]*c:1/),
    });
  });

  test('what is in the cache is enough for constraints, and never for latest', async () => {
    expect(await decide([wants('a.tf:2', '~> 1.10.0')], ['1.9.8', '1.10.0'])).toEqual([
      '1.10.0',
      'a.tf:2',
      'cache',
    ]);
    expect(await decide([wants('a.tf:2', '~> 1.10.0')], ['1.9.8'])).toEqual(['1.10.5', 'a.tf:2', 'releases']);
    expect(await decide([wants('input version', 'latest', 'input')], ['1.10.0'])).toEqual([
      '1.11.4',
      'input version',
      'releases',
    ]);
  });

  test('the choice is the highest release that every constraint allows, in any order', async () => {
    const bound = fc.tuple(
      fc.constantFrom('>=', '<', '!=', '~>'),
      fc.constantFrom('1.9', '1.10.0', '1.11', '1.12'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(bound, { minLength: 1, maxLength: 4 }), async (bounds) => {
        const requirements = bounds.map(([operator, version], index) =>
          wants(`f:${index}`, `${operator} ${version}`),
        );
        const allowed = RELEASES.filter((release) => !release.includes('-')).filter((release) =>
          bounds.every(([operator, version]) => {
            const constraint = parseConstraint(`${operator} ${version}`);
            const parsed = parseVersion(release);
            return constraint.valid && parsed !== undefined && satisfies(parsed, constraint.constraint);
          }),
        );
        const best = allowed.find((each) => allowed.every((other) => order(each, other) >= 0));
        const forward = await resolve(requirements).catch(() => undefined);
        const backward = await resolve([...requirements].reverse()).catch(() => undefined);
        expect(forward?.version).toBe(best);
        expect(backward?.version).toBe(best);
      }),
    );
  });
});

function order(a: string, b: string): number {
  const [left, right] = [parseVersion(a), parseVersion(b)];
  if (left === undefined || right === undefined) throw new Error('no version');
  return compareVersions(left, right);
}
