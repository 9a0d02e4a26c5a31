import { readdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { WorkflowError } from '../errors.ts';
import type { ActionDouble, DoubleContext } from './double.ts';

const MANIFEST = `
name: Checkout
inputs:
  repository: { default: '\${{ github.repository }}' }
  ref: {}
  token: { default: '\${{ github.token }}' }
  ssh-key: {}
  ssh-known-hosts: {}
  ssh-strict: { default: 'true' }
  ssh-user: { default: git }
  persist-credentials: { default: 'true' }
  path: {}
  clean: { default: 'true' }
  filter: {}
  sparse-checkout: {}
  sparse-checkout-cone-mode: { default: 'true' }
  fetch-depth: { default: '1' }
  fetch-tags: { default: 'false' }
  show-progress: { default: 'true' }
  lfs: { default: 'false' }
  submodules: { default: 'false' }
  set-safe-directory: { default: 'true' }
  github-server-url: {}
  allow-unsafe-pr-checkout: { default: 'false' }
outputs: { ref: {}, commit: {} }
runs: { using: node24, main: dist/index.js, post: dist/index.js }
`;

/** Inputs that would change what is checked out in ways this stand-in does not do; it refuses them. */
const REFUSED: readonly string[] = [
  'ssh-key',
  'ssh-known-hosts',
  'filter',
  'github-server-url',
  'lfs',
  'submodules',
];

async function main(context: DoubleContext): Promise<void> {
  refuseInputs(context);
  const repository = context.input('repository');
  if (!/^[^/\s]+\/[^/\s]+$/.test(repository)) {
    throw new WorkflowError(`Invalid repository '${repository}'. Expected format {owner}/{repo}.`);
  }
  const directory = resolve(context.workspace, context.input('path'));
  if (relative(context.workspace, directory).startsWith('..')) {
    throw new WorkflowError(`Repository path '${directory}' is not under '${context.workspace}'`);
  }
  if (context.booleanInput('clean')) {
    for (const entry of existing(directory)) rmSync(join(directory, entry), { recursive: true, force: true });
  }
  const { run } = context.job;
  const own = repository.toLowerCase() === run.repository.toLowerCase();
  const asked = context.input('ref');
  const ref = asked === '' ? (own ? run.sha : 'HEAD') : asked;
  context.info(`Syncing repository: ${repository}`);
  const request = { repository, ref, directory, token: context.input('token'), fetchDepth: depth(context) };
  const { sha } = await context.host.checkout(request);
  const sparse = context
    .input('sparse-checkout')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (sparse.length > 0) keepSparse(directory, sparse, context.booleanInput('sparse-checkout-cone-mode'));
  context.info(`HEAD is now at ${sha}`);
  context.setOutput('ref', asked === '' && own ? run.ref : asked);
  context.setOutput('commit', sha);
}

function refuseInputs(context: DoubleContext): void {
  for (const name of REFUSED) {
    const value = context.input(name);
    if (value !== '' && value !== 'false') {
      throw new WorkflowError(`The simulated actions/checkout does not support the input '${name}'`);
    }
  }
  if (context.booleanInput('persist-credentials')) {
    context.warning(
      "actions/checkout keeps the token for later git commands; set 'persist-credentials: false' unless a step pushes",
    );
  }
}

function depth(context: DoubleContext): number {
  const text = context.input('fetch-depth');
  if (!/^\d+$/.test(text)) throw new WorkflowError(`Invalid fetch-depth '${text}'`);
  return Number(text);
}

function existing(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

/** Cone mode keeps the files at the root, those beside each listed folder's ancestors, and all below each folder. */
function keepSparse(directory: string, folders: readonly string[], cone: boolean): void {
  if (!cone)
    throw new WorkflowError("The simulated actions/checkout supports 'sparse-checkout' in cone mode only");
  const wanted = folders.map((folder) => folder.replace(/^\/+|\/+$/g, ''));
  const prune = (path: string) => {
    for (const entry of readdirSync(join(directory, path), { withFileTypes: true })) {
      const name = path === '' ? entry.name : `${path}/${entry.name}`;
      if (!entry.isDirectory() || name === '.git' || wanted.includes(name)) continue;
      if (wanted.some((folder) => folder.startsWith(`${name}/`))) prune(name);
      else rmSync(join(directory, name), { recursive: true, force: true });
    }
  };
  prune('');
}

/** Stands in for actions/checkout v7. */
export const checkout: ActionDouble = { name: 'actions/checkout', manifest: MANIFEST, main };
