import { textsAt, valuesAt } from '../row.ts';
import { isObject } from '../../plan-json.ts';
import type { LinkPart } from './parts.ts';
import { isLinked, resolve, textOf } from './relations.ts';
import type { Tunnel } from './tunnels.ts';

/** Who a change of a part reaches; null when the plan does not tell. An empty list: the part is not of a known link. */
export type Reached = readonly Tunnel[] | null;

/** Finds which tunnels depend on a part of the link. */
export class Reach {
  readonly #parts: readonly LinkPart[];
  readonly #tunnels: readonly Tunnel[];

  constructor(parts: readonly LinkPart[], tunnels: readonly Tunnel[]) {
    this.#parts = parts;
    this.#tunnels = tunnels;
  }

  of(part: LinkPart): Reached {
    switch (part.type) {
      case 'aws_vpn_connection':
        return this.#tunnels.filter((tunnel) => tunnel.connection === part);
      case 'azurerm_local_network_gateway':
        return this.#orUnknown(this.#tunnels.filter((tunnel) => tunnel.localGateways.includes(part)));
      case 'azurerm_virtual_network_gateway_connection':
        return this.#orUnknown(this.#tunnels.filter((tunnel) => tunnel.azureConnections.includes(part)));
      case 'aws_customer_gateway':
        return this.#customerGateway(part);
      case 'azurerm_public_ip':
        return this.#publicIp(part);
      case 'azurerm_virtual_network_gateway':
        return this.#azureGateway(part);
      case 'aws_ec2_transit_gateway':
        return this.#through('transit_gateway_id', part);
      case 'aws_vpn_gateway':
        return this.#through('vpn_gateway_id', part);
      case 'aws_ec2_transit_gateway_route_table_association':
      case 'aws_ec2_transit_gateway_route_table_propagation':
        return this.#wiring(part);
      case 'aws_ec2_transit_gateway_route_table':
        return this.#routeTable(part);
      case 'aws_ec2_transit_gateway_vpc_attachment':
        return this.#attachment(part);
      case 'azurerm_subnet':
        return this.#gatewaySubnet(part);
      default:
        return this.#all();
    }
  }

  #ofType(type: string): readonly LinkPart[] {
    return this.#parts.filter((part) => part.type === type);
  }

  /** Every tunnel; unknown where the plan shows none, because those that exist are then in another state. */
  #all(): Reached {
    return this.#orUnknown(this.#tunnels);
  }

  #orUnknown(found: readonly Tunnel[]): Reached {
    return found.length === 0 ? null : found;
  }

  #on(connections: readonly LinkPart[] | null): Reached {
    if (connections === null) return null;
    return this.#tunnels.filter(({ connection }) => connection !== null && connections.includes(connection));
  }

  #customerGateway(part: LinkPart): Reached {
    const connections = this.#ofType('aws_vpn_connection');
    return this.#on(resolve(part, connections, (to) => isLinked(to, 'customer_gateway_id', part, 'id')));
  }

  /** Those connections whose customer gateway has the address; where that is not told, those with the same key. */
  #publicIp(part: LinkPart): Reached {
    if (!this.#isGatewayAddress(part)) return [];
    const customers = this.#ofType('aws_customer_gateway');
    const own = resolve(part, customers, (to) => isLinked(to, 'ip_address', part, 'ip_address'));
    if (own !== null && own.length > 0) return this.#unite(own.map((one) => this.#customerGateway(one)));
    const connections = this.#ofType('aws_vpn_connection');
    return this.#on(resolve(part, connections, () => undefined));
  }

  /** Public addresses have many users; this tells those of the VPN gateway. */
  #isGatewayAddress(part: LinkPart): boolean {
    const gateways = this.#ofType('azurerm_virtual_network_gateway');
    const id = textOf(part, 'id')?.toLowerCase();
    const used = gateways.flatMap((gateway) => publicIpIds(gateway));
    if (id !== undefined && used.includes(id)) return true;
    return this.#ofType('aws_customer_gateway').some(
      (customer) => isLinked(customer, 'ip_address', part, 'ip_address') === true,
    );
  }

  #azureGateway(part: LinkPart): Reached {
    const whole = this.#behind(part);
    if (part.instances === null || part.instances.length === 0 || whole === null) return whole;
    const reached = part.instances.map((name) => this.#instance(part, name));
    // An instance that cannot be told apart may be any of them.
    return reached.includes(null) ? whole : this.#unite(reached);
  }

  #behind(gateway: LinkPart): Reached {
    const all = this.#ofType('azurerm_virtual_network_gateway');
    const found = this.#tunnels.filter((tunnel) => {
      const answers = tunnel.azureConnections.map((connection) =>
        isLinked(connection, 'virtual_network_gateway_id', gateway, 'id'),
      );
      if (answers.includes(true)) return true;
      return all.length === 1 && !answers.includes(false);
    });
    return this.#orUnknown(found);
  }

  /** The tunnels of one instance of a gateway, by the public address of its ip_configuration, else by its name. */
  #instance(gateway: LinkPart, name: string): Reached {
    const configurations = [
      ...valuesAt(gateway.before, 'ip_configuration'),
      ...valuesAt(gateway.after, 'ip_configuration'),
    ];
    const configuration = configurations.find((item) => isObject(item) && item['name'] === name);
    const id = textsAt(configuration, 'public_ip_address_id')[0]?.toLowerCase();
    const address = this.#ofType('azurerm_public_ip').find(
      (part) => id !== undefined && textOf(part, 'id')?.toLowerCase() === id,
    );
    if (address !== undefined) return this.#publicIp(address);
    return this.#orUnknown(
      this.#tunnels.filter(({ connection }) => connection !== null && connection.index === name),
    );
  }

  #through(argument: string, gateway: LinkPart): Reached {
    const connections = this.#ofType('aws_vpn_connection');
    return this.#on(resolve(gateway, connections, (to) => isLinked(to, argument, gateway, 'id')));
  }

  /** An association or propagation: of a VPN attachment, or of the VPC's, through which all tunnels are reached. */
  #wiring(part: LinkPart): Reached {
    const own = (to: LinkPart, attribute: string): boolean | undefined =>
      isLinked(part, 'transit_gateway_attachment_id', to, attribute);
    if (this.#ofType('aws_ec2_transit_gateway_vpc_attachment').some((to) => own(to, 'id') === true)) {
      return this.#all();
    }
    const connections = this.#ofType('aws_vpn_connection');
    return this.#on(resolve(part, connections, (to) => own(to, 'transit_gateway_attachment_id')));
  }

  /** A route table reaches whatever is associated with it or propagated into it, and all tunnels if that is the VPC. */
  #routeTable(part: LinkPart): Reached {
    const wired = [
      ...this.#ofType('aws_ec2_transit_gateway_route_table_association'),
      ...this.#ofType('aws_ec2_transit_gateway_route_table_propagation'),
    ].filter((wire) => isLinked(wire, 'transit_gateway_route_table_id', part, 'id') === true);
    return wired.length === 0 ? this.#all() : this.#unite(wired.map((wire) => this.#wiring(wire)));
  }

  #attachment(part: LinkPart): Reached {
    const gateways = this.#ofType('aws_ec2_transit_gateway');
    const own = gateways.filter((to) => isLinked(part, 'transit_gateway_id', to, 'id') === true);
    if (own.length > 0) return this.#unite(own.map((to) => this.#through('transit_gateway_id', to)));
    const connections = this.#ofType('aws_vpn_connection').filter(
      (to) => isLinked(to, 'transit_gateway_id', part, 'transit_gateway_id') === true,
    );
    return connections.length > 0 ? this.#on(connections) : this.#all();
  }

  #gatewaySubnet(part: LinkPart): Reached {
    const id = textOf(part, 'id')?.toLowerCase();
    const own = this.#ofType('azurerm_virtual_network_gateway').filter((gateway) =>
      textsAt(gateway.before, 'ip_configuration.subnet_id').some((used) => used.toLowerCase() === id),
    );
    return own.length === 0 ? this.#all() : this.#unite(own.map((gateway) => this.#behind(gateway)));
  }

  #unite(lists: readonly Reached[]): Reached {
    if (lists.includes(null)) return null;
    const found = new Set(lists.flatMap((list) => list ?? []));
    return this.#tunnels.filter((tunnel) => found.has(tunnel));
  }
}

function publicIpIds(gateway: LinkPart): readonly string[] {
  return [gateway.before, gateway.after].flatMap((side) =>
    textsAt(side, 'ip_configuration.public_ip_address_id').map((id) => id.toLowerCase()),
  );
}
