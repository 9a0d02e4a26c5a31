import { type AzureEnvironment, readAzureEnvironment } from '#lib/action/azure-environment.js';
import {
  booleanInput,
  durationInput,
  integerInput,
  listInput,
  pathInput,
  readAll,
  refusedInput,
  stringInput,
} from '#lib/action/inputs.js';
import { yamlInput } from '#lib/action/structured-input.js';
import type { ClusterPlace } from '#lib/kubernetes/types.js';
import { readinessErrors } from '#lib/nodes/readiness-errors.js';
import { type Expectation, expectationOf, expectationsSchema } from '#lib/nodes/readiness-expectations.js';

export interface Inputs {
  /** For messages and for the tags of activations. */
  readonly clusterName: string;
  readonly place: ClusterPlace;
  /** undefined where no AWS account can be asked. */
  readonly region: string | undefined;
  readonly expectation: Expectation;
  readonly selector: string;
  readonly azure:
    | {
        readonly subscriptionId: string;
        readonly resourceGroup: string;
        readonly environment: AzureEnvironment;
      }
    | undefined;
  readonly systemsManager: boolean;
  readonly timeoutMs: number;
  readonly intervalMs: number;
}

const HOUR_MS = 3_600_000;
const HYBRID = 'eks.amazonaws.com/compute-type=hybrid';

export function readInputs(): Inputs {
  const given = readAll({
    clusterName: () =>
      stringInput('cluster-name', {
        pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/,
        allowed: 'the name of an EKS cluster',
      }),
    region: readRegion,
    kubeconfig: () => pathInput('kubeconfig', { mustExist: 'file', within: 'workspace-or-temp' }),
    context: () => stringInput('kubeconfig-context'),
    expectations: () => yamlInput('expectations', expectationsSchema),
    names: () => listInput('names'),
    count: () => integerInput('count', { minimum: 1, maximum: 10_000 }),
    selector: () =>
      stringInput('selector', { pattern: /^[\w./=!,() -]{1,1000}$/, allowed: 'a label selector' }),
    azure: readAzure,
    systemsManager: () => booleanInput('systems-manager', { default: true }),
    timeoutMs: () => durationInput('timeout', { default: 1_200_000, minimum: 0, maximum: 6 * HOUR_MS }),
    intervalMs: () => durationInput('check-interval', { default: 30_000, minimum: 1000, maximum: HOUR_MS }),
  });
  const clusterName = given.clusterName ?? given.expectations?.cluster_name;
  const expectation = expectationOf(given.expectations, given.names, given.count);
  if (expectation.count === 0) {
    throw readinessErrors.EHA1530('Nothing says which nodes to wait for: zero checked nodes prove nothing.');
  }
  const { azure, systemsManager, timeoutMs, intervalMs, region } = given;
  return {
    clusterName: clusterName ?? given.context ?? 'kubeconfig',
    place: placeOf(clusterName, given),
    region: clusterName === undefined ? undefined : region,
    expectation,
    selector: given.selector === undefined ? HYBRID : `${HYBRID},${given.selector}`,
    azure,
    systemsManager,
    timeoutMs,
    intervalMs,
  };
}

function placeOf(clusterName: string | undefined, { kubeconfig, context, region }: Given): ClusterPlace {
  if (kubeconfig !== undefined) {
    return { kind: 'kubeconfig', path: kubeconfig, ...(context === undefined ? {} : { context }) };
  }
  if (clusterName === undefined) {
    throw refusedInput('cluster-name', '', 'given, or `cluster_name` in expectations, or a kubeconfig');
  }
  if (region === undefined) throw refusedInput('aws-region', '', 'given, or AWS_REGION be set');
  return { kind: 'eks', clusterName, region };
}

interface Given {
  readonly kubeconfig: string | undefined;
  readonly context: string | undefined;
  readonly region: string | undefined;
}

/** An empty variable is one that is not set. */
function variable(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}

function readRegion(): string | undefined {
  const pattern = /^[a-z]{2}(-[a-z]+)+-\d$/;
  const given = stringInput('aws-region', { pattern, allowed: 'a region such as eu-central-1' });
  return given ?? variable('AWS_REGION') ?? variable('AWS_DEFAULT_REGION');
}

const SUBSCRIPTION = /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;

function readAzure(): Inputs['azure'] {
  const resourceGroup = stringInput('azure-resource-group', {
    pattern: /^[\w().-]{1,90}$/,
    allowed: 'the name of a resource group',
  });
  if (resourceGroup === undefined) return undefined;
  const id =
    stringInput('azure-subscription-id') ??
    variable('ARM_SUBSCRIPTION_ID') ??
    variable('AZURE_SUBSCRIPTION_ID') ??
    '';
  if (!SUBSCRIPTION.test(id)) {
    throw refusedInput(
      'azure-subscription-id',
      id,
      'a subscription id, or ARM_SUBSCRIPTION_ID be set, when azure-resource-group is given',
    );
  }
  return { subscriptionId: id, resourceGroup, environment: readAzureEnvironment() };
}
