import type { Block } from '../version/hcl-blocks.ts';
import { UNREADABLE } from '../version/hcl-blocks.ts';
import type { LintFile, LintFinding } from './types.ts';

/** Versions that nothing holds: of Terraform in the root module, of each provider in every module. */
export function versionFindings(files: readonly LintFile[], isRoot: boolean): readonly LintFinding[] {
  return [...(isRoot ? requiredVersion(files) : []), ...unversioned(files), ...undeclared(files)];
}

function requiredVersion(files: readonly LintFile[]): readonly LintFinding[] {
  const [first] = files;
  if (first === undefined || files.some(({ text }) => text.includes('required_version'))) return [];
  const place = files.find(({ blocks }) => blocks.some(({ type }) => type === 'terraform')) ?? first;
  const line = place.blocks.find(({ type }) => type === 'terraform')?.line ?? 1;
  const message = 'Nothing says which versions of Terraform may be used: set required_version.';
  return [{ rule: 'required-version', file: place.file, line, message }];
}

function declaredProviders({ blocks }: LintFile) {
  return blocks
    .filter(({ type }) => type === 'terraform')
    .flatMap((block) => block.blocks.filter(({ type }) => type === 'required_providers'))
    .flatMap((block) => [...block.attributes]);
}

function unversioned(files: readonly LintFile[]): readonly LintFinding[] {
  return files.flatMap((file) =>
    declaredProviders(file)
      .filter(([, { object }]) => object.size > 0 && !object.has(UNREADABLE) && !object.has('version'))
      .map(([name, { line }]) => ({
        rule: 'required-providers',
        file: file.file,
        line,
        message: `Any version of the provider ${name} is accepted: add a version.`,
      })),
  );
}

/** Part of Terraform itself, so it has no version of its own. */
const BUILT_IN = 'terraform';

/** Only where every file of the module is read with certainty: a declaration may stand in any of them. */
function undeclared(files: readonly LintFile[]): readonly LintFinding[] {
  if (files.some(({ isCertain }) => !isCertain)) return [];
  const known = new Set([
    BUILT_IN,
    ...files.flatMap((file) => declaredProviders(file).map(([name]) => name)),
  ]);
  return files.flatMap(({ file, blocks }) =>
    blocks.flatMap((block) => {
      const name = providerOf(block);
      if (name === undefined || known.has(name)) return [];
      known.add(name);
      const message = `The provider ${name} is used without an entry in required_providers: add one with source and version.`;
      return [{ rule: 'required-providers', file, line: block.line, message }];
    }),
  );
}

/** Local name of the provider by the type's prefix; undefined where the block names another by an expression. */
function providerOf({ type, labels, attributes }: Block): string | undefined {
  if (!['resource', 'data', 'ephemeral'].includes(type) || attributes.has('provider')) return undefined;
  return labels[0]?.split('_')[0];
}
