import { defineErrors } from '#lib/action/errors.js';

/** Errors of the rehearsal, EHA1950 to EHA1959. */
export const rehearsalErrors = defineErrors({
  EHA1950: {
    kind: 'user',
    title: 'The folder for the results of the rehearsal cannot be written',
    likelyCause: 'The folder is read-only, belongs to someone else, or a file of that name is in the way.',
    remedy: 'Name another folder: npm start -- --out <folder>.',
  },
  EHA1951: {
    kind: 'internal',
    title: 'The rehearsal could not set up a fault',
    likelyCause: 'The Terraform on PATH behaves differently from the versions this was written for.',
    remedy: 'Run the rehearsal without the fault, and report the version of Terraform with the message.',
  },
  EHA1952: {
    kind: 'user',
    title: 'A program that the simulated VMs need is missing',
    likelyCause: 'The VMs run the join program as it is, in bash, with curl and Python 3 of this machine.',
    remedy:
      'Install the programs that the message names, or rehearse without VMs: npm start -- --skip nodes.',
  },
  EHA1953: {
    kind: 'internal',
    title: 'Terraform failed on a stack of the rehearsed environment',
    likelyCause: 'A stack or the simulated provider was changed, and the other does not fit it any more.',
    remedy: 'Run the tests of that stack and of the simulated provider; the message has what Terraform said.',
  },
  EHA1954: {
    kind: 'internal',
    title: 'A simulated cloud refused what an operator does',
    likelyCause: 'The simulated Systems Manager was changed, and the rehearsal does not fit it any more.',
    remedy: 'Compare the answer in the message with what the simulated service expects.',
  },
  EHA1955: {
    kind: 'user',
    title: 'The rehearsal was interrupted',
    likelyCause: 'Ctrl-C was pressed.',
    remedy: 'Start it again; nothing is left of it, unless --keep was given.',
  },
});
