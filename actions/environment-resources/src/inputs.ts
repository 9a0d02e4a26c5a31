import * as z from 'zod/mini';
import { type AzureEnvironment, readAzureEnvironment } from '#lib/action/azure-environment.js';
import {
  booleanInput,
  durationInput,
  enumInput,
  listInput,
  readAll,
  refusedInput,
  stringInput,
} from '#lib/action/inputs.js';
import { yamlInput } from '#lib/action/structured-input.js';
import { isPriceName, type OwnPrices } from '#lib/environment/cost.js';

export interface Inputs {
  /** Null: all environments. */
  readonly environment: string | null;
  readonly environmentTag: string;
  readonly expiresTag: string;
  /** Others that a resource must have. */
  readonly tags: Readonly<Record<string, string>>;
  readonly require: 'none' | 'any' | 'known' | 'report';
  readonly waitMs: number;
  readonly pollMs: number;
  readonly prices: OwnPrices;
  /** Region; null: AWS is not read. */
  readonly awsRegion: string | null;
  /** Null: Azure is not read. */
  readonly azure: { readonly subscriptionId: string; readonly environment: AzureEnvironment } | null;
}

const MINUTE_MS = 60_000;
const MOST_TAGS = 10;
const SUBSCRIPTION = /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;
/** What a key may be in both clouds: Azure forbids `<>%&\?/`, EC2 reads `*` as any text. */
const TAG_KEY = {
  pattern: /^[\w.:=+@-]{1,127}$/,
  allowed: 'a tag key without spaces, at most 127 characters',
};

export function readInputs(): Inputs {
  const given = readAll({
    environment: () =>
      stringInput('environment', { pattern: /^[^\s*?\\][^\r\n*?\\]{0,127}$/, allowed: 'the value of a tag' }),
    environmentTag: () =>
      stringInput('environment-tag', {
        default: 'environment',
        pattern: TAG_KEY.pattern,
        allowed: TAG_KEY.allowed,
      }),
    expiresTag: () =>
      stringInput('expires-tag', {
        default: 'expires-at',
        pattern: TAG_KEY.pattern,
        allowed: TAG_KEY.allowed,
      }),
    tags: readTags,
    require: () => enumInput('require', ['none', 'any', 'known', 'report'], { default: 'report' }),
    expired: () => booleanInput('expired', { default: false }),
    waitMs: () => durationInput('wait', { default: 0, minimum: 0, maximum: 60 * MINUTE_MS }),
    pollMs: () => durationInput('poll', { default: 20_000, minimum: 1000, maximum: 5 * MINUTE_MS }),
    prices: readPrices,
    awsRegion: readRegion,
    azure: readAzure,
  });
  const { environment, expired, ...inputs } = given;
  checkTogether(given);
  return { ...inputs, environment: expired ? null : (environment ?? null) };
}

interface Together extends Pick<Inputs, 'require' | 'awsRegion' | 'azure'> {
  readonly environment: string | undefined;
  readonly expired: boolean;
}

function checkTogether({ environment, expired, require, awsRegion, azure }: Together): void {
  if (expired && environment !== undefined) {
    throw refusedInput(
      'environment',
      environment,
      'empty when expired is true, which looks at all environments',
    );
  }
  if (!expired && environment === undefined) {
    throw refusedInput('environment', '', 'given, or expired be true');
  }
  if (expired && (require === 'none' || require === 'any'))
    throw refusedInput('require', require, 'known or report when expired is true');
  if (awsRegion === null && azure === null) {
    throw refusedInput('azure', 'false', 'true when aws is false: there is nothing to read');
  }
}

/** `key=value`; one without a value, or twice, would not mean what was meant. */
function readTags(): Readonly<Record<string, string>> {
  const items = listInput('tags');
  const pairs = items.map((item) => {
    const [, key = '', value = ''] = /^([^=]+)=(.+)$/.exec(item) ?? [];
    if (!TAG_KEY.pattern.test(key) || value === '')
      throw refusedInput('tags', item, 'tags such as project=eks-hybrid');
    return [key, value] as const;
  });
  if (pairs.length > MOST_TAGS || new Set(pairs.map(([key]) => key)).size < pairs.length) {
    throw refusedInput('tags', items.join(', '), `at most ${MOST_TAGS} tags, each key once`);
  }
  return Object.fromEntries(pairs);
}

function readPrices(): OwnPrices {
  const shape = z.record(z.string(), z.number().check(z.nonnegative()));
  const prices = yamlInput('prices', shape, { default: {} });
  const wrong = Object.keys(prices).find((name) => !isPriceName(name));
  if (wrong !== undefined) {
    throw refusedInput(
      'prices',
      wrong,
      'names of docs/costs.md, of ec2-<instance type>, azure-vm-<size> or azure-disk-<kind>-gib',
    );
  }
  return prices;
}

/** An empty variable is one that is not set. */
function variable(...names: readonly string[]): string | undefined {
  return names.map((name) => process.env[name]).find((value) => value !== undefined && value !== '');
}

function readRegion(): string | null {
  if (!booleanInput('aws', { default: true })) return null;
  const given = stringInput('aws-region', {
    pattern: /^[a-z]{2}(-[a-z]+)+-\d$/,
    allowed: 'a region such as eu-central-1',
  });
  const region = given ?? variable('AWS_REGION', 'AWS_DEFAULT_REGION');
  if (region === undefined)
    throw refusedInput('aws-region', '', 'given, or AWS_REGION be set, or aws be false');
  return region;
}

function readAzure(): Inputs['azure'] {
  if (!booleanInput('azure', { default: true })) return null;
  const id =
    stringInput('azure-subscription-id', { pattern: SUBSCRIPTION, allowed: 'a subscription id' }) ??
    variable('ARM_SUBSCRIPTION_ID', 'AZURE_SUBSCRIPTION_ID');
  if (id === undefined || !SUBSCRIPTION.test(id)) {
    throw refusedInput(
      'azure-subscription-id',
      id ?? '',
      'a subscription id, or ARM_SUBSCRIPTION_ID be set, or azure be false',
    );
  }
  return { subscriptionId: id, environment: readAzureEnvironment() };
}
