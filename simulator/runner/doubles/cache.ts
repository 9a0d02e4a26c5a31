import { WorkflowError } from '../errors.ts';
import { reads, writes } from '../run/cache-mode.ts';
import type { ActionDouble, DoubleContext } from './double.ts';
import { cachePaths, findEntry, restoreEntry, saveEntry } from './cache-store.ts';

const RESTORE_INPUTS = `
  path: { required: true }
  key: { required: true }
  restore-keys: {}
  enableCrossOsArchive: { default: 'false' }
  fail-on-cache-miss: { default: 'false' }
  lookup-only: { default: 'false' }`;

const MANIFEST = `
name: Cache
inputs:${RESTORE_INPUTS}
  upload-chunk-size: {}
  save-always: { default: 'false' }
outputs: { cache-hit: {} }
runs: { using: node24, main: dist/restore/index.js, post: dist/save/index.js }
`;

const RESTORE_MANIFEST = `
name: Restore Cache
inputs:${RESTORE_INPUTS}
outputs: { cache-hit: {}, cache-primary-key: {}, cache-matched-key: {} }
runs: { using: node24, main: dist/restore-only/index.js }
`;

const SAVE_MANIFEST = `
name: Save a cache
inputs:
  path: { required: true }
  key: { required: true }
  upload-chunk-size: {}
  enableCrossOsArchive: { default: 'false' }
runs: { using: node24, main: dist/save-only/index.js }
`;

function checkKey(key: string): void {
  if (key.length > 512)
    throw new WorkflowError(`Key Validation Error: ${key} cannot be larger than 512 characters.`);
  if (key.includes(',')) throw new WorkflowError(`Key Validation Error: ${key} cannot contain commas.`);
}

/** Restores, and says so in the outputs; what was found is kept in the state for the post part. */
function restore(context: DoubleContext): Promise<void> {
  const key = context.input('key');
  const restoreKeys = context
    .input('restore-keys')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  for (const each of [key, ...restoreKeys]) checkKey(each);
  context.state.set('CACHE_KEY', key);
  context.setOutput('cache-primary-key', key);
  const allowed = reads(context.cacheMode);
  if (!allowed)
    context.warning(
      `Failed to restore: cache-mode is ${context.cacheMode}, the cache service refuses to read`,
    );
  const entry = allowed ? findEntry(context, key, restoreKeys) : undefined;
  if (entry === undefined) {
    if (context.booleanInput('fail-on-cache-miss')) {
      throw new WorkflowError(
        `Failed to restore cache entry. Exiting as fail-on-cache-miss is set. Input key: ${key}`,
      );
    }
    context.info(`Cache not found for input keys: ${[key, ...restoreKeys].join(', ')}`);
    return Promise.resolve();
  }
  context.state.set('CACHE_RESULT', entry.key);
  context.setOutput('cache-matched-key', entry.key);
  context.setOutput('cache-hit', String(entry.key === key));
  if (context.booleanInput('lookup-only'))
    context.info(`Cache found and can be restored from key: ${entry.key}`);
  else {
    restoreEntry(context, entry);
    context.info(`Cache restored from key: ${entry.key}`);
  }
  return Promise.resolve();
}

function save(context: DoubleContext): Promise<void> {
  const key = context.state.get('CACHE_KEY') ?? context.input('key');
  checkKey(key);
  if (context.state.get('CACHE_RESULT') === key) {
    context.info(`Cache hit occurred on the primary key ${key}, not saving cache.`);
  } else if (!writes(context.cacheMode)) {
    context.warning(`Failed to save: cache-mode is ${context.cacheMode}, the cache service refuses to write`);
  } else if (saveEntry(context, key)) context.info(`Cache saved with key: ${key}`);
  else {
    const paths = cachePaths(context).join(', ');
    context.warning(
      `Failed to save: Unable to reserve cache with key ${key}, or none of the paths exists (${paths}).`,
    );
  }
  return Promise.resolve();
}

/** Stands in for actions/cache v5. Its post part saves only when the job succeeded. */
export const cache: ActionDouble = {
  name: 'actions/cache',
  manifest: MANIFEST,
  main: restore,
  post: save,
  postIf: 'success()',
};

/** Stands in for actions/cache/restore v5. */
export const cacheRestore: ActionDouble = {
  name: 'actions/cache/restore',
  manifest: RESTORE_MANIFEST,
  main: restore,
};

/** Stands in for actions/cache/save v5. */
export const cacheSave: ActionDouble = { name: 'actions/cache/save', manifest: SAVE_MANIFEST, main: save };
