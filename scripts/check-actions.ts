/**
 * Compares every action.yml with the code behind it, with the tests, and with the lists that name the actions.
 *
 * Usage: npm run check-actions -- [--root <checkout>]
 */
import { resolve } from 'node:path';
import { checkRepository } from './actions/repository-rules.ts';
import { checkAction, type Finding } from './actions/rules.ts';
import { scriptErrors } from './errors.ts';
import { readOptions, runProgram } from './support/program.ts';
import { listActions, repositoryRoot } from './support/repository.ts';

const USAGE = `npm run check-actions -- [options]
  --root <folder>  checkout to check (default: this one)`;

/** Everything about the actions of a checkout that does not agree. EHA1902 when it has no action. */
export function checkActions(root: string): readonly Finding[] {
  const actions = listActions(root);
  if (actions.length === 0) throw scriptErrors.EHA1902(`There is no action in ${root}.`);
  return [...actions.flatMap((action) => checkAction(root, action)), ...checkRepository(root, actions)];
}

if (import.meta.main) {
  await runProgram(async () => {
    const options = readOptions({ root: { type: 'string' }, help: { type: 'boolean' } }, USAGE);
    if (options.help === true) {
      console.log(USAGE);
      return true;
    }
    const root = resolve(options.root ?? repositoryRoot);
    const findings = checkActions(root);
    const lines = findings.map(({ place, rule, message }) => `${place}: ${message} [${rule}]`);
    if (lines.length > 0) throw scriptErrors.EHA1904(lines.join('\n'));
    console.log(`${listActions(root).length} actions agree with their code`);
    return true;
  });
}
