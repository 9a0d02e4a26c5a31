/** `npm run lint-workflows`: every workflow and action file, checked by actionlint, GitHub's language service and our rules. */
import { scriptErrors } from './errors.ts';
import { lintFile, workflowFiles } from './lint-workflows/lint.ts';
import { runProgram } from './support/program.ts';
import { repositoryRoot } from './support/repository.ts';

await runProgram(async () => {
  const files = workflowFiles(repositoryRoot);
  if (files.length === 0) throw scriptErrors.EHA1902('There is no workflow and no action to check.');
  let count = 0;
  for (const file of files) {
    for (const finding of await lintFile(file, repositoryRoot)) {
      count += 1;
      process.stdout.write(`${finding.file}:${String(finding.line)}: ${finding.message} (${finding.rule})\n`);
    }
  }
  process.stdout.write(`${String(files.length)} files checked, ${String(count)} findings\n`);
  return count === 0;
});
