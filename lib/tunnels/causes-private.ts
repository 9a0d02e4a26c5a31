import { carries } from './algebra.ts';
import type { Cause, CauseId, CauseInput } from './cause.ts';
import type { NetworkProof } from './network-proof.ts';
import type { Circuit, PrivateConnection } from './private-facts.ts';
import { associationsOf, notAllowed, type PrivateLink } from './private-link.ts';
import { type JudgedPath, PATH_KINDS, type PathCheck } from './private-path.ts';

/** What a rule about a private link looks at. */
export interface PrivateCauseInput extends CauseInput {
  readonly privateLink: PrivateLink;
  readonly paths: readonly JudgedPath[];
}

export type PrivateRule = (input: PrivateCauseInput) => readonly Cause[];

/** A cause of paths or resources that a test finds; none without one. */
function cause(
  id: CauseId,
  subjects: readonly string[],
  [sentence, remedy]: readonly [string, string],
  certainty: Cause['certainty'] = 'certain',
): readonly Cause[] {
  return subjects.length === 0 ? [] : [{ id, certainty, subjects, sentence, remedy }];
}

const checkOf = ({ checks }: JudgedPath, what: PathCheck['what']): PathCheck | undefined =>
  checks.find((one) => one.what === what);

/** Paths of a kind of which one check is down, and every check that comes before it up. */
function failing(
  paths: readonly JudgedPath[],
  kind: JudgedPath['kind'],
  what: PathCheck['what'],
): readonly JudgedPath[] {
  return paths.filter((path) => {
    const first = path.checks.find(({ state }) => state !== 'up');
    return path.kind === kind && first?.what === what && first.state === 'down';
  });
}

const names = (paths: readonly JudgedPath[]): readonly string[] => paths.map(({ name }) => name);

/** A virtual interface that is not there for itself; how it is decides what to do. */
const interfaceStates: PrivateRule = ({ paths }) => {
  const own = failing(paths, 'virtual-interface', 'interface');
  const inState = (...states: readonly string[]): readonly string[] =>
    names(own.filter((path) => states.includes(checkOf(path, 'interface')?.detail ?? '')));
  return [
    ...cause('interface-unconfirmed', inState('confirming'), [
      'The virtual interface waits for this account to accept it, so it does not carry anything.',
      'Accept it in the console of Direct Connect, or with `aws directconnect confirm-transit-virtual-interface`.',
    ]),
    ...cause('interface-unconfirmed', inState('rejected', 'deleted', 'deleting'), [
      'The virtual interface was rejected or deleted.',
      'Order it anew with whoever owns the connection, and attach it to the Direct Connect gateway.',
    ]),
    ...cause('interface-testing', inState('testing'), [
      'A failover test of Direct Connect keeps BGP of the virtual interface down.',
      'Wait for its end, or stop it with `aws directconnect stop-bgp-failover-test`.',
    ]),
  ];
};

/** An interface without BGP is shown as down as a whole. */
const interfaceBgp: PrivateRule = ({ paths }) => {
  const isDown = (path: JudgedPath): boolean =>
    checkOf(path, 'attachment')?.state === 'up' &&
    checkOf(path, 'bgp')?.state === 'down' &&
    ['available', 'down'].includes(checkOf(path, 'interface')?.detail ?? '');
  return cause(
    'interface-bgp-down',
    names(paths.filter((one) => one.kind === 'virtual-interface' && isDown(one))),
    [
      'BGP is down on the virtual interface: AWS and the router at the colocation do not speak with each other.',
      'Compare VLAN, both addresses, AS numbers and the BGP key with those of the router; the connection below may be down as well. A router that announces more than 100 ranges is cut off too.',
    ],
  );
};

const detached: PrivateRule = ({ paths, privateLink: { directConnect } }) => [
  ...cause(
    'interface-detached',
    names(
      failing(paths, 'virtual-interface', 'attachment').filter(
        (path) => checkOf(path, 'attachment')?.detail !== 'attaching',
      ),
    ),
    [
      `The Direct Connect gateway ${directConnect?.id ?? ''} has no virtual interface here, so nothing leads to the colocation.`,
      'Attach a transit virtual interface to the Direct Connect gateway.',
    ],
  ),
];

const associations: PrivateRule = ({ privateLink }) => {
  const found = associationsOf(privateLink);
  const gateway = privateLink.directConnect?.id;
  if (!found.ok || gateway === undefined) return [];
  const expected = privateLink.expected?.transitGatewayId ?? 'a transit gateway';
  const bad = found.value.filter(({ state }) => !/^(?:associated|updating|associating)$/.test(state));
  const failed = found.value.filter(({ error }) => error !== '');
  const remedy =
    'Apply the foundation stack again, which associates both; another account must accept a proposal.';
  return [
    ...cause('direct-connect-unassociated', found.value.length === 0 ? [gateway] : [], [
      `The Direct Connect gateway is not associated with ${expected}, so AWS neither announces nor forwards anything over it.`,
      remedy,
    ]),
    ...cause(
      'direct-connect-unassociated',
      [...new Set([...bad, ...failed])].map(({ id }) => id),
      ['The association of the Direct Connect gateway does not hold, or its last change failed.', remedy],
    ),
  ];
};

const allowed: PrivateRule = ({ privateLink }) =>
  cause('prefix-not-allowed', notAllowed(privateLink), [
    'The association of the Direct Connect gateway does not allow networks of AWS, so they are not announced over the link.',
    'Add them to its allowed prefixes (`prefixes_from_aws` of module private-link); it takes 200 at most.',
  ]);

/** Routes of IPv4 that a transit virtual interface takes of the router before AWS ends the session. */
const INTERFACE_ROUTES = 100;

const prefixes: PrivateRule = ({ carrier }) => {
  const counts = carrier.sessions.map(({ advertised }) =>
    advertised.ok ? new Set(advertised.value.map(({ network }) => network)).size : 0,
  );
  const most = Math.max(0, ...counts);
  return cause('prefix-limit', most > INTERFACE_ROUTES ? [`${most} routes`] : [], [
    `Azure announces ${most} ranges, and a transit virtual interface takes ${INTERFACE_ROUTES}: with one more AWS ends the session.`,
    'Announce fewer and larger ranges, one for the virtual network and larger slices of pods, or have the router join them.',
  ]);
};

const connectionsOf = ({ privateLink: { connections } }: PrivateCauseInput): readonly PrivateConnection[] =>
  connections.ok ? connections.value : [];

const circuitsOf = (input: PrivateCauseInput): readonly Circuit[] => [
  ...new Map(
    connectionsOf(input).flatMap(({ circuit }) =>
      circuit.ok ? [[circuit.value.id, circuit.value] as const] : [],
    ),
  ).values(),
];

const circuits: PrivateRule = (input) => {
  const all = circuitsOf(input);
  const bad = (is: (circuit: Circuit) => boolean): readonly string[] =>
    all.filter(is).map(({ name }) => name);
  return [
    ...cause(
      'circuit-not-provisioned',
      bad((one) => /^(?:notprovisioned|deprovision(?:ing|ed))$/i.test(one.providerState)),
      [
        'The provider of the ExpressRoute circuit has not provisioned it, or has taken it back.',
        'Give the provider the service key of the circuit, and wait until its state is Provisioned.',
      ],
    ),
    ...cause(
      'circuit-disabled',
      bad((one) => !/^enabled$/i.test(one.circuitState)),
      [
        'Microsoft’s part of the ExpressRoute circuit is not enabled.',
        'Look at the state of the circuit in Azure, and ask its support where it does not become Enabled.',
      ],
    ),
    ...cause(
      'peering-off',
      bad((one) => one.peering === null),
      [
        'The ExpressRoute circuit has no private peering, so no network of either side passes.',
        'Have the provider set up Azure private peering, or make it with the addresses and AS number of the router.',
      ],
    ),
    ...cause(
      'peering-off',
      bad((one) => one.peering !== null && !/^enabled$/i.test(one.peering.state)),
      [
        'Private peering of the ExpressRoute circuit is disabled.',
        'Enable the peering AzurePrivatePeering of the circuit.',
      ],
    ),
  ];
};

const works = (paths: readonly JudgedPath[], kind: JudgedPath['kind']): boolean =>
  paths.some((path) => path.kind === kind && carries(path.verdict) === 'up');

/** A router that AWS gives nothing has nothing to pass on. */
const ports: PrivateRule = ({ paths, privateLink }) => {
  const found = associationsOf(privateLink);
  const isGiven = works(paths, 'virtual-interface') && (!found.ok || found.value.length > 0);
  return cause('port-bgp-down', isGiven ? names(failing(paths, 'circuit-port', 'bgp')) : [], [
    'The router at the colocation gives this port of the circuit no route: BGP between them is down, or the router passes nothing on.',
    'Compare VLAN, addresses and AS numbers of the private peering with those of the router; both ports need a session.',
  ]);
};

const unconnected: PrivateRule = (input) => {
  const isReady = circuitsOf(input).every(
    ({ providerState, circuitState, peering }) =>
      /^provisioned$/i.test(providerState) && /^enabled$/i.test(circuitState) && peering !== null,
  );
  return cause(
    'connection-down',
    isReady
      ? connectionsOf(input)
          .filter(({ status }) => status === 'NotConnected')
          .map(({ name }) => name)
      : [],
    [
      'The ExpressRoute gateway is not connected to a circuit that is ready.',
      'Make the connection anew; where the circuit is of another subscription, its authorization may have been used or taken back.',
    ],
    'likely',
  );
};

const sessions: PrivateRule = ({ paths }) =>
  cause(
    'edge-session-down',
    works(paths, 'circuit-port') ? names(failing(paths, 'gateway-session', 'bgp')) : [],
    [
      'The ExpressRoute gateway has no BGP session with this edge router of Microsoft: the router is in maintenance, or the gateway is.',
      'Wait some minutes, and look at the resource health of the gateway and at the planned maintenance of the circuit.',
    ],
    'likely',
  );

const lacks = (network: NetworkProof, hop: string): boolean =>
  network.hops.some((one) => one.hop === hop && one.state === 'down');
const has = (network: NetworkProof, hop: string): boolean =>
  network.hops.some((one) => one.hop === hop && one.state === 'up');

/** Every stage carries, one cloud announces, and nothing arrives at the other: what lies between does not pass it on. */
const router: PrivateRule = ({ networks, paths, facts, carrier }) => {
  const isWhole = PATH_KINDS.every((kind) => works(paths, kind));
  const transit = facts.transitGateways.ok ? facts.transitGateways.value : [];
  const isPropagated = transit.some(({ attachments, propagations }) => {
    const own = attachments.ok
      ? attachments.value.find(({ resourceId }) => carrier.resourceIds.includes(resourceId))
      : undefined;
    return [...propagations.values()].some(
      (list) => list.ok && own !== undefined && list.value.includes(own.id),
    );
  });
  if (!isWhole) return [];
  const fromAzure = networks.filter((one) => one.towards === 'azure' && has(one, 'azure-advertised'));
  const fromAws = networks.filter(
    (one) => one.towards === 'aws' && has(one, 'allowed-prefixes') && has(one, 'link-table'),
  );
  const directions = [
    ...(isPropagated && fromAzure.length > 0 && fromAzure.every((one) => lacks(one, 'transit-gateway'))
      ? ['from Azure to AWS']
      : []),
    ...(fromAws.length > 0 && fromAws.every((one) => lacks(one, 'azure-learned'))
      ? ['from AWS to Azure']
      : []),
  ];
  return cause(
    'router-routes',
    directions,
    [
      `Every session of both clouds is up, and no network comes through ${directions.join(' and ')}: the router at the colocation does not pass it on.`,
      'Let the router announce each cloud’s ranges to the other, and replace the number 12076 of Azure’s edge where AWS or a filter refuses it.',
    ],
    'likely',
  );
};

/** Rules about private links, in the order in which they are told. */
export const PRIVATE_RULES: readonly PrivateRule[] = [
  associations,
  allowed,
  prefixes,
  detached,
  interfaceStates,
  interfaceBgp,
  circuits,
  ports,
  unconnected,
  sessions,
  router,
];
