import { mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { writeFileAtomically } from '#lib/action/atomic-file.js';
import { readAzureEnvironment } from '#lib/action/azure-environment.js';
import { ActionError } from '#lib/action/errors.js';
import type { ActionDeps, ActionResult } from '#lib/action/types.js';
import type { AwsLinkScope } from '#lib/aws/vpn-facts.js';
import { createGitHubDoor } from '#lib/github/client.js';
import type { TunnelsDocument } from '#lib/report/tunnels-document.js';
import { tunnelsJunit } from '#lib/report/tunnels-junit.js';
import { linkVerdict, tunnelsSummary } from '#lib/report/tunnels-sections.js';
import { tunnelErrors } from '#lib/tunnels/errors.js';
import { parseExpectations, type ReadExpectations } from '#lib/tunnels/expectations.js';
import type { CloudFacts } from '#lib/tunnels/facts.js';
import { judge, type Judgement } from '#lib/tunnels/judge.js';
import { createKeyMarker, type KeyMarker } from '#lib/tunnels/key-mark.js';
import { type Look, waitUntilStable } from '#lib/tunnels/wait.js';
import type { Inputs } from './inputs.ts';
import { keepIssues } from './issues.ts';
import { documentOf, requiredOf, worst } from './record.ts';

const FIRST_WAIT_MS = 5_000;
/** GitHub shows ten annotations of a level in a step. */
const MOST_ANNOTATIONS = 10;

/** Looks at the links until they are as required, or the time is up; writes everything before the step fails. */
export async function run(inputs: Inputs, deps: ActionDeps): Promise<ActionResult> {
  const expectations = await readExpectations(inputs);
  const groups = groupsOf(inputs, expectations);
  const marker = createKeyMarker();
  const waited = await waitUntilStable(
    () => look(inputs, { expectations, groups, marker }, deps),
    { deadlineMs: inputs.waitMs, stableMs: inputs.stableMs, firstMs: FIRST_WAIT_MS },
    deps,
  );
  const { document, failure } = await withIssues(documentOf(waited, inputs, deps), inputs, deps);
  annotate(document, deps);
  const first = failure ?? failureOf(document, inputs);
  return {
    outputs: { ...outputsOf(document), junit: await writeJunit(document, deps) },
    report: { fileName: 'tunnels.json', document },
    summary: tunnelsSummary(document),
    ...(first === undefined ? {} : { failure: first }),
  };
}

async function readExpectations({ expectations, podRouting }: Inputs): Promise<readonly ReadExpectations[]> {
  const read = await Promise.all(
    expectations.map(async (path) =>
      parseExpectations(await readFile(path, 'utf8'), basename(path), podRouting),
    ),
  );
  return read.flat();
}

/** @throws EHA1701 when nothing says where the gateways are */
function groupsOf({ resourceGroups }: Inputs, expectations: readonly ReadExpectations[]): readonly string[] {
  const named =
    resourceGroups.length > 0 ? resourceGroups : expectations.map(({ resourceGroup }) => resourceGroup);
  const groups = [...new Map(named.map((group) => [group.toLowerCase(), group])).values()];
  if (groups.length > 0) return groups;
  throw tunnelErrors.EHA1701(
    'Neither expectations nor azure-resource-groups say where the VPN gateways are.',
  );
}

interface Context {
  readonly expectations: readonly ReadExpectations[];
  readonly groups: readonly string[];
  readonly marker: KeyMarker;
}

async function look(inputs: Inputs, context: Context, deps: ActionDeps): Promise<Look<Judgement>> {
  const facts = await readFacts(inputs, context, deps);
  const expected = context.expectations.map((one) => one.expected);
  const { settleMs, flapWindowMs: windowMs, flapLimit: most } = inputs;
  const value = judge(facts, expected, { settleMs, flaps: { windowMs, most } });
  return { value, isGood: requiredOf(value, inputs) === 'up', line: progressLine(value) };
}

/** Both clouds at once; the doors are loaded only here. */
async function readFacts(
  inputs: Inputs,
  { expectations, groups, marker }: Context,
  deps: ActionDeps,
): Promise<CloudFacts> {
  const [{ readAwsLinks }, { readAzureLinks }] = await Promise.all([
    import('#lib/aws/vpn-facts.js'),
    import('#lib/azure/vpn-gateway-facts.js'),
  ]);
  const [aws, azure] = await Promise.all([
    readAwsLinks(awsScope(inputs, expectations), marker, deps),
    readAzureLinks(
      {
        subscriptionId: inputs.subscriptionId,
        groups,
        operationMs: inputs.operationMs,
        effectiveRoutes: inputs.effectiveRoutes,
      },
      readAzureEnvironment(),
      marker,
      deps,
    ),
  ]);
  return { readAt: deps.clock.now(), ...aws, ...azure };
}

/** With expectations alone, nothing but what they name is read in AWS. */
function awsScope(inputs: Inputs, expectations: Context['expectations']): AwsLinkScope {
  const expected = expectations.map((one) => one.expected);
  const isNarrow = expected.length > 0 && inputs.resourceGroups.length === 0;
  const transitGatewayIds = isNarrow
    ? expected.flatMap(({ transitGatewayId }) => transitGatewayId ?? [])
    : [];
  const hasTables = isNarrow && expected.every(({ vpcTableIds }) => vpcTableIds.length > 0);
  return {
    region: inputs.region,
    transitGatewayIds: [...new Set(transitGatewayIds)],
    directConnectGatewayIds: [...new Set(expected.flatMap((one) => one.directConnectGatewayId ?? []))],
    vpcTableIds: hasTables ? [...new Set(expected.flatMap(({ vpcTableIds }) => vpcTableIds))] : [],
    historyMs: inputs.flapWindowMs,
  };
}

function progressLine({ links }: Judgement): string {
  const verdicts = links.flatMap(({ tunnels, paths }) =>
    [...tunnels, ...paths].map(({ verdict }) => verdict),
  );
  const counts = [...new Set(verdicts)].map(
    (verdict) => `${verdicts.filter((one) => one === verdict).length} ${verdict}`,
  );
  const what = counts.length === 0 ? 'no tunnel found' : `${nounOf(links)}: ${counts.join(', ')}`;
  return `Link ${worst(links.map(({ verdict }) => verdict))}; ${what}`;
}

function nounOf(links: Judgement['links']): string {
  const kinds = new Set(links.map(({ kind }) => kind));
  if (kinds.size > 1) return 'tunnels and paths';
  return kinds.has('private') ? 'paths' : 'tunnels';
}

/** A failure to keep an issue is told and fails the step at the end. */
async function withIssues(
  document: TunnelsDocument,
  inputs: Inputs,
  deps: ActionDeps,
): Promise<{ readonly document: TunnelsDocument; readonly failure?: ActionError }> {
  if (!inputs.issue || inputs.githubToken === null) return { document };
  try {
    return { document: await keepIssues(createGitHubDoor(inputs.githubToken, deps), document, inputs) };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return {
      document,
      failure: tunnelErrors.EHA1704(`${error.code}: ${error.message}`, {
        cause: error,
        remedy: error.remedy,
      }),
    };
  }
}

function annotate({ links }: TunnelsDocument, { log }: ActionDeps): void {
  for (const link of links) log.info(linkVerdict(link));
  const causes = links.flatMap((link) => link.causes.map((cause) => ({ ...cause, link: link.name })));
  for (const { id, link, sentence, remedy, subjects, certainty } of causes.slice(0, MOST_ANNOTATIONS)) {
    const about = subjects.length === 0 ? '' : `\nIt is about ${subjects.slice(0, 8).join(', ')}.`;
    const message = `${sentence}${about}\n${remedy}`;
    const at = { title: `${link}: ${id}` };
    if (certainty === 'certain') log.error(message, at);
    else log.warning(message, at);
  }
}

function outputsOf({ verdict, required, links }: TunnelsDocument): ActionResult['outputs'] {
  const tunnels = links.flatMap((link) => [...link.tunnels, ...link.paths]);
  const states = links.map(({ redundancy }) => redundancy.state);
  const isUnknown = states.length === 0 || (!states.includes('down') && states.includes('unknown'));
  return {
    verdict,
    required,
    healthy: tunnels.filter((tunnel) => tunnel.verdict === 'healthy').length,
    tunnels: tunnels.length,
    links: links.length,
    broken: links
      .filter((link) => link.verdict !== 'healthy')
      .map(({ name }) => name)
      .join(','),
    redundant: isUnknown ? 'unknown' : !states.includes('down'),
    causes: [...new Set(links.flatMap(({ causes }) => causes.map(({ id }) => id)))].join(','),
  };
}

async function writeJunit(document: TunnelsDocument, { github }: ActionDeps): Promise<string> {
  const folder = join(github.tempDirectory, 'eks-hybrid-actions', 'tunnels');
  await mkdir(folder, { recursive: true });
  const path = join(await mkdtemp(join(folder, 'tunnels-')), 'tunnels.xml');
  writeFileAtomically(path, tunnelsJunit(document));
  return path;
}

function failureOf(
  { links, required, wait, unread }: TunnelsDocument,
  { fail, waitMs }: Inputs,
): ActionError | undefined {
  if (!fail || (required === 'up' && (wait.stable || waitMs === 0))) return undefined;
  if (links.length === 0 && unread.length > 0) {
    return tunnelErrors.EHA1702(
      ['No link was found, and not everything was read:', ...unread.map((one) => `- ${one}`)].join('\n'),
    );
  }
  if (links.length === 0) return tunnelErrors.EHA1701('No tunnel between the clouds was found.');
  const list = links.map((link) => `- ${linkVerdict(link)}`).slice(0, 10);
  if (required === 'down')
    return tunnelErrors.EHA1700(['The link does not do what is required:', ...list].join('\n'));
  if (required === 'up')
    return tunnelErrors.EHA1700(['The link did not stay good for long enough:', ...list].join('\n'));
  const unknown = links
    .flatMap((link) => link.unknown)
    .slice(0, 10)
    .map((reason) => `- ${reason}`);
  return tunnelErrors.EHA1702(['The link could not be judged:', ...list, ...unknown].join('\n'));
}
