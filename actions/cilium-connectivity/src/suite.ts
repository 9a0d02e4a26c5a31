import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionDeps } from '#lib/action/types.js';
import { loginFolder, openLogin, type SuiteLogin } from '#lib/connectivity/suite-login.js';
import { type SuitePod, suitePods } from '#lib/connectivity/suite-places.js';
import { contextArguments, planBatches, type SuiteBatch } from '#lib/connectivity/suite-plan.js';
import {
  checkStatus,
  type CiliumFound,
  type CliRun,
  confirmCli,
  findCilium,
  judgeVersions,
} from '#lib/connectivity/suite-preflight.js';
import { type BatchRun, runBatches, type SuiteRunOptions } from '#lib/connectivity/suite-run.js';
import { labelPair, namespaceLabel, nodeLabel } from '#lib/connectivity/suite-session.js';
import { installCiliumCli, type InstalledCiliumCli } from '#lib/install/cilium-cli.js';
import { PODS } from '#lib/kubernetes/resources.js';
import type { ClusterDoor } from '#lib/kubernetes/types.js';
import type { Inputs } from './inputs.ts';

/** Filled as the work goes on, so that what was seen before a failure or the end of the time is reported. */
export interface FoundSuite {
  cli: InstalledCiliumCli | undefined;
  cilium: CiliumFound | undefined;
  planned: readonly SuiteBatch[];
  runs: BatchRun[];
  pods: readonly SuitePod[];
  /** What could not be judged, in words. */
  notChecked: string[];
  /** The folder; empty when nothing was kept. */
  diagnostics: string;
}

export function noSuite(): FoundSuite {
  return {
    cli: undefined,
    cilium: undefined,
    planned: [],
    runs: [],
    pods: [],
    notChecked: [],
    diagnostics: '',
  };
}

/** What one run of the suite works with. */
interface SuiteWork {
  readonly door: ClusterDoor;
  /** Of the run: its namespaces and its label begin so. */
  readonly name: string;
  readonly inputs: Inputs;
  readonly found: FoundSuite;
  /** Milliseconds until the input `timeout` is over. */
  readonly timeLeft: () => number;
}

/** Looks whether the suite can prove anything here, pins it to a node in each cloud, and runs it, into `found`. */
export async function runSuite(work: SuiteWork, deps: ActionDeps): Promise<void> {
  const { door, name, inputs, found } = work;
  const { ciliumNamespace, cliVersion } = inputs.suite;
  found.cilium = await findCilium(door, ciliumNamespace, inputs.choice.names);
  const unjudged = judgeVersions(cliVersion, found.cilium.version);
  if (unjudged !== undefined) found.notChecked.push(`Not known is ${unjudged}.`);
  found.cli = await installCli(inputs, deps);
  const { tempDirectory } = deps.github;
  const login = await openLogin(inputs.place, door.connection, loginFolder(tempDirectory, name), deps);
  try {
    await runWith(found.cli.path, login, found.cilium, work, deps);
  } finally {
    login.close();
  }
}

async function runWith(
  program: string,
  login: SuiteLogin,
  { pair, nodes }: CiliumFound,
  { door, name, inputs, found, timeLeft }: SuiteWork,
  deps: ActionDeps,
): Promise<void> {
  const { ciliumNamespace, cliVersion, patterns, batchSize, reruns, batchTimeoutMs, extra } = inputs.suite;
  const folder = join(deps.github.tempDirectory, name);
  mkdirSync(folder, { recursive: true });
  const env = { KUBECONFIG: login.kubeconfig };
  const cli: CliRun = { program, cwd: folder, env, runProcess: deps.runProcess };
  await confirmCli(cli, cliVersion);
  const place = { ciliumNamespace, context: login.context };
  await checkStatus(cli, contextArguments(place));
  const label = nodeLabel(name, deps.clock.now());
  await labelPair(door, pair, label);
  deps.log.info(`The suite runs between ${pair.aws.name} in AWS and ${pair.azure.name} in Azure.`);
  found.planned = planBatches(patterns, batchSize);
  const given = { ...place, namespace: name, namespaceLabel: namespaceLabel(name), nodeLabel: label, extra };
  const options: SuiteRunOptions = { arguments: given, batchTimeoutMs, reruns, folder, timeLeft };
  const onRun = async (run: BatchRun): Promise<void> => {
    found.runs.push(run);
    // Pods are where they are only as long as they are there.
    const { items } = await door.list(PODS, { namespace: `${name}-1` });
    const seen = suitePods(items, nodes);
    const before = found.pods.filter((pod) => !seen.some((one) => one.name === pod.name));
    found.pods = [...before, ...seen];
  };
  await runBatches(found.planned, cli, options, onRun, deps);
}

/** Says plainly when nothing but the release itself vouches for the program. */
async function installCli(
  { suite, toolCache, proxy }: Inputs,
  deps: ActionDeps,
): Promise<InstalledCiliumCli> {
  const { cliVersion: version, sha256, mirrorUrl } = suite;
  const pin = sha256 === undefined ? {} : { sha256 };
  const mirror = mirrorUrl === undefined ? {} : { mirrorUrl };
  const installed = await installCiliumCli({ version, ...pin, ...mirror, toolCache, proxy }, deps);
  const vouched = {
    pin: 'the given SHA-256',
    table: 'the SHA-256 that comes with this action',
    release: "the release's own SHA-256 alone; cilium-cli-sha256 would pin it",
  };
  const where = installed.fromCache ? 'from the tool cache' : 'downloaded';
  deps.log.info(`cilium-cli ${installed.version} ${where}, verified by ${vouched[installed.verifiedBy]}.`);
  return installed;
}
