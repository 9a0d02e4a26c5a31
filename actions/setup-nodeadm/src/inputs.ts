import { actionErrors } from '#lib/action/action-errors.js';
import {
  booleanInput,
  enumInput,
  integerInput,
  listInput,
  readAll,
  refusedInput,
  stringInput,
} from '#lib/action/inputs.js';
import { pathInput } from '#lib/action/path-input.js';
import { nodeadmVersion } from '#lib/install/nodeadm-versions.js';
import { labelError, taintError } from '#lib/nodes/node-config-rules.js';

/** What a NodeConfig is written from. */
export interface Rendering {
  /** Absolute. */
  readonly activationFile: string;
  readonly cluster: string;
  readonly region: string;
  readonly labels: readonly string[];
  readonly taints: readonly string[];
  readonly maxPods: number | undefined;
  readonly enableCredentialsFile: boolean;
}

export interface Inputs {
  /** Full, without the v; undefined for the newest. */
  readonly version: string | undefined;
  /** Lower case. */
  readonly sha256: string | undefined;
  /** Undefined for the runner's. */
  readonly architecture: 'amd64' | 'arm64' | undefined;
  readonly mirrorUrl: string | undefined;
  readonly kubernetesVersion: string | undefined;
  readonly region: string | undefined;
  readonly credentialProvider: 'ssm' | 'iam-ra';
  /** Absolute path of the NodeConfig to check. */
  readonly nodeConfig: string | undefined;
  readonly nodeConfigCheck: boolean;
  readonly clusterName: string | undefined;
  readonly rendering: Rendering | undefined;
  /** Absolute: RUNNER_TOOL_CACHE. */
  readonly toolCache: string;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** HTTPS_PROXY and its like, as the job has them. */
  readonly proxy: Readonly<Record<string, string | undefined>>;
}

const PROXY_VARIABLES = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'https_proxy', 'http_proxy', 'no_proxy'];

/** Readers of the inputs for a NodeConfig that is written. */
const RENDERING = {
  activationFile: () => pathInput('activation-file', { mustExist: 'file', within: 'workspace-or-temp' }),
  labels: () => goodItems('node-labels', listInput('node-labels'), labelError),
  taints: () => goodItems('node-taints', listInput('node-taints'), taintError),
  maxPods: () => integerInput('max-pods', { minimum: 1, maximum: 1000 }),
  enableCredentialsFile: () => booleanInput('credentials-file', { default: false }),
};

export function readInputs(): Inputs {
  const inputs = readAll({
    version: readVersion,
    sha256: () =>
      stringInput('sha256', { pattern: /^[0-9a-f]{64}$/i, allowed: 'a SHA-256 of 64 hexadecimal digits' }),
    architecture: () => enumInput('architecture', ['amd64', 'arm64']),
    mirrorUrl: readMirrorUrl,
    kubernetesVersion: () =>
      stringInput('kubernetes-version', {
        pattern: /^1\.\d{1,3}(?:\.\d{1,3})?$/,
        allowed: 'a version such as 1.34 or 1.34.4',
      }),
    region: () =>
      stringInput('region', {
        pattern: /^[a-z]{2}(?:-[a-z]+)+-\d$/,
        allowed: 'a region such as eu-central-1',
      }),
    credentialProvider: () => enumInput('credential-provider', ['ssm', 'iam-ra'], { default: 'ssm' }),
    nodeConfig: () => pathInput('node-config', { mustExist: 'file', within: 'workspace-or-temp' }),
    nodeConfigCheck: () => booleanInput('node-config-check', { default: false }),
    clusterName: () =>
      stringInput('cluster-name', {
        pattern: /^[0-9A-Za-z][0-9A-Za-z_-]{0,99}$/,
        allowed: 'a name of at most 100 letters, digits, hyphens and underscores',
      }),
    ...RENDERING,
    toolCache: readToolCache,
  });
  const rendering = checkTogether(inputs);
  return {
    ...inputs,
    rendering,
    sha256: inputs.sha256?.toLowerCase(),
    platform: process.platform,
    arch: process.arch,
    proxy: Object.fromEntries(PROXY_VARIABLES.map((name) => [name, process.env[name]])),
  };
}

interface RenderInputs extends Omit<Rendering, 'activationFile' | 'cluster' | 'region'> {
  readonly version: string | undefined;
  readonly sha256: string | undefined;
  readonly activationFile: string | undefined;
  readonly clusterName: string | undefined;
  readonly region: string | undefined;
  readonly nodeConfig: string | undefined;
  readonly nodeConfigCheck: boolean;
  readonly credentialProvider: 'ssm' | 'iam-ra';
}

/** What inputs say together: an input that would be ignored is refused. */
function checkTogether(inputs: RenderInputs): Rendering | undefined {
  const { activationFile, clusterName, region, labels, taints, maxPods, enableCredentialsFile } = inputs;
  if (inputs.sha256 !== undefined && inputs.version === undefined) {
    throw refusedInput('sha256', inputs.sha256, 'given together with a full version, because latest changes');
  }
  if (activationFile === undefined) {
    const isIdle = labels.length + taints.length > 0 || maxPods !== undefined || enableCredentialsFile;
    if (isIdle) {
      const names = 'node-labels, node-taints, max-pods and credentials-file';
      throw actionErrors.EHA1001(
        `The inputs ${names} need activation-file: they are for the NodeConfig that is written.`,
      );
    }
    if (inputs.nodeConfigCheck && inputs.nodeConfig === undefined) {
      throw actionErrors.EHA1001('Input "node-config-check" is true, but there is no NodeConfig to check.');
    }
    return undefined;
  }
  if (inputs.nodeConfig !== undefined) {
    throw actionErrors.EHA1001('Only one of the inputs node-config and activation-file can be given.');
  }
  if (clusterName === undefined || region === undefined) {
    throw actionErrors.EHA1001('Input "activation-file" needs cluster-name and region.');
  }
  if (inputs.credentialProvider !== 'ssm') {
    throw actionErrors.EHA1001('Input "activation-file" needs the credential-provider ssm.');
  }
  return { activationFile, cluster: clusterName, region, labels, taints, maxPods, enableCredentialsFile };
}

function readVersion(): string | undefined {
  const text = stringInput('version', { default: 'latest' });
  if (text === 'latest') return undefined;
  const version = nodeadmVersion(text);
  if (version !== undefined) return version;
  throw refusedInput('version', text, 'latest or a full version such as v1.0.20');
}

/** Which addresses are safe is judged where they are used; here only that it is one. */
function readMirrorUrl(): string | undefined {
  const address = stringInput('mirror-url');
  if (address === undefined) return undefined;
  const url = URL.parse(address);
  if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:')) return address;
  throw refusedInput('mirror-url', address, 'an address such as https://mirror.example.com/eks-hybrid');
}

function goodItems(
  name: string,
  items: readonly string[],
  problem: (item: string) => string | undefined,
): readonly string[] {
  for (const item of items) {
    const reason = problem(item);
    if (reason !== undefined) throw actionErrors.EHA1001(`Input "${name}": ${reason}.`);
  }
  return items;
}

function readToolCache(): string {
  const folder = process.env['RUNNER_TOOL_CACHE'] ?? '';
  if (folder !== '') return folder;
  throw actionErrors.EHA1006('The environment variable RUNNER_TOOL_CACHE is not set.');
}
