import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { listFiles } from './repository.ts';

/** Size of one bundle with all its lazy chunks, in bytes. */
export interface BundleSize {
  readonly raw: number;
  /** Sum over the files, each compressed on its own at level 9. */
  readonly gzip: number;
  /** Bytes of index.js alone: what is parsed before the first input is read. */
  readonly entry: number;
  /** Files that are loaded only when a dynamic import asks for them. */
  readonly chunks: number;
}

/** Measures `actions/<name>/dist/<phase>`. */
export function measureBundle(directory: string): BundleSize {
  const files = listFiles(directory).map((name) => ({ name, content: readFileSync(join(directory, name)) }));
  return {
    raw: files.reduce((sum, { content }) => sum + content.length, 0),
    gzip: files.reduce((sum, { content }) => sum + gzipSync(content, { level: 9 }).length, 0),
    entry: files.find(({ name }) => name === 'index.js')?.content.length ?? 0,
    chunks: files.filter(({ name }) => name !== 'index.js' && /\.[cm]?js$/.test(name)).length,
  };
}
