import { defineErrors } from '../action/errors.ts';

/** Why drift could not be told, EHA1290 to EHA1299. */
export const driftErrors = defineErrors({
  EHA1290: {
    kind: 'user',
    title: 'An ignore rule for drift cannot be used',
    likelyCause:
      'A rule names neither a type nor an address nor an attribute, has no reason, or its date is not one of the calendar.',
    remedy: 'Correct the rule that the message names in the input ignore.',
  },
  EHA1291: {
    kind: 'user',
    title: 'The earlier drift document cannot be used',
    likelyCause:
      'The input previous-report names a file that is not a drift document, or that of another stack.',
    remedy:
      'Give the document that the last run of this action wrote for the stack, or leave the input empty.',
  },
  EHA1292: {
    kind: 'internal',
    title: 'The plans that tell drift from unapplied change contradict each other',
    likelyCause:
      'The real objects or the state changed between the plans of this run, or the plan JSON has a form that is not known.',
    remedy:
      'Run the action again while nobody applies. If it stays, report it with the versions in the summary.',
  },
});
