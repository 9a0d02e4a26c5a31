import { defineErrors } from '../action/errors.ts';

/** Refusals while reading and rendering result documents, EHA1300 to EHA1399. */
export const reportErrors = defineErrors({
  EHA1301: {
    kind: 'user',
    title: 'Nothing was planned and nothing was expected',
    likelyCause:
      'The folder of the plan documents is missing or empty, and the input expected-stacks is not set.',
    remedy:
      'Download the plan documents into the folder that the input documents names, and set expected-stacks from discover-stacks.',
  },
  EHA1302: {
    kind: 'user',
    title: 'The list of expected stacks is not readable',
    likelyCause: 'The input expected-stacks was written by hand or cut.',
    remedy: 'Pass the output stacks of discover-stacks: a JSON array of objects with name and directory.',
  },
  EHA1310: {
    kind: 'user',
    title: 'Inputs that belong to different comments',
    likelyCause:
      'run-id asks for the comment on the checks of a pull request from a fork, the other input is about plans of this run.',
    remedy: 'Remove the input named in the message, or run-id.',
  },
});
