/**
 * Runs jest in ES module mode: `node scripts/jest.ts [jest arguments]`. A folder gives way to paths below it, so that
 * `npm run unit -- tests/unit/lib/net` runs those tests and not all of tests/unit.
 */
import { spawnSync } from 'node:child_process';
import { jestCommand } from './support/jest.ts';
import { repositoryRoot } from './support/repository.ts';

const given = process.argv.slice(2);
const [command, ...parameters] = jestCommand(
  given.filter((path) => !given.some((other) => other.startsWith(`${path}/`))),
);
const result = spawnSync(command, parameters, { cwd: repositoryRoot, stdio: 'inherit' });
process.exit(result.status ?? 1);
