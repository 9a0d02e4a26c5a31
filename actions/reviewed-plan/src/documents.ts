import { ActionError } from '#lib/action/errors.js';
import type { ActionDeps } from '#lib/action/types.js';
import type { GitHubDoor } from '#lib/github/client.js';
import { reviewErrors } from '#lib/github/review-errors.js';
import { checkArtifact, type ReviewedPlan } from '#lib/github/reviewed-plan.js';
import { readArtifact } from '#lib/github/run-artifacts.js';
import { planDocument, type PlanDocument } from '#lib/report/plan-document.js';

/** A plan document of the run, and where it lies. */
export interface FoundDocument {
  readonly document: PlanDocument;
  readonly slug: string;
  readonly artifactId: number;
  /** In the artifact. */
  readonly path: string;
}

const MIB = 1024 * 1024;
/** The document of a plan of 5,000 objects has some 20 MiB; a job plans at most four stacks. */
const LIMITS = {
  bytes: 64 * MIB,
  zip: { entries: 4, bytes: 256 * MIB, names: /^(?:[\w.-]+\/)*plan-[\w.-]+\.json$/ },
} as const;

/**
 * Every plan document of the run, each stack's once. They all tell of the reviewed commit and of one planned commit.
 * @throws EHA1127, EHA1128, EHA1133
 */
export async function readDocuments(
  door: GitHubDoor,
  { run, documents }: ReviewedPlan,
  log: ActionDeps['log'],
): Promise<readonly FoundDocument[]> {
  const found: FoundDocument[] = [];
  for (const [slug, artifact] of documents) {
    checkArtifact(artifact, run);
    const { files, problem } = await readArtifact(door, run, artifact, LIMITS);
    if (problem !== undefined) throw reviewErrors.EHA1127(problem.message, { cause: problem });
    for (const { name, content } of files) {
      const document = parse(content, `${artifact.name}/${name}`);
      found.push({ document, slug, artifactId: artifact.id, path: name });
    }
  }
  log.info(`The run ${String(run.id)} left ${String(found.length)} plan documents.`);
  checkTogether(found, run.headSha);
  return found;
}

function parse(content: Buffer, source: string): PlanDocument {
  try {
    return planDocument.parse(JSON.parse(content.toString('utf8')) as unknown, source);
  } catch (error) {
    if (!(error instanceof ActionError) && !(error instanceof SyntaxError)) throw error;
    throw reviewErrors.EHA1133(`${source} is no plan document: ${error.message}`, { cause: error });
  }
}

function checkTogether(found: readonly FoundDocument[], headSha: string): void {
  const [first] = found;
  for (const { document, path } of found) {
    const { stack, headSha: planned, sha } = document;
    if (planned !== headSha)
      throw reviewErrors.EHA1133(`${path} is of the commit ${planned ?? sha}; the run is of ${headSha}.`);
    if (sha !== first?.document.sha)
      throw reviewErrors.EHA1133(`${path} planned ${sha}, another document ${first?.document.sha ?? ''}.`);
    if (found.filter((other) => other.document.stack === stack).length > 1)
      throw reviewErrors.EHA1133(`The run holds several plan documents of the stack ${stack}.`);
  }
}
