import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionDeps } from '#lib/action/types.js';
import { nodeadmErrors } from '#lib/install/nodeadm-errors.js';
import type { CredentialProvider } from '#lib/install/nodeadm-versions.js';
import { WRITTEN } from './clean-up.ts';
import type { Inputs, Rendering } from './inputs.ts';

/** Longer ones are no NodeConfig and no activation. */
const MOST_BYTES = 1024 * 1024;

/** The NodeConfig of this step, checked by its rules. */
export interface KnownNodeConfig {
  readonly path: string;
  readonly origin: 'given' | 'rendered';
  readonly cluster: string;
  readonly region: string;
  readonly provider: CredentialProvider;
  readonly warnings: readonly string[];
}

/** Checks the given NodeConfig, or writes one and checks that; undefined when neither is asked for. EHA1450, EHA1453. */
export async function settleNodeConfig(
  inputs: Inputs,
  deps: ActionDeps,
): Promise<KnownNodeConfig | undefined> {
  if (inputs.rendering !== undefined) return write(inputs.rendering, inputs, deps);
  if (inputs.nodeConfig === undefined) return undefined;
  return check(readSmall(inputs.nodeConfig), inputs.nodeConfig, 'given', inputs, deps);
}

async function check(
  content: string,
  path: string,
  origin: KnownNodeConfig['origin'],
  inputs: Inputs,
  deps: ActionDeps,
): Promise<KnownNodeConfig> {
  const { readNodeConfig } = await import('#lib/nodes/node-config.js');
  const { errors, warnings, cluster, region, provider, activationCode } = readNodeConfig(content);
  if (activationCode !== undefined) deps.mask(activationCode);
  const problems = [...errors];
  if (region !== undefined && inputs.region !== undefined && region !== inputs.region) {
    problems.push(`spec.cluster.region: it is ${region}, the input region is ${inputs.region}`);
  }
  if (cluster !== undefined && inputs.clusterName !== undefined && cluster !== inputs.clusterName) {
    problems.push(`spec.cluster.name: it is ${cluster}, the input cluster-name is ${inputs.clusterName}`);
  }
  if (provider !== undefined && provider !== inputs.credentialProvider) {
    problems.push(
      `spec.hybrid: it is for ${provider}, the input credential-provider is ${inputs.credentialProvider}`,
    );
  }
  if (problems.length > 0 || cluster === undefined || region === undefined || provider === undefined) {
    throw nodeadmErrors.EHA1450(`${path}:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  }
  const isOpen = origin === 'given' && activationCode !== undefined;
  const kept = isOpen
    ? [
        `${path} holds an activation code: whoever can read the file can join a node until the activation ends.`,
      ]
    : [];
  return { path, origin, cluster, region, provider, warnings: [...warnings, ...kept] };
}

async function write(rendering: Rendering, inputs: Inputs, deps: ActionDeps): Promise<KnownNodeConfig> {
  const { activationFile, ...parts } = rendering;
  const activation = readActivation(activationFile, deps);
  const { renderNodeConfig } = await import('#lib/nodes/node-config.js');
  const content = renderNodeConfig({ ...parts, ...activation });
  const path = join(deps.github.tempDirectory, 'node-config.yaml');
  const known = await check(content, path, 'rendered', inputs, deps);
  // Before the file is there: a job that is cancelled in between has nothing to remove, but would not know.
  deps.state.set(WRITTEN, path);
  rmSync(path, { force: true });
  writeFileSync(path, content, { mode: 0o600, flag: 'wx' });
  return known;
}

function readActivation(
  path: string,
  deps: ActionDeps,
): { readonly activationId: string; readonly activationCode: string } {
  let value: unknown;
  try {
    value = JSON.parse(readSmall(path));
  } catch {
    // Not with the parser's own sentence, which quotes the text.
    throw nodeadmErrors.EHA1453(`${path} is not JSON.`);
  }
  const { activationId, activationCode } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof activationCode === 'string' && activationCode !== '') deps.mask(activationCode);
  if (typeof activationId === 'string' && typeof activationCode === 'string') {
    return { activationId, activationCode };
  }
  throw nodeadmErrors.EHA1453(`${path} lacks the texts activationId and activationCode.`);
}

function readSmall(path: string): string {
  const { size } = statSync(path);
  if (size <= MOST_BYTES) return readFileSync(path, 'utf8');
  throw nodeadmErrors.EHA1450(`${path} has ${size} bytes; it cannot be what is needed here.`);
}
