import {
  attributeOf,
  lengthOf,
  nameOf,
  sayUnknown,
  take,
  takeEach,
  type TerraformObject,
  type TerraformReading,
  textOf,
  AFTER_APPLY,
} from './terraform-object.ts';

/** How one type of resource becomes facts, and the attributes that are kept of it until then. */
export interface ResourceReader {
  readonly attributes: readonly string[];
  readonly read: (object: TerraformObject, reading: TerraformReading) => void;
}

/** The key under which an `aws_vpc` is known to what lies in it: its id, before there is one its address. */
export function vpcKey(object: TerraformObject): string {
  return textOf(object, ['id']) ?? object.address;
}

const vpc: ResourceReader = {
  attributes: ['id', 'cidr_block', 'ipv6_cidr_block', 'tags'],
  read: (object, reading) => {
    const add = (text: string): void =>
      reading.facts.range('vpc', text, nameOf(object), reading.originOf(object), vpcKey(object));
    take(reading, object, ['cidr_block'], 'vpc', add);
    addKnown(object, 'ipv6_cidr_block', add);
  },
};

/** IPv6 ranges are Amazon's to give and of its own global space: unknown ones cannot collide with anything here. */
function addKnown(object: TerraformObject, attribute: string, add: (text: string) => void): void {
  const text = textOf(object, [attribute]);
  if (text !== undefined) add(text);
}

/** What lies in a VPC; which one may only be known after apply. */
function insideVpc(role: 'vpc' | 'aws-subnet', nameOfRange: (object: TerraformObject) => string) {
  return (object: TerraformObject, reading: TerraformReading): void => {
    const network = reading.vpcOf(object, 'vpc_id');
    if (network === undefined) sayUnknown(reading, object, ['vpc_id'], role, AFTER_APPLY);
    const add = (text: string): void =>
      reading.facts.range(role, text, nameOfRange(object), reading.originOf(object), network ?? '');
    take(reading, object, ['cidr_block'], role, add);
    addKnown(object, 'ipv6_cidr_block', add);
  };
}

const transitGateway: ResourceReader = {
  attributes: ['amazon_side_asn', 'transit_gateway_cidr_blocks', 'tags'],
  read: (object, reading) => {
    const name = nameOf(object);
    const origin = reading.originOf(object);
    take(reading, object, ['amazon_side_asn'], 'transit-gateway', (text) =>
      reading.facts.asn('transit-gateway', text, name, origin),
    );
    takeEach(reading, object, ['transit_gateway_cidr_blocks'], 'tgw-cidr', (text) =>
      reading.facts.range('tgw-cidr', text, name, origin),
    );
  },
};

const customerGateway: ResourceReader = {
  attributes: ['bgp_asn', 'bgp_asn_extended', 'tags'],
  read: (object, reading) => {
    const name = nameOf(object);
    // The provider computes neither: one of the two is given.
    for (const attribute of ['bgp_asn', 'bgp_asn_extended']) {
      take(reading, object, [attribute], 'customer-gateway', (text) =>
        reading.facts.asn('customer-gateway', text, name, reading.originOf(object)),
      );
    }
  },
};

const TUNNELS = ['tunnel1', 'tunnel2'] as const;

const vpnConnection: ResourceReader = {
  attributes: TUNNELS.flatMap((tunnel) => [
    `${tunnel}_inside_cidr`,
    `${tunnel}_vgw_inside_address`,
    `${tunnel}_cgw_inside_address`,
  ]),
  read: (object, reading) => {
    const origin = reading.originOf(object);
    for (const tunnel of TUNNELS) {
      const name = `${object.index ?? object.name}-${tunnel}`;
      take(reading, object, [`${tunnel}_inside_cidr`], 'tunnel-inside', (text) =>
        reading.facts.range('tunnel-inside', text, name, origin),
      );
      // AWS computes both from the range, so before the apply their absence says nothing.
      const aws = textOf(object, [`${tunnel}_vgw_inside_address`]);
      if (aws !== undefined) reading.facts.tunnelAddress('own', 'aws', aws, name, origin);
      const customer = textOf(object, [`${tunnel}_cgw_inside_address`]);
      if (customer !== undefined) reading.facts.tunnelAddress('peer', 'azure', customer, name, origin);
    }
  },
};

const SERVICE_CIDR = ['kubernetes_network_config', 0, 'service_ipv4_cidr'] as const;

const cluster: ResourceReader = {
  attributes: ['name', 'kubernetes_network_config', 'remote_network_config'],
  read: (object, reading) => {
    const origin = reading.originOf(object);
    const name = nameOf(object);
    // Where nobody gave one, EKS picks its own; that default is the rules' to model.
    const isLeftToEks =
      attributeOf(object, SERVICE_CIDR).state === 'unknown' &&
      reading.isConfigured(object, ['kubernetes_network_config', 'service_ipv4_cidr']) === false;
    if (!isLeftToEks) {
      take(reading, object, SERVICE_CIDR, 'service', (text) =>
        reading.facts.range('service', text, name, origin),
      );
    }
    const networks = [
      ['remote_node_networks', 'remote-node'],
      ['remote_pod_networks', 'remote-pod'],
    ] as const;
    for (const [block, role] of networks) {
      // EKS takes one network of each kind today; the block is a list.
      const count = Math.max(1, lengthOf(object, ['remote_network_config', 0, block]));
      for (let index = 0; index < count; index += 1) {
        takeEach(reading, object, ['remote_network_config', 0, block, index, 'cidrs'], role, (text) =>
          reading.facts.range(role, text, name, origin),
        );
      }
    }
  },
};

/** Resources of the provider hashicorp/aws that hold addresses or autonomous system numbers. */
export const AWS_READERS: Readonly<Record<string, ResourceReader>> = {
  aws_vpc: vpc,
  aws_vpc_ipv4_cidr_block_association: {
    attributes: ['vpc_id', 'cidr_block'],
    read: insideVpc('vpc', (object) => `secondary range ${object.index ?? object.name}`),
  },
  aws_subnet: {
    attributes: ['vpc_id', 'cidr_block', 'ipv6_cidr_block', 'tags'],
    read: insideVpc('aws-subnet', nameOf),
  },
  aws_ec2_transit_gateway: transitGateway,
  aws_customer_gateway: customerGateway,
  aws_vpn_connection: vpnConnection,
  aws_eks_cluster: cluster,
};
