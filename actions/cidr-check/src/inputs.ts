import { existsSync, statSync } from 'node:fs';
import * as z from 'zod/mini';
import {
  booleanInput,
  enumInput,
  listInput,
  rawInput,
  readAll,
  refusedInput,
  stringInput,
} from '#lib/action/inputs.js';
import { checkPath, pathInput } from '#lib/action/path-input.js';
import { yamlInput } from '#lib/action/structured-input.js';
import type { PodRouting } from '#lib/net/address-facts.js';
import { type Cidr, parseCidr } from '#lib/net/cidr.js';
import { isRuleId, RULE_IDS } from '#lib/net/rules/catalogue.js';
import type { IgnoreRule } from '#lib/net/rules/verdict.js';
import type { Sizes } from '#lib/net/suggest.js';

/** The plan of the user's own: written in the workflow, or in a file. */
export type AddressText =
  | { readonly kind: 'inline'; readonly text: string }
  /** Absolute. */
  | { readonly kind: 'file'; readonly path: string };

export interface AwsInputs {
  readonly region: string;
  readonly clusterName: string | null;
}

export interface AzureInputs {
  readonly subscriptionId: string;
  readonly resourceGroup: string | null;
}

export interface Inputs {
  readonly addresses: AddressText | null;
  /** Absolute paths of files and folders. */
  readonly plans: readonly string[];
  /** Absolute folder; it may not exist. */
  readonly documents: string | null;
  /** JSON text. */
  readonly expectedStacks: string | undefined;
  readonly aws: AwsInputs | null;
  readonly azure: AzureInputs | null;
  readonly podRouting: PodRouting | undefined;
  readonly severities: Readonly<Record<string, 'error' | 'warning' | 'info' | 'off'>>;
  readonly ignores: readonly IgnoreRule[];
  readonly failOn: 'error' | 'warning' | 'never';
  readonly suggest: boolean;
  readonly sizes: Omit<Sizes, 'podRouting'>;
  readonly forbidden: readonly Cidr[];
  readonly annotateFiles: readonly string[];
}

const severity = z.enum(['error', 'warning', 'info', 'off']);
const ignore = z.strictObject({
  rule: z.string(),
  reason: z.string().check(z.minLength(1)),
  until: z.iso.date(),
  match: z.optional(z.string()),
});

const whole = (least: number, most: number, usual: number) =>
  z._default(z.int().check(z.gte(least), z.lte(most)), usual);

const sizes = z.strictObject({
  nodes: whole(1, 100_000, 20),
  surge: whole(0, 100_000, 10),
  'pods-per-node': whole(1, 1000, 110),
  services: whole(1, 1_000_000, 4000),
  zones: whole(2, 4, 2),
  'addresses-per-zone': whole(1, 100_000, 2000),
  tunnels: whole(1, 128, 4),
});

export function readInputs(): Inputs {
  const { aws, azure, awsRegion, clusterName, azureSubscriptionId, azureResourceGroup, ...inputs } = readAll({
    ...SOURCES,
    podRouting: () => enumInput('pod-routing', ['gateway', 'bgp', 'udr', 'masquerade']),
    severities: readSeverities,
    ignores: readIgnores,
    failOn: () => enumInput('fail-on', ['error', 'warning', 'never'], { default: 'error' }),
    suggest: () => booleanInput('suggest', { default: false }),
    sizes: readSizes,
    forbidden: readForbidden,
    annotateFiles: readGlobs,
  });
  return {
    ...inputs,
    aws: aws ? { region: regionOf(awsRegion), clusterName: clusterName ?? null } : null,
    azure: azure
      ? { subscriptionId: subscriptionOf(azureSubscriptionId), resourceGroup: azureResourceGroup ?? null }
      : null,
  };
}

const SUBSCRIPTION = /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;

/** Where addresses are read. */
const SOURCES = {
  addresses: readAddresses,
  plans: () =>
    listInput('plans')
      .map((path) => checkPath('plans', path, { within: 'workspace-or-temp' }))
      .map(exists),
  documents: () => pathInput('documents', { within: 'workspace-or-temp' }) ?? null,
  expectedStacks: () => stringInput('expected-stacks'),
  aws: () => booleanInput('aws', { default: false }),
  awsRegion: () =>
    stringInput('aws-region', {
      pattern: /^[a-z]{2}(-[a-z]+)+-\d$/,
      allowed: 'a region such as eu-central-1',
    }),
  clusterName: () =>
    stringInput('cluster-name', {
      pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/,
      allowed: 'the name of an EKS cluster',
    }),
  azure: () => booleanInput('azure', { default: false }),
  azureSubscriptionId: () =>
    stringInput('azure-subscription-id', { pattern: SUBSCRIPTION, allowed: 'a subscription id' }),
  azureResourceGroup: () =>
    stringInput('azure-resource-group', {
      pattern: /^[\w().-]{1,90}$/,
      allowed: 'the name of a resource group',
    }),
};

/** One line without a colon and a space is a path; YAML of an address plan is a mapping. */
function readAddresses(): AddressText | null {
  const value = rawInput('addresses');
  if (value === '') return null;
  if (/\n|:\s|^[{[]/.test(value)) return { kind: 'inline', text: value };
  return {
    kind: 'file',
    path: checkPath('addresses', value, { mustExist: 'file', within: 'workspace-or-temp' }),
  };
}

function exists(path: string): string {
  if (!existsSync(path)) throw refusedInput('plans', path, 'files or folders that exist');
  return path;
}

/** An empty variable is one that is not set. */
function variable(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}

function regionOf(given: string | undefined): string {
  const region = given ?? variable('AWS_REGION') ?? variable('AWS_DEFAULT_REGION');
  if (region === undefined) {
    throw refusedInput('aws-region', '', 'given, or AWS_REGION be set, when aws is true');
  }
  return region;
}

function subscriptionOf(given: string | undefined): string {
  const id = given ?? variable('ARM_SUBSCRIPTION_ID') ?? variable('AZURE_SUBSCRIPTION_ID');
  if (id === undefined || !SUBSCRIPTION.test(id)) {
    throw refusedInput(
      'azure-subscription-id',
      id ?? '',
      'a subscription id, or ARM_SUBSCRIPTION_ID be set, when azure is true',
    );
  }
  return id;
}

function readSeverities(): Inputs['severities'] {
  const given = yamlInput('severities', z.record(z.string(), severity)) ?? {};
  for (const rule of Object.keys(given)) checkRule('severities', rule);
  return given;
}

function readIgnores(): readonly IgnoreRule[] {
  const given = yamlInput('ignores', z.array(ignore)) ?? [];
  return given.map(({ rule, reason, until, match }) => {
    checkRule('ignores', rule);
    return match === undefined ? { rule, reason, until } : { rule, reason, until, match };
  });
}

/** A misspelt rule would change nothing, and nobody would notice. */
function checkRule(input: string, rule: string): void {
  if (!isRuleId(rule)) throw refusedInput(input, rule, `about rules of the list: ${RULE_IDS.join(', ')}`);
}

function readSizes(): Inputs['sizes'] {
  const given = yamlInput('sizes', sizes) ?? sizes.parse({});
  const { 'pods-per-node': podsPerNode, 'addresses-per-zone': addressesPerZone, ...rest } = given;
  return { ...rest, podsPerNode, addressesPerZone };
}

function readForbidden(): readonly Cidr[] {
  return listInput('forbidden').map((text) => {
    const parsed = parseCidr(text);
    if (!parsed.ok) {
      const hint = parsed.corrected === null ? '' : `, for example ${parsed.corrected}`;
      throw refusedInput('forbidden', text, `ranges${hint}. ${parsed.message}`);
    }
    return parsed.cidr;
  });
}

/** A glob may hold commas, so one stands on each line; none may leave the workspace. */
function readGlobs(): readonly string[] {
  const lines = stringInput('annotate-files', { default: '**/*.tfvars' })
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const outside = lines.find((line) => /^\/|(^|\/)\.\.(\/|$)/.test(line));
  if (outside !== undefined) throw refusedInput('annotate-files', outside, 'globs inside the repository');
  return lines;
}

/** Whether a path of `plans` is a folder. */
export function isFolder(path: string): boolean {
  return statSync(path).isDirectory();
}
