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
});
