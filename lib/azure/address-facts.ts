import type { BgpSettings, RouteTable, VirtualNetwork } from '@azure/arm-network';
import { readAzureEnvironment } from '../action/azure-environment.ts';
import type { AddressFacts, AsnRole, Origin, RangeRole, RouteRole } from '../net/address-facts.ts';
import { FactBuilder } from '../net/sources/fact-builder.ts';
import { azureTarget, isAzureRange } from '../net/sources/terraform-routes.ts';
import type { AzureDeps } from './credential.ts';
import { type AzureAnswer, type AzureNetworkReader, createAzureNetworkReader } from './network.ts';

/** What of a subscription is looked at. */
export interface AzureScope {
  readonly subscriptionId: string;
  /** The group of the network; null: all networks of the subscription, and the groups they are in. */
  readonly resourceGroup: string | null;
  /** Only networks that have all these tags. */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * Reads ranges and AS numbers of a live subscription: virtual networks with their subnets and routes, VPN gateways, local
 * network gateways, connections and Route Servers. A call that is denied or fails leaves what it would have told unknown.
 */
export async function readAzureFacts(scope: AzureScope, deps: AzureDeps): Promise<AddressFacts> {
  const reader = await createAzureNetworkReader(scope.subscriptionId, readAzureEnvironment(), deps);
  return new AzureFacts(scope, reader).read();
}

const GROUP_IN_ID = /\/resourceGroups\/([^/]+)\//i;

class AzureFacts {
  readonly #scope: AzureScope;
  readonly #reader: AzureNetworkReader;
  readonly #facts = new FactBuilder();

  constructor(scope: AzureScope, reader: AzureNetworkReader) {
    this.#scope = scope;
    this.#reader = reader;
  }

  async read(): Promise<AddressFacts> {
    const groups = await this.#readNetworks();
    for (const group of groups) {
      await this.#readGateways(group);
      await this.#readLocalGateways(group);
      await this.#readConnections(group);
      await this.#readRouteServers(group);
    }
    return this.#facts.finish();
  }

  /** @returns the groups in which to look on */
  async #readNetworks(): Promise<readonly string[]> {
    const { resourceGroup, tags } = this.#scope;
    const networks = this.#take(await this.#reader.virtualNetworks(resourceGroup), ['vnet', 'azure-subnet']);
    const wanted = (networks ?? []).filter((network) =>
      Object.entries(tags ?? {}).every(([name, value]) => network.tags?.[name] === value),
    );
    for (const network of wanted) this.#addNetwork(network);
    if (networks === null) this.#sayUnknown('azure-route', 'the virtual networks could not be read');
    else if (wanted.length > 0) await this.#readRoutes(wanted);
    if (resourceGroup !== null) return [resourceGroup];
    if (networks === null) {
      for (const role of ['azure-gateway', 'tunnel-inside', 'route-server'] as const) {
        this.#sayUnknown(role, 'the virtual networks, and so the groups of the rest, could not be read');
      }
    }
    const groups = wanted.flatMap(({ id }) => GROUP_IN_ID.exec(id ?? '')?.[1]?.toLowerCase() ?? []);
    return [...new Set(groups)];
  }

  /** Only tables of a subnet route anything. */
  async #readRoutes(networks: readonly VirtualNetwork[]): Promise<void> {
    const known = new Set(networks.map(({ id }) => (id ?? '').toLowerCase()));
    const tables = this.#take(await this.#reader.routeTables(this.#scope.resourceGroup), ['azure-route']);
    if (tables !== null) this.#sayMissingTables(networks, tables);
    for (const { id, name, routes, subnets } of tables ?? []) {
      const parents = (subnets ?? []).map((subnet) => (subnet.id ?? '').toLowerCase().split('/subnets/')[0]);
      for (const network of new Set(parents.filter((parent) => known.has(parent ?? '')))) {
        for (const { addressPrefix, nextHopType, nextHopIpAddress } of routes ?? []) {
          if (addressPrefix === undefined || !isAzureRange(addressPrefix)) continue;
          this.#facts.route({
            role: 'azure-route',
            text: addressPrefix,
            table: name ?? '',
            network: network ?? '',
            target: azureTarget(nextHopType),
            via: nextHopIpAddress ?? '',
            learnt: false,
            active: true,
            announced: null,
            origin: this.#origin(id),
          });
        }
      }
    }
  }

  /** A subnet may use a table of a group that is not looked at. */
  #sayMissingTables(networks: readonly VirtualNetwork[], tables: readonly RouteTable[]): void {
    const listed = new Set(tables.map(({ id }) => (id ?? '').toLowerCase()));
    const used = networks.flatMap(({ subnets }) => (subnets ?? []).map(({ routeTable }) => routeTable?.id));
    for (const id of new Set(used)) {
      if (id === undefined || listed.has(id.toLowerCase())) continue;
      this.#sayUnknown('azure-route', `the route table ${id} of a subnet is not among those that were read`);
    }
  }

  #addNetwork({ id, name, addressSpace, subnets }: VirtualNetwork): void {
    const network = (id ?? '').toLowerCase();
    const origin = this.#origin(id);
    for (const text of addressSpace?.addressPrefixes ?? []) {
      this.#facts.range('vnet', text, name ?? '', origin, network);
    }
    for (const subnet of subnets ?? []) {
      const prefixes =
        subnet.addressPrefixes ?? (subnet.addressPrefix === undefined ? [] : [subnet.addressPrefix]);
      for (const text of prefixes) {
        this.#facts.range('azure-subnet', text, subnet.name ?? '', this.#origin(subnet.id), network);
      }
    }
  }

  async #readGateways(group: string): Promise<void> {
    const answer = await this.#reader.gateways(group);
    for (const { id, name, gatewayType, bgpSettings } of this.#take(answer, ['azure-gateway']) ?? []) {
      if (gatewayType !== 'Vpn') continue;
      const origin = this.#origin(id);
      this.#addAsn('azure-gateway', bgpSettings, name, origin);
      for (const { ipconfigurationId, customBgpIpAddresses } of bgpSettings?.bgpPeeringAddresses ?? []) {
        const instance = ipconfigurationId?.split('/').at(-1) ?? '';
        for (const text of customBgpIpAddresses ?? []) {
          this.#facts.tunnelAddress('own', 'azure', text, `${name ?? ''} ${instance}`, origin);
        }
      }
    }
  }

  async #readLocalGateways(group: string): Promise<void> {
    const answer = await this.#reader.localGateways(group);
    for (const { id, name, bgpSettings } of this.#take(answer, ['local-network-gateway']) ?? []) {
      const origin = this.#origin(id);
      this.#addAsn('local-network-gateway', bgpSettings, name, origin);
      const address = bgpSettings?.bgpPeeringAddress;
      // Over a private link, BGP peers by ordinary addresses.
      if (address?.startsWith('169.254.') === true) {
        this.#facts.tunnelAddress('peer', 'aws', address, name ?? '', origin);
      }
    }
  }

  async #readConnections(group: string): Promise<void> {
    const answer = await this.#reader.connections(group);
    for (const { id, name, gatewayCustomBgpIpAddresses } of this.#take(answer, ['tunnel-inside']) ?? []) {
      for (const { customBgpIpAddress } of gatewayCustomBgpIpAddresses ?? []) {
        this.#facts.tunnelAddress('use', 'azure', customBgpIpAddress, name ?? '', this.#origin(id));
      }
    }
  }

  async #readRouteServers(group: string): Promise<void> {
    const answer = await this.#reader.routeServers(group);
    for (const { id, name, virtualRouterAsn } of this.#take(answer, ['route-server']) ?? []) {
      const origin = this.#origin(id);
      // A Route Server has no other number.
      this.#facts.asn('route-server', String(virtualRouterAsn ?? 65515), name ?? '', origin);
      this.#facts.mode('bgp', origin);
      const peers = this.#take(await this.#reader.routeServerPeers(group, name ?? ''), [
        'route-server-peers',
        'cilium',
      ]);
      if (peers === null) continue;
      for (const peer of peers) {
        if (peer.peerAsn === undefined) continue;
        this.#facts.asn('cilium', String(peer.peerAsn), peer.name ?? '', this.#origin(peer.id));
      }
      if (peers.length > 0) this.#facts.quantity('route-server-peers', peers.length, name ?? '', origin);
    }
  }

  #addAsn(
    role: 'azure-gateway' | 'local-network-gateway',
    settings: BgpSettings | undefined,
    name: string | undefined,
    origin: Origin,
  ): void {
    if (settings?.asn !== undefined) this.#facts.asn(role, String(settings.asn), name ?? '', origin);
  }

  #take<T>(
    answer: AzureAnswer<T>,
    roles: readonly (RangeRole | AsnRole | RouteRole | 'route-server-peers')[],
  ): readonly T[] | null {
    if (answer.ok) return answer.value;
    for (const role of roles) this.#sayUnknown(role, answer.reason);
    return null;
  }

  #sayUnknown(role: RangeRole | AsnRole | RouteRole | 'route-server-peers', reason: string): void {
    const what = `${role} in Azure subscription ${this.#scope.subscriptionId}`;
    this.#facts.unknown({ what, role, reason, origin: this.#origin() });
  }

  #origin(id?: string): Origin {
    const source = `Azure ${this.#scope.subscriptionId}`;
    return id === undefined ? { kind: 'azure', source } : { kind: 'azure', source, id };
  }
}
