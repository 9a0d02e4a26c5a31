import type {
  AddressFacts,
  AsnFact,
  AsnRole,
  ModeFact,
  Origin,
  Quantity,
  QuantityFact,
  RangeFact,
  RangeRole,
  RouteFact,
  TunnelAddressFact,
  UnknownFact,
} from '../address-facts.ts';

const VPC_ROLES: ReadonlySet<RangeRole> = new Set(['vpc', 'aws-subnet']);
const VNET_ROLES: ReadonlySet<RangeRole> = new Set(['vnet', 'azure-subnet']);

/**
 * Collects the facts of one source. What the source says twice with the same words (a virtual network repeats its
 * subnets) is kept once, and networks are told apart only where the source has several.
 */
export class FactBuilder {
  readonly #ranges = new Map<string, RangeFact>();
  readonly #asns = new Map<string, AsnFact>();
  readonly #tunnels = new Map<string, TunnelAddressFact>();
  readonly #peerings = new Map<string, TunnelAddressFact>();
  readonly #uses = new Map<string, TunnelAddressFact>();
  readonly #quantities: QuantityFact[] = [];
  readonly #modes: ModeFact[] = [];
  readonly #routes: RouteFact[] = [];
  readonly #unknown: UnknownFact[] = [];

  range(role: RangeRole, text: string, name: string, origin: Origin, network = ''): void {
    keepFirst(this.#ranges, [role, text, name, network], { role, text, name, network, origin });
  }

  asn(role: AsnRole, text: string, name: string, origin: Origin): void {
    // Two transit gateways with one name and number are two; the nodes of one Cilium are one.
    const thing = role === 'transit-gateway' ? [origin.id ?? '', origin.address ?? ''] : [];
    keepFirst(this.#asns, [role, text, name, ...thing], { role, text, name, origin });
  }

  /**
   * An end of a tunnel, said by what owns it (`own`), by the other side's view of it (`peer`), or by something that
   * merely uses it (`use`). Each counts only where those before it do not name the address: a healthy plan repeats the
   * addresses in all three, while two owners of one address are a fault to be seen.
   */
  tunnelAddress(
    by: 'own' | 'peer' | 'use',
    side: 'aws' | 'azure',
    text: string,
    name: string,
    origin: Origin,
  ): void {
    const fact = { side, text, name, origin };
    if (by === 'own') keepFirst(this.#tunnels, [side, text, name], fact);
    else if (by === 'peer') keepFirst(this.#peerings, [side, text, name], fact);
    else keepFirst(this.#uses, [side, text], fact);
  }

  quantity(quantity: Quantity, value: number, name: string, origin: Origin): void {
    this.#quantities.push({ quantity, value, name, origin });
  }

  mode(podRouting: ModeFact['podRouting'], origin: Origin): void {
    if (!this.#modes.some((mode) => mode.podRouting === podRouting)) this.#modes.push({ podRouting, origin });
  }

  route(fact: RouteFact): void {
    this.#routes.push(fact);
  }

  unknown(fact: UnknownFact): void {
    this.#unknown.push(fact);
  }

  finish(): AddressFacts {
    const ranges = [...this.#ranges.values()];
    const isSingle = (roles: ReadonlySet<RangeRole>): boolean =>
      new Set(ranges.filter(({ role }) => roles.has(role)).map(({ network }) => network)).size <= 1;
    const oneVpc = isSingle(VPC_ROLES);
    const oneVnet = isSingle(VNET_ROLES);
    return {
      ranges: ranges.map((fact) => {
        const isOnly = (VPC_ROLES.has(fact.role) && oneVpc) || (VNET_ROLES.has(fact.role) && oneVnet);
        return isOnly ? { ...fact, network: '' } : fact;
      }),
      asns: [...this.#asns.values()],
      tunnelAddresses: this.#tunnelAddresses(),
      quantities: this.#quantities,
      modes: this.#modes,
      routes: this.#routes,
      unknown: this.#unknown,
    };
  }

  #tunnelAddresses(): readonly TunnelAddressFact[] {
    return [this.#peerings, this.#uses].reduce<readonly TunnelAddressFact[]>(
      (known, further) => {
        const named = new Set(known.map(({ side, text }) => `${side} ${text}`));
        return [...known, ...[...further.values()].filter(({ side, text }) => !named.has(`${side} ${text}`))];
      },
      [...this.#tunnels.values()],
    );
  }
}

function keepFirst<T>(facts: Map<string, T>, words: readonly string[], fact: T): void {
  const key = JSON.stringify(words);
  if (!facts.has(key)) facts.set(key, fact);
}
