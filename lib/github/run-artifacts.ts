import { createHash } from 'node:crypto';
import { ActionError } from '../action/errors.ts';
import { readZip, type ZipFile, type ZipLimits } from './artifact-zip.ts';
import type { GitHubDoor, Octokit } from './client.ts';
import { githubErrors } from './errors.ts';

const NEEDS_READ = 'actions: read';

/** What is read of the artifacts of a run at most. Who may run a workflow may upload whatever they like. */
export interface ArtifactLimits {
  /** Artifacts whose name matches. */
  readonly count: number;
  /** Listed artifacts, whatever their names. */
  readonly listed: number;
  /** Of one archive. */
  readonly bytes: number;
  /** Of all archives. */
  readonly totalBytes: number;
  readonly zip: ZipLimits;
}

/** One artifact with its files, or with the reason why they are not used. */
export interface RunArtifact {
  readonly id: number;
  readonly name: string;
  readonly files: readonly ZipFile[];
  readonly problem: ActionError | undefined;
}

export interface RunArtifacts {
  readonly artifacts: readonly RunArtifact[];
  /** Why there may be more than these; undefined when there are not. */
  readonly incomplete: string | undefined;
}

/** An artifact as GitHub lists it; nothing of it was written by the run but its name and what is in it. */
export interface ListedArtifact {
  readonly id: number;
  readonly name: string;
  readonly size_in_bytes: number;
  readonly expired: boolean;
  readonly digest?: string | null;
  readonly workflow_run?: { readonly id?: number; readonly head_sha?: string } | null;
}

/** The run that artifacts must be of. */
export interface ArtifactRun {
  readonly id: number;
  readonly headSha: string;
}

/**
 * The artifacts of one run whose names match, as data: bounded in number and size, compared with the digest that GitHub
 * keeps, unpacked in memory. An artifact that is not what it should be has its reason instead of files; failures of the
 * API reject. When attempts of a run left several of one name, the newest counts.
 */
export async function readRunArtifacts(
  door: GitHubDoor,
  run: ArtifactRun,
  names: RegExp,
  limits: ArtifactLimits,
): Promise<RunArtifacts> {
  const { listed, isComplete } = await listArtifacts(door, run.id, limits.listed);
  const sorted = newestOf(listed.filter(({ name }) => names.test(name)));
  const artifacts: RunArtifact[] = [];
  let left = limits.totalBytes;
  for (const artifact of sorted.slice(0, limits.count)) {
    const read = await readArtifact(door, run, artifact, { ...limits, bytes: Math.min(limits.bytes, left) });
    left -= Math.min(artifact.size_in_bytes, left);
    artifacts.push(read);
  }
  return { artifacts, incomplete: incompleteness(isComplete, sorted.length, limits) };
}

/** Of each name the newest, by name. */
function newestOf(artifacts: readonly ListedArtifact[]): readonly ListedArtifact[] {
  const newest = new Map<string, ListedArtifact>();
  for (const artifact of artifacts) {
    const known = newest.get(artifact.name);
    if (known === undefined || known.id < artifact.id) newest.set(artifact.name, artifact);
  }
  return [...newest.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** What a run left, of each name the newest, without reading any of it; `isComplete` is false beyond `most`. */
export async function listRunArtifacts(
  door: GitHubDoor,
  runId: number,
  most: number,
): Promise<{ readonly artifacts: readonly ListedArtifact[]; readonly isComplete: boolean }> {
  const { listed, isComplete } = await listArtifacts(door, runId, most);
  return { artifacts: newestOf(listed), isComplete };
}

function incompleteness(isComplete: boolean, found: number, limits: ArtifactLimits): string | undefined {
  if (!isComplete) return `the run has more than ${String(limits.listed)} artifacts`;
  return found > limits.count
    ? `the run has ${String(found)} check artifacts, of which ${String(limits.count)} are read`
    : undefined;
}

async function listArtifacts(door: GitHubDoor, runId: number, most: number) {
  const listed = await door.call(
    `list the artifacts of run ${String(runId)}`,
    NEEDS_READ,
    async (octokit) => {
      const found: ListedArtifact[] = [];
      const pages = octokit.paginate.iterator(octokit.rest.actions.listWorkflowRunArtifacts, {
        ...door.repository,
        run_id: runId,
        per_page: 100,
      });
      for await (const { data } of pages) {
        found.push(...data);
        if (found.length > most) break;
      }
      return found;
    },
  );
  return { listed: listed.slice(0, most), isComplete: listed.length <= most };
}

/** One listed artifact as data, bounded and checked as {@link readRunArtifacts} does. */
export async function readArtifact(
  door: GitHubDoor,
  run: ArtifactRun,
  artifact: ListedArtifact,
  limits: Pick<ArtifactLimits, 'bytes' | 'zip'>,
): Promise<RunArtifact> {
  const { id, name } = artifact;
  try {
    checkListed(artifact, run, limits.bytes);
    const archive = await download(door, artifact, limits.bytes);
    checkDigest(archive, artifact);
    return { id, name, files: readZip(archive, name, limits.zip), problem: undefined };
  } catch (error) {
    const isRefusal = error instanceof ActionError && ['EHA1105', 'EHA1108'].includes(error.code);
    if (!isRefusal) throw error;
    return { id, name, files: [], problem: error };
  }
}

function refusal(name: string, why: string): ActionError {
  return githubErrors.EHA1108(`The artifact ${name} is not used: ${why}.`);
}

/** Whether GitHub says that the run made the artifact. */
export function isOfRun({ workflow_run: made }: ListedArtifact, run: ArtifactRun): boolean {
  return made?.id === run.id && made.head_sha === run.headSha;
}

function checkListed(artifact: ListedArtifact, run: ArtifactRun, most: number): void {
  const { name, expired, size_in_bytes: bytes } = artifact;
  if (!isOfRun(artifact, run)) throw refusal(name, 'another run made it');
  if (expired) throw refusal(name, 'it has expired');
  if (bytes > most) throw refusal(name, `it has ${String(bytes)} bytes, of which ${String(most)} are read`);
}

/** Read piece by piece, because the size that the list names need not be the one that arrives. */
async function download(door: GitHubDoor, { id, name }: ListedArtifact, most: number): Promise<Buffer> {
  return door.call(`download the artifact ${name}`, NEEDS_READ, async (octokit: Octokit) => {
    // GitHub redirects to its storage; `fetch` leaves the token behind when it goes to another host.
    const { data } = await octokit.request(
      'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
      {
        ...door.repository,
        artifact_id: id,
        archive_format: 'zip',
        request: { parseSuccessResponseBody: false },
      },
    );
    const pieces: Uint8Array[] = [];
    let bytes = 0;
    for await (const piece of data as AsyncIterable<Uint8Array>) {
      bytes += piece.length;
      // Leaving the loop also ends the transfer.
      if (bytes > most) throw refusal(name, `more than ${String(most)} bytes arrived`);
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  });
}

/** Servers before digests existed name none; then the size and the checksums inside have to do. */
function checkDigest(archive: Buffer, { name, digest }: ListedArtifact): void {
  if (digest === undefined || digest === null) return;
  const found = `sha256:${createHash('sha256').update(archive).digest('hex')}`;
  if (found !== digest) throw refusal(name, 'it is not what GitHub stored');
}
