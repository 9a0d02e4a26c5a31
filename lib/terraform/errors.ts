import { defineErrors } from '../action/errors.ts';

/** What can go wrong between this project and Terraform. */
export const terraformErrors = defineErrors({
  EHA1201: {
    kind: 'user',
    title: 'Terraform could not be started',
    likelyCause: 'No terraform (or tofu) executable is on PATH of the job, or the given path is not one.',
    remedy: 'Install Terraform 1.10 or newer in an earlier step, or point the input terraform-path at it.',
  },
  EHA1202: {
    kind: 'user',
    title: 'Terraform files are not formatted',
    likelyCause: 'Files were changed without running terraform fmt.',
    remedy: 'Run `terraform fmt -recursive` in the stack and commit the result.',
  },
  EHA1203: {
    kind: 'user',
    title: 'terraform init failed',
    likelyCause:
      'The configuration has a syntax error, a provider or module cannot be fetched, or the backend refused the credentials.',
    remedy: 'Read the diagnostics above; the same `terraform init` in the stack folder shows them again.',
  },
  EHA1204: {
    kind: 'user',
    title: 'The provider lock file does not match the configuration',
    likelyCause:
      '.terraform.lock.hcl is missing, not committed, or older than the provider requirements, and lockfile is readonly.',
    remedy:
      'Run `terraform providers lock -platform=linux_amd64` (and the platforms you use) in the stack and commit .terraform.lock.hcl.',
  },
  EHA1205: {
    kind: 'user',
    title: 'The configuration is not valid',
    likelyCause: 'terraform validate found errors.',
    remedy: 'Correct the places named in the diagnostics.',
  },
  EHA1206: {
    kind: 'user',
    title: 'terraform plan failed',
    likelyCause:
      'A variable has no value, a provider refused the configuration, or credentials lack a permission to read.',
    remedy: 'Read the diagnostics; nothing was changed and nothing may be concluded about the stack.',
  },
  EHA1207: {
    kind: 'service',
    title: 'The state is locked by someone else',
    likelyCause:
      'Another plan or apply of the same stack is running, or one was killed before it could unlock.',
    remedy:
      'Wait for the holder named in the message, or raise lock-timeout. If the holder is gone, run `terraform force-unlock <ID>`.',
  },
  EHA1208: {
    kind: 'service',
    title: 'The plan could not be read as JSON',
    likelyCause: '`terraform show -json` failed or its output was cut off, for example by a full disk.',
    remedy: 'Run the job again; if it stays, report the message together with the Terraform version.',
  },
  EHA1209: {
    kind: 'user',
    title: 'The plan has a format this version does not know',
    likelyCause:
      'Terraform is newer than this action, and its plan may hold actions this action would misread.',
    remedy: 'Use a newer version of this action, or the Terraform version it names in its README.',
  },
  EHA1210: {
    kind: 'user',
    title: 'The exit code of terraform plan and its JSON disagree',
    likelyCause:
      'A wrapper around terraform changes exit codes, or Terraform reports a kind of change unknown here.',
    remedy:
      'Remove the wrapper (terraform_wrapper: false with setup-terraform); otherwise report the plan versions.',
  },
  EHA1211: {
    kind: 'user',
    title: 'The plan holds a risk at or above fail-on',
    likelyCause:
      'The plan would do something that a rule of this project rates as dangerous for this architecture.',
    remedy:
      'Read the risks in the job summary. Change the configuration, or, when the effect is wanted, raise fail-on for this run.',
  },
  EHA1212: {
    kind: 'user',
    title: 'The file holds several plans',
    likelyCause: 'The output of `terraform show -json` was appended to a file that already held one.',
    remedy: 'Write each plan to a file of its own and give one of them.',
  },
  EHA1213: {
    kind: 'user',
    title: 'Inputs that exclude each other',
    likelyCause: 'Two inputs were set of which one takes away what the other needs.',
    remedy: 'Remove one of the inputs named in the message.',
  },
});
