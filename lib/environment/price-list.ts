/**
 * The prices of terraform/modules/costs/prices.json, which says where each is from; a test compares the two. Most are
 * list prices that nobody has verified.
 */
export const PRICE_LIST: {
  readonly currency: string;
  readonly asOf: string;
  readonly prices: Readonly<Record<string, { readonly amount: number; readonly per: 'hour' | 'month' }>>;
} = {
  currency: 'USD',
  asOf: '2026-11',
  prices: {
    'eks-cluster': { amount: 0.1, per: 'hour' },
    'eks-hybrid-vcpu': { amount: 0.02, per: 'hour' },
    'aws-transit-gateway-attachment': { amount: 0.05, per: 'hour' },
    'aws-vpn-connection': { amount: 0.05, per: 'hour' },
    'aws-nat-gateway': { amount: 0.045, per: 'hour' },
    'aws-public-ipv4': { amount: 0.005, per: 'hour' },
    'aws-kms-key': { amount: 1, per: 'month' },
    'aws-gp3-gib': { amount: 0.08, per: 'month' },
    'ec2-t3.medium': { amount: 0.0416, per: 'hour' },
    'ec2-t3.large': { amount: 0.0832, per: 'hour' },
    'ec2-m5.large': { amount: 0.096, per: 'hour' },
    'ec2-m6i.large': { amount: 0.096, per: 'hour' },
    'ec2-m7i.large': { amount: 0.1008, per: 'hour' },
    'ec2-m6i.xlarge': { amount: 0.192, per: 'hour' },
    'ec2-m7i.xlarge': { amount: 0.2016, per: 'hour' },
    'ec2-c6i.large': { amount: 0.085, per: 'hour' },
    'ec2-c6in.large': { amount: 0.1134, per: 'hour' },
    'ec2-m6g.large': { amount: 0.077, per: 'hour' },
    'ec2-m7g.large': { amount: 0.0816, per: 'hour' },
    'azure-vpn-gateway-VpnGw1AZ': { amount: 0.361, per: 'hour' },
    'azure-vpn-gateway-VpnGw2AZ': { amount: 0.564, per: 'hour' },
    'azure-vpn-gateway-VpnGw3AZ': { amount: 1.438, per: 'hour' },
    'azure-vpn-gateway-VpnGw4AZ': { amount: 2.415, per: 'hour' },
    'azure-vpn-gateway-VpnGw5AZ': { amount: 4.197, per: 'hour' },
    'azure-expressroute-gateway-ErGw1AZ': { amount: 0.361, per: 'hour' },
    'azure-expressroute-gateway-ErGw2AZ': { amount: 0.923, per: 'hour' },
    'azure-expressroute-gateway-ErGw3AZ': { amount: 2.81, per: 'hour' },
    'azure-route-server': { amount: 0.45, per: 'hour' },
    'azure-nat-gateway': { amount: 0.045, per: 'hour' },
    'azure-public-ip': { amount: 0.005, per: 'hour' },
    'azure-vm-Standard_D2s_v5': { amount: 0.096, per: 'hour' },
    'azure-vm-Standard_D4s_v5': { amount: 0.192, per: 'hour' },
    'azure-vm-Standard_D8s_v5': { amount: 0.384, per: 'hour' },
    'azure-vm-Standard_D16s_v5': { amount: 0.768, per: 'hour' },
    'azure-vm-Standard_D32s_v5': { amount: 1.536, per: 'hour' },
    'azure-disk-Premium_LRS-gib': { amount: 0.15, per: 'month' },
    'azure-disk-StandardSSD_LRS-gib': { amount: 0.075, per: 'month' },
    'azure-disk-Standard_LRS-gib': { amount: 0.046, per: 'month' },
  },
};
