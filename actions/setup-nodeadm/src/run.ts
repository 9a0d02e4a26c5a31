import type { ActionDeps, ActionResult } from '#lib/action/types.js';
import { platformOf } from '#lib/install/platforms.js';
import { installNodeadm, newestNodeadm, type NodeadmAccess } from '#lib/install/nodeadm.js';
import { judgeNodeadm, keyEnd } from '#lib/install/nodeadm-versions.js';
import type { Installed, Platform } from '#lib/install/types.js';
import type { NodeadmDocument } from '#lib/report/nodeadm-document.js';
import type { Inputs } from './inputs.ts';
import { settleNodeConfig, type KnownNodeConfig } from './node-config.ts';
import { checkByProgram, confirmVersion, type ProgramCheck } from './program.ts';
import { summarize } from './summary.ts';

/**
 * Checks the NodeConfig first, which needs no network, then version, manifest and program; what is wrong is told before
 * a machine is touched.
 */
export async function run(inputs: Inputs, deps: ActionDeps): Promise<ActionResult> {
  const runner = platformOf(inputs.platform, inputs.arch);
  const architecture = inputs.architecture ?? runner.arch;
  const runsHere = runner.os === 'linux' && runner.arch === architecture;
  const nodeConfig = await settleNodeConfig(inputs, deps);
  const access = accessOf(inputs, deps);
  const version = inputs.version ?? (await newestNodeadm(access));
  const judged = judgeNodeadm(version, inputs.credentialProvider, deps.clock.now());
  const manifest = await askManifest(inputs, access, architecture, nodeConfig?.region);
  const pin = inputs.sha256 === undefined ? {} : { sha256: inputs.sha256 };
  const request = { ...access, version, architecture, toolCache: inputs.toolCache, ...pin };
  const installed = await installNodeadm(request);
  if (runsHere) await confirmVersion(installed.path, version, deps);
  const check = await programCheck(inputs, nodeConfig, installed, runsHere, deps);
  const warnings = [
    ...judged,
    ...(nodeConfig?.warnings ?? []),
    ...(check.reason === null ? [] : [unknown(check.reason)]),
  ];
  for (const warning of warnings) deps.log.warning(warning);
  deps.log.info(sayInstalled(version, installed, inputs));
  return result(inputs, {
    version,
    architecture,
    runsHere,
    installed,
    manifest,
    nodeConfig,
    check,
    warnings,
  });
}

function unknown(reason: string): string {
  return `Whether nodeadm itself takes the NodeConfig is unknown: ${reason}.`;
}

function accessOf({ mirrorUrl, proxy }: Inputs, { log, clock, signal }: ActionDeps): NodeadmAccess {
  return { log, clock, signal, proxy, ...(mirrorUrl === undefined ? {} : { mirror: mirrorUrl }) };
}

/** Null when nothing is asked of the manifest; it is not fetched then. */
async function askManifest(
  inputs: Inputs,
  access: NodeadmAccess,
  architecture: Platform['arch'],
  configured: string | undefined,
): Promise<NodeadmDocument['manifest']> {
  const { kubernetesVersion, credentialProvider } = inputs;
  const region = inputs.region ?? configured;
  if (kubernetesVersion === undefined && region === undefined) return null;
  const [{ fetchManifest }, { checkRegion, parseManifest, supportedKubernetes }] = await Promise.all([
    import('#lib/install/nodeadm.js'),
    import('#lib/install/nodeadm-manifest.js'),
  ]);
  const { text, url } = await fetchManifest(access, region);
  const manifest = parseManifest(text, url);
  if (region !== undefined) checkRegion(manifest, region, credentialProvider);
  const kubernetes =
    kubernetesVersion === undefined ? null : supportedKubernetes(manifest, kubernetesVersion, architecture);
  return { url, kubernetes, region: region ?? null, credentialProvider };
}

async function programCheck(
  { nodeConfigCheck }: Inputs,
  nodeConfig: KnownNodeConfig | undefined,
  { path }: Installed,
  runsHere: boolean,
  deps: ActionDeps,
): Promise<ProgramCheck> {
  if (!nodeConfigCheck || nodeConfig === undefined) return { verdict: 'not asked', reason: null };
  if (!runsHere) return { verdict: 'unknown', reason: 'the program does not run on this runner' };
  return checkByProgram(path, nodeConfig.path, deps);
}

function sayInstalled(version: string, { cacheHit, path, source }: Installed, { sha256 }: Inputs): string {
  const vouched = sha256 === undefined ? "the release's SHA-256" : 'the given SHA-256';
  const what = cacheHit ? 'found in the tool cache' : `downloaded from ${source}`;
  return `nodeadm ${version} ${what}, verified by ${vouched}: ${path}`;
}

/** What a run found out and did. */
export interface Outcome {
  readonly version: string;
  readonly architecture: Platform['arch'];
  /** Whether the program can be run by this runner. */
  readonly runsHere: boolean;
  readonly installed: Installed;
  readonly manifest: NodeadmDocument['manifest'];
  readonly nodeConfig: KnownNodeConfig | undefined;
  readonly check: ProgramCheck;
  readonly warnings: readonly string[];
}

/** Of `nodeadmDocument`; a test of the bundle holds the document against it, so that a cache hit loads no schemas. */
const SCHEMA = 'eks-hybrid-actions/nodeadm/v1';

function result(inputs: Inputs, outcome: Outcome): ActionResult {
  const { version, architecture, runsHere, installed, manifest, nodeConfig, check, warnings } = outcome;
  const { path, directory, cacheHit, source, sha256 } = installed;
  const document: NodeadmDocument = {
    schema: SCHEMA,
    version,
    asked: inputs.version ?? 'latest',
    architecture,
    path,
    onPath: runsHere,
    cacheHit,
    downloadedFrom: source,
    sha256,
    vouchedBy: inputs.sha256 === undefined ? 'release' : 'input',
    saysVersion: runsHere ? true : null,
    keyEnds: keyEnd(version),
    warnings: [...warnings],
    manifest,
    nodeConfig: nodeConfig === undefined ? null : configPart(nodeConfig, check),
  };
  return {
    outputs: {
      version,
      path,
      sha256,
      'cache-hit': cacheHit,
      'kubernetes-version': manifest?.kubernetes ?? '',
      'node-config': nodeConfig?.path ?? '',
    },
    ...(runsHere ? { addToPath: [directory] } : {}),
    report: { fileName: `nodeadm-${architecture}.json`, document },
    summary: [{ markdown: summarize(document) }],
  };
}

function configPart(
  { path, origin, cluster, region, provider }: KnownNodeConfig,
  { verdict, reason }: ProgramCheck,
): NonNullable<NodeadmDocument['nodeConfig']> {
  return { path, origin, cluster, region, provider, programCheck: verdict, reason };
}
