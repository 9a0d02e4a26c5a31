import {
  booleanInput,
  durationInput,
  enumInput,
  integerInput,
  listInput,
  readAll,
  refusedInput,
  secretInput,
  stringInput,
} from '#lib/action/inputs.js';
import { checkPath } from '#lib/action/path-input.js';
import type { PodRouting } from '#lib/tunnels/facts.js';
import { parseRequirement, type Requirement } from '#lib/tunnels/requirement.js';

export interface Inputs {
  /** Absolute paths of files that exist. */
  readonly expectations: readonly string[];
  readonly region: string;
  readonly subscriptionId: string;
  /** Empty: those of the expectations. */
  readonly resourceGroups: readonly string[];
  readonly podRouting: PodRouting | null;
  readonly requirement: Requirement;
  readonly requirementText: string;
  /** Durations in milliseconds. */
  readonly waitMs: number;
  readonly stableMs: number;
  readonly settleMs: number;
  readonly flapWindowMs: number;
  readonly flapLimit: number;
  readonly operationMs: number;
  readonly effectiveRoutes: boolean;
  readonly fail: boolean;
  readonly issue: boolean;
  readonly label: string;
  readonly maxOpen: number;
  /** Null: none was given. */
  readonly githubToken: string | null;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SUBSCRIPTION = /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;

export function readInputs(): Inputs {
  const { awsRegion, azureSubscriptionId, podRouting, require, githubToken, ...inputs } = readAll({
    ...PLACES,
    ...RULES,
    ...EFFECTS,
  });
  if (inputs.stableMs > inputs.waitMs) {
    throw refusedInput('stable-for', `${inputs.stableMs / 1000}s`, 'a time that fits into `wait`');
  }
  if (inputs.issue && githubToken === undefined) {
    throw refusedInput('github-token', '', 'given when `issue` is true');
  }
  return {
    ...inputs,
    region: regionOf(awsRegion),
    subscriptionId: subscriptionOf(azureSubscriptionId),
    podRouting: podRouting ?? null,
    requirement: require.requirement,
    requirementText: require.text,
    githubToken: githubToken ?? null,
  };
}

const PLACES = {
  expectations: () =>
    listInput('expectations').map((path) =>
      checkPath('expectations', path, { mustExist: 'file', within: 'workspace-or-temp' }),
    ),
  awsRegion: () =>
    stringInput('aws-region', {
      pattern: /^[a-z]{2}(-[a-z]+)+-\d$/,
      allowed: 'a region such as eu-central-1',
    }),
  azureSubscriptionId: () =>
    stringInput('azure-subscription-id', { pattern: SUBSCRIPTION, allowed: 'a subscription id' }),
  resourceGroups: readGroups,
  podRouting: () => enumInput('pod-routing', ['gateway', 'bgp', 'udr', 'masquerade']),
};

const RULES = {
  require: readRequirement,
  waitMs: () => durationInput('wait', { default: 0, minimum: 0, maximum: 3 * HOUR }),
  stableMs: () => durationInput('stable-for', { default: 0, minimum: 0, maximum: HOUR }),
  settleMs: () => durationInput('settle', { default: 3 * MINUTE, minimum: 0, maximum: HOUR }),
  flapWindowMs: () => durationInput('flap-window', { default: HOUR, minimum: 0, maximum: 24 * HOUR }),
  flapLimit: () => integerInput('flap-limit', { default: 3, minimum: 1, maximum: 100 }),
  operationMs: () =>
    durationInput('operation-timeout', { default: 2 * MINUTE, minimum: 10_000, maximum: 10 * MINUTE }),
  effectiveRoutes: () => booleanInput('effective-routes', { default: true }),
};

const EFFECTS = {
  fail: () => booleanInput('fail', { default: true }),
  issue: () => booleanInput('issue', { default: false }),
  label: () =>
    stringInput('label', {
      default: 'link',
      pattern: /^[^,\n]{1,49}$/,
      allowed: 'a label without commas, of at most 49 characters',
    }),
  maxOpen: () => integerInput('max-open', { default: 10, minimum: 1, maximum: 1000 }),
  githubToken: () => secretInput('github-token'),
};

function readGroups(): readonly string[] {
  const groups = listInput('azure-resource-groups');
  for (const group of groups) {
    if (!/^[\w().-]{1,90}$/.test(group)) {
      throw refusedInput('azure-resource-groups', group, 'names of resource groups');
    }
  }
  return [...new Map(groups.map((group) => [group.toLowerCase(), group])).values()];
}

function readRequirement(): { readonly requirement: Requirement; readonly text: string } {
  const text = stringInput('require', { default: 'all' });
  const requirement = parseRequirement(text);
  if (requirement === undefined) {
    throw refusedInput('require', text, 'all, any, per-domain or a whole number from 1 to 1000');
  }
  return { requirement, text };
}

/** An empty variable is one that is not set. */
function variable(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}

function regionOf(given: string | undefined): string {
  const region = given ?? variable('AWS_REGION') ?? variable('AWS_DEFAULT_REGION');
  if (region === undefined) throw refusedInput('aws-region', '', 'given, or AWS_REGION be set');
  return region;
}

function subscriptionOf(given: string | undefined): string {
  const id = given ?? variable('ARM_SUBSCRIPTION_ID') ?? variable('AZURE_SUBSCRIPTION_ID');
  if (id === undefined || !SUBSCRIPTION.test(id)) {
    throw refusedInput('azure-subscription-id', id ?? '', 'a subscription id, or ARM_SUBSCRIPTION_ID be set');
  }
  return id;
}
