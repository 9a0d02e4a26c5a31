import type { PlanDocument } from '../report/plan-document.ts';
import { activationErrors } from './activation-errors.ts';

/** The only type of VM that the module azure-nodes makes. */
const MACHINE = 'azurerm_linux_virtual_machine';
/** A VM that is made anew registers as a new machine. */
const MAKES: ReadonlySet<string> = new Set(['create', 'replace']);

/**
 * How many VMs the plans make that will register.
 * @throws EHA1560 where a plan failed or left something out, so that the number would be a guess
 */
export function countNewMachines(plans: readonly PlanDocument[]): number {
  let total = 0;
  for (const { stack, status, complete, changes, deferred } of plans) {
    if (status === 'failed' || status === 'cancelled') {
      throw activationErrors.EHA1560(
        `The plan of ${stack} ${status === 'failed' ? 'failed' : 'was cancelled'}.`,
      );
    }
    if (complete === false || deferred.length > 0) {
      throw activationErrors.EHA1560(
        `The plan of ${stack} is not complete: something was left out or put off.`,
      );
    }
    total += listedNewMachines(changes);
  }
  return total;
}

/** How many such VMs are among the changes that are listed, whether or not the list is whole. */
export function listedNewMachines(changes: PlanDocument['changes']): number {
  return changes.filter(({ mode, type, kind }) => mode === 'managed' && type === MACHINE && MAKES.has(kind))
    .length;
}
