import { defineErrors } from '../action/errors.ts';

/** Failures of keeping an issue, EHA1136 to EHA1139. */
export const issueErrors = defineErrors({
  EHA1136: {
    kind: 'service',
    title: 'GitHub did not keep the issue as it was sent',
    likelyCause:
      'GitHub ignored the text, the label or the state, which it does for texts over its limit and for labels that the token may not set.',
    remedy: 'Run the job again. If it stays, look at the issue that the message names.',
  },
  EHA1137: {
    kind: 'user',
    title: 'The repository takes no issues',
    likelyCause: 'Issues are switched off in the settings of the repository, or the token may not see it.',
    remedy:
      'Switch issues on, and grant issues: write to the job and to the job that calls the reusable workflow.',
  },
});
