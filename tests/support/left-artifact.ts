import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunIdentity } from '#simulator/runner/host.js';
import type { GitHubState } from '#simulator/world/github.js';
import { temporaryDirectory } from './temporary.ts';

/** Leaves an artifact in a run, whatever its bytes are; returns its id. */
export function leaveArtifact(
  state: GitHubState,
  run: Pick<RunIdentity, 'repository' | 'runId'>,
  name: string,
  archive: Uint8Array,
  expiresAt = '2099-01-01T00:00:00Z',
): number {
  const id = state.ids.next('artifact');
  const file = join(temporaryDirectory('artifact-'), 'artifact.zip');
  writeFileSync(file, archive);
  state.repository(run.repository).artifacts.set(id, {
    id,
    name,
    runId: run.runId,
    sizeInBytes: archive.length,
    digest: `sha256:${createHash('sha256').update(archive).digest('hex')}`,
    createdAt: state.now(),
    expiresAt,
    file,
  });
  return id;
}
