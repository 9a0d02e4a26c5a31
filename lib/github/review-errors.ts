import { defineErrors } from '../action/errors.ts';

/** Why a plan is not the one that was reviewed, or must not be applied through an environment. */
export const reviewErrors = defineErrors({
  EHA1120: {
    kind: 'user',
    title: 'No plan was made of the reviewed commit',
    likelyCause:
      'The plan workflow has not run for the head of the pull request, or plan-workflow names another file than the one that ran.',
    remedy:
      'Let the plan workflow run for the pull request as it stands; if it did, set plan-workflow to the path of the calling workflow.',
  },
  EHA1121: {
    kind: 'user',
    title: 'The run is not of this repository',
    likelyCause: 'plan-run-id names a run of another repository, or one that was deleted.',
    remedy:
      'Take the number from the address of the plan run in this repository, or leave plan-run-id empty.',
  },
  EHA1122: {
    kind: 'user',
    title: 'The run is of another workflow',
    likelyCause: 'plan-run-id names a run of a workflow that is not the plan workflow.',
    remedy: 'Name a run of the plan workflow, or correct plan-workflow if the workflow has another path.',
  },
  EHA1123: {
    kind: 'user',
    title: 'The plan run was not started by a pull request',
    likelyCause: 'The run was started by a push, a schedule or by hand, so nobody reviewed what it planned.',
    remedy: 'Name a run that the event pull_request started, or leave plan-run-id empty.',
  },
  EHA1124: {
    kind: 'user',
    title: 'The plan run did not succeed',
    likelyCause: 'The newest plan run of the commit failed, was cancelled, or has not ended yet.',
    remedy: 'Wait for the run or correct what it reports, and start the apply again after it succeeded.',
  },
  EHA1125: {
    kind: 'user',
    title: 'The plan is not of the reviewed commit',
    likelyCause: 'Commits were pushed to the pull request after the plan was made.',
    remedy: 'Review and apply the plan of the newest commit.',
  },
  EHA1126: {
    kind: 'user',
    title: 'The plan comes from a fork',
    likelyCause: 'The pull request, or the run that was named, is of a repository that others control.',
    remedy: 'Bring the commits into a branch of this repository and open a pull request from there.',
  },
  EHA1127: {
    kind: 'user',
    title: 'The plan run does not hold the plan of a stack',
    likelyCause:
      'The artifact was deleted or belongs to another run or commit, or the run planned other stacks than were asked for.',
    remedy: 'Run the plan workflow again, and name only stacks that its comment lists.',
  },
  EHA1128: {
    kind: 'user',
    title: 'The plan has expired',
    likelyCause: 'GitHub keeps plans only for a few days, and the artifact is past that.',
    remedy: 'Run the plan workflow of the pull request again and review the new plan.',
  },
  EHA1129: {
    kind: 'user',
    title: 'The plan is too old',
    likelyCause:
      'It was made longer ago than max-plan-age allows; by now it may describe a world that is gone.',
    remedy: 'Run the plan workflow again and review the new plan, or allow a greater age with max-plan-age.',
  },
  EHA1130: {
    kind: 'user',
    title: 'The pull request is not approved as it stands',
    likelyCause:
      'An approval is required and missing, somebody asked for changes, or the approval was given to an earlier commit.',
    remedy: 'Have the newest commit approved, then start the apply again.',
  },
  EHA1131: {
    kind: 'user',
    title: 'There is no pull request to apply',
    likelyCause:
      'The pull request was closed without being merged, cannot be merged, or the commit belongs to none or to several.',
    remedy: 'Give the number of a pull request that is open and free of conflicts, or merged.',
  },
  EHA1133: {
    kind: 'user',
    title: 'The plan document cannot be used',
    likelyCause:
      'The plan of the stack failed, leaves something out, or the document is not of the run and commit that hold it.',
    remedy: 'Look at the plan run, correct what it reports and let it plan again.',
  },
  EHA1134: {
    kind: 'user',
    title: 'The environment is not protected',
    likelyCause:
      'The environment has no required reviewers, lets every branch deploy, or does not exist, and GitHub would make it without any rule.',
    remedy:
      'Give the environment required reviewers and restrict it to the branch that applies start from (docs/security.md), or set allow-unprotected to true where approval is not wanted.',
  },
  EHA1135: {
    kind: 'user',
    title: 'Whether the environment is protected could not be found out',
    likelyCause: 'The token may not read environments or branches, or GitHub gave no answer.',
    remedy:
      'Grant actions: read and contents: read to the job, or set allow-unprotected to true if you know how the environment is protected.',
  },
});
