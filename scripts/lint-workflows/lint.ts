import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../support/repository.ts';
import type { Finding, WorkflowFile } from './finding.ts';
import { withoutKnownGaps } from './known-gaps.ts';
import { ownFindings } from './rules.ts';
import { actionlintFindings, languageServiceFindings } from './tools.ts';

/** Every workflow, caller template and action file of the repository. */
export function workflowFiles(root: string): readonly WorkflowFile[] {
  const workflows = ['.github/workflows', 'workflows-templates'].flatMap((folder) =>
    listFiles(join(root, folder))
      .filter((name) => /^[^/]+\.ya?ml$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  const actions = ['actions', '.github/actions'].flatMap((folder) =>
    listFiles(join(root, folder))
      .filter((name) => /^[^/]+\/action\.ya?ml$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  const read = (path: string, kind: WorkflowFile['kind']) => ({
    path,
    kind,
    text: readFileSync(join(root, path), 'utf8'),
  });
  return [...workflows.map((path) => read(path, 'workflow')), ...actions.map((path) => read(path, 'action'))];
}

/** All that actionlint, the language service and our own rules find, without what the first two are known to get wrong. */
export async function lintFile(file: WorkflowFile, root: string): Promise<readonly Finding[]> {
  const byTools = [...(await actionlintFindings(file)), ...(await languageServiceFindings(file, root))];
  return [...withoutKnownGaps(byTools), ...ownFindings(file)].sort((one, other) => one.line - other.line);
}
