import type { Cause, CauseId, CauseInput, CauseRule } from './cause.ts';
import { AZURE_DEFAULT, cryptoMismatches } from './crypto.ts';
import { isWhole } from './pairing.ts';
import type { JudgedTunnel } from './judge-tunnel.ts';
import { transitOf } from './carrier.ts';
import { insideAddresses } from './pairing.ts';

const isBad = ({ verdict }: JudgedTunnel): boolean => verdict !== 'healthy' && verdict !== 'unknown';
const names = (tunnels: readonly JudgedTunnel[]): readonly string[] => tunnels.map(({ name }) => name);

/** A cause that holds for the tunnels that a test finds; none without one. */
function forTunnels(
  id: CauseId,
  found: readonly JudgedTunnel[],
  sentence: string,
  remedy: string,
  certainty: Cause['certainty'] = 'certain',
): readonly Cause[] {
  return found.length === 0 ? [] : [{ id, certainty, subjects: names(found), sentence, remedy }];
}

const insideOf = ({ pair }: JudgedTunnel) => insideAddresses(pair.aws?.insideCidr ?? null);

const missing: CauseRule = ({ facts, tunnels }) =>
  forTunnels(
    'tunnel-missing',
    facts.awsTunnels.ok && isWhole(facts.connections)
      ? tunnels.filter(({ pair }) => pair.aws === null || pair.azure === null)
      : [],
    'Only one cloud has this tunnel: no address of the other leads to it.',
    'Apply the foundation stack again: it makes a connection in Azure for each tunnel in AWS.',
  );

const outside: CauseRule = ({ tunnels }) =>
  forTunnels(
    'outside-address',
    tunnels.filter(({ pair }) => pair.by === 'inside'),
    'The local network gateway in Azure has a public address that the AWS tunnel does not have, so Azure calls another machine.',
    'Set `gateway_address` of the local network gateway to the outside address of the tunnel in AWS.',
  );

function isSwapped(tunnel: JudgedTunnel): boolean {
  const peer = tunnel.pair.azure?.peer;
  const inside = insideOf(tunnel);
  if (tunnel.pair.by !== 'outside' || inside === null || peer?.ok !== true) return false;
  return peer.value.bgpAddress !== null && peer.value.bgpAddress !== inside.aws;
}

const swapped: CauseRule = ({ tunnels }) =>
  forTunnels(
    'addresses-swapped',
    tunnels.filter(isSwapped),
    'Azure speaks BGP to an address that is not the AWS end of this tunnel: addresses of two tunnels or of the two ends are swapped.',
    'AWS has the first host of each tunnel’s range, Azure the second: set `bgp_peering_address` of the local network gateway to the first host of the same tunnel.',
  );

const customMissing: CauseRule = ({ tunnels }) =>
  forTunnels(
    'custom-bgp-missing',
    tunnels.filter(
      (tunnel) =>
        tunnel.layers.bgp !== 'up' &&
        tunnel.pair.azure?.customBgp.length === 0 &&
        (tunnel.pair.instance?.bgpAddresses ?? []).some((address) => address.startsWith('169.254.')),
    ),
    'The connection names no custom BGP addresses, so Azure uses the first link-local address of the gateway for every connection: tunnels of the other addresses come up without BGP, two of four as a rule.',
    'Set `custom_bgp_addresses` of the connection: the second host of this tunnel’s range for the instance on which it ends.',
  );

const customSwapped: CauseRule = ({ tunnels }) =>
  forTunnels(
    'custom-bgp-swapped',
    tunnels.filter((tunnel) => {
      const { pair, layers } = tunnel;
      const custom = pair.azure?.customBgp ?? [];
      const own = custom.find(({ instance }) => instance === pair.instance?.name);
      const inside = insideOf(tunnel);
      return layers.bgp !== 'up' && own !== undefined && inside !== null && own.address !== inside.azure;
    }),
    'The custom BGP address of the instance on which this tunnel ends belongs to another tunnel: primary and secondary are swapped.',
    'Primary is for the first instance of the gateway, secondary for the second: give this tunnel’s second host to the instance on which it ends.',
  );

const bgpOff: CauseRule = ({ tunnels }) =>
  forTunnels(
    'bgp-off',
    tunnels.filter(({ pair, layers }) => layers.bgp !== 'up' && pair.azure?.bgpEnabled === false),
    'BGP is off on the connection in Azure.',
    'Set `bgp_enabled` of the connection.',
  );

const keys: CauseRule = ({ tunnels }) =>
  forTunnels(
    'key-differs',
    tunnels.filter((tunnel) => {
      const { aws, azure } = tunnel.pair;
      // With addresses swapped, the keys are those of two tunnels.
      if (isSwapped(tunnel)) return false;
      const [one, other] = [aws?.keyMark ?? null, azure?.keyMark ?? null];
      return one !== null && other !== null && one !== other;
    }),
    'The two clouds have different pre-shared keys for this tunnel, so IKE fails.',
    'Apply the foundation stack again, which gives Azure the key that AWS made; never set one by hand.',
  );

/** Where Azure does not give its key, nothing proves it; what is left when addresses and ciphers agree is the key. */
const keysPerhaps: CauseRule = ({ tunnels }) =>
  forTunnels(
    'key-differs',
    tunnels.filter(({ pair, aws, azure }) => {
      const hasBoth = (pair.aws?.keyMark ?? null) !== null && (pair.azure?.keyMark ?? null) !== null;
      const fits =
        pair.aws !== null && pair.azure !== null && pair.by === 'outside' && mismatchesOf(pair).length === 0;
      return !hasBoth && fits && aws.ike === 'down' && azure.ipsec === 'down';
    }),
    'IKE fails although addresses and ciphers agree, which is what different pre-shared keys look like.',
    'Apply the foundation stack again, which gives Azure the key that AWS made; the tunnel logs in CloudWatch say `AUTHENTICATION_FAILED`.',
    'likely',
  );

function mismatchesOf({ aws, azure }: JudgedTunnel['pair']) {
  if (aws === null || azure === null) return [];
  return cryptoMismatches(aws.asked, azure.asked ?? AZURE_DEFAULT);
}

const ciphers: CauseRule = ({ tunnels }) =>
  tunnels.flatMap((tunnel) => {
    const { pair, layers, verdict } = tunnel;
    return mismatchesOf(pair).flatMap(({ phase, what, aws, azure }): readonly Cause[] => {
      const isLifetime = what === 'lifetime';
      if (isLifetime ? verdict === 'healthy' && pair.azure?.asked === null : layers.ipsec === 'up') return [];
      return [
        {
          id: isLifetime ? 'lifetime-mismatch' : 'cipher-mismatch',
          certainty: pair.azure?.asked === null ? 'likely' : 'certain',
          subjects: [tunnel.name],
          sentence: `Phase ${phase} cannot agree on the ${what}: AWS has ${aws}, Azure ${azure}.`,
          remedy: isLifetime
            ? 'Set `sa_lifetime` of the connection in Azure to the phase 2 lifetime of the tunnel in AWS, which takes 3600 s at most.'
            : 'Give both sides the same in `ipsec_policy` and the options of the tunnel; the module site-to-site-vpn does.',
        },
      ];
    });
  });

const weak: CauseRule = ({ tunnels }) =>
  tunnels.flatMap(({ name, weaker }): readonly Cause[] =>
    weaker.length === 0
      ? []
      : [
          {
            id: 'weak-cipher',
            certainty: 'certain',
            subjects: [name],
            sentence: `The tunnel agreed on less than was asked for: ${weaker.join('; ')}.`,
            remedy:
              'Set one cipher, digest and group on both sides, so that there is nothing weaker to agree on.',
          },
        ],
  );

const asns: CauseRule = (input) => {
  const { link, tunnels, expected } = input;
  const transit = transitOf(input.facts, input.carrier, expected?.transitGatewayId ?? null);
  const aws = transit.ok ? transit.value.asn : null;
  const azure = link.gateway?.asn ?? null;
  if (aws !== null && aws === azure) {
    return forTunnels(
      'asns-equal',
      tunnels,
      `Both gateways have the AS number ${aws}: BGP between the clouds is external and needs two.`,
      'Change `transit_gateway_asn` or `azure_gateway_asn`; Azure’s default is 65515, AWS’s 64512.',
    );
  }
  const differs = tunnels.filter(({ pair, layers }) => {
    if (layers.bgp === 'up') return false;
    const peer = pair.azure?.peer;
    const wrongInAzure =
      aws !== null && peer?.ok === true && peer.value.asn !== null && peer.value.asn !== aws;
    const customer = pair.aws?.customerGateway.asn ?? null;
    return wrongInAzure || (azure !== null && customer !== null && customer !== azure);
  });
  return forTunnels(
    'asn-differs',
    differs,
    'One side expects another AS number than the other has, so BGP refuses the session.',
    'The local network gateway in Azure needs the number of the transit gateway, the customer gateway in AWS that of the Azure gateway.',
  );
};

const flapping: CauseRule = ({ tunnels }) =>
  forTunnels(
    'flapping',
    tunnels.filter(({ flaps }) => flaps.state === 'down'),
    'The tunnel falls and comes back again and again: keys that cannot be renewed, a BGP hold timer, or a limit of prefixes.',
    'Compare lifetimes and dead peer detection of both sides, and look into the tunnel logs at the times of the falls.',
    'likely',
  );

/** The lone end of one instance: both its tunnels are away, those of the other work, and nothing else explains it. */
export function instanceCause({ tunnels }: CauseInput, explained: ReadonlySet<string>): readonly Cause[] {
  const instances = [...new Set(tunnels.flatMap(({ pair }) => pair.instance?.name ?? []))];
  const isAway = ({ layers }: JudgedTunnel): boolean => layers.bgp === 'down' || layers.ipsec === 'down';
  const away = instances.filter((name) => {
    const own = tunnels.filter(({ pair }) => pair.instance?.name === name);
    return own.every((tunnel) => isAway(tunnel) && !explained.has(tunnel.name));
  });
  const works = tunnels.some(
    ({ pair, layers }) => !away.includes(pair.instance?.name ?? '') && layers.bgp === 'up',
  );
  if (away.length !== 1 || !works) return [];
  return forTunnels(
    'instance-maintenance',
    tunnels.filter(({ pair }) => pair.instance?.name === away[0]),
    `Every tunnel of ${away[0] ?? ''} of the Azure gateway is away while the other instance works: that instance is in maintenance or has failed.`,
    'Wait some minutes; when it stays away, reset the gateway in Azure and look at its resource health.',
    'likely',
  );
}

/** AWS says so itself when it replaces an endpoint. */
const awsMaintenance: CauseRule = ({ facts, tunnels }) =>
  forTunnels(
    'instance-maintenance',
    tunnels.filter((tunnel) => {
      const maintenance = tunnel.pair.aws?.maintenance;
      if (!isBad(tunnel) || maintenance?.ok !== true) return false;
      const { pending, lastApplied } = maintenance.value;
      return pending || (lastApplied !== null && facts.readAt - lastApplied < REPLACEMENT_MS);
    }),
    'AWS replaces this tunnel’s endpoint now, or has announced to, which explains that it is away.',
    'Wait some minutes. With lifecycle control, apply it at a time of your choice by `aws ec2 replace-vpn-tunnel`.',
    'likely',
  );

/** How long after its start the replacement of an endpoint explains that a tunnel is away. */
const REPLACEMENT_MS = 30 * 60_000;

/** Rules about single tunnels, in the order in which they are told. */
export const TUNNEL_RULES: readonly CauseRule[] = [
  missing,
  asns,
  outside,
  swapped,
  customMissing,
  customSwapped,
  bgpOff,
  keys,
  keysPerhaps,
  ciphers,
  weak,
  awsMaintenance,
  flapping,
];
