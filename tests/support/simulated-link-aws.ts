import type { ObjectValue } from '#simulator/terraform-provider/engine/types.js';
import { SIMULATED_ACCOUNTS } from '#simulator/world/world.js';
import {
  AZURE_GATEWAY_ASN,
  azurePublicAddress,
  ec2Id,
  NODE_RANGE,
  POD_RANGE,
  presharedKey,
  TRANSIT_GATEWAY_ASN,
  tunnelsOf,
  VPC_RANGE,
} from './simulated-link-addresses.ts';
import type { CreatedLink, LinkObject, LinkPlan } from './simulated-link.ts';

const { accountId } = SIMULATED_ACCOUNTS;

/** AWS's half of a link. */
export interface AwsHalf {
  readonly objects: readonly LinkObject[];
  readonly created: Pick<
    CreatedLink,
    'vpcId' | 'transitGatewayId' | 'vpnConnectionIds' | 'directConnectGatewayId'
  >;
  readonly cloudTable: string;
  readonly linkTable: string;
}

const aws = (type: string, id: string, name: string, attributes: ObjectValue): LinkObject => ({
  type,
  attributes: { id, owner_id: accountId, tags_all: { Name: name, project: 'eks-hybrid' }, ...attributes },
});

/** VPC, Transit Gateway with its two tables, and the link's end in AWS. */
export function awsLinkObjects(plan: LinkPlan): AwsHalf {
  const { number: link, kind } = plan;
  const half = {
    created: {
      vpcId: ec2Id('vpc', link),
      transitGatewayId: ec2Id('tgw', link),
      vpnConnectionIds: kind !== 'private' ? [0, 1].map((instance) => ec2Id('vpn', link, instance)) : [],
      directConnectGatewayId: kind === 'vpn' ? null : directConnectGateway(link),
    },
    cloudTable: ec2Id('tgw-rtb', link, 0),
    linkTable: ec2Id('tgw-rtb', link, 1),
  };
  const end = [
    ...(kind === 'private' ? [] : vpnEnd(link, half)),
    ...(kind === 'vpn' ? [] : directConnectEnd(plan, half)),
  ];
  return { ...half, objects: [...network(plan, half), ...transit(link, half), ...end] };
}

type Half = Omit<AwsHalf, 'objects'>;

function network(plan: LinkPlan, { created: { vpcId, transitGatewayId } }: Half): readonly LinkObject[] {
  const { number: link, podRouting, vpcRanges } = plan;
  const zones = ['a', 'b', 'c'];
  const tables = ['public', 'control-plane', ...zones.map((zone) => `private-${zone}`)];
  const remote = podRouting === 'bgp' || podRouting === 'udr' ? [NODE_RANGE, POD_RANGE] : [NODE_RANGE];
  const route = (table: string, destination: string, target: ObjectValue): LinkObject =>
    aws('aws_route', `r-${table}-${destination}`, '', {
      route_table_id: table,
      destination_cidr_block: destination,
      ...target,
    });
  return [
    aws('aws_vpc', vpcId, `hybrid-${link}`, {
      cidr_block: VPC_RANGE,
      main_route_table_id: ec2Id('rtb', link, 99),
    }),
    ...vpcRanges.map((cidr_block, index) =>
      aws('aws_vpc_ipv4_cidr_block_association', ec2Id('vpc-cidr-assoc', link, index), '', {
        vpc_id: vpcId,
        cidr_block,
      }),
    ),
    ...tables.flatMap((name, index) => {
      const table = ec2Id('rtb', link, index);
      const subnet = ec2Id('subnet', link, index);
      return [
        aws('aws_subnet', subnet, `hybrid-${name}`, {
          vpc_id: vpcId,
          cidr_block: `10.40.${index * 16}.0/20`,
        }),
        aws('aws_route_table', table, `hybrid-${name}`, { vpc_id: vpcId, route: [] }),
        aws('aws_route_table_association', ec2Id('rtbassoc', link, index), '', {
          route_table_id: table,
          subnet_id: subnet,
        }),
        ...remote.map((range) => route(table, range, { transit_gateway_id: transitGatewayId })),
        // The EKS Hybrid Nodes gateway writes this route to the interface of its leading pod's instance.
        ...(podRouting === 'gateway'
          ? [route(table, POD_RANGE, { network_interface_id: ec2Id('eni', link) })]
          : []),
      ];
    }),
  ];
}

const TABLE = 'aws_ec2_transit_gateway_route_table';

function member(kind: 'association' | 'propagation', table: string, attachment: string): LinkObject {
  return aws(`${TABLE}_${kind}`, `${table}_${attachment}`, '', {
    transit_gateway_route_table_id: table,
    transit_gateway_attachment_id: attachment,
  });
}

function transit(link: number, { created, cloudTable, linkTable }: Half): readonly LinkObject[] {
  const transit_gateway_id = created.transitGatewayId;
  const attachment = ec2Id('tgw-attach', link, 9);
  return [
    aws('aws_ec2_transit_gateway', transit_gateway_id, `hybrid-${link}`, {
      amazon_side_asn: TRANSIT_GATEWAY_ASN,
      vpn_ecmp_support: 'enable',
      transit_gateway_cidr_blocks: [],
    }),
    aws(TABLE, cloudTable, `hybrid-${link}-cloud`, { transit_gateway_id }),
    aws(TABLE, linkTable, `hybrid-${link}-link`, { transit_gateway_id }),
    aws('aws_ec2_transit_gateway_vpc_attachment', attachment, `hybrid-${link}`, {
      transit_gateway_id,
      vpc_id: created.vpcId,
      vpc_owner_id: accountId,
      subnet_ids: [2, 3, 4].map((index) => ec2Id('subnet', link, index)),
    }),
    member('association', cloudTable, attachment),
    member('propagation', linkTable, attachment),
  ];
}

function vpnEnd(link: number, { created, cloudTable, linkTable }: Half): readonly LinkObject[] {
  return created.vpnConnectionIds.flatMap((id, instance) => {
    const attachment = ec2Id('tgw-attach', link, instance);
    const gateway = ec2Id('cgw', link, instance);
    const tunnels = tunnelsOf(link).filter((tunnel) => tunnel.instance === instance);
    const keys = tunnels.map((tunnel) => `<pre_shared_key>${presharedKey(link, tunnel)}</pre_shared_key>`);
    return [
      aws('aws_customer_gateway', gateway, `hybrid-${link}-azure-instance${instance}`, {
        bgp_asn: String(AZURE_GATEWAY_ASN),
        ip_address: azurePublicAddress(link, instance),
        type: 'ipsec.1',
      }),
      aws('aws_vpn_connection', id, `hybrid-${link}-azure-instance${instance}`, {
        type: 'ipsec.1',
        static_routes_only: false,
        transit_gateway_id: created.transitGatewayId,
        transit_gateway_attachment_id: attachment,
        customer_gateway_id: gateway,
        customer_gateway_configuration: `<vpn_connection>${keys.join('')}</vpn_connection>`,
        ...Object.assign({}, ...tunnels.map((tunnel) => tunnelAttributes(link, tunnel))),
      }),
      member('association', linkTable, attachment),
      member('propagation', cloudTable, attachment),
    ];
  });
}

function tunnelAttributes(link: number, tunnel: ReturnType<typeof tunnelsOf>[number]): ObjectValue {
  const attributes: ObjectValue = {
    address: tunnel.awsOutside,
    inside_cidr: tunnel.insideCidr,
    vgw_inside_address: tunnel.awsInside,
    cgw_inside_address: tunnel.azureInside,
    bgp_asn: String(TRANSIT_GATEWAY_ASN),
    preshared_key: presharedKey(link, tunnel),
    ike_versions: ['ikev2'],
    phase1_encryption_algorithms: ['AES256-GCM-16'],
    phase1_integrity_algorithms: ['SHA2-384'],
    phase1_dh_group_numbers: [20],
    phase1_lifetime_seconds: 28800,
    phase2_encryption_algorithms: ['AES256-GCM-16'],
    phase2_integrity_algorithms: ['SHA2-384'],
    phase2_dh_group_numbers: [20],
    phase2_lifetime_seconds: 3600,
    dpd_timeout_seconds: 30,
    dpd_timeout_action: 'restart',
    startup_action: 'start',
  };
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [`tunnel${tunnel.tunnel}_${name}`, value]),
  );
}

function directConnectGateway(link: number): string {
  return `5f294f92-bafb-4011-916d-${String(link).padStart(12, '0')}`;
}

/** Number of the router between the circuits of the first link. */
export const ROUTER_ASN = 65000;

/** The BGP key of the virtual interface. */
export function interfaceKey(link: number): string {
  return `bgp.key.of.link${link}`;
}

/** Id of the association of the Direct Connect gateway. */
export function directConnectAssociation(link: number): string {
  return `${String(link).padStart(4, '0')}${ec2Id('', 0).slice(1, 14)}`;
}

function directConnectEnd(plan: LinkPlan, half: Half): readonly LinkObject[] {
  const { number: link, vpcRanges } = plan;
  const gateway = directConnectGateway(link);
  // A world tells attachments by the first characters of the association.
  const association = directConnectAssociation(link);
  const attachment = `tgw-attach-0${association.slice(0, 16)}`;
  return [
    aws('aws_dx_gateway', gateway, `hybrid-${link}`, { name: `hybrid-${link}`, amazon_side_asn: '64513' }),
    aws('aws_dx_gateway_association', association, '', {
      dx_gateway_id: gateway,
      dx_gateway_association_id: association,
      associated_gateway_id: half.created.transitGatewayId,
      associated_gateway_type: 'transitGateway',
      allowed_prefixes: [VPC_RANGE, ...vpcRanges],
    }),
    ...[0, 1].map((number) =>
      aws(
        'aws_dx_transit_virtual_interface',
        `dxvif-ff${String(link).padStart(2, '0')}${number}000`,
        `hybrid-${link}-${number}`,
        {
          dx_gateway_id: gateway,
          connection_id: `dxcon-ff${link}${number}0000`,
          name: `hybrid-${link}-${number}`,
          vlan: 100 + number,
          // Each link has a router of its own at the colocation.
          bgp_asn: ROUTER_ASN + link,
          aws_device: `EqFA5-${number}${link}`,
          bgp_auth_key: interfaceKey(link),
          address_family: 'ipv4',
          amazon_address: `169.254.100.${number * 4 + 1}/30`,
          customer_address: `169.254.100.${number * 4 + 2}/30`,
          mtu: 8500,
        },
      ),
    ),
    member('association', half.linkTable, attachment),
    member('propagation', half.cloudTable, attachment),
  ];
}
