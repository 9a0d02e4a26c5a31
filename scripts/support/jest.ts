import { join } from 'node:path';
import { repositoryRoot } from './repository.ts';

/** The command line that runs jest in ES module mode, on the Node that runs this program. */
export function jestCommand(parameters: readonly string[]): readonly [string, ...string[]] {
  return [
    process.execPath,
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(repositoryRoot, 'node_modules/jest/bin/jest.js'),
    ...parameters,
  ];
}
