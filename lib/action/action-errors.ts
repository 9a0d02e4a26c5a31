import { defineErrors } from './errors.ts';

/** Errors of the harness itself, EHA1000 to EHA1099. */
export const actionErrors = defineErrors({
  EHA1000: {
    kind: 'internal',
    title: 'Unexpected fault',
    likelyCause: 'A fault in eks-hybrid-actions, not in your workflow or your cloud accounts.',
    remedy: 'Report it with the stack trace from the log. Until it is fixed, the previous release may work.',
  },
  EHA1001: {
    kind: 'user',
    title: 'Input refused',
    likelyCause: 'A value under `with:` in the workflow file does not have the form that the action takes.',
    remedy: 'Correct the named input; the message says what is allowed.',
  },
  EHA1002: {
    kind: 'user',
    title: 'Required input missing',
    likelyCause:
      'The input is not set under `with:`, or the variable or step output it takes its value from is empty.',
    remedy: 'Set the named input, and check that the expression behind it has a value in this run.',
  },
  EHA1003: {
    kind: 'user',
    title: 'Several inputs refused',
    likelyCause: 'More than one value under `with:` in the workflow file cannot be used.',
    remedy: 'Correct each of the listed inputs; the list is complete.',
  },
  EHA1004: {
    kind: 'user',
    title: 'Path refused',
    likelyCause:
      'The path does not exist, leaves the workspace (by `..`, as an absolute path or through a symbolic link), or is of the wrong type. A job without actions/checkout has an empty workspace.',
    remedy: 'Give a path inside the checked-out repository, relative to its root.',
  },
  EHA1005: {
    kind: 'user',
    title: 'Cancelled',
    likelyCause:
      'Somebody cancelled the run, `timeout-minutes` was reached, or a newer run of the same concurrency group replaced this one.',
    remedy:
      'Look at what the log says was interrupted, then run the workflow again. If the time was too short, raise `timeout-minutes`.',
  },
  EHA1006: {
    kind: 'user',
    title: 'Not started by a GitHub Actions runner',
    likelyCause:
      'An environment variable that every runner sets is missing: the action was started by hand, or a step or the workflow overrides the variable.',
    remedy:
      'Run the action in a workflow, and remove `env:` entries that override GITHUB_ or RUNNER_ variables.',
  },
  EHA1007: {
    kind: 'service',
    title: 'Event of the run cannot be read',
    likelyCause:
      'The file named by GITHUB_EVENT_PATH is missing, is not JSON, or was removed by an earlier step.',
    remedy: 'Run the job again. If it persists, look for a step that empties the runner’s temporary folder.',
  },
  EHA1008: {
    kind: 'user',
    title: 'Program not found',
    likelyCause: 'The program is not installed on this runner, or an earlier set-up step was skipped.',
    remedy: 'Add the set-up step that installs the program before this one.',
  },
  EHA1009: {
    kind: 'service',
    title: 'Program could not be started',
    likelyCause:
      'The file is not executable or is built for another processor, the working directory is gone, or the machine is out of memory or processes.',
    remedy:
      'Check the named file and folder on the runner; run the job again if the machine was short of resources.',
  },
  EHA1010: {
    kind: 'service',
    title: 'A call kept failing',
    likelyCause: 'The service is throttling, overloaded or unreachable; each attempt is in the log.',
    remedy: 'Run the job again in some minutes. If it persists, look at the status page of the service.',
  },
  EHA1011: {
    kind: 'user',
    title: 'Result document cannot be read',
    likelyCause:
      'The file is missing, empty or not JSON: the step that should have written it failed or was skipped.',
    remedy:
      'Give the `report` output of the step that wrote the document, and check that this step succeeded.',
  },
  EHA1012: {
    kind: 'user',
    title: 'Result document of another kind or version',
    likelyCause:
      'The path names a document of another action, or one written by another major version of the suite.',
    remedy:
      'Use the same version of all actions of this suite in one workflow, and give the right `report` path.',
  },
  EHA1013: {
    kind: 'user',
    title: 'Result document does not match its schema',
    likelyCause: 'The file was changed after it was written, or another program wrote it.',
    remedy: 'Write the document again with the action; do not edit it by hand.',
  },
  EHA1014: {
    kind: 'internal',
    title: 'Result document would not match its schema',
    likelyCause: 'A fault in eks-hybrid-actions: the action built a result that its own schema refuses.',
    remedy: 'Report it with the lines of the log.',
  },
  EHA1015: {
    kind: 'service',
    title: 'A file could not be written',
    likelyCause: 'The disk of the runner is full, or an earlier step removed or protected the folder.',
    remedy: 'Free disk space, or remove the step that empties or protects the runner’s temporary folder.',
  },
  EHA1016: {
    kind: 'internal',
    title: 'A secret was about to leave the job',
    likelyCause:
      'A fault in eks-hybrid-actions: a masked value was found in an output, a result document, a summary or the saved state. Nothing was written.',
    remedy: 'Report it without the value. Rotate the secret if an earlier version ran with it.',
  },
});
