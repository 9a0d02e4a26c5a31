import { defineErrors } from '../action/errors.ts';

/** Why an apply does not start, or how it ended, EHA1270 to EHA1289. */
export const applyErrors = defineErrors({
  EHA1270: {
    kind: 'user',
    title: 'The destroy guard refuses the plan',
    likelyCause:
      'The plan destroys more than the limits allow, touches something protected, holds a critical risk, or lacks the typed confirmation.',
    remedy:
      'Read what the guard found in the job summary. Change the configuration, or, when the destruction is wanted, set the input that each finding names.',
  },
  EHA1271: {
    kind: 'user',
    title: 'A fresh plan differs from the reviewed one',
    likelyCause:
      'The state or the real objects changed after the review: another apply, a change by hand, or a new version of what a data source reads.',
    remedy:
      'Nothing was applied. Plan again, have the new plan reviewed, and apply that; the job summary shows what differs.',
  },
  EHA1272: {
    kind: 'service',
    title: 'terraform apply failed',
    likelyCause:
      'A cloud refused or did not finish a change; what was changed before is in the state, the rest of the plan was not done.',
    remedy:
      'Correct the cause that the diagnostics name, plan again, have it reviewed and apply: the new plan holds what is left to do.',
  },
  EHA1273: {
    kind: 'service',
    title: 'The state could not be saved',
    likelyCause:
      'The backend failed or refused the credentials while Terraform was applying, often because they expired during a long apply.',
    remedy:
      'Do not plan or apply this stack before its state is pushed: the message says where the newest state is and how to push it.',
  },
  EHA1274: {
    kind: 'user',
    title: 'The plan was made with another version of Terraform',
    likelyCause:
      'The jobs that plan and apply install different versions, or one Terraform and the other OpenTofu.',
    remedy: 'Install the version that the message names in the job that applies, or plan again.',
  },
  EHA1275: {
    kind: 'user',
    title: 'The plan bundle was not found',
    likelyCause:
      'The input bundle names a folder without a bundle or with several, because the artifact of another run or of no run was downloaded.',
    remedy: 'Download the one artifact of the stack, from the run that was reviewed, into an empty folder.',
  },
  EHA1276: {
    kind: 'user',
    title: 'The reviewed plan cannot be what is applied',
    likelyCause:
      'The plan document, the fingerprint and the bundle do not belong together, or the document is of another stack or of a plan that failed.',
    remedy: 'Take document, fingerprint and bundle from one and the same successful plan run.',
  },
  EHA1277: {
    kind: 'user',
    title: 'There is no reviewed plan to apply',
    likelyCause: 'None of the inputs bundle, plan-document and fingerprint says what was reviewed.',
    remedy: 'Give the artifacts of the plan run that was reviewed, or set destroy to tear the stack down.',
  },
  EHA1278: {
    kind: 'service',
    title: 'Objects are left after the destroy',
    likelyCause:
      'Terraform ended without an error, but its state still holds objects, or could not be read to prove that it holds none.',
    remedy: 'Run the destroy again; if the same objects stay, remove what keeps them and look at the state.',
  },
});
