/** Writes the tables of variables and outputs into the README of every Terraform module and stack. */
import { readOptions, runProgram } from '../support/program.ts';
import { repositoryRoot } from '../support/repository.ts';
import { staleTables, writeTables } from './readme.ts';
import { findTargets } from './targets.ts';

const USAGE = `Options of terraform docs:
  --check   write nothing; fail when a table is stale`;

await runProgram(async () => {
  const { check } = readOptions({ check: { type: 'boolean' } }, USAGE);
  const paths = findTargets(repositoryRoot).map(({ path }) => path);
  const stale = (await Promise.all(paths.map((path) => staleTables(repositoryRoot, path)))).flat();
  if (check !== true) await Promise.all(paths.map((path) => writeTables(repositoryRoot, path)));
  for (const file of stale) process.stdout.write(`${check === true ? 'stale' : 'written'}: ${file}\n`);
  return check !== true || stale.length === 0;
});
