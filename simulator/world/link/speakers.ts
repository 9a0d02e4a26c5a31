/**
 * Routers that speak BGP to a Route Server, which no cloud's API knows: Cilium on a node, or an appliance. What they
 * announce is world state of its own.
 */
export const BGP_SPEAKER = 'simulated_bgp_speaker';

/** Attributes of an object of type {@link BGP_SPEAKER}: what answers at an address, and which ranges it announces. */
export interface BgpSpeaker {
  readonly id: string;
  readonly address: string;
  readonly asn: number;
  readonly prefixes: readonly string[];
}
