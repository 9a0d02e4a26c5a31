import { defineErrors } from '../../action/errors.ts';

/** Failures of the address rules themselves; what they find are findings, not errors. */
export const ruleErrors = defineErrors({
  EHA1510: {
    kind: 'user',
    title: 'Rule options refused',
    likelyCause:
      'A severity or an ignore names a rule that does not exist, an ignore has no reason or no date, or a rule that must not be off is turned off.',
    remedy: 'Correct what the message names; docs/address-rules.md lists the rules.',
  },
});
