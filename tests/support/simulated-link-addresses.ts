/** Names and addresses of simulated links. Links lie side by side, so only what is public differs between them. */

export const TRANSIT_GATEWAY_ASN = 64512;
export const AZURE_GATEWAY_ASN = 65515;
export const CILIUM_ASN = 65010;
export const VPC_RANGE = '10.40.0.0/16';
export const VNET_RANGE = '10.80.0.0/16';
export const POD_RANGE = '10.112.0.0/16';
export const NODE_RANGE = '10.80.0.0/20';

export interface TunnelPlan {
  /** `instance0-tunnel1`. */
  readonly name: string;
  readonly instance: 0 | 1;
  readonly tunnel: 1 | 2;
  readonly insideCidr: string;
  readonly awsInside: string;
  readonly azureInside: string;
  readonly awsOutside: string;
}

/** The four tunnels of a link, in the order of their names. */
export function tunnelsOf(link: number): readonly TunnelPlan[] {
  return ([0, 1] as const).flatMap((instance) =>
    ([1, 2] as const).map((tunnel) => {
      const inside = (host: number): string => `169.254.2${tunnel}.${instance * 4 + host}`;
      return {
        name: `instance${instance}-tunnel${tunnel}`,
        instance,
        tunnel,
        insideCidr: `${inside(0)}/30`,
        awsInside: inside(1),
        azureInside: inside(2),
        awsOutside: `3.120.${link}.${10 * (instance + 1) + tunnel}`,
      };
    }),
  );
}

export function azurePublicAddress(link: number, instance: number): string {
  return `20.50.${link}.${4 + instance}`;
}

export function nodeAddress(node: number): string {
  return `10.80.0.${10 + node}`;
}

/** The slice of pods of a node. */
export function podSlice(node: number): string {
  return `10.112.${Math.floor(node / 2)}.${(node % 2) * 128}/25`;
}

export function presharedKey(link: number, { instance, tunnel }: TunnelPlan): string {
  return `psk.of.link${link}.instance${instance}.tunnel${tunnel}`;
}

/** An id in EC2's form: the prefix and 17 hex digits. */
export function ec2Id(prefix: string, link: number, number = 0): string {
  return `${prefix}-0${(link * 256 + number).toString(16).padStart(16, '0')}`;
}

export function groupOf(link: number): string {
  return link === 0 ? 'hybrid-network' : `hybrid-network-${link}`;
}
