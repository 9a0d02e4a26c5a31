import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { WorkflowError } from '../errors.ts';
import { globToRegExp } from '../glob.ts';
import type { StoredArtifact } from '../host.ts';
import type { ActionDouble, DoubleContext } from './double.ts';

const MANIFEST = `
name: Download a Build Artifact
inputs:
  name: {}
  artifact-ids: {}
  path: {}
  pattern: {}
  merge-multiple: { default: 'false' }
  github-token: {}
  repository: { default: '\${{ github.repository }}' }
  run-id: { default: '\${{ github.run_id }}' }
  skip-decompress: { default: 'false' }
  digest-mismatch: { default: error }
outputs: { download-path: {} }
runs: { using: node24, main: dist/index.js }
`;

const MISMATCH: readonly string[] = ['ignore', 'info', 'warn', 'error'];

async function main(context: DoubleContext): Promise<void> {
  checkOptions(context);
  const base = resolve(
    context.workspace,
    context.input('path').replace(/^~(?=$|\/)/, context.env['HOME'] ?? '~'),
  );
  const all = await context.host.listArtifacts(Number(context.input('run-id')));
  const chosen = choose(context, all);
  const name = context.input('name');
  const ids = context.input('artifact-ids');
  const flat = name !== '' || context.booleanInput('merge-multiple') || (ids !== '' && chosen.length === 1);
  mkdirSync(base, { recursive: true });
  for (const artifact of chosen) {
    const directory = flat ? base : join(base, artifact.name);
    mkdirSync(directory, { recursive: true });
    context.info(
      `Downloading artifact ${artifact.name} (ID: ${artifact.id}, size: ${artifact.sizeInBytes}, digest: ${artifact.digest})`,
    );
    await context.host.getArtifact(artifact, directory);
  }
  context.info(`Total of ${chosen.length} artifact(s) downloaded`);
  context.setOutput('download-path', base);
}

function checkOptions(context: DoubleContext): void {
  if (context.input('name') !== '' && context.input('artifact-ids') !== '') {
    throw new WorkflowError(
      "Inputs 'name' and 'artifact-ids' cannot be used together. Please specify only one.",
    );
  }
  if (context.booleanInput('skip-decompress')) {
    throw new WorkflowError("The simulated actions/download-artifact does not support 'skip-decompress'");
  }
  if (!MISMATCH.includes(context.input('digest-mismatch'))) {
    throw new WorkflowError(
      `Invalid digest-mismatch '${context.input('digest-mismatch')}'. Valid values are ${MISMATCH.join(', ')}`,
    );
  }
  const { run } = context.job;
  const elsewhere =
    context.input('run-id') !== String(run.runId) || context.input('repository') !== run.repository;
  if (elsewhere && context.input('github-token') === '') {
    throw new WorkflowError(
      "Unable to download artifact(s): artifacts of another run or repository need the input 'github-token'",
    );
  }
  if (!/^\d+$/.test(context.input('run-id')))
    throw new WorkflowError(`Invalid run-id '${context.input('run-id')}'`);
}

function choose(context: DoubleContext, all: readonly StoredArtifact[]): readonly StoredArtifact[] {
  const name = context.input('name');
  if (name !== '') {
    const found = all.find((artifact) => artifact.name === name);
    if (found === undefined)
      throw new WorkflowError(`Unable to download artifact(s): Artifact not found for name: ${name}`);
    return [found];
  }
  const ids = context
    .input('artifact-ids')
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);
  if (ids.length > 0) {
    return ids.map((id) => {
      if (!/^\d+$/.test(id)) throw new WorkflowError(`Invalid artifact ID: '${id}'. Must be a number.`);
      const found = all.find((artifact) => artifact.id === Number(id));
      if (found === undefined)
        throw new WorkflowError(
          `Unable to download artifact(s): none of the provided artifact IDs were found (${id})`,
        );
      return found;
    });
  }
  const pattern = context.input('pattern');
  if (pattern === '') {
    context.info('No input name, artifact-ids or pattern filtered specified, downloading all artifacts');
    return all;
  }
  const expression = globToRegExp(pattern);
  return all.filter((artifact) => expression.test(artifact.name));
}

/** Stands in for actions/download-artifact v8. */
export const downloadArtifact: ActionDouble = { name: 'actions/download-artifact', manifest: MANIFEST, main };
