import { defineErrors } from '../../action/errors.ts';

/** What can go wrong where addresses are read. */
export const sourceErrors = defineErrors({
  EHA1520: {
    kind: 'user',
    title: 'Address file not read',
    likelyCause: 'The path is relative to another folder, or an earlier step did not write the file.',
    remedy: 'Give the path relative to the workspace, and check it out or write it before this step.',
  },
  EHA1521: {
    kind: 'user',
    title: 'Address file refused',
    likelyCause: 'A key is misspelt or indented wrongly, or a value has another type than its key takes.',
    remedy: 'Correct the lines the message names; the format is in the README of cidr-check.',
  },
  EHA1522: {
    kind: 'user',
    title: 'Neither a plan nor a state',
    likelyCause:
      'The file is a plan in the binary form, the log of `terraform plan -json`, or something else altogether.',
    remedy:
      'Give what `terraform show -json <plan>` or `terraform show -json` writes, or a state file of version 4.',
  },
  EHA1523: {
    kind: 'user',
    title: 'State JSON not read',
    likelyCause: 'The file was cut off or edited, or it is a state of a version before Terraform 0.12.',
    remedy: 'Write it again with `terraform show -json > state.json` or `terraform state pull > state.json`.',
  },
  EHA1524: {
    kind: 'user',
    title: 'Address plan of the stacks refused',
    likelyCause:
      'The output `address_plan` was changed, or comes from another version of the foundation stack.',
    remedy: 'Take the output as the foundation stack of this version writes it, or leave it out.',
  },
  EHA1525: {
    kind: 'user',
    title: 'No credentials for a live account',
    likelyCause:
      'The job did not log in to the cloud before this step, lacks `id-token: write`, or the cloud does not trust this repository, branch or environment.',
    remedy:
      'Log in first (aws-actions/configure-aws-credentials, azure/login), or check the trust of the role or federated credential.',
  },
  EHA1526: {
    kind: 'service',
    title: 'Live account did not answer',
    likelyCause:
      'The cloud is throttling or has an outage, or a proxy or firewall of the runner cuts connections.',
    remedy: 'Run again later; when it stays, look at the service health pages and the network of the runner.',
  },
});
