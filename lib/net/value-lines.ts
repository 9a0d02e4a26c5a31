/** Where in variable files a value stands: a finding is best shown where it can be corrected. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AsnRole, RangeRole } from './address-facts.ts';

export interface ValueFile {
  /** Relative to the workspace, with forward slashes. */
  readonly path: string;
  readonly lines: readonly string[];
}

export interface ValuePlace {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** Beyond these a search would cost more than it tells. */
const MOST_FILES = 500;
const MOST_BYTES = 1024 * 1024;

const UNRELATED = new Set(['.git', '.terraform', 'node_modules']);

/** The variable files that match one of the globs, in order of path. */
export function readValueFiles(workspace: string, globs: readonly string[]): readonly ValueFile[] {
  const paths = globSync(globs, {
    cwd: workspace,
    withFileTypes: true,
    exclude: (entry) => UNRELATED.has(entry.name),
  })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return [...new Set(paths)]
    .slice(0, MOST_FILES)
    .filter((path) => statSync(path).size <= MOST_BYTES)
    .map((path) => ({
      path: path.slice(workspace.length + 1).replaceAll('\\', '/'),
      lines: readFileSync(path, 'utf8').split(/\r?\n/),
    }));
}

/** Words in the name of the variable that usually holds the value of a role. */
const NAMES: Readonly<Partial<Record<RangeRole | AsnRole, RegExp>>> = {
  vpc: /vpc/i,
  service: /service/i,
  'remote-node': /node/i,
  'remote-pod': /pod/i,
  'cluster-pool': /pod|pool/i,
  vnet: /vnet|virtual_network/i,
  'azure-subnet': /subnet/i,
  'aws-subnet': /subnet/i,
  'tunnel-inside': /tunnel/i,
  'transit-gateway': /transit|tgw/i,
  'azure-gateway': /azure|gateway/i,
  cilium: /node|cilium/i,
};

/**
 * The line on which a value stands as a whole token, not as part of another and not in a comment. Where it stands on
 * several lines, the one whose variable is named like the role; null where none or nothing tells them apart.
 */
export function findValue(files: readonly ValueFile[], role: string, text: string): ValuePlace | null {
  const token = new RegExp(`(?<![\\w./:-])${text.replaceAll(/[^\w]/g, '\\$&')}(?![\\w./:-])`);
  const found = files.flatMap(({ path, lines }) => {
    let variable = '';
    return lines.flatMap((line, index) => {
      variable = /^\s*([A-Za-z_][\w-]*)\s*=/.exec(line)?.[1] ?? variable;
      const code = withoutComment(line);
      return token.test(code) ? [{ file: path, line: index + 1, variable }] : [];
    });
  });
  const name = Object.hasOwn(NAMES, role) ? NAMES[role as RangeRole | AsnRole] : undefined;
  const named = name === undefined ? [] : found.filter(({ variable }) => name.test(variable));
  const [place] = named.length > 0 ? named : found.length === 1 ? found : [];
  return place === undefined ? null : { file: place.file, line: place.line };
}

/** A hash or two slashes inside a text are no comment. */
function withoutComment(line: string): string {
  return line.replace(/^((?:[^"#/]|"(?:[^"\\]|\\.)*"|\/(?!\/))*)(?:#|\/\/).*$/, '$1');
}
