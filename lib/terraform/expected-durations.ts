/** How long the slow resources of this architecture usually take, in minutes; the fast ones need no word. */
interface Expected {
  readonly from: number;
  readonly to: number;
}

/**
 * By type and action. Sources: Microsoft, "Create a VPN gateway" (often 30 minutes or more; 45 for most SKUs); AWS,
 * "Creating an Amazon EKS cluster" (several minutes) and the create and delete timeouts of the providers' documentation,
 * of which these are the usual, not the longest times.
 */
const EXPECTED: Readonly<Record<string, Readonly<Partial<Record<string, Expected>>>>> = {
  azurerm_virtual_network_gateway: {
    create: { from: 30, to: 45 },
    delete: { from: 10, to: 20 },
    update: { from: 5, to: 45 },
  },
  azurerm_virtual_network_gateway_connection: { create: { from: 1, to: 5 } },
  azurerm_route_server: { create: { from: 10, to: 25 }, delete: { from: 5, to: 15 } },
  azurerm_express_route_circuit: { create: { from: 2, to: 10 } },
  aws_eks_cluster: { create: { from: 8, to: 15 }, update: { from: 5, to: 40 }, delete: { from: 3, to: 10 } },
  aws_eks_addon: { create: { from: 1, to: 5 } },
  aws_vpn_connection: { create: { from: 3, to: 8 }, update: { from: 5, to: 20 }, delete: { from: 3, to: 8 } },
  aws_ec2_transit_gateway: { create: { from: 2, to: 5 }, delete: { from: 1, to: 5 } },
  aws_ec2_transit_gateway_vpc_attachment: { create: { from: 1, to: 3 }, delete: { from: 1, to: 3 } },
  aws_nat_gateway: { create: { from: 1, to: 3 }, delete: { from: 1, to: 3 } },
  helm_release: { create: { from: 1, to: 5 } },
};

/** `usually 30 to 45 min`, or undefined for what takes no time worth telling. */
export function expectedDuration(address: string, action: string): string | undefined {
  const expected = EXPECTED[resourceType(address)]?.[action];
  return expected && `usually ${expected.from} to ${expected.to} min`;
}

/** `aws_vpc` of `module.a["x.y"].aws_vpc.this[0]`. */
function resourceType(address: string): string {
  const plain = address.replaceAll(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, '');
  return plain.split('.').at(-2) ?? '';
}
