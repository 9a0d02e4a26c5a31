import * as z from 'zod/mini';
import { defineDocument } from '../action/documents.ts';
import { VERDICTS } from '../tunnels/algebra.ts';
import { CAUSES } from '../tunnels/cause.ts';
import { HOPS } from '../tunnels/network-proof.ts';
import { PATH_KINDS } from '../tunnels/private-path.ts';

const count = () => z.int().check(z.nonnegative());
const signal = z.enum(['up', 'down', 'unknown']);
const agreement = z.enum(['up', 'down', 'unknown', 'asymmetric']);
const layers = <T extends typeof signal | typeof agreement>(of: T) =>
  z.object({ ike: of, ipsec: of, bgp: of });

const tunnel = z.object({
  name: z.string(),
  verdict: z.enum(VERDICTS),
  /** Public addresses; null where that end was not found. */
  awsOutside: z.nullable(z.string()),
  azurePublic: z.nullable(z.string()),
  insideCidr: z.nullable(z.string()),
  vpnConnection: z.nullable(z.string()),
  azureConnection: z.nullable(z.string()),
  /** Instance of the Azure gateway: a failure domain. */
  azureInstance: z.nullable(z.string()),
  pairedBy: z.enum(['outside', 'inside', 'none']),
  aws: layers(signal),
  azure: layers(signal),
  agreement: layers(agreement),
  routes: z.object({
    state: signal,
    awsAccepts: z.nullable(count()),
    azureLearns: z.nullable(count()),
  }),
  /** ISO 8601, UTC; null when neither cloud says. */
  lastChange: z.nullable(z.iso.datetime()),
  /** Falls within the window; null when the history is not known. */
  falls: z.nullable(count()),
  crypto: z.nullable(
    z.object({
      ikeVersion: z.nullable(z.string()),
      phase1: z.nullable(z.string()),
      phase1Group: z.nullable(z.string()),
      phase2: z.nullable(z.string()),
      phase2Group: z.nullable(z.string()),
    }),
  ),
  weaker: z.array(z.string()),
  /** Null when it could not be read. */
  maintenance: z.nullable(z.object({ pending: z.boolean(), appliedAfter: z.nullable(z.iso.datetime()) })),
});

/** One redundant way through a stage of a private link. */
const path = z.object({
  kind: z.enum(PATH_KINDS),
  name: z.string(),
  verdict: z.enum(VERDICTS),
  /** What fails together with it, and where it is; null when it is not known. */
  device: z.nullable(z.string()),
  location: z.nullable(z.string()),
  checks: z.array(
    z.object({
      what: z.enum([
        'attachment',
        'interface',
        'circuit',
        'provider',
        'peering',
        'connection',
        'bgp',
        'routes',
      ]),
      state: signal,
      detail: z.string(),
    }),
  ),
  /** ISO 8601, UTC; null when nobody says. */
  lastChange: z.nullable(z.iso.datetime()),
  /** Bytes; null where none is told. */
  mtu: z.nullable(count()),
});

const link = z.object({
  /** Id of the Azure gateway in lower case, or of the transit or Direct Connect gateway. */
  id: z.string(),
  kind: z.enum(['vpn', 'private']),
  name: z.string(),
  verdict: z.enum(VERDICTS),
  /** Whether the link does what is required. */
  required: signal,
  /** Of a VPN; empty for a private link, which has paths. */
  tunnels: z.array(tunnel),
  paths: z.array(path),
  redundancy: z.object({
    state: signal,
    working: count(),
    possible: count(),
    sentence: z.string(),
    domains: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(['azure-instance', 'aws-connection', 'device', 'location']),
        tunnels: count(),
        working: count(),
        possible: count(),
      }),
    ),
  }),
  networks: z.array(
    z.object({
      network: z.string(),
      kind: z.enum(['nodes', 'pods', 'vpc']),
      towards: z.enum(['azure', 'aws']),
      state: signal,
      hops: z.array(z.object({ hop: z.enum(HOPS), state: signal, where: z.string(), detail: z.string() })),
    }),
  ),
  causes: z.array(
    z.object({
      id: z.enum(CAUSES),
      certainty: z.enum(['certain', 'likely']),
      subjects: z.array(z.string()),
      sentence: z.string(),
      remedy: z.string(),
    }),
  ),
  mtu: z.object({ mtu: count(), mss: count(), sentence: z.string() }),
  /** Whether no way to pods was looked for, because no machine is in the virtual network yet. */
  podsToCome: z.boolean(),
  unknown: z.array(z.string()),
  issue: z.nullable(
    z.object({
      action: z.enum(['opened', 'updated', 'reopened', 'unchanged', 'closed', 'capped', 'accepted', 'none']),
      number: z.nullable(z.int()),
      url: z.nullable(z.string()),
    }),
  ),
});

/** What `tunnel-status` found out about the links between two accounts. Holds no key. */
export const tunnelsDocument = defineDocument(
  'tunnels',
  1,
  z.object({
    /** The worst of all links; `unknown` without one. */
    verdict: z.enum(VERDICTS),
    required: signal,
    requirement: z.string(),
    links: z.array(link),
    /** Tunnels and connections that lead elsewhere. */
    others: count(),
    /** Lists that could not be read, with the reason; they may hide whole links. */
    unread: z.array(z.string()),
    wait: z.object({
      looks: count(),
      milliseconds: count(),
      stableForMs: z.nullable(count()),
      /** Whether it stayed good for as long as was asked. */
      stable: z.boolean(),
    }),
    sha: z.string(),
    runUrl: z.string(),
    /** ISO 8601, UTC. */
    generatedAt: z.iso.datetime(),
  }),
);

export type TunnelsDocument = ReturnType<(typeof tunnelsDocument)['create']>;
export type TunnelsFields = Parameters<(typeof tunnelsDocument)['create']>[0];
export type ReportedLink = TunnelsDocument['links'][number];
export type ReportedPath = ReportedLink['paths'][number];
export type ReportedTunnel = ReportedLink['tunnels'][number];
