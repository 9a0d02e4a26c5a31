/**
 * Builds the bundles that GitHub runs: `actions/<name>/src/{pre,main,post}.ts` → `actions/<name>/dist/<phase>/index.js`.
 *
 * Usage: npm run build -- [--force] [--only <action>,…] [--root <checkout>]
 */
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { BuildCache } from './build/cache.ts';
import { runWorker } from './build/run-worker.ts';
import { createStage, type Stage } from './build/stage.ts';
import { scriptErrors } from './errors.ts';
import { measureBundle } from './support/bundle-size.ts';
import { formatBytes, formatDuration } from './support/format.ts';
import { readOptions, runProgram } from './support/program.ts';
import { listActions, repositoryRoot, type ActionFolder } from './support/repository.ts';

const USAGE = `npm run build -- [options]
  --force          build every action, also what has not changed
  --only <a>,<b>   build these actions only
  --root <folder>  checkout to build in (default: this one)`;

/** Each bundler process holds 200 to 400 MB, so more cores are not worth more than this. */
const MAX_WORKERS = 4;

/** What to build. */
export interface BuildOptions {
  readonly root: string;
  readonly force: boolean;
  /** Names of actions; undefined for all. */
  readonly only?: readonly string[] | undefined;
}

/**
 * Builds what has changed. Prints a line per action; EHA1901 names every action that failed, after the others are done.
 */
export async function build(options: BuildOptions): Promise<void> {
  const started = performance.now();
  const actions = selectActions(options);
  const cache = new BuildCache(options.root);
  const stale = actions.filter(({ name }) => options.force || !cache.isCurrent(name));
  if (stale.length > 0) await buildAll(options.root, stale, cache);
  console.log(
    `${stale.length} built, ${actions.length - stale.length} unchanged in ${formatDuration(performance.now() - started)}`,
  );
}

function selectActions({ root, only }: BuildOptions): readonly ActionFolder[] {
  const all = listActions(root);
  const names = all.map(({ name }) => name);
  const unknown = only?.filter((name) => !names.includes(name)) ?? [];
  if (unknown.length > 0) {
    throw scriptErrors.EHA1900(
      `--only: no action is called ${unknown.join(', ')}; there are ${names.join(', ')}`,
    );
  }
  const selected = all.filter(({ name }) => only?.includes(name) ?? true);
  if (selected.length === 0) throw scriptErrors.EHA1902(`There is no action in ${join(root, 'actions')}.`);
  const empty = selected.filter(({ phases }) => !phases.includes('main'));
  if (empty.length > 0) {
    throw scriptErrors.EHA1901(`${empty.map(({ name }) => name).join(', ')}: src/main.ts is missing.`);
  }
  return selected;
}

async function buildAll(root: string, actions: readonly ActionFolder[], cache: BuildCache): Promise<void> {
  const stage = createStage(root);
  const failures: string[] = [];
  const queue = [...actions];
  const drain = async (): Promise<void> => {
    for (let action = queue.shift(); action !== undefined; action = queue.shift()) {
      const failure = await buildOne(root, action, stage, cache);
      if (failure !== undefined) failures.push(failure);
    }
  };
  try {
    const workers = Math.min(MAX_WORKERS, Math.max(2, availableParallelism()), actions.length);
    await Promise.all(Array.from({ length: workers }, drain));
  } finally {
    stage.remove();
  }
  if (failures.length > 0) throw scriptErrors.EHA1901(failures.join('\n'));
}

/** Builds one action; returns the message when it fails. */
async function buildOne(
  root: string,
  action: ActionFolder,
  stage: Stage,
  cache: BuildCache,
): Promise<string | undefined> {
  const started = performance.now();
  const result = await runWorker({
    root,
    stage: stage.directory,
    action: action.name,
    phases: action.phases,
  });
  const took = formatDuration(performance.now() - started);
  if (!result.ok) {
    console.log(`failed  ${action.name}  ${took}`);
    return `${action.name}: ${result.message}`;
  }
  cache.store(
    action.name,
    result.modules.flatMap((path) => stage.sourceOf(path) ?? []),
  );
  const sizes = action.phases.map((phase) => {
    const { raw, chunks } = measureBundle(join(action.directory, 'dist', phase));
    const lazy = chunks === 0 ? '' : ` with ${chunks} lazy ${chunks === 1 ? 'chunk' : 'chunks'}`;
    return `${phase} ${formatBytes(raw)}${lazy}`;
  });
  console.log(`built   ${action.name}  ${sizes.join(', ')}  ${took}`);
  return undefined;
}

if (import.meta.main) {
  await runProgram(async () => {
    const options = readOptions(
      {
        force: { type: 'boolean' },
        only: { type: 'string' },
        root: { type: 'string' },
        help: { type: 'boolean' },
      },
      USAGE,
    );
    if (options.help === true) {
      console.log(USAGE);
      return true;
    }
    await build({
      root: resolve(options.root ?? repositoryRoot),
      force: options.force === true,
      only: options.only?.split(',').map((name) => name.trim()),
    });
    return true;
  });
}
