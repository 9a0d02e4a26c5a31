import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GitHubState } from '#simulator/world/github.js';
import { repositoryRoot } from '../support/repository.ts';
import { APPLICATIONS, OPERATOR, roleArn } from './identities.ts';

/** The platform team's repository in the rehearsal, and the one this suite stands for. */
export const PLATFORM = 'acme/platform';
export const SUITE = 'eks-hybrid-actions/eks-hybrid-actions';
export const AUTHOR = 'riley';

/** Secret of the platform repository; as long as nobody sets it, plans are not sealed, and an apply plans again. */
export const BUNDLE_KEY = 'PLAN_BUNDLE_KEY';

const BRANCH = 'two-cloud-network';
const STACK = 'terraform/stacks/foundation';
const VALUES = `${STACK}/environment.auto.tfvars`;

/** Who approves what changes the clouds. */
export const APPROVER = 'lee';

/** Identifiers of the simulated clouds that a real repository would keep as environment variables; none is a secret. */
const VARIABLES = {
  AWS_REGION: 'eu-central-1',
  AZURE_TENANT_ID: '00000000-0000-4000-8000-000000000002',
  AZURE_SUBSCRIPTION_ID: '00000000-0000-4000-8000-000000000001',
};

/**
 * Each environment with a role and an identity of its own. What changes the clouds runs from the default branch alone and
 * needs somebody's approval; the cleanup has its guards instead, and runs on a schedule.
 */
const ENVIRONMENTS = [
  { name: 'plan', role: 'AWS_PLAN_ROLE_ARN', branches: [], reviewers: [] },
  { name: 'apply', role: 'AWS_APPLY_ROLE_ARN', branches: ['main'], reviewers: [APPROVER] },
  { name: 'destroy', role: 'AWS_DESTROY_ROLE_ARN', branches: ['main'], reviewers: [APPROVER] },
  { name: 'cleanup', role: 'AWS_CLEANUP_ROLE_ARN', branches: ['main'], reviewers: [] },
  { name: 'verify', role: 'AWS_VERIFY_ROLE_ARN', branches: ['main'], reviewers: [] },
] as const;

const README = `# platform

The Amazon EKS cluster of acme and its nodes on Azure, built with eks-hybrid-actions.
`;

/**
 * Who may use the cluster: the identity for applies, which also writes the nodes' activation, and those of the cleanup
 * and of the proof of pods with the rights that the stack cluster binds to their groups; and a vault that may vanish.
 */
const RIGHTS = `
cluster_access_entries = {
  apply   = { principal_arn = "${roleArn('apply')}", policy = "AmazonEKSClusterAdminPolicy" }
  cleanup = { principal_arn = "${roleArn('cleanup')}", groups = ["eks-hybrid:cleanup"] }
  verify  = { principal_arn = "${roleArn('verify')}", groups = ["eks-hybrid:connectivity"] }
}
activation_secret_writers  = { apply = "${OPERATOR}" }
key_vault_purge_protection = false
`;

/** What the pull request adds besides the stack itself: this environment's values. */
const FIRST_VALUES = `name = "acme"
${RIGHTS}`;

/**
 * What the second push changes: pods get a second network, and it is the one of the office. Every variable is valid, and
 * Terraform cannot know the office.
 */
const SECOND_VALUES = `name = "acme"

remote_pod_cidrs = ["10.210.0.0/16", "10.211.0.0/16"]
${RIGHTS}`;

/** What the third push changes: the second network for pods where nobody else is. */
const THIRD_VALUES = `name = "acme"

remote_pod_cidrs = ["10.210.0.0/16", "10.212.0.0/16"]
${RIGHTS}`;

/** Networks that no stack of the team holds and that its clouds are connected with. */
const PEERS = `peers:
  - { name: office, cidrs: [10.211.0.0/16], asn: 65100 }
`;

/** File of the repository with those networks. */
const ADDRESSES = 'addresses.yml';

/**
 * Creates the platform repository as a team would have it before its first pull request: the caller workflow copied
 * from workflows-templates and pinned to a commit, the modules, and the environment with its variables.
 */
export async function createPlatformRepository(
  state: GitHubState,
  directory: string,
  settings: CallerSettings,
): Promise<void> {
  const workflows = join(directory, '.github/workflows');
  mkdirSync(workflows, { recursive: true });
  writeFileSync(join(directory, 'README.md'), README);
  writeFileSync(join(directory, ADDRESSES), PEERS);
  for (const [name, added] of Object.entries(CALLERS)) {
    writeFileSync(join(workflows, name), callerWorkflow(name, added, settings));
  }
  for (const folder of ['terraform/modules', 'cloud-init']) {
    cpSync(join(repositoryRoot, folder), join(directory, folder), { recursive: true, filter: isSource });
  }
  await state.createRepository({ name: PLATFORM, from: directory });
  for (const environment of ENVIRONMENTS) createEnvironment(state, environment);
}

function createEnvironment(
  state: GitHubState,
  { name, role, branches, reviewers }: (typeof ENVIRONMENTS)[number],
): void {
  const review = { preventSelfReview: true, reviewers: [...reviewers] };
  state.createEnvironment({
    repository: PLATFORM,
    name,
    variables: {
      ...(name === 'verify'
        ? { AWS_REGION: VARIABLES.AWS_REGION }
        : { ...VARIABLES, AZURE_CLIENT_ID: APPLICATIONS[name] }),
      [role]: roleArn(name),
    },
    ...(branches.length > 0 && { branches: [...branches], canAdminsBypass: false }),
    ...(reviewers.length > 0 && review),
  });
}

/** What a platform team writes into its copy of the caller workflow. */
export interface CallerSettings {
  /** Commit of this suite. */
  readonly suiteSha: string;
  /** Where Terraform is downloaded from, and the key that signs there. */
  readonly mirror: { readonly url: string; readonly publicKey: string };
  /** Undefined for the template's own. */
  readonly lockTimeout?: string | undefined;
  /** How long new nodes may take. Undefined for a minute and a half: simulated VMs take seconds. */
  readonly nodesTimeout?: string | undefined;
}

/** A template as a release would ship it, with the commit of the suite in place of the zeros. */
function template(name: string, { suiteSha }: CallerSettings): string {
  const text = readFileSync(join(repositoryRoot, 'workflows-templates', name), 'utf8');
  return text.replace('@0000000000000000000000000000000000000000', `@${suiteSha}`);
}

/** What a team adds to its copy of a template: for a closed network, and with the key that plans are sealed with. */
interface Added {
  /** Lines of `with`. */
  readonly inputs: readonly string[];
  /** Whether Terraform runs there, which then comes from the mirror. */
  readonly runsTerraform: boolean;
  readonly hasKey: boolean;
}

const ALONE: Added = { inputs: [], runsTerraform: false, hasKey: false };

/** Every template but those that are none of a platform repository's. */
const CALLERS: Readonly<Record<string, Added>> = {
  'hybrid-plan.yml': { inputs: [`addresses: ${ADDRESSES}`], runsTerraform: true, hasKey: true },
  'hybrid-fork-comment.yml': ALONE,
  // The simulated link does not change by itself: one look at it is enough.
  'hybrid-apply.yml': {
    inputs: ['link-timeout: 10s', 'link-stable-for: 0s'],
    runsTerraform: true,
    hasKey: true,
  },
  // The lists of the simulated clouds lag behind for no longer than this.
  'hybrid-teardown.yml': { inputs: ['wait: 20s'], runsTerraform: true, hasKey: false },
  'hybrid-nightly.yml': { inputs: [], runsTerraform: true, hasKey: false },
  'hybrid-nightly-watch.yml': ALONE,
  'hybrid-node-cleanup.yml': ALONE,
};

function callerWorkflow(
  name: string,
  { inputs, runsTerraform, hasKey }: Added,
  settings: CallerSettings,
): string {
  const { mirror, lockTimeout, nodesTimeout = '90s' } = settings;
  // The templates end with a comment that says where the key goes.
  const pinned = template(name, settings).replace(
    / {4}# (?:The key that|To keep the reviewed plan)[\s\S]*$/,
    '',
  );
  const key = mirror.publicKey
    .trim()
    .split(/\r?\n/)
    .map((line) => (line === '' ? '' : `        ${line}`));
  const added = inputs.map((line) => `      ${line}`);
  if (name === 'hybrid-apply.yml') added.push(`      nodes-timeout: ${nodesTimeout}`);
  if (runsTerraform) added.push(`      mirror-url: ${mirror.url}`, '      mirror-key: |', ...key);
  if (lockTimeout !== undefined && hasKey) added.push(`      lock-timeout: ${lockTimeout}`);
  if (hasKey) added.push('    secrets:', `      bundle-key: \${{ secrets.${BUNDLE_KEY} }}`);
  return `${[pinned.trimEnd(), ...added].join('\n')}\n`;
}

/** Opens the pull request that adds the network of both clouds. The state lies at `statePath`, outside the checkouts. */
export async function openNetworkPullRequest(
  state: GitHubState,
  directory: string,
  statePath: string,
): Promise<number> {
  const source = join(repositoryRoot, STACK);
  cpSync(source, join(directory, STACK), { recursive: true, filter: isSource });
  writeFileSync(join(directory, STACK, 'backend.tf'), localBackend(statePath));
  writeFileSync(join(directory, VALUES), FIRST_VALUES);
  await state.commitToBranch({
    repository: PLATFORM,
    branch: BRANCH,
    message: 'Add the network of both clouds',
    author: AUTHOR,
    directory,
  });
  const pull = await state.openPullRequest({
    repository: PLATFORM,
    title: 'Add the network of both clouds',
    body: 'VPC, virtual network, and four tunnels between them.',
    head: BRANCH,
    author: AUTHOR,
  });
  return pull.number;
}

/** Opens a pull request that changes nothing in those stacks but has them planned: for what an apply left to do. */
export async function openRepairPullRequest(
  state: GitHubState,
  number: number,
  stacks: readonly string[],
): Promise<number> {
  const title = `Go on with what the apply of #${String(number)} left to do`;
  const branch = `go-on-with-${String(number)}`;
  const files = Object.fromEntries(
    stacks.map((stack) => [`terraform/stacks/${stack}/repair.auto.tfvars`, `# ${title}\n`]),
  );
  await state.commitToBranch({ repository: PLATFORM, branch, message: title, author: AUTHOR, files });
  const request = { repository: PLATFORM, title, body: '', head: branch, author: AUTHOR };
  return (await state.openPullRequest(request)).number;
}

interface Pushed {
  readonly before: string;
  readonly after: string;
}

/** The second push: the same pull request, with another network for pods, which is that of the office. */
export function pushConflictingPods(state: GitHubState, number: number): Promise<Pushed> {
  return push(state, number, 'Give pods a second network', SECOND_VALUES);
}

/** The third push: another network for pods, which is free. */
export function pushFreePods(state: GitHubState, number: number): Promise<Pushed> {
  return push(state, number, 'Move the second network of pods away from the office', THIRD_VALUES);
}

function push(state: GitHubState, number: number, message: string, values: string): Promise<Pushed> {
  return state.pushToPullRequest({
    repository: PLATFORM,
    number,
    message,
    author: AUTHOR,
    files: { [VALUES]: values },
  });
}

/** Each job has a checkout of its own, so the state has to lie outside of it; a team would use S3 here. */
export function localBackend(statePath: string): string {
  return `terraform {\n  backend "local" {\n    path = ${JSON.stringify(statePath)}\n  }\n}\n`;
}

function isSource(path: string): boolean {
  return !/[/\\](\.terraform|tests)$|\.tfstate/.test(path);
}
