import { basename, dirname, relative, sep } from 'node:path';
import { WorkflowError } from '../errors.ts';
import { findFiles } from '../files.ts';
import type { ActionDouble, DoubleContext } from './double.ts';

const MANIFEST = `
name: Upload a Build Artifact
inputs:
  name: { default: artifact }
  path: { required: true }
  if-no-files-found: { default: warn }
  retention-days: {}
  compression-level: { default: '6' }
  overwrite: { default: 'false' }
  include-hidden-files: { default: 'false' }
  archive: { default: 'true' }
outputs: { artifact-id: {}, artifact-url: {}, artifact-digest: {} }
runs: { using: node24, main: dist/upload/index.js }
`;

/** Characters that an artifact's name, and a path within it, must not have. Source: @actions/artifact. */
const INVALID_PATH: readonly string[] = ['"', ':', '<', '>', '|', '*', '?', '\r', '\n'];
const INVALID_NAME: readonly string[] = [...INVALID_PATH, '\\', '/'];

async function main(context: DoubleContext): Promise<void> {
  const name = context.input('name');
  refuseCharacters(name, INVALID_NAME, 'artifact name');
  const options = readOptions(context);
  const home = context.env['HOME'] ?? '';
  const includeHidden = context.booleanInput('include-hidden-files');
  const { files, roots } = findFiles(context.input('path'), {
    directory: context.workspace,
    home,
    includeHidden,
  });
  if (files.length === 0) {
    reportMissing(context);
    return;
  }
  const root = rootOf(files, roots);
  const entries = new Map(files.map((file) => [relative(root, file).split(sep).join('/'), file]));
  for (const path of entries.keys())
    refuseCharacters(path, INVALID_PATH, 'path for one of the files in artifact');
  context.info(
    `With the provided path, there will be ${files.length} file${files.length === 1 ? '' : 's'} uploaded`,
  );
  const { run } = context.job;
  const taken = (await context.host.listArtifacts(run.runId)).some((artifact) => artifact.name === name);
  if (taken && !options.overwrite) {
    throw new WorkflowError(
      'Failed to CreateArtifact: Received non-retryable error: Failed request: (409) Conflict: an artifact with this name already exists on the workflow run',
    );
  }
  const stored = await context.host.putArtifact({ run, name, files: entries, ...options });
  const url = `${context.host.serverUrl}/${run.repository}/actions/runs/${run.runId}/artifacts/${stored.id}`;
  context.setOutput('artifact-id', String(stored.id));
  context.setOutput('artifact-digest', stored.digest);
  context.setOutput('artifact-url', url);
  context.info(
    `Artifact ${name} has been successfully uploaded! Final size is ${stored.sizeInBytes} bytes. Artifact ID is ${stored.id}`,
  );
  context.info(`Artifact download URL: ${url}`);
}

function readOptions(context: DoubleContext): { overwrite: boolean; retentionDays: number | undefined } {
  if (!context.booleanInput('archive'))
    throw new WorkflowError("The simulated actions/upload-artifact supports only 'archive: true'");
  const level = context.input('compression-level');
  if (!/^[0-9]$/.test(level))
    throw new WorkflowError(`Invalid compression-level '${level}'. Valid values are 0-9`);
  const days = context.input('retention-days');
  if (days !== '' && !/^\d+$/.test(days)) throw new WorkflowError('Invalid retention-days');
  const retentionDays = days === '' || days === '0' ? undefined : Number(days);
  if (retentionDays !== undefined && retentionDays > 90) {
    context.warning(
      `Retention days cannot be greater than the maximum allowed retention set within the repository. Using 90 instead.`,
    );
  }
  return {
    overwrite: context.booleanInput('overwrite'),
    retentionDays: retentionDays === undefined ? undefined : Math.min(retentionDays, 90),
  };
}

function refuseCharacters(text: string, characters: readonly string[], what: string): void {
  if (text === '') throw new WorkflowError(`The ${what} is not valid: it is empty`);
  const found = characters.find((character) => text.includes(character));
  if (found !== undefined)
    throw new WorkflowError(
      `The ${what} is not valid: ${text}. Contains the following character: ${JSON.stringify(found)}`,
    );
}

function reportMissing(context: DoubleContext): void {
  const message = `No files were found with the provided path: ${context.input('path')}. No artifacts will be uploaded.`;
  const behaviour = context.input('if-no-files-found');
  if (behaviour === 'error') throw new WorkflowError(message);
  if (behaviour === 'warn') context.warning(message);
  else if (behaviour === 'ignore') context.info(message);
  else
    throw new WorkflowError(
      `Unrecognized if-no-files-found input. Provided: ${behaviour}. Available options: warn,error,ignore`,
    );
}

/**
 * The folder that paths in the artifact start from: the one searched, the parent of a single named file, or the
 * deepest folder that several patterns have in common.
 */
function rootOf(files: readonly string[], roots: readonly string[]): string {
  const distinct = roots.filter(
    (root, index) => roots.indexOf(root) === index && !roots.some((other) => root.startsWith(other + sep)),
  );
  const [first = sep] = distinct;
  if (distinct.length > 1) {
    const common = distinct
      .map((root) => root.split(sep))
      .reduce(shared)
      .join(sep);
    return common === '' ? sep : common;
  }
  return files.length === 1 && files[0] === first && basename(first) !== '' ? dirname(first) : first;
}

function shared(left: string[], right: string[]): string[] {
  const end = left.findIndex((part, index) => part !== right[index]);
  return end < 0 ? left : left.slice(0, end);
}

/** Stands in for actions/upload-artifact v7. */
export const uploadArtifact: ActionDouble = { name: 'actions/upload-artifact', manifest: MANIFEST, main };
