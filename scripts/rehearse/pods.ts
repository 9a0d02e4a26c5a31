import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunIdentity } from '#simulator/runner/host.js';
import { unpackArtifact } from '#simulator/world/github-artifacts.js';
import { type Life, told } from './life.ts';
import { PLATFORM } from './repository.ts';

/** What the probes of a run came to. */
export interface PodsFigure {
  readonly verdict: string;
  readonly passed: number;
  readonly failed: number;
  readonly unknown: number;
  /** Nodes with a probe pod. */
  readonly nodes: number;
  /** Ids of what is wrong, by the action's table. */
  readonly causes: readonly string[];
}

/** The members of the document `connectivity` that are told here. */
interface Told {
  readonly verdict: string;
  readonly counts: { readonly passed: number; readonly failed: number; readonly unknown: number };
  readonly nodes: readonly { readonly isProbed: boolean }[];
  readonly causes: readonly { readonly id: string; readonly sentence: string }[];
}

/** Tells what the probes of an apply found. Undefined where it left no document, because it did not come so far. */
export async function tellPods(life: Life, { runId }: RunIdentity): Promise<PodsFigure | undefined> {
  const { stage } = life;
  const artifacts = [...stage.github.repository(PLATFORM).artifacts.values()];
  const artifact = artifacts.find((each) => each.runId === runId && each.name === 'pods');
  if (artifact === undefined) return undefined;
  const folder = mkdtempSync(join(stage.folder('documents'), 'pods-'));
  await unpackArtifact(artifact.file, folder);
  const document = JSON.parse(readFileSync(join(folder, 'connectivity.json'), 'utf8')) as Told;
  const { verdict, counts, causes } = document;
  const { passed, failed, unknown } = counts;
  const nodes = document.nodes.filter(({ isProbed }) => isProbed).length;
  const isProven = verdict === 'passed';
  const lack = unknown > 0 ? `, ${String(unknown)} unknown` : '';
  const figures = `${String(passed)} checks passed, ${String(failed)} failed${lack}, ${String(nodes)} nodes`;
  told(life, `pods ${isProven ? 'reach' : 'do not reach'} each other: ${figures}`, isProven);
  for (const { sentence } of causes) told(life, sentence, false);
  return { verdict, passed, failed, unknown, nodes, causes: causes.map(({ id }) => id) };
}
