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
});
