/** Our reading of `required_version` against that of the Terraform at hand. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { parseConstraint, satisfies } from '#lib/terraform/version/constraint.js';
import { coreOf, parseVersion, type Version } from '#lib/terraform/version/version.js';
import { runCommand } from '#scripts/support/process.js';
import { findTerraform, type FoundTerraform } from '#scripts/support/terraform.js';
import { temporaryDirectory } from '../support/temporary.ts';
import { REQUIRED_VERSIONS } from '../unit/lib/terraform/version/required-version-cases.ts';

/** Constraints around the version itself, so that the test tells something whatever version it is. */
function around({ segments: [major = 0, minor = 0, patch = 0] }: Version): readonly string[] {
  const versions = [
    `${major}`,
    `${major}.${minor}`,
    `${major}.${minor + 1}`,
    `${major}.${minor}.${patch}`,
    `${major}.${minor}.${patch + 1}`,
    `${major}.${minor}.${patch}.1`,
    `${major + 1}.0.0`,
  ];
  return ['=', '!=', '<', '<=', '>', '>=', '~>'].flatMap((operator) =>
    versions.map((version) => `${operator} ${version}`),
  );
}

let terraform: FoundTerraform;
beforeAll(async () => {
  terraform = await findTerraform();
});

test('Terraform says the same to each constraint', async () => {
  const version = parseVersion(terraform.version);
  if (version === undefined) throw new Error(`no version: ${terraform.version}`);
  const texts = [...REQUIRED_VERSIONS.map(([text]) => text), ...around(version)];
  const directory = temporaryDirectory();
  // One block a line: the line of a diagnostic tells which constraint it is about.
  const blocks = texts.map((text) => `terraform { required_version = ${JSON.stringify(text)} }`);
  const verdicts = async (lines: readonly string[]): Promise<ReadonlyMap<number, string>> => {
    writeFileSync(join(directory, 'main.tf'), `${lines.join('\n')}\n`);
    const { stdout } = await runCommand([terraform.path, 'validate', '-json'], {
      cwd: directory,
      env: { ...process.env, CHECKPOINT_DISABLE: '1' },
    });
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { summary: string; range: { start: { line: number } } }[];
    };
    return new Map(diagnostics.map(({ summary, range }) => [range.start.line - 1, summary]));
  };
  // Terraform looks at no version while a text is malformed, so it is asked twice.
  const malformed = await verdicts(blocks);
  const refused = await verdicts(
    blocks.map((block, index) => (malformed.get(index) === MALFORMED ? '' : block)),
  );
  const theirs = texts.map((text, index) => [
    text,
    malformed.get(index) === MALFORMED ? 'malformed' : !refused.has(index),
  ]);
  const ours = texts.map((text) => {
    const parsed = parseConstraint(text);
    return [text, parsed.valid ? satisfies(coreOf(version), parsed.constraint) : 'malformed'];
  });
  expect(ours).toEqual(theirs);
  for (const verdict of [true, false, 'malformed']) expect(theirs.map(([, each]) => each)).toContain(verdict);
});

const MALFORMED = 'Invalid version constraint';
