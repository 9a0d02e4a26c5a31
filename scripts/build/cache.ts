import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { listFiles, repositoryRoot } from '#scripts/support/repository.js';
import { readLock } from './packages.ts';

const record = z.object({
  /** Digest of the pinned packages and of the build's own code. */
  toolchain: z.string(),
  /** Digest of each source file that went in, by path relative to the checkout. */
  inputs: z.record(z.string(), z.string()),
  /** Digest of everything in the action's dist/. */
  dist: z.string(),
});
const cacheFile = z.object({ version: z.literal(1), actions: z.record(z.string(), record) });

/** What the last build of one action was made of and what it produced. */
export type BuildRecord = z.infer<typeof record>;

/** `.cache/build.json`, which git ignores. A file that is missing or not understood means: build everything. */
export class BuildCache {
  readonly #path: string;
  readonly #root: string;
  readonly #actions: Record<string, BuildRecord>;
  readonly #toolchain: string;

  constructor(root: string) {
    this.#root = root;
    this.#path = join(root, '.cache', 'build.json');
    this.#actions = readCache(this.#path);
    this.#toolchain = toolchainDigest(root);
  }

  /** True when sources, packages, the build's code and the produced files are all as the last build left them. */
  isCurrent(action: string): boolean {
    const entry = this.#actions[action];
    if (entry?.toolchain !== this.#toolchain || entry.dist !== this.#distDigest(action)) return false;
    return Object.entries(entry.inputs).every(([path, digest]) => this.#fileDigest(path) === digest);
  }

  /** Remembers a finished build. Written at once, so that an interrupted build keeps what it has done. */
  store(action: string, inputs: readonly string[]): void {
    this.#actions[action] = {
      toolchain: this.#toolchain,
      inputs: Object.fromEntries(inputs.map((path) => [path, this.#fileDigest(path)])),
      dist: this.#distDigest(action),
    };
    mkdirSync(join(this.#root, '.cache'), { recursive: true });
    const temporary = `${this.#path}.${process.pid}`;
    writeFileSync(temporary, JSON.stringify({ version: 1, actions: this.#actions }, null, 2));
    renameSync(temporary, this.#path);
  }

  #fileDigest(path: string): string {
    const absolute = join(this.#root, path);
    return existsSync(absolute) ? sha256(readFileSync(absolute)) : 'missing';
  }

  #distDigest(action: string): string {
    const dist = `actions/${action}/dist`;
    const files = listFiles(join(this.#root, dist));
    return sha256(files.map((file) => `${file} ${this.#fileDigest(`${dist}/${file}`)}`).join('\n'));
  }
}

function readCache(path: string): Record<string, BuildRecord> {
  if (!existsSync(path)) return {};
  try {
    return cacheFile.parse(JSON.parse(readFileSync(path, 'utf8'))).actions;
  } catch {
    return {};
  }
}

function toolchainDigest(root: string): string {
  const code = listFiles(import.meta.dirname).map((file) =>
    readFileSync(join(import.meta.dirname, file), 'utf8'),
  );
  const driver = readFileSync(join(repositoryRoot, 'scripts', 'build.ts'), 'utf8');
  return sha256([readLock(root).pinned, driver, ...code].join('\0'));
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
