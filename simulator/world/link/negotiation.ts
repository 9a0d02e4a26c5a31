/** What IKE agrees on for a tunnel, or why it agrees on nothing. Names of algorithms are AWS's. */
import type { ObjectValue, Value } from '../../terraform-provider/engine/types.ts';
import { blocks, number, text } from '../attributes.ts';
import type { Tunnel } from './tunnel.ts';

/** One phase as negotiated; with GCM the integrity of phase 2 is the cipher's own. */
export interface Phase {
  readonly encryption: string;
  readonly integrity: string;
  readonly group: number;
}
export interface Negotiated {
  readonly ikeVersion: string;
  readonly phase1: Phase;
  readonly phase2: Phase;
  /** Seconds after which each side renews phase 2. */
  readonly lifetimes: { readonly aws: number; readonly azure: number };
}
export type IkeFailure =
  'ike-version' | 'phase1-proposal' | 'preshared-key' | 'phase2-proposal' | 'nobody-starts';

interface Offer {
  readonly encryption: readonly string[];
  readonly integrity: readonly string[];
  readonly groups: readonly number[];
}

const ENCRYPTION: Readonly<Record<string, string>> = {
  AES128: 'AES128',
  AES256: 'AES256',
  GCMAES128: 'AES128-GCM-16',
  GCMAES256: 'AES256-GCM-16',
};
const INTEGRITY: Readonly<Record<string, string>> = { SHA1: 'SHA1', SHA256: 'SHA2-256', SHA384: 'SHA2-384' };
const GROUP: Readonly<Record<string, number>> = {
  DHGroup2: 2,
  DHGroup14: 14,
  DHGroup2048: 14,
  DHGroup24: 24,
  PFS2: 2,
  PFS14: 14,
  PFS2048: 14,
  PFS24: 24,
  ECP256: 19,
  ECP384: 20,
};
/** What a tunnel of AWS takes where its options name nothing, strongest first (API reference, tunnel options). */
const AWS_DEFAULT: Offer = {
  encryption: ['AES256-GCM-16', 'AES256', 'AES128-GCM-16', 'AES128'],
  integrity: ['SHA2-512', 'SHA2-384', 'SHA2-256', 'SHA1'],
  groups: [24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 5, 2],
};
/** What an Azure gateway offers without a policy of its own (Microsoft, "About VPN devices", IKEv2). */
const AZURE_DEFAULT_1: Offer = {
  encryption: ['AES256', 'AES128'],
  integrity: ['SHA1', 'SHA2-256'],
  groups: [2],
};
const AZURE_DEFAULT_2: Offer = {
  encryption: ['AES256-GCM-16', 'AES128-GCM-16', 'AES256', 'AES128'],
  integrity: ['SHA1', 'SHA2-256'],
  groups: [2, 14, 19, 20, 24],
};
const AZURE_LIFETIME = 27000;

/** What a tunnel may run on that agreed when its options allowed more than they do now. */
const AGREED_BEFORE: Phase = { encryption: 'AES128', integrity: 'SHA1', group: 2 };

/** Plays IKE between the two ends of a paired tunnel. */
export function negotiate(tunnel: Tunnel): Negotiated | IkeFailure {
  const { vpn, connection } = tunnel;
  const prefix = `tunnel${tunnel.number}_`;
  if (
    text(vpn, `${prefix}startup_action`) !== 'start' &&
    text(connection, 'connection_mode') === 'ResponderOnly'
  )
    return 'nobody-starts';
  const ikeVersion = (text(connection, 'connection_protocol') || 'IKEv2').toLowerCase();
  const versions = strings(vpn.attributes[`${prefix}ike_versions`]);
  if (versions.length > 0 && !versions.includes(ikeVersion)) return 'ike-version';
  const policy = blocks(connection, 'ipsec_policy')[0];
  const phase1 = agree(awsOffer(vpn.attributes, `${prefix}phase1`), azurePhase1(policy), false);
  if (phase1 === undefined) return 'phase1-proposal';
  if (text(vpn, `${prefix}preshared_key`) !== text(connection, 'shared_key')) return 'preshared-key';
  const phase2 = agree(awsOffer(vpn.attributes, `${prefix}phase2`), azurePhase2(policy), true);
  if (phase2 === undefined) return 'phase2-proposal';
  const aws = number(vpn, `${prefix}phase2_lifetime_seconds`) || 3600;
  const azure = policy === undefined ? AZURE_LIFETIME : number(policy, 'sa_lifetime') || AZURE_LIFETIME;
  const lifetimes = { aws, azure };
  if (vpn.attributes[`${prefix}agreed_before`] === true) {
    return { ikeVersion, phase1, phase2: AGREED_BEFORE, lifetimes };
  }
  return { ikeVersion, phase1, phase2, lifetimes };
}

function strings(value: Value | undefined): readonly string[] {
  const items = Array.isArray(value) ? (value as readonly Value[]) : [];
  return items.map((item) => (typeof item === 'symbol' || typeof item === 'object' ? '' : String(item)));
}

function awsOffer(attributes: ObjectValue, prefix: string): Offer {
  const encryption = strings(attributes[`${prefix}_encryption_algorithms`]);
  const integrity = strings(attributes[`${prefix}_integrity_algorithms`]);
  const groups = strings(attributes[`${prefix}_dh_group_numbers`]).map(Number);
  return {
    encryption: encryption.length > 0 ? encryption : AWS_DEFAULT.encryption,
    integrity: integrity.length > 0 ? integrity : AWS_DEFAULT.integrity,
    groups: groups.length > 0 ? groups : AWS_DEFAULT.groups,
  };
}

function offered(policy: ObjectValue, encryption: string, integrity: string, group: string): Offer {
  const one = (names: Readonly<Record<string, string>>, attribute: string): readonly string[] => {
    const name = names[text(policy, attribute)];
    return name === undefined ? [] : [name];
  };
  const number = GROUP[text(policy, group)];
  return {
    encryption: one(ENCRYPTION, encryption),
    integrity: one(INTEGRITY, integrity),
    groups: number === undefined ? [] : [number],
  };
}

function azurePhase1(policy: ObjectValue | undefined): Offer {
  if (policy === undefined) return AZURE_DEFAULT_1;
  return offered(policy, 'ike_encryption', 'ike_integrity', 'dh_group');
}

function azurePhase2(policy: ObjectValue | undefined): Offer {
  if (policy === undefined) return AZURE_DEFAULT_2;
  return offered(policy, 'ipsec_encryption', 'ipsec_integrity', 'pfs_group');
}

function agree(aws: Offer, azure: Offer, isPhase2: boolean): Phase | undefined {
  const encryption = aws.encryption.find((name) => azure.encryption.includes(name));
  const group = aws.groups.find((one) => azure.groups.includes(one));
  // In phase 2 a GCM cipher brings its own integrity, whatever else is listed.
  const own = isPhase2 && encryption?.includes('GCM') === true ? aws.integrity[0] : undefined;
  const integrity = own ?? aws.integrity.find((name) => azure.integrity.includes(name));
  if (encryption === undefined || group === undefined || integrity === undefined) return undefined;
  return { encryption, integrity, group };
}
