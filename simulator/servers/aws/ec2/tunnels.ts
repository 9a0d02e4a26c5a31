/** Calls of EC2 about one tunnel, and the parts of a VPN connection that tell how its tunnels are. */
import type { ObjectValue, Value, WorldObject } from '../../../terraform-provider/engine/types.ts';
import { lastChange, observe } from '../../../world/link/history.ts';
import { linkOf, type TunnelState, tunnelsOfConnection } from '../../../world/link/link.ts';
import type { CloudView } from '../../../world/link/view.ts';
import { type Ec2Call, Ec2Refusal, text } from './operation.ts';
import type { Xml } from './xml.ts';

/** What AWS says of each tunnel. A connection still being made has no telemetry. */
export function telemetry(object: WorldObject, view: CloudView): Xml {
  if (connectionState(view) === 'pending' || view.faults.strikes('ec2-telemetry-missing')) return [];
  return tunnelsOfConnection(view, text(object, 'id')).map((state) => ({
    acceptedRouteCount: state.toAws.length,
    lastStatusChange: lastChange(view, state).toISOString(),
    outsideIpAddress: state.tunnel.outside,
    status: state.awsShows.bgp ? 'UP' : 'DOWN',
    statusMessage: messageOf(state),
  }));
}

function messageOf({ awsShows, toAws }: TunnelState): string {
  if (awsShows.bgp) return `${toAws.length} BGP ROUTES`;
  return awsShows.ipsec ? 'IPSEC IS UP' : 'IPSEC IS DOWN';
}

/** State of VPN connections. */
export function connectionState(view: CloudView): string {
  return view.faults.strikes('link-provisioning') ? 'pending' : 'available';
}

function values(attributes: ObjectValue, name: string): Xml {
  const value = attributes[name];
  const items = Array.isArray(value) ? (value as readonly Value[]) : [];
  const all = items.flatMap((item) => (typeof item === 'string' || typeof item === 'number' ? [item] : []));
  return all.length === 0 ? undefined : all.map((item) => ({ value: item }));
}

/** Options of one tunnel. Like EC2, with the key in clear. */
export function tunnelOptions({ attributes }: WorldObject, number: 1 | 2): Xml {
  const of = (name: string): string => `tunnel${number}_${name}`;
  const one = (name: string): Xml => {
    const value = attributes[of(name)];
    return typeof value === 'string' || typeof value === 'number' ? value : undefined;
  };
  return {
    outsideIpAddress: one('address') ?? '',
    tunnelInsideCidr: one('inside_cidr') ?? '',
    preSharedKey: one('preshared_key') ?? '',
    phase1LifetimeSeconds: one('phase1_lifetime_seconds'),
    phase2LifetimeSeconds: one('phase2_lifetime_seconds'),
    rekeyMarginTimeSeconds: one('rekey_margin_time_seconds'),
    rekeyFuzzPercentage: one('rekey_fuzz_percentage'),
    replayWindowSize: one('replay_window_size'),
    dpdTimeoutSeconds: one('dpd_timeout_seconds'),
    dpdTimeoutAction: one('dpd_timeout_action'),
    phase1EncryptionAlgorithmSet: values(attributes, of('phase1_encryption_algorithms')),
    phase2EncryptionAlgorithmSet: values(attributes, of('phase2_encryption_algorithms')),
    phase1IntegrityAlgorithmSet: values(attributes, of('phase1_integrity_algorithms')),
    phase2IntegrityAlgorithmSet: values(attributes, of('phase2_integrity_algorithms')),
    phase1DHGroupNumberSet: values(attributes, of('phase1_dh_group_numbers')),
    phase2DHGroupNumberSet: values(attributes, of('phase2_dh_group_numbers')),
    ikeVersionSet: values(attributes, of('ike_versions')),
    startupAction: one('startup_action'),
    enableTunnelLifecycleControl: attributes[of('enable_tunnel_lifecycle_control')] === true,
  };
}

/** The tunnel that a call names by its connection and outside address. */
function named(form: URLSearchParams, region: string, view: CloudView): TunnelState {
  const vpn = form.get('VpnConnectionId') ?? '';
  const outside = form.get('VpnTunnelOutsideIpAddress') ?? '';
  const own = linkOf(view).tunnels.filter(
    ({ tunnel }) => text(tunnel.vpn, 'id') === vpn && tunnel.vpn.region === region,
  );
  if (own.length === 0) {
    throw new Ec2Refusal(
      400,
      'InvalidVpnConnectionID.NotFound',
      `The vpnConnection ID '${vpn}' does not exist`,
    );
  }
  const found = own.find(({ tunnel }) => tunnel.outside === outside);
  if (found === undefined) {
    throw new Ec2Refusal(
      400,
      'InvalidParameterValue',
      `Value (${outside}) for parameter vpnTunnelOutsideIpAddress is invalid.`,
    );
  }
  return found;
}

/** A tunnel of which nothing was negotiated has a status of its own, without ciphers. */
function activeStatus({ negotiated, awsShows }: TunnelState, view: CloudView): Xml {
  if (connectionState(view) === 'pending') return { provisioningStatus: 'pending' };
  if (negotiated === undefined || !awsShows.ipsec) return { provisioningStatus: 'available' };
  const { phase1, phase2, ikeVersion } = negotiated;
  return {
    phase1EncryptionAlgorithm: phase1.encryption,
    phase2EncryptionAlgorithm: phase2.encryption,
    phase1IntegrityAlgorithm: phase1.integrity,
    phase2IntegrityAlgorithm: phase2.integrity,
    phase1DHGroup: phase1.group,
    phase2DHGroup: phase2.group,
    ikeVersion,
    provisioningStatus: 'available',
  };
}

const HOUR_MS = 3_600_000;

/** Maintenance announced for the first tunnel, or just applied to it. */
function maintenance(state: TunnelState, view: CloudView): Xml {
  const isFirst = linkOf(view).tunnels[0]?.tunnel.key === state.tunnel.key;
  const now = view.clock.now().getTime();
  if (isFirst && view.faults.strikes('link-maintenance-announced')) {
    const applied = new Date(now + 72 * HOUR_MS).toISOString();
    return { pendingMaintenance: 'available', maintenanceAutoAppliedAfter: applied };
  }
  const last = new Date(state.failure === 'endpoint-replaced' ? now : now - 30 * 24 * HOUR_MS);
  return { pendingMaintenance: 'none', lastMaintenanceApplied: last.toISOString() };
}

/** What was negotiated for a tunnel, and whether its endpoint is to be replaced. */
export const TUNNEL_CALLS: readonly Ec2Call[] = [
  {
    action: 'GetActiveVpnTunnelStatus',
    answer: (form, region, view) => ({
      activeVpnTunnelStatus: activeStatus(named(form, region, view), view),
    }),
  },
  {
    action: 'GetVpnTunnelReplacementStatus',
    answer: (form, region, view) => {
      observe(view);
      const state = named(form, region, view);
      return {
        vpnConnectionId: text(state.tunnel.vpn, 'id'),
        transitGatewayId: text(state.tunnel.vpn, 'transit_gateway_id') || undefined,
        customerGatewayId: text(state.tunnel.vpn, 'customer_gateway_id'),
        vpnTunnelOutsideIpAddress: state.tunnel.outside,
        maintenanceDetails: maintenance(state, view),
      };
    },
  },
];
