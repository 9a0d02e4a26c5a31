import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunIdentity } from '#simulator/runner/host.js';
import { unpackArtifact } from '#simulator/world/github-artifacts.js';
import { type Life, told } from './life.ts';
import { PLATFORM } from './repository.ts';
import type { Stage } from './stage.ts';

/** What a run found of the link between the clouds. */
export interface LinkFigure {
  /** As in the action tunnel-status. */
  readonly verdict: string;
  readonly healthy: number;
  readonly tunnels: number;
  /** `up` where it survives the loss of one end. */
  readonly redundancy: string;
  /** Networks that were found on every hop, of those expected. */
  readonly proven: number;
  readonly networks: number;
}

/** The members of the document `tunnels` that are told here. */
interface Told {
  readonly verdict: string;
  readonly links: readonly {
    readonly redundancy: { readonly state: string };
    readonly tunnels: readonly { readonly verdict: string }[];
    readonly networks: readonly { readonly state: string }[];
    readonly causes: readonly { readonly sentence: string }[];
  }[];
}

/** Tells in one line what the run found of the link; undefined where it left no document. */
export async function tellLink(life: Life, { runId }: RunIdentity): Promise<LinkFigure | undefined> {
  const document = await readDocument(life.stage, runId);
  const [link] = document?.links ?? [];
  if (document === undefined || link === undefined) return undefined;
  const figure = {
    verdict: document.verdict,
    healthy: link.tunnels.filter(({ verdict }) => verdict === 'healthy').length,
    tunnels: link.tunnels.length,
    redundancy: link.redundancy.state,
    proven: link.networks.filter(({ state }) => state === 'up').length,
    networks: link.networks.length,
  };
  const isGood = figure.verdict === 'healthy';
  told(life, `The link is ${figure.verdict}: ${sentenceOf(figure)}`, isGood);
  const cause = link.causes[0]?.sentence;
  if (!isGood && cause !== undefined) life.terminal.line(life.terminal.dim(`    ${cause}`));
  return figure;
}

function sentenceOf({ healthy, tunnels, redundancy, proven, networks }: LinkFigure): string {
  const survives = redundancy === 'up' ? 'redundant' : 'not redundant';
  return `${String(healthy)} of ${String(tunnels)} tunnels healthy, ${survives}, ${String(proven)} of ${String(networks)} networks proven`;
}

async function readDocument(stage: Stage, runId: RunIdentity['runId']): Promise<Told | undefined> {
  const artifacts = [...stage.github.repository(PLATFORM).artifacts.values()];
  const artifact = artifacts.find((each) => each.runId === runId && each.name === 'link');
  if (artifact === undefined) return undefined;
  const folder = mkdtempSync(join(stage.folder('documents'), 'link-'));
  await unpackArtifact(artifact.file, folder);
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith('tunnels.json'),
  );
  if (file === undefined) return undefined;
  return JSON.parse(readFileSync(join(folder, file), 'utf8')) as Told;
}
