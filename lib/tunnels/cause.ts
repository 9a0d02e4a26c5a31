import type { Carrier } from './carrier.ts';
import type { CloudFacts, Expectations } from './facts.ts';
import type { JudgedTunnel } from './judge-tunnel.ts';
import type { NetworkProof } from './network-proof.ts';
import type { LinkPairs } from './pairing.ts';

export const CAUSES = [
  'gateway-updating',
  'tunnel-missing',
  'addresses-swapped',
  'outside-address',
  'custom-bgp-missing',
  'custom-bgp-swapped',
  'bgp-off',
  'asns-equal',
  'asn-differs',
  'asn-loop',
  'key-differs',
  'cipher-mismatch',
  'lifetime-mismatch',
  'weak-cipher',
  'propagation-off',
  'vpc-route-missing',
  'branch-to-branch-off',
  'prefix-limit',
  'peer-limit',
  'instance-maintenance',
  'gateway-subnet-nsg',
  'gateway-subnet-udr',
  'node-udr',
  'node-nsg',
  'association-missing',
  'flapping',
  'no-routes',
  'interface-bgp-down',
  'interface-unconfirmed',
  'interface-testing',
  'interface-detached',
  'direct-connect-unassociated',
  'prefix-not-allowed',
  'circuit-not-provisioned',
  'circuit-disabled',
  'peering-off',
  'port-bgp-down',
  'connection-down',
  'edge-session-down',
  'router-routes',
] as const;
export type CauseId = (typeof CAUSES)[number];

/** Why a link is not as it should be. */
export interface Cause {
  readonly id: CauseId;
  /** `certain`: both clouds' configuration shows it; `likely`: the pattern fits, and nothing shows another. */
  readonly certainty: 'certain' | 'likely';
  /** Names of tunnels or networks; empty for the whole link. */
  readonly subjects: readonly string[];
  readonly sentence: string;
  readonly remedy: string;
}

/** What a rule looks at. A private link has no pairs and no tunnels. */
export interface CauseInput {
  readonly facts: CloudFacts;
  readonly link: LinkPairs;
  readonly carrier: Carrier;
  readonly tunnels: readonly JudgedTunnel[];
  readonly networks: readonly NetworkProof[];
  readonly expected: Expectations | null;
}

export type CauseRule = (input: CauseInput) => readonly Cause[];
