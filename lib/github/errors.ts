import { defineErrors } from '../action/errors.ts';

/** Failures of the GitHub API and of what a run expects from its event. */
export const githubErrors = defineErrors({
  EHA1101: {
    kind: 'user',
    title: 'The token may not do this',
    likelyCause:
      'The job or the calling workflow does not grant the permission the call needs, or the run comes from a fork, where the token can only read.',
    remedy:
      'Grant the permission named in the message to the job and to the job of the calling workflow that uses the reusable workflow.',
  },
  EHA1102: {
    kind: 'service',
    title: 'A GitHub API call failed',
    likelyCause: 'GitHub answered with an error, also after several tries; githubstatus.com shows incidents.',
    remedy: 'Run the job again. If it keeps failing, look up the status and message that GitHub gave.',
  },
  EHA1103: {
    kind: 'user',
    title: 'The run belongs to no pull request',
    likelyCause: 'The workflow was started by an event other than pull_request and no number was given.',
    remedy: 'Start it from a pull_request event or set the input pull-request.',
  },
  EHA1104: {
    kind: 'service',
    title: 'GitHub did not keep the comment as it was sent',
    likelyCause: 'GitHub refused, shortened or ignored the text, which it does for texts over its limit.',
    remedy:
      'Lower the input max-comment-bytes; the full plan is in the job summary and in the plan documents.',
  },
  EHA1105: {
    kind: 'user',
    title: 'GitHub finds no such thing',
    likelyCause:
      'The number of the pull request is wrong, what it names was deleted, or the token may not see the repository.',
    remedy: 'Check the number in the message, the repository, and the permission that the message names.',
  },
  EHA1107: {
    kind: 'user',
    title: 'The run is not the check of a pull request from a fork',
    likelyCause:
      'run-id names a run of another event or of a branch of this repository; those runs write their comment themselves.',
    remedy:
      'Give the id of the run that completed, and start the job only for runs of pull requests from other repositories, as workflows-templates/hybrid-fork-comment.yml does.',
  },
  EHA1108: {
    kind: 'user',
    title: 'An artifact of the run cannot be used',
    likelyCause:
      'It was not written by this suite, was altered by the code of the pull request, or has expired.',
    remedy:
      'Look at the log of the run that made the artifact, and run its checks again. What the artifact says stays unknown.',
  },
});
