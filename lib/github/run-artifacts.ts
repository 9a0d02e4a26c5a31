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
  readonly name: string;
  readonly files: readonly ZipFile[];
  readonly problem: ActionError | undefined;
}

export interface RunArtifacts {
  readonly artifacts: readonly RunArtifact[];
  /** Why there may be more than these; undefined when there are not. */
  readonly incomplete: string | undefined;
}

interface Listed {
  readonly id: number;
  readonly name: string;
  readonly size_in_bytes: number;
  readonly expired: boolean;
  readonly digest?: string | null;
  readonly workflow_run?: { readonly id?: number; readonly head_sha?: string } | null;
}

/**
 * The artifacts of one run whose names match, as data: bounded in number and size, compared with the digest that GitHub
 * keeps, unpacked in memory. An artifact that is not what it should be has its reason instead of files; failures of the
 * API reject. When attempts of a run left several of one name, the newest counts.
 */
export async function readRunArtifacts(
  door: GitHubDoor,
  run: { readonly id: number; readonly headSha: string },
  names: RegExp,
  limits: ArtifactLimits,
): Promise<RunArtifacts> {
  const { listed, isComplete } = await listArtifacts(door, run.id, limits.listed);
  const newest = new Map<string, Listed>();
  for (const artifact of listed.filter(({ name }) => names.test(name))) {
    const known = newest.get(artifact.name);
    if (known === undefined || known.id < artifact.id) newest.set(artifact.name, artifact);
  }
  const sorted = [...newest.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  const artifacts: RunArtifact[] = [];
  let left = limits.totalBytes;
  for (const artifact of sorted.slice(0, limits.count)) {
    const read = await readArtifact(door, run, artifact, { ...limits, bytes: Math.min(limits.bytes, left) });
    left -= Math.min(artifact.size_in_bytes, left);
    artifacts.push(read);
  }
  return { artifacts, incomplete: incompleteness(isComplete, sorted.length, limits) };
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
      const found: Listed[] = [];
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

async function readArtifact(
  door: GitHubDoor,
  run: { readonly id: number; readonly headSha: string },
  artifact: Listed,
  limits: ArtifactLimits,
): Promise<RunArtifact> {
  const { name } = artifact;
  try {
    checkListed(artifact, run, limits.bytes);
    const archive = await download(door, artifact, limits.bytes);
    checkDigest(archive, artifact);
    return { name, files: readZip(archive, name, limits.zip), problem: undefined };
  } catch (error) {
    const isRefusal = error instanceof ActionError && ['EHA1105', 'EHA1108'].includes(error.code);
    if (!isRefusal) throw error;
    return { name, files: [], problem: error };
  }
}

function refusal(name: string, why: string): ActionError {
  return githubErrors.EHA1108(`The artifact ${name} is not used: ${why}.`);
}

function checkListed(
  artifact: Listed,
  run: { readonly id: number; readonly headSha: string },
  most: number,
): void {
  const { name, expired, size_in_bytes: bytes, workflow_run: made } = artifact;
  if (made?.id !== run.id || made.head_sha !== run.headSha) throw refusal(name, 'another run made it');
  if (expired) throw refusal(name, 'it has expired');
  if (bytes > most) throw refusal(name, `it has ${String(bytes)} bytes, of which ${String(most)} are read`);
}

/** Read piece by piece, because the size that the list names need not be the one that arrives. */
async function download(door: GitHubDoor, { id, name }: Listed, most: number): Promise<Buffer> {
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
function checkDigest(archive: Buffer, { name, digest }: Listed): void {
  if (digest === undefined || digest === null) return;
  const found = `sha256:${createHash('sha256').update(archive).digest('hex')}`;
  if (found !== digest) throw refusal(name, 'it is not what GitHub stored');
}
