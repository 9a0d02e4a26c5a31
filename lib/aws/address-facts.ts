import type { AddressFacts, AsnRole, Origin, RangeRole, RouteRole } from '../net/address-facts.ts';
import { FactBuilder } from '../net/sources/fact-builder.ts';
import { createEc2Reader, type Ec2Filters, type Ec2Reader } from './ec2.ts';
import { createEksReader, type EksReader } from './eks.ts';
import type { AwsAnswer, AwsDeps } from './read-call.ts';
import { readGatewayRoutes, readVpcRoutes, type RouteContext } from './route-facts.ts';

/** What of an account is looked at. */
export interface AwsScope {
  readonly region: string;
  /** The cluster, whose VPC and link are then looked at alone; null: all networks of the region. */
  readonly clusterName: string | null;
  /** Only networks that have all these tags; not with a cluster, which says its network itself. */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * Reads ranges and AS numbers of a live account: VPCs, subnets, Transit Gateways, customer gateways, VPN connections,
 * the routes of VPCs and Transit Gateways, and the cluster. A call that is denied or fails leaves what it would have told unknown.
 */
export async function readAwsFacts(scope: AwsScope, deps: AwsDeps): Promise<AddressFacts> {
  const doors = {
    ec2: await createEc2Reader(scope.region, deps),
    eks: await createEksReader(scope.region, deps),
  };
  return new AwsFacts(scope, doors).read();
}

interface Doors {
  readonly ec2: Ec2Reader;
  readonly eks: EksReader;
}

/** Ids the rest is found by; undefined: not limited, null: not known. */
type Ids = readonly string[] | undefined | null;

const ROUTES = ['vpc-route', 'tgw-route'] as const;

class AwsFacts {
  readonly #scope: AwsScope;
  readonly #doors: Doors;
  readonly #facts = new FactBuilder();

  constructor(scope: AwsScope, doors: Doors) {
    this.#scope = scope;
    this.#doors = doors;
  }

  async read(): Promise<AddressFacts> {
    const vpcIds = await this.#readCluster();
    if (vpcIds === null) {
      for (const role of ['vpc', 'aws-subnet', 'transit-gateway', 'tunnel-inside', ...ROUTES] as const) {
        this.#sayUnknown(role, 'what belongs to the cluster', 'the cluster could not be read');
      }
      return this.#facts.finish();
    }
    const found = await this.#readVpcs(vpcIds);
    await this.#readSubnets(found);
    const gatewayIds = await this.#findTransitGateways(vpcIds);
    const foundGateways = await this.#readTransitGateways(gatewayIds);
    await this.#readVpn(gatewayIds);
    await readVpcRoutes(this.#routeContext(), found ?? null);
    await readGatewayRoutes(this.#routeContext(), foundGateways);
    return this.#facts.finish();
  }

  /** The VPC of the cluster, when one is named. */
  async #readCluster(): Promise<Ids> {
    const { clusterName } = this.#scope;
    if (clusterName === null) return undefined;
    const cluster = this.#take(await this.#doors.eks.cluster(clusterName), [
      'service',
      'remote-node',
      'remote-pod',
    ]);
    if (cluster === null) return null;
    const origin = this.#origin(cluster.arn, cluster.arn.split(':')[4]);
    const { name } = cluster;
    if (cluster.serviceCidr !== undefined) this.#facts.range('service', cluster.serviceCidr, name, origin);
    for (const text of cluster.remoteNodeCidrs) this.#facts.range('remote-node', text, name, origin);
    for (const text of cluster.remotePodCidrs) this.#facts.range('remote-pod', text, name, origin);
    return cluster.vpcId === undefined ? null : [cluster.vpcId];
  }

  async #readVpcs(ids: readonly string[] | undefined): Promise<Ids> {
    const filters = ids === undefined ? this.#tagFilters() : { 'vpc-id': ids };
    const vpcs = this.#take(await this.#doors.ec2.vpcs(filters), ['vpc']);
    for (const { id, name, ownerId, cidrs } of vpcs ?? []) {
      for (const text of cidrs) this.#facts.range('vpc', text, name || id, this.#origin(id, ownerId), id);
    }
    // Of a list that could not be read, the cluster's own VPC is still known.
    return vpcs === null ? (ids ?? null) : vpcs.map(({ id }) => id);
  }

  async #readSubnets(vpcIds: Ids): Promise<void> {
    if (vpcIds === null) return this.#sayUnknown('aws-subnet', 'subnets', 'the VPCs could not be read');
    if (vpcIds?.length === 0) return;
    const filters = vpcIds === undefined ? {} : { 'vpc-id': vpcIds };
    const subnets = this.#take(await this.#doors.ec2.subnets(filters), ['aws-subnet']);
    for (const { id, name, ownerId, vpcId, cidrs } of subnets ?? []) {
      const origin = this.#origin(id, ownerId);
      for (const text of cidrs) this.#facts.range('aws-subnet', text, name || id, origin, vpcId);
    }
  }

  /** The Transit Gateways that the cluster's VPC is attached to. */
  async #findTransitGateways(vpcIds: readonly string[] | undefined): Promise<Ids> {
    if (vpcIds === undefined) return undefined;
    const filters = { 'vpc-id': vpcIds };
    const attachments = this.#take(await this.#doors.ec2.vpcAttachments(filters), [
      'transit-gateway',
      'tgw-cidr',
    ]);
    return attachments === null ? null : [...new Set(attachments.map((one) => one.transitGatewayId))];
  }

  /** @returns the ids of those that are there; null when they are not known */
  async #readTransitGateways(ids: Ids): Promise<readonly string[] | null> {
    if (ids === null) return null;
    if (ids?.length === 0) return [];
    const filters = ids === undefined ? this.#tagFilters() : { 'transit-gateway-id': ids };
    const answer = await this.#doors.ec2.transitGateways(filters);
    const gateways = this.#take(answer, ['transit-gateway', 'tgw-cidr']);
    for (const { id, name, ownerId, asn, cidrs } of gateways ?? []) {
      const origin = this.#origin(id, ownerId);
      if (asn !== undefined) this.#facts.asn('transit-gateway', asn, name || id, origin);
      for (const text of cidrs) this.#facts.range('tgw-cidr', text, name || id, origin);
    }
    // Of a list that could not be read, those that the VPC is attached to are still known.
    return gateways === null ? (ids ?? null) : gateways.map(({ id }) => id);
  }

  async #readVpn(gatewayIds: Ids): Promise<void> {
    if (gatewayIds === null) {
      return this.#sayUnknown('tunnel-inside', 'VPN connections', 'the Transit Gateway could not be found');
    }
    if (gatewayIds?.length === 0) return;
    const filters = gatewayIds === undefined ? this.#tagFilters() : { 'transit-gateway-id': gatewayIds };
    const connections = this.#take(await this.#doors.ec2.vpnConnections(filters), ['tunnel-inside']);
    for (const { id, name, insideCidrs } of connections ?? []) {
      for (const [index, text] of insideCidrs.entries()) {
        const tunnel = `${name || id}-tunnel${index + 1}`;
        if (text === undefined)
          this.#sayUnknown('tunnel-inside', tunnel, 'EC2 does not say its inside range');
        else this.#facts.range('tunnel-inside', text, tunnel, this.#origin(id));
      }
    }
    const customers = connections?.flatMap(({ customerGatewayId }) => customerGatewayId ?? []);
    await this.#readCustomerGateways(connections === null ? null : [...new Set(customers)]);
  }

  async #readCustomerGateways(ids: readonly string[] | null): Promise<void> {
    if (ids === null) {
      return this.#sayUnknown(
        'customer-gateway',
        'customer gateways',
        'the VPN connections could not be read',
      );
    }
    if (ids.length === 0) return;
    const answer = await this.#doors.ec2.customerGateways({ 'customer-gateway-id': ids });
    for (const { id, name, asn } of this.#take(answer, ['customer-gateway']) ?? []) {
      if (asn !== undefined) this.#facts.asn('customer-gateway', asn, name || id, this.#origin(id));
    }
  }

  #routeContext(): RouteContext {
    return {
      ec2: this.#doors.ec2,
      facts: this.#facts,
      take: (answer, roles) => this.#take(answer, roles),
      sayUnknown: (role, what, reason) => this.#sayUnknown(role, what, reason),
      origin: (id, account) => this.#origin(id, account),
    };
  }

  #tagFilters(): Ec2Filters {
    const tags = Object.entries(this.#scope.tags ?? {});
    return Object.fromEntries(tags.map(([name, value]) => [`tag:${name}`, [value]]));
  }

  #take<T>(answer: AwsAnswer<T>, roles: readonly (RangeRole | AsnRole | RouteRole)[]): T | null {
    if (answer.ok) return answer.value;
    for (const role of roles) this.#sayUnknown(role, role, answer.reason);
    return null;
  }

  #sayUnknown(role: RangeRole | AsnRole | RouteRole, what: string, reason: string): void {
    this.#facts.unknown({
      what: `${what} in AWS ${this.#scope.region}`,
      role,
      reason,
      origin: this.#origin(),
    });
  }

  #origin(id?: string, account?: string): Origin {
    const where = account === undefined || account === '' ? '' : `${account} `;
    const source = `AWS ${where}${this.#scope.region}`;
    return id === undefined ? { kind: 'aws', source } : { kind: 'aws', source, id };
  }
}
