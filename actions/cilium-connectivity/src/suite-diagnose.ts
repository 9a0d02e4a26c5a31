import type { ActionDeps } from '#lib/action/types.js';
import { keepDiagnostics } from './diagnose.ts';
import type { Inputs } from './inputs.ts';
import type { FoundSuite } from './suite.ts';

/**
 * Keeps what explains a suite that did not pass whole, while its pods are still there. Not by `cilium sysdump`: what that
 * packs into its archive could not be searched for secrets here.
 * @returns the folder; empty when nothing was to be kept
 */
export async function diagnoseSuite(
  inputs: Inputs,
  name: string,
  { cilium, planned, runs }: FoundSuite,
  deps: ActionDeps,
): Promise<string> {
  const isWhole = planned.length > 0 && planned.every(({ number }) => hasPassed(number, runs));
  if (!inputs.diagnostics || isWhole || cilium === undefined) return '';
  const { aws, azure } = cilium.pair;
  return keepDiagnostics(inputs, `${name}-1`, [aws.name, azure.name], deps);
}

/** At once: what passed when it was run again has failed before, and that is to be explained, too. */
function hasPassed(number: number, runs: FoundSuite['runs']): boolean {
  const own = runs.filter(({ batch }) => batch.number === number);
  const isGood = ({ lost, cases }: FoundSuite['runs'][number]): boolean =>
    lost === undefined && cases.length > 0 && cases.every(({ outcome }) => outcome === 'passed');
  return own.length > 0 && own.every(isGood);
}
