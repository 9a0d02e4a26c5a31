import { defineErrors } from '../action/errors.ts';

/** Refusals of checking and proposing a whole address plan, EHA1540 to EHA1549. */
export const addressPlanErrors = defineErrors({
  EHA1540: {
    kind: 'user',
    title: 'Nothing to check addresses of',
    likelyCause:
      'None of the inputs addresses, plans, documents and aws and azure names a source, or the folders they name hold none.',
    remedy:
      'Name at least one source: addresses for a plan of your own, plans for plan or state files, documents for those of terraform-plan, or set aws and azure for the live accounts.',
  },
  EHA1541: {
    kind: 'user',
    title: 'The address plan has findings',
    likelyCause:
      'Ranges or autonomous system numbers conflict, or what must be known to tell is not known, and fail-on asks to stop there.',
    remedy:
      'Change what the findings name, each says what would fit; or accept a finding for a time with ignores, with a reason and a date.',
  },
  EHA1542: {
    kind: 'user',
    title: 'No address plan fits',
    likelyCause: 'The sizes need more room than the forbidden ranges leave, or more than a service allows.',
    remedy: 'Ask for less where the message says so, or forbid less.',
  },
  EHA1543: {
    kind: 'user',
    title: 'A document of address facts cannot be read',
    likelyCause:
      'The folder that the input documents names holds a file that is no plan document, or one of another version.',
    remedy: 'Let terraform-plan and cidr-check of the same release run in one workflow.',
  },
});
