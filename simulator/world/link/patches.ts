/** Faults that are mistakes in the configuration: each changes what the clouds show, and the link follows from that. */
import type { ObjectValue, WorldObject } from '../../terraform-provider/engine/types.ts';
import { blocks, sameId, text } from '../attributes.ts';
import { directConnectAttachment } from './transit-routes.ts';
import { PRIVATE_PATCHES } from './private-patches.ts';
import { BGP_SPEAKER } from './speakers.ts';

type Objects = readonly WorldObject[];
type Patch = (all: Objects) => Objects;

const CONNECTION = 'azurerm_virtual_network_gateway_connection';
const LOCAL = 'azurerm_local_network_gateway';
const GATEWAY = 'azurerm_virtual_network_gateway';
const TRANSIT = 'aws_ec2_transit_gateway';
const PEER = 'azurerm_route_server_bgp_connection';

const of = (all: Objects, type: string): Objects => all.filter((object) => object.type === type);
const vpnConnections = (all: Objects): Objects =>
  of(all, CONNECTION).filter((object) => text(object, 'local_network_gateway_id') !== '');

/** The first link is that of the first connection; faults strike there. */
function firstGateway(all: Objects): string {
  return text(vpnConnections(all)[0], 'virtual_network_gateway_id');
}

const isOfFirst = (all: Objects, object: WorldObject): boolean =>
  sameId(text(object, 'virtual_network_gateway_id'), firstGateway(all));

/** Changes the attributes of those objects of a type for which `matches` holds. */
function change(
  all: Objects,
  type: string,
  attributes: (object: WorldObject) => ObjectValue,
  matches: (object: WorldObject) => boolean = () => true,
): Objects {
  return all.map((object) =>
    object.type === type && matches(object)
      ? { ...object, attributes: { ...object.attributes, ...attributes(object) } }
      : object,
  );
}

/** Changes the first connection. */
function changeFirst(all: Objects, attributes: (object: WorldObject) => ObjectValue): Objects {
  const first = vpnConnections(all)[0];
  return change(all, CONNECTION, attributes, (object) => object === first);
}

const policyOf = (object: WorldObject): ObjectValue => blocks(object, 'ipsec_policy')[0] ?? {};

const equalAsns: Patch = (all) => {
  const gateway = firstGateway(all);
  const owner = of(all, GATEWAY).find((object) => sameId(text(object, 'id'), gateway));
  const asn = blocks(owner, 'bgp_settings')[0]?.['asn'] ?? 65515;
  const transits = change(all, TRANSIT, () => ({ amazon_side_asn: asn }));
  return change(transits, LOCAL, (object) => ({
    bgp_settings: blocks(object, 'bgp_settings').map((one) => ({ ...one, asn })),
  }));
};

/** The two instances' addresses of AWS are swapped on the first tunnel of each. */
const swapped: Patch = (all) => {
  const locals = of(all, LOCAL);
  const [first, , third] = locals;
  if (first === undefined || third === undefined) return all;
  const address = (object: WorldObject): string =>
    text(object === first ? third : object === third ? first : object, 'gateway_address');
  return change(all, LOCAL, (object) => ({ gateway_address: address(object) }));
};

const swappedBgp: Patch = (all) =>
  change(
    all,
    CONNECTION,
    (object) => ({
      custom_bgp_addresses: blocks(object, 'custom_bgp_addresses').map((one) => ({
        primary: one['secondary'] ?? null,
        secondary: one['primary'] ?? null,
      })),
    }),
    (object) => isOfFirst(all, object),
  );

/** Cilium speaks with the Transit Gateway's number, its documentation's example and AWS's default being the same. */
const asnLoop: Patch = (all) => {
  const transit = of(all, TRANSIT)[0]?.attributes['amazon_side_asn'] ?? 64512;
  const speakers = change(all, BGP_SPEAKER, () => ({ asn: Number(transit) }));
  return change(speakers, PEER, () => ({ peer_asn: Number(transit) }));
};

/** One more range than a Route Server takes from a peer. */
const TOO_MANY = 1001;
const prefixLimit: Patch = (all) => {
  const first = of(all, BGP_SPEAKER)[0];
  const prefixes = Array.from(
    { length: TOO_MANY },
    (_, index) => `10.113.${index >> 6}.${(index & 63) * 4}/30`,
  );
  return change(
    all,
    BGP_SPEAKER,
    () => ({ prefixes }),
    (object) => object === first,
  );
};

/** Peers until there are nine; a Route Server speaks with eight. */
const peerLimit: Patch = (all) => {
  const peers = of(all, PEER);
  const [pattern] = peers;
  if (pattern === undefined) return all;
  const more = Array.from({ length: Math.max(0, 9 - peers.length) }, (_, index) => {
    const name = `zz-node-${index}`;
    const id = text(pattern, 'id').replace(/[^/]+$/, name);
    const attributes = { ...pattern.attributes, id, name, peer_ip: `10.80.1.${10 + index}` };
    return { ...pattern, key: `${PEER}:"${id}"`, attributes };
  });
  const speaker = of(all, BGP_SPEAKER)[0];
  const speakers = more.map(({ attributes }, index) => {
    const own = {
      id: `zz-speaker-${index}`,
      address: attributes.peer_ip,
      prefixes: [`10.112.100.${index * 8}/29`],
    };
    return {
      ...(speaker ?? pattern),
      key: own.id,
      type: BGP_SPEAKER,
      attributes: { ...speaker?.attributes, ...own },
    };
  });
  return [...all, ...more, ...speakers];
};

const PROPAGATION = 'aws_ec2_transit_gateway_route_table_propagation';
const ASSOCIATION = 'aws_ec2_transit_gateway_route_table_association';

/** Takes away the memberships of the link's attachments in Transit Gateway tables. */
function withoutMembers(all: Objects, type: string): Objects {
  const attachments = [
    ...of(all, 'aws_vpn_connection').map((vpn) => text(vpn, 'transit_gateway_attachment_id')),
    ...of(all, 'aws_dx_gateway_association').map(directConnectAttachment),
  ];
  return all.filter(
    (object) => object.type !== type || !attachments.includes(text(object, 'transit_gateway_attachment_id')),
  );
}

const vpcRouteMissing: Patch = (all) => {
  const first = of(all, 'aws_route').find((route) => text(route, 'transit_gateway_id') !== '');
  return all.filter((object) => object !== first);
};

/** A route table at the nodes' first subnet that sends the VPC's range nowhere. */
const udr: Patch = (all) => {
  const nic = of(all, 'azurerm_network_interface')[0];
  const subnet = text(blocks(nic, 'ip_configuration')[0], 'subnet_id');
  const vpc = of(all, 'aws_vpc')[0];
  if (nic === undefined || subnet === '' || vpc === undefined) return all;
  const id = subnet.replace(/\/virtualNetworks\/.*$/i, '/routeTables/black-hole');
  const make = (type: string, key: string, attributes: ObjectValue): WorldObject => ({
    ...nic,
    key,
    type,
    attributes,
  });
  const associationType = 'azurerm_subnet_route_table_association';
  const rest = all.filter(
    (object) => object.type !== associationType || !sameId(text(object, 'subnet_id'), subnet),
  );
  return [
    ...rest,
    make('azurerm_route_table', 'zz-black-hole', {
      id,
      name: 'black-hole',
      location: text(nic, 'location'),
      route: [{ name: 'to-vpc', address_prefix: text(vpc, 'cidr_block'), next_hop_type: 'None' }],
    }),
    make(associationType, 'zz-black-hole-association', { id: subnet, subnet_id: subnet, route_table_id: id }),
  ];
};

const nsg: Patch = (all) =>
  change(
    all,
    'azurerm_network_security_rule',
    () => ({ access: 'Deny' }),
    (object) => text(object, 'access') === 'Allow',
  );

const bgpOff: Patch = (all) =>
  change(all, 'azurerm_route_table', () => ({ bgp_route_propagation_enabled: false }));

/** A security group at GatewaySubnet, which Azure does not support there. */
const gatewayNsg: Patch = (all) => {
  const gateway = of(all, GATEWAY).find((object) => sameId(text(object, 'id'), firstGateway(all)));
  const group = of(all, 'azurerm_network_security_group')[0];
  const subnet = text(blocks(gateway, 'ip_configuration')[0], 'subnet_id');
  if (group === undefined || subnet === '') return all;
  const attributes = { id: subnet, subnet_id: subnet, network_security_group_id: text(group, 'id') };
  const type = 'azurerm_subnet_network_security_group_association';
  return [...all, { ...group, key: `zz-${subnet}-nsg`, type, attributes }];
};

/** Changes the local network gateway of the first connection. */
function changeFirstLocal(all: Objects, attributes: (object: WorldObject) => ObjectValue): Objects {
  const id = text(vpnConnections(all)[0], 'local_network_gateway_id');
  return change(all, LOCAL, attributes, (object) => sameId(text(object, 'id'), id));
}

/** The first VPN connection of AWS whose first tunnel runs on what it agreed on before its options were tightened. */
const weakCipher: Patch = (all) => {
  const first = of(all, 'aws_vpn_connection')[0];
  return change(
    all,
    'aws_vpn_connection',
    () => ({ tunnel1_agreed_before: true }),
    (object) => object === first,
  );
};

const VPC_ATTACHMENT = 'aws_ec2_transit_gateway_vpc_attachment';

/** The first VPC hangs on its Transit Gateway no more. */
const vpcDetached: Patch = (all) => {
  const id = text(of(all, VPC_ATTACHMENT)[0], 'id');
  return all.filter(
    (object) =>
      !(object.type === VPC_ATTACHMENT && text(object, 'id') === id) &&
      text(object, 'transit_gateway_attachment_id') !== id,
  );
};

/** The patch of each fault that is a mistake in the configuration of the first link, or of all links. */
export const LINK_PATCHES: Readonly<Record<string, Patch>> = {
  'link-custom-bgp-missing': (all) =>
    change(
      all,
      CONNECTION,
      () => ({ custom_bgp_addresses: [] }),
      (object) => isOfFirst(all, object),
    ),
  'link-swapped-bgp': swappedBgp,
  'link-swapped': swapped,
  'link-equal-asns': equalAsns,
  'link-asn-loop': asnLoop,
  'link-sa-lifetime': (all) =>
    changeFirst(all, (object) => ({ ipsec_policy: [{ ...policyOf(object), sa_lifetime: 27000 }] })),
  'link-cipher': (all) =>
    changeFirst(all, (object) => ({
      ipsec_policy: [{ ...policyOf(object), ipsec_encryption: 'AES256', ipsec_integrity: 'SHA256' }],
    })),
  'link-psk': (all) => changeFirst(all, () => ({ shared_key: 'another.key.than.that.of.aws' })),
  'link-propagation-off': (all) => withoutMembers(all, PROPAGATION),
  'link-no-routes': (all) => withoutMembers(all, ASSOCIATION),
  'link-vpc-route-missing': vpcRouteMissing,
  'link-branch-to-branch-off': (all) =>
    change(all, 'azurerm_route_server', () => ({ branch_to_branch_traffic_enabled: false })),
  'link-prefix-limit': prefixLimit,
  'link-peer-limit': peerLimit,
  'link-udr': udr,
  'link-bgp-propagation-off': bgpOff,
  'link-nsg': nsg,
  'link-gateway-nsg': gatewayNsg,
  'link-outside-address': (all) => changeFirstLocal(all, () => ({ gateway_address: '203.0.113.9' })),
  'link-asn-differs': (all) =>
    changeFirstLocal(all, (object) => ({
      bgp_settings: blocks(object, 'bgp_settings').map((one) => ({ ...one, asn: 64999 })),
    })),
  'link-bgp-off': (all) => changeFirst(all, () => ({ bgp_enabled: false })),
  'link-weak-cipher': weakCipher,
  'link-tunnel-missing': (all) => {
    const last = vpnConnections(all).findLast((object) => isOfFirst(all, object));
    return all.filter((object) => object !== last);
  },
  'link-vpc-detached': vpcDetached,
  ...PRIVATE_PATCHES,
};
