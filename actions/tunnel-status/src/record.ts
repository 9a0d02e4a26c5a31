import type { ActionDeps } from '#lib/action/types.js';
import { tunnelsDocument, type TunnelsDocument, type TunnelsFields } from '#lib/report/tunnels-document.js';
import { allUp, type Signal, type Verdict, VERDICTS } from '#lib/tunnels/algebra.js';
import type { JudgedLink, Judgement } from '#lib/tunnels/judge.js';
import type { JudgedTunnel } from '#lib/tunnels/judge-tunnel.js';
import { type JudgedPath, PATH_KINDS } from '#lib/tunnels/private-path.js';
import { meets } from '#lib/tunnels/requirement.js';
import type { Waited } from '#lib/tunnels/wait.js';
import type { Inputs } from './inputs.ts';

/** Whether all links do what is required; none is not known to. */
export function requiredOf({ links }: Judgement, { requirement }: Inputs): Signal {
  return allUp(links.map((link) => requiredOfLink(link, requirement)));
}

/** A private link has to meet it in each of its stages, for a chain carries as much as its weakest part. */
function requiredOfLink(
  { kind, tunnels, paths, redundancy, networksState }: JudgedLink,
  requirement: Inputs['requirement'],
): Signal {
  const stages =
    kind === 'vpn' ? [tunnels] : PATH_KINDS.map((stage) => paths.filter((path) => path.kind === stage));
  return allUp(
    stages.map((stage) => {
      const verdicts = stage.map(({ verdict }) => verdict);
      return meets({ tunnels: verdicts, redundancy, networks: networksState }, requirement);
    }),
  );
}

/** The worst of all links; without one nothing is known. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  const ranks = verdicts.map((verdict) => VERDICTS.indexOf(verdict));
  return ranks.length === 0 ? 'unknown' : (VERDICTS[Math.max(...ranks)] ?? 'unknown');
}

/** The document of a judgement. Nothing of the facts but what is named here gets into it. */
export function documentOf(waited: Waited<Judgement>, inputs: Inputs, deps: ActionDeps): TunnelsDocument {
  const { last } = waited;
  return tunnelsDocument.create({
    verdict: worst(last.links.map(({ verdict }) => verdict)),
    required: requiredOf(last, inputs),
    requirement: inputs.requirementText,
    links: last.links.map((link) => linkOf(link, inputs)),
    others: last.others,
    unread: [...last.unread],
    wait: {
      looks: waited.looks,
      milliseconds: waited.elapsedMs,
      stableForMs: waited.goodForMs,
      stable: waited.isStable,
    },
    sha: deps.github.sha,
    runUrl: deps.github.runUrl,
    generatedAt: new Date(deps.clock.now()).toISOString(),
  });
}

function linkOf(link: JudgedLink, { requirement }: Inputs): TunnelsFields['links'][number] {
  const { id, kind, name, verdict, redundancy, networks, causes, mtu, podsToCome, unknown } = link;
  return {
    id,
    kind,
    name,
    verdict,
    required: requiredOfLink(link, requirement),
    tunnels: link.tunnels.map(tunnelOf),
    paths: link.paths.map(pathOf),
    redundancy: { ...redundancy, domains: redundancy.domains.map((domain) => ({ ...domain })) },
    networks: networks.map((network) => ({ ...network, hops: network.hops.map((hop) => ({ ...hop })) })),
    causes: causes.map((cause) => ({ ...cause, subjects: [...cause.subjects] })),
    mtu,
    podsToCome,
    unknown: [...unknown],
    issue: null,
  };
}

const timeOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

function pathOf({
  checks,
  lastChange,
  ...path
}: JudgedPath): TunnelsFields['links'][number]['paths'][number] {
  return { ...path, checks: checks.map((check) => ({ ...check })), lastChange: timeOf(lastChange) };
}

function tunnelOf({ pair, ...tunnel }: JudgedTunnel): TunnelsFields['links'][number]['tunnels'][number] {
  const { aws, azure, instance, by } = pair;
  const negotiated = aws?.negotiated;
  const { maintenance } = tunnel;
  return {
    name: tunnel.name,
    verdict: tunnel.verdict,
    awsOutside: aws?.outsideAddress ?? null,
    azurePublic: aws?.customerGateway.address ?? null,
    insideCidr: aws?.insideCidr ?? null,
    vpnConnection: aws?.connectionId ?? null,
    azureConnection: azure?.name ?? null,
    azureInstance: instance?.name ?? null,
    pairedBy: by,
    aws: { ...tunnel.aws },
    azure: { ...tunnel.azure },
    agreement: { ...tunnel.layers },
    routes: { ...tunnel.routes },
    lastChange: timeOf(tunnel.lastChange),
    falls: tunnel.flaps.falls,
    crypto: negotiated?.ok === true ? cryptoOf(negotiated.value) : null,
    weaker: [...tunnel.weaker],
    maintenance:
      maintenance === null
        ? null
        : { pending: maintenance.pending, appliedAfter: timeOf(maintenance.appliedAfter) },
  };
}

function cryptoOf({
  ikeVersion,
  phase1,
  phase1Group,
  phase2,
  phase2Group,
}: {
  readonly ikeVersion: string | null;
  readonly phase1: string | null;
  readonly phase1Group: string | null;
  readonly phase2: string | null;
  readonly phase2Group: string | null;
}) {
  return { ikeVersion, phase1, phase1Group, phase2, phase2Group };
}
