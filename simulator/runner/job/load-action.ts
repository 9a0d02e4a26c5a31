import { join, resolve } from 'node:path';
import { child, itemsOf } from '../expressions/tokens.ts';
import { messageOf, WorkflowError } from '../errors.ts';
import { parseActionManifest, readActionManifest, type ActionManifest } from '../workflow/action-file.ts';
import { DOUBLES } from '../doubles/index.ts';
import type { ActionDouble } from '../doubles/double.ts';
import type { JobState } from './job-state.ts';

/** A repository at a commit: what `$/` refers to in the files it holds. */
export interface SourceRepository {
  readonly repository: string;
  readonly sha: string;
  readonly directory: string;
}

/** An action ready to run. */
export interface LoadedAction {
  readonly uses: string;
  readonly manifest: ActionManifest;
  /** Folder of the action.yml; empty for a double. */
  readonly directory: string;
  readonly double: ActionDouble | undefined;
  /** What `$/` means inside a composite action. */
  readonly owner: SourceRepository;
  /** `github.action_repository` and `github.action_ref`; empty for actions of the workspace. */
  readonly repository: string;
  readonly ref: string;
  /** An action of the workspace (`./`): it is read when its step starts, so its `pre` never runs. */
  readonly local: boolean;
}

/** Resolves a `uses` of a step; the same reference is resolved once a job. Rejects with a `WorkflowError`. */
export function loadAction(job: JobState, owner: SourceRepository, uses: string): Promise<LoadedAction> {
  if (uses.startsWith('./')) return Promise.resolve().then(() => loadLocal(job, owner, uses));
  const key = `${owner.repository}@${owner.sha} ${uses}`;
  const known = job.actions.get(key);
  if (known !== undefined) return known;
  const loading = uses.startsWith('$/')
    ? Promise.resolve().then(() => loadSelf(owner, uses))
    : loadRemote(job, uses);
  job.actions.set(key, loading);
  return loading;
}

function loadLocal(job: JobState, owner: SourceRepository, uses: string): LoadedAction {
  const { workspace } = job.plan.directories;
  const directory = resolve(workspace, uses);
  const manifest = checked(readActionManifest(directory), uses);
  return {
    uses,
    manifest,
    directory,
    double: undefined,
    owner: { ...owner },
    repository: '',
    ref: '',
    local: true,
  };
}

function loadSelf(owner: SourceRepository, uses: string): LoadedAction {
  const directory = join(owner.directory, uses.slice(2));
  const manifest = checked(readActionManifest(directory), uses);
  const { repository, sha: ref } = owner;
  return { uses, manifest, directory, double: undefined, owner, repository, ref, local: false };
}

async function loadRemote(job: JobState, uses: string): Promise<LoadedAction> {
  const match = /^([^/@\s]+\/[^/@\s]+)(?:\/([^@\s]+))?@(\S+)$/.exec(uses);
  if (uses.startsWith('docker://')) throw new WorkflowError(`Container action '${uses}' is not simulated`);
  if (match === null) throw new WorkflowError(`Expected format {org}/{repo}[/path]@ref. Actual '${uses}'`);
  const [, repository = '', path = '', ref = ''] = match;
  const double = DOUBLES.get([repository, path].filter(Boolean).join('/').toLowerCase());
  if (double !== undefined) {
    const manifest = parseActionManifest(`${double.name}/action.yml`, double.manifest);
    const owner = { repository, sha: ref, directory: '' };
    return { uses, manifest, directory: '', double, owner, repository, ref, local: false };
  }
  const found = await job.plan.request.host.resolveRepository(repository, ref).catch((error: unknown) => {
    throw new WorkflowError(
      `Unable to resolve action '${uses}', ${messageOf(error)}. ` +
        `Of third-party actions only these are simulated: ${[...DOUBLES.keys()].join(', ')}`,
    );
  });
  const directory = join(found.directory, path);
  const manifest = checked(readActionManifest(directory), uses);
  const owner = { repository, sha: found.sha, directory: found.directory };
  return { uses, manifest, directory, double: undefined, owner, repository, ref, local: false };
}

function checked(manifest: ActionManifest, uses: string): ActionManifest {
  const { using } = manifest;
  if (using === 'node24') {
    if (child(manifest.runs, 'main') === undefined)
      throw new WorkflowError(`The action '${uses}' names no main file`);
  } else if (using === 'composite') {
    for (const step of itemsOf(child(manifest.runs, 'steps'))) {
      if (child(step, 'run') !== undefined && child(step, 'shell') === undefined) {
        throw new WorkflowError(`Required property is missing: shell (in a run step of '${uses}')`);
      }
    }
  } else {
    throw new WorkflowError(
      `The action '${uses}' runs on '${using}', which is not supported: only node24 and composite actions run here`,
    );
  }
  return manifest;
}
