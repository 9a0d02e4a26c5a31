import type { ActionError } from '../action/errors.ts';
import { terraformErrors } from './errors.ts';
import { isApplyable, type PlanModel } from './plan-model.ts';

/**
 * Two independent statements about a plan must agree before either is believed: what its JSON holds, and the exit code
 * that `terraform plan -detailed-exitcode` ended with.
 * @param exitCode null for a plan that was made elsewhere, of which there is only the JSON
 * @returns EHA1206 for a file that calls its own plan failed, EHA1210 where the statements disagree
 */
export function disagreement(model: PlanModel, exitCode: number | null): ActionError | undefined {
  if (exitCode === null) {
    return model.errored === true
      ? terraformErrors.EHA1206('The file says of its own plan that it failed (errored is true).')
      : undefined;
  }
  if (model.errored === true) {
    return terraformErrors.EHA1210(
      `terraform plan ended with exit code ${exitCode}, but its JSON says that it failed.`,
    );
  }
  const said = exitCode === 2 ? 'changes' : 'no changes';
  const found = isApplyable(model) ? 'changes' : 'no changes';
  if (said === found) return undefined;
  return terraformErrors.EHA1210(
    `Exit code ${exitCode} of terraform plan means ${said}, but its JSON holds ${found}.`,
  );
}
