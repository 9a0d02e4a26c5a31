/**
 * Runs jest in ES module mode: `node scripts/jest.ts [jest arguments]`. A folder gives way to paths below it, so that
 * `npm run unit -- tests/unit/lib/net` runs those tests and not all of tests/unit.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const given = process.argv.slice(2);
const parameters = given.filter((path) => !given.some((other) => other.startsWith(`${path}/`)));
const result = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(root, 'node_modules/jest/bin/jest.js'),
    ...parameters,
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exit(result.status ?? 1);
