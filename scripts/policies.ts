/**
 * Writes the least policies of the GitHub environments' identities, from what Terraform and the actions call, into the
 * module github-oidc.
 *
 * Usage: node scripts/bootstrap.mjs scripts/policies.ts [--check]
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { readPolicyData } from './policies/data.ts';
import { policyFiles } from './policies/generate.ts';
import { scriptErrors } from './errors.ts';
import { readOptions, runProgram } from './support/program.ts';
import { repositoryRoot } from './support/repository.ts';

const USAGE = `Options of policies:
  --check   write nothing; fail when a policy is stale`;

/**
 * Brings the policies of a checkout up to date and returns the paths of those that were stale; with `check`, writes
 * nothing.
 */
export async function updatePolicies(root: string, check: boolean): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const [path, raw] of policyFiles(readPolicyData(root))) {
    const file = join(root, path);
    const wanted = await format(raw, { ...(await resolveConfig(file)), parser: 'json' });
    if (existsSync(file) && readFileSync(file, 'utf8') === wanted) continue;
    stale.push(path);
    if (check) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, wanted);
  }
  return stale;
}

if (import.meta.main) {
  await runProgram(async () => {
    const { check, help } = readOptions({ check: { type: 'boolean' }, help: { type: 'boolean' } }, USAGE);
    if (help === true) {
      console.log(USAGE);
      return true;
    }
    const stale = await updatePolicies(repositoryRoot, check === true);
    if (check === true && stale.length > 0) {
      throw scriptErrors.EHA1905(`Stale: ${stale.join(', ')}.`, {
        remedy: 'Run `node scripts/bootstrap.mjs scripts/policies.ts` and commit the result.',
      });
    }
    console.log(stale.length === 0 ? 'every policy is up to date' : `written: ${stale.join(', ')}`);
    return true;
  });
}
