import type {
  AzureGateway,
  CloudFacts,
  GatewayRoute,
  Reading,
  TransitGatewayFacts,
  TransitRoute,
} from './facts.ts';
import type { LinkPairs } from './pairing.ts';
import { advertisedTo, learnedFrom, neighborOf } from './route-views.ts';

/** One BGP session of the Azure gateway, over which the routes of a link come and go. */
export interface CarrierSession {
  /** Null: nothing says whom the session is with. */
  readonly neighbor: string | null;
  readonly learned: Reading<readonly GatewayRoute[]>;
  readonly advertised: Reading<readonly GatewayRoute[]>;
}

/** What carries routes between the clouds, be it tunnels or circuits. */
export interface Carrier {
  readonly gateway: AzureGateway | null;
  readonly sessions: readonly CarrierSession[];
  /** `vpn` or `direct-connect-gateway`, as EC2 calls the attachment of a transit gateway. */
  readonly kind: 'vpn' | 'direct-connect-gateway';
  /** Ids of the VPN connections or of the Direct Connect gateway. */
  readonly resourceIds: readonly string[];
  readonly transitGatewayIds: readonly string[];
  /** What the sessions are, for sentences. */
  readonly noun: 'tunnels' | 'sessions';
}

const NO_NEIGHBOUR = { ok: false, reason: 'no neighbour' } as const;

/** The tunnels of a VPN as the carrier of its routes. */
export function vpnCarrier(link: LinkPairs): Carrier {
  const { gateway, pairs } = link;
  return {
    gateway,
    kind: 'vpn',
    noun: 'tunnels',
    resourceIds: pairs.flatMap(({ aws }) => aws?.connectionId ?? []),
    transitGatewayIds: pairs.flatMap(({ aws }) => aws?.transitGatewayId ?? []),
    sessions: pairs.map((pair) => {
      const neighbor = neighborOf(pair);
      if (neighbor === null) return { neighbor, learned: NO_NEIGHBOUR, advertised: NO_NEIGHBOUR };
      return { neighbor, learned: learnedFrom(link, neighbor), advertised: advertisedTo(link, neighbor) };
    }),
  };
}

/** The transit gateway at which a link ends. */
export function transitOf(
  { transitGateways }: CloudFacts,
  { transitGatewayIds }: Pick<Carrier, 'transitGatewayIds'>,
  expected: string | null,
): Reading<TransitGatewayFacts> {
  if (!transitGateways.ok) return transitGateways;
  const ids = [expected, ...transitGatewayIds];
  const found = transitGateways.value.find(({ id }) => ids.includes(id));
  return found === undefined
    ? { ok: false, reason: 'the transit gateway of the link was not found' }
    : { ok: true, value: found };
}

/** Whether a route of a transit gateway leads over this link. */
export function isOwnWay({ kind, resourceIds }: Carrier, { target, via, active }: TransitRoute): boolean {
  return active && (kind === 'vpn' ? target === 'vpn' : resourceIds.includes(via));
}

/** Whether a route leads over a private link beside: to the same range, a transit gateway takes that before a VPN. */
export function isPrivateWay(transit: TransitGatewayFacts, { via, active }: TransitRoute): boolean {
  const attachments = transit.attachments.ok ? transit.attachments.value : [];
  return (
    active &&
    attachments.some(({ kind, resourceId }) => kind === 'direct-connect-gateway' && resourceId === via)
  );
}
