import { ActionError } from '#lib/action/errors.js';
import type { ActionDeps, ActionResult } from '#lib/action/types.js';
import {
  activationDocument,
  type ActivationDocument,
  type ActivationFields,
} from '#lib/report/activation-document.js';
import type { Inputs } from './inputs.ts';
import { mint } from './mint.ts';
import { summarize } from './summary.ts';
import { sweep } from './sweep.ts';

/** What both modes fill in, as far as they come; the rest of the document is known beforehand. */
export type Progress = {
  -readonly [
    Key in
      | 'clusterArn'
      | 'wanted'
      | 'checks'
      | 'activation'
      | 'delivery'
      | 'orphansRemoved'
      | 'lookedAt'
      | 'swept'
      | 'sweptSecret'
  ]: ActivationFields[Key];
};

/** Mints an activation and hands it to the nodes, or sweeps those that were left over. */
export async function run(inputs: Inputs, deps: ActionDeps): Promise<ActionResult> {
  const progress: Progress = {
    clusterArn: null,
    wanted: null,
    checks: [],
    activation: null,
    delivery: null,
    orphansRemoved: 0,
    lookedAt: null,
    swept: [],
    sweptSecret: null,
  };
  let failure: ActionError | null = null;
  let status: ActivationDocument['status'] = 'failed';
  try {
    status =
      inputs.mode === 'mint' ? await mint(inputs, progress, deps) : await sweep(inputs, progress, deps);
  } catch (error) {
    if (deps.signal.aborted) status = 'cancelled';
    else if (error instanceof ActionError) failure = error;
    else throw error;
  }
  const document = describe(inputs, progress, status, failure, deps);
  return {
    outputs: outputsOf(document),
    report: { fileName: `activation-${document.clusterName}.json`, document },
    summary: summarize(document),
    ...(failure !== null && { failure }),
  };
}

function describe(
  inputs: Inputs,
  progress: Progress,
  status: ActivationDocument['status'],
  failure: ActionError | null,
  { github, clock }: ActionDeps,
): ActivationDocument {
  return activationDocument.create({
    ...progress,
    mode: inputs.mode,
    status,
    region: inputs.region,
    clusterName: inputs.clusterName,
    roleName: inputs.mode === 'mint' ? inputs.roleName : null,
    failure: failure && { code: failure.code, message: failure.message, remedy: failure.remedy },
    sha: github.sha,
    runUrl: github.runUrl,
    generatedAt: new Date(clock.now()).toISOString(),
  });
}

const REMOVED: ReadonlySet<string> = new Set(['removed', 'would-remove']);

function outputsOf({
  status,
  activation,
  wanted,
  swept,
  lookedAt,
}: ActivationDocument): ActionResult['outputs'] {
  return {
    status,
    'activation-id': activation?.id ?? '',
    'expires-at': activation?.expiresAt ?? '',
    'registration-limit': activation?.registrationLimit ?? wanted?.count ?? '',
    // What is not known is empty, never 0.
    removed: lookedAt === null ? '' : swept.filter(({ result }) => REMOVED.has(result)).length,
  };
}
