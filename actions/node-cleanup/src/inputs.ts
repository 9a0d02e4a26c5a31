import * as z from 'zod/mini';
import { type AzureEnvironment, readAzureEnvironment } from '#lib/action/azure-environment.js';
import {
  booleanInput,
  durationInput,
  enumInput,
  integerInput,
  listInput,
  pathInput,
  readAll,
  refusedInput,
  secretInput,
  stringInput,
} from '#lib/action/inputs.js';
import { yamlInput } from '#lib/action/structured-input.js';
import { REMOVABLE, type CleanupSettings, type Removable } from '#lib/cleanup/settings.js';
import { parseWindow, type Window } from '#lib/cleanup/windows.js';
import { isPriceName, type OwnPrices } from '#lib/environment/cost.js';
import type { ClusterPlace } from '#lib/kubernetes/types.js';

export type Mode = 'dry-run' | 'mark' | 'act' | 'pull-request';

export interface Inputs {
  readonly mode: Mode;
  readonly place: ClusterPlace;
  /** Whether now is in a window is found out in the run. */
  readonly settings: Omit<CleanupSettings, 'windowOpen'>;
  readonly windows: readonly Window[];
  readonly azure: {
    readonly subscriptionId: string;
    readonly resourceGroup: string;
    readonly environment: AzureEnvironment;
  };
  /** What may be changed; nothing where one is empty. */
  readonly allowed: { readonly accounts: readonly string[]; readonly subscriptions: readonly string[] };
  readonly evictionTimeoutMs: number;
  readonly concurrency: number;
  /** Relative to the root of the repository; null but in mode `pull-request`. */
  readonly poolsFile: string | null;
  readonly baseBranch: string | undefined;
  readonly prices: OwnPrices;
  readonly issue: boolean;
  readonly label: string;
  /** undefined where none is needed. */
  readonly githubToken: string | undefined;
  /** In mode `pull-request` always given. */
  readonly pullRequestToken: string | undefined;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const MONTH_MS = 30 * DAY_MS;

export function readInputs(): Inputs {
  const given = readAll({
    clusterName: () =>
      stringInput('cluster-name', {
        required: true,
        pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/,
        allowed: 'the name of an EKS cluster',
      }),
    region: readRegion,
    kubeconfig: () => pathInput('kubeconfig', { mustExist: 'file', within: 'workspace-or-temp' }),
    context: () => stringInput('kubeconfig-context'),
    azure: readAzure,
    accounts: readAccounts,
    subscriptions: readSubscriptions,
    limits: readLimits,
    windows: readWindows,
    ways: readWays,
    poolsFile: readPoolsFile,
    prices: readPrices,
    reporting: readReporting,
  });
  const { clusterName, region, azure, accounts, subscriptions, limits, windows, ways, poolsFile, prices } =
    given;
  requireForMode(ways.mode, given);
  return {
    ...ways,
    ...given.reporting,
    place: placeOf(given),
    settings: { ...limits, cluster: { name: clusterName, region } },
    windows,
    azure,
    allowed: { accounts, subscriptions },
    poolsFile: ways.mode === 'pull-request' ? (poolsFile ?? null) : null,
    prices,
  };
}

/** What a mode that changes something cannot do without. */
function requireForMode(
  mode: Mode,
  {
    accounts,
    subscriptions,
    poolsFile,
    reporting,
  }: {
    readonly accounts: readonly string[];
    readonly subscriptions: readonly string[];
    readonly poolsFile: string | undefined;
    readonly reporting: Pick<Inputs, 'githubToken' | 'pullRequestToken' | 'issue'>;
  },
): void {
  if (reporting.issue && reporting.githubToken === undefined) {
    throw refusedInput('github-token', '', 'given, or issue be false');
  }
  if (mode === 'dry-run') return;
  if (accounts.length === 0) {
    throw refusedInput('allowed-aws-accounts', '', `given in mode ${mode}: the accounts that may be changed`);
  }
  if (subscriptions.length === 0) {
    const allowed = `given in mode ${mode}: the subscriptions that may be changed`;
    throw refusedInput('allowed-azure-subscriptions', '', allowed);
  }
  if (mode !== 'pull-request') return;
  if (poolsFile === undefined) throw refusedInput('pools-file', '', 'given in mode pull-request');
  if (reporting.pullRequestToken === undefined) {
    throw refusedInput('pull-request-token', '', 'given in mode pull-request, or github-token be');
  }
}

function readWays(): Pick<Inputs, 'mode' | 'evictionTimeoutMs' | 'concurrency'> {
  return readAll({
    mode: () => enumInput('mode', ['dry-run', 'mark', 'act', 'pull-request'], { default: 'dry-run' }),
    evictionTimeoutMs: () =>
      durationInput('eviction-timeout', { default: 10 * MINUTE_MS, minimum: 10_000, maximum: 6 * HOUR_MS }),
    concurrency: () => integerInput('concurrency', { default: 3, minimum: 1, maximum: 20 }),
  });
}

function readReporting(): Pick<
  Inputs,
  'issue' | 'label' | 'githubToken' | 'pullRequestToken' | 'baseBranch'
> {
  const given = readAll({
    issue: () => booleanInput('issue', { default: true }),
    label: () =>
      stringInput('label', {
        default: 'node-cleanup',
        pattern: /^[^\s,][^,\r\n]{0,48}$/,
        allowed: 'a label without commas, of at most 49 characters',
      }),
    githubToken: () => secretInput('github-token'),
    pullRequestToken: () => secretInput('pull-request-token'),
    baseBranch: () =>
      stringInput('base-branch', {
        pattern: /^(?!-)(?!.*\.\.)[\w./-]{1,200}$/,
        allowed: 'the name of a branch',
      }),
  });
  return { ...given, pullRequestToken: given.pullRequestToken ?? given.githubToken };
}

function readLimits(): Omit<CleanupSettings, 'windowOpen' | 'cluster'> {
  return readAll({
    remove: readRemovable,
    idleFor: () => durationInput('idle-for', { default: 2 * HOUR_MS, minimum: 0, maximum: MONTH_MS }),
    deadAfter: () =>
      durationInput('dead-after', {
        default: 30 * MINUTE_MS,
        minimum: 5 * MINUTE_MS,
        maximum: MONTH_MS,
      }),
    grace: () => durationInput('grace', { default: HOUR_MS, minimum: 0, maximum: MONTH_MS }),
    underusedPercent: () => integerInput('underused-percent', { default: 20, minimum: 0, maximum: 100 }),
    minNodes: () => integerInput('min-nodes', { default: 1, minimum: 0, maximum: 1000 }),
    maxNodes: () => integerInput('max-nodes', { default: 5, minimum: 0, maximum: 1000 }),
    maxNodesPercent: () => integerInput('max-percent', { default: 25, minimum: 0, maximum: 100 }),
    maxOrphans: () => integerInput('max-orphans', { default: 50, minimum: 0, maximum: 10_000 }),
    maxSilentPercent: () => integerInput('max-silent-percent', { default: 30, minimum: 0, maximum: 100 }),
  });
}

/** `underused` is left out of the default: its pods are moved, which nobody should find out by surprise. */
function readRemovable(): ReadonlySet<Removable> {
  const names = listInput('remove', {
    default: ['empty', 'dead', 'orphan-instance', 'orphan-activation', 'orphan-azure'],
  });
  return new Set(
    names.map((name) => {
      const known = REMOVABLE.find((each) => each === name);
      if (known === undefined) throw refusedInput('remove', name, `some of ${REMOVABLE.join(', ')}`);
      return known;
    }),
  );
}

function readWindows(): readonly Window[] {
  return listInput('windows').map((text) => {
    const window = parseWindow(text);
    if (window === undefined) {
      throw refusedInput('windows', text, 'windows such as Mon-Fri 20:00-06:00 Europe/Berlin');
    }
    return window;
  });
}

function readAccounts(): readonly string[] {
  const ids = listInput('allowed-aws-accounts');
  const wrong = ids.find((id) => !/^\d{12}$/.test(id));
  if (wrong !== undefined) throw refusedInput('allowed-aws-accounts', wrong, 'account ids of 12 digits');
  return ids;
}

function readSubscriptions(): readonly string[] {
  const ids = listInput('allowed-azure-subscriptions');
  const wrong = ids.find((id) => !SUBSCRIPTION.test(id));
  if (wrong !== undefined) throw refusedInput('allowed-azure-subscriptions', wrong, 'subscription ids');
  return ids.map((id) => id.toLowerCase());
}

function readPoolsFile(): string | undefined {
  return stringInput('pools-file', {
    pattern: /^(?!\/)(?!(?:.*\/)?\.{1,2}(?:\/|$))[^\\\r\n]+\.tfvars(?:\.json)?$/,
    allowed: 'the path of a .tfvars or .tfvars.json file from the root of the repository',
  });
}

function readPrices(): OwnPrices {
  const shape = z.record(z.string(), z.number().check(z.nonnegative()));
  const prices = yamlInput('prices', shape) ?? {};
  const wrong = Object.keys(prices).find((name) => !isPriceName(name));
  if (wrong !== undefined) {
    throw refusedInput('prices', wrong, 'names of docs/costs.md, azure-vm-<size> or azure-disk-<kind>-gib');
  }
  return prices;
}

function placeOf({
  kubeconfig,
  context,
  clusterName,
  region,
}: {
  readonly kubeconfig: string | undefined;
  readonly context: string | undefined;
  readonly clusterName: string;
  readonly region: string;
}): ClusterPlace {
  if (kubeconfig === undefined) return { kind: 'eks', clusterName, region };
  return { kind: 'kubeconfig', path: kubeconfig, ...(context === undefined ? {} : { context }) };
}

/** An empty variable is one that is not set. */
function variable(...names: readonly string[]): string | undefined {
  return names.map((name) => process.env[name]).find((value) => value !== undefined && value !== '');
}

function readRegion(): string {
  const pattern = /^[a-z]{2}(-[a-z]+)+-\d$/;
  const given = stringInput('aws-region', { pattern, allowed: 'a region such as eu-central-1' });
  const region = given ?? variable('AWS_REGION', 'AWS_DEFAULT_REGION');
  if (region === undefined) throw refusedInput('aws-region', '', 'given, or AWS_REGION be set');
  return region;
}

const SUBSCRIPTION = /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;

function readAzure(): Inputs['azure'] {
  const resourceGroup = stringInput('azure-resource-group', {
    required: true,
    pattern: /^[\w().-]{1,90}$/,
    allowed: 'the name of a resource group',
  });
  const id =
    stringInput('azure-subscription-id') ?? variable('ARM_SUBSCRIPTION_ID', 'AZURE_SUBSCRIPTION_ID') ?? '';
  if (!SUBSCRIPTION.test(id)) {
    throw refusedInput('azure-subscription-id', id, 'a subscription id, or ARM_SUBSCRIPTION_ID be set');
  }
  return { subscriptionId: id, resourceGroup, environment: readAzureEnvironment() };
}
