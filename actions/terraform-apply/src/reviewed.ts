import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ActionDeps } from '#lib/action/types.js';
import { planDocument, type PlanDocument } from '#lib/report/plan-document.js';
import { applyErrors } from '#lib/terraform/apply-errors.js';
import { restoreFiles } from '#lib/terraform/bundle-extract.js';
import type { Provenance } from '#lib/terraform/bundle-format.js';
import { openBundle, type OpenedBundle } from '#lib/terraform/bundle.js';
import { keySource } from '#lib/terraform/key-source.js';
import { provenanceOf } from '#lib/terraform/provenance.js';
import { stackDirectory } from '#lib/terraform/workspace.js';
import type { Inputs, ReviewedInputs } from './inputs.ts';

/** What was reviewed, proven to belong together as far as that is possible before Terraform is asked. */
export interface Reviewed {
  readonly fingerprint: string;
  /** Null where no plan was kept. */
  readonly bundle: OpenedBundle | null;
  /** What the reviewer saw; null when it is not given. */
  readonly document: PlanDocument | null;
}

/**
 * Opens the bundle, if there is one, into `folder` (absolute, not there yet), puts lock file and extra paths where the
 * plan saw them, and checks that bundle, plan document and fingerprint are of one plan.
 * @throws EHA1275, EHA1276, and as `openBundle` and `restoreFiles`
 */
export async function openReviewed(
  reviewed: ReviewedInputs,
  inputs: Inputs,
  deps: ActionDeps,
  folder: string,
): Promise<Reviewed> {
  const document = reviewed.document === null ? null : planDocument.read(reviewed.document);
  if (document !== null) checkDocument(document, reviewed, inputs, deps);
  const bundle =
    reviewed.bundle === null ? null : await open(reviewed.bundle, reviewed, inputs, deps, folder);
  const fingerprint = oneFingerprint([
    ['the bundle', bundle?.fingerprint],
    ['the plan document', document?.bundle?.fingerprint],
    ['the input fingerprint', reviewed.fingerprint ?? undefined],
  ]);
  if (bundle === null && fingerprint.startsWith('keyed-')) {
    throw applyErrors.EHA1276(
      'The fingerprint was made with the key of a bundle, and without that bundle a fresh plan cannot be compared with it.',
    );
  }
  // Code that has changed is planned with its own lock file and extra paths.
  if (bundle !== null && !inputs.replan) await restoreFiles(bundle.files, deps.github.workspace);
  return { fingerprint, bundle, document };
}

async function open(
  path: string,
  reviewed: ReviewedInputs,
  inputs: Inputs,
  deps: ActionDeps,
  folder: string,
): Promise<OpenedBundle> {
  if (inputs.sealing === null) throw new Error('A bundle is given without its key.');
  const file = await findBundle(path, inputs.stack);
  const opened = await openBundle(
    file,
    await keySource(inputs.sealing, deps),
    wanted(reviewed, inputs, deps),
    folder,
  );
  deps.log.info(`Opened the plan of run ${opened.provenance.runId}, commit ${opened.provenance.headSha}.`);
  return opened;
}

/** Which state it is for is only known after init; see `checkProvenance` there. */
function wanted(reviewed: ReviewedInputs, inputs: Inputs, deps: ActionDeps): Partial<Provenance> {
  const here = provenanceOf(deps.github, {
    stack: inputs.stack,
    directory: stackDirectory(inputs, deps),
    workspace: '',
    backend: '',
  });
  return {
    repositoryId: here.repositoryId,
    repository: here.repository,
    stack: here.stack,
    directory: here.directory,
    ...(reviewed.runId === null ? {} : { runId: reviewed.runId }),
    ...(reviewed.headSha === null ? {} : { headSha: reviewed.headSha }),
    ...(reviewed.pullRequest === null ? {} : { pullRequest: reviewed.pullRequest }),
  };
}

/** The file itself, or the one bundle in a folder; of several that which has the name of the stack. */
async function findBundle(path: string, stack: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw applyErrors.EHA1275(`There is nothing at ${path}.`);
  if (found.isFile()) return path;
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const bundles = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.bundle'));
  const named = bundles.filter(({ name }) => name === `plan-${stack.replaceAll('/', '-')}.bundle`);
  const [only, ...others] = bundles.length === 1 ? bundles : named;
  if (only === undefined || others.length > 0) {
    throw applyErrors.EHA1275(
      `The folder ${path} holds ${bundles.length} bundles, ${named.length} of them of the stack ${stack}.`,
    );
  }
  return join(only.parentPath, only.name);
}

/** @throws EHA1276 */
function checkDocument(
  document: PlanDocument,
  reviewed: ReviewedInputs,
  inputs: Inputs,
  deps: ActionDeps,
): void {
  const problems: string[] = [];
  const compare = (what: string, found: string | null, expected: string | null): void => {
    if (expected !== null && found !== expected)
      problems.push(`${what} is ${JSON.stringify(found)}, expected was ${JSON.stringify(expected)}`);
  };
  compare('stack', document.stack, inputs.stack);
  compare('directory', document.directory, stackDirectory(inputs, deps));
  compare('headSha', document.headSha ?? document.sha, reviewed.headSha);
  if (document.status !== 'changes' && document.status !== 'no-changes')
    problems.push(`the plan ${document.status}`);
  if (problems.length > 0)
    throw applyErrors.EHA1276(`The plan document is not the one to apply: ${problems.join('; ')}.`);
}

/** @throws EHA1276 when they differ, or there is none */
function oneFingerprint(
  found: readonly (readonly [where: string, fingerprint: string | undefined])[],
): string {
  const given = found.flatMap(([where, value]) => (value === undefined ? [] : [{ where, value }]));
  const [first] = given;
  if (first === undefined) throw applyErrors.EHA1276('The plan document has no fingerprint.');
  const other = given.find(({ value }) => value !== first.value);
  if (other !== undefined) {
    throw applyErrors.EHA1276(
      `The fingerprint of ${first.where} is ${first.value}, that of ${other.where} is ${other.value}.`,
    );
  }
  return first.value;
}
