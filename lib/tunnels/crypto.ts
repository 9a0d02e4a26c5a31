import type { CryptoPolicy, NegotiatedCrypto } from './facts.ts';

/** Names of one kind in both clouds, and how this suite writes them. */
const NAMES: Readonly<Record<string, string>> = {
  AES128: 'AES128-CBC',
  AES192: 'AES192-CBC',
  AES256: 'AES256-CBC',
  'AES128-GCM-16': 'AES128-GCM',
  'AES256-GCM-16': 'AES256-GCM',
  GCMAES128: 'AES128-GCM',
  GCMAES192: 'AES192-GCM',
  GCMAES256: 'AES256-GCM',
  'SHA2-256': 'SHA256',
  'SHA2-384': 'SHA384',
  'SHA2-512': 'SHA512',
  DHGroup1: '1',
  DHGroup2: '2',
  DHGroup14: '14',
  DHGroup2048: '14',
  DHGroup24: '24',
  ECP256: '19',
  ECP384: '20',
  PFS1: '1',
  PFS2: '2',
  PFS14: '14',
  PFS2048: '14',
  PFS24: '24',
  PFSMM: 'any',
  None: 'none',
};

/** A cipher, digest or group as this suite writes it. AWS writes groups as numbers, Azure as names. */
export function cipherName(text: string | number): string {
  const name = String(text);
  return NAMES[name] ?? name;
}

/** Bits of strength, by which `weaker` is decided; a group's after the usual comparison of lengths. */
const STRENGTH: Readonly<Record<string, number>> = {
  'AES128-CBC': 128,
  'AES192-CBC': 192,
  'AES256-CBC': 250,
  'AES128-GCM': 130,
  'AES192-GCM': 194,
  'AES256-GCM': 256,
  DES: 40,
  DES3: 80,
  MD5: 40,
  SHA1: 80,
  SHA256: 128,
  SHA384: 192,
  SHA512: 256,
  none: 0,
  1: 40,
  2: 80,
  5: 90,
  14: 112,
  15: 128,
  16: 150,
  17: 165,
  18: 180,
  19: 128,
  20: 192,
  21: 256,
  22: 80,
  23: 100,
  24: 100,
};

const strength = (name: string): number => STRENGTH[name] ?? 0;

/** Where nothing common is offered: the phase does not come up. */
export interface CryptoMismatch {
  readonly phase: 1 | 2;
  readonly what: 'encryption' | 'integrity' | 'group' | 'lifetime';
  readonly aws: string;
  readonly azure: string;
}

const isAead = (names: readonly string[]): boolean =>
  names.length > 0 && names.every((name) => name.includes('GCM'));

/**
 * What the two sides have set that cannot meet. Lists that are empty mean that the side takes what it is offered; with GCM
 * the digest is part of the cipher, and clouds write it differently.
 */
export function cryptoMismatches(aws: CryptoPolicy, azure: CryptoPolicy): readonly CryptoMismatch[] {
  const rows: readonly (readonly [1 | 2, CryptoMismatch['what'], readonly string[], readonly string[]])[] = [
    [1, 'encryption', aws.phase1Encryption, azure.phase1Encryption],
    [1, 'integrity', aws.phase1Integrity, azure.phase1Integrity],
    [1, 'group', aws.phase1Groups, azure.phase1Groups],
    [2, 'encryption', aws.phase2Encryption, azure.phase2Encryption],
    [2, 'group', aws.phase2Groups, azure.phase2Groups],
    ...(isAead(azure.phase2Encryption)
      ? []
      : ([[2, 'integrity', aws.phase2Integrity, azure.phase2Integrity]] as const)),
  ];
  const found = rows.flatMap(([phase, what, one, other]): readonly CryptoMismatch[] => {
    if (one.length === 0 || other.length === 0 || other.includes('any')) return [];
    if (one.some((name) => other.includes(name))) return [];
    return [{ phase, what, aws: one.join(', '), azure: other.join(', ') }];
  });
  return [...found, ...lifetimes(aws, azure)];
}

/** AWS refuses a security association that lives longer than its own; Azure's default is 27000 seconds. */
function lifetimes(aws: CryptoPolicy, azure: CryptoPolicy): readonly CryptoMismatch[] {
  const [one, other] = [aws.phase2Lifetime, azure.phase2Lifetime];
  if (one === null || other === null || one === other) return [];
  return [{ phase: 2, what: 'lifetime', aws: `${one} s`, azure: `${other} s` }];
}

/** What Azure offers where nothing is set: no PFS, and keys for 27000 seconds. */
export const AZURE_DEFAULT: CryptoPolicy = {
  ikeVersions: ['ikev2'],
  phase1Encryption: [],
  phase1Integrity: [],
  phase1Groups: [],
  phase2Encryption: [],
  phase2Integrity: [],
  phase2Groups: ['none'],
  phase2Lifetime: 27_000,
};

/** Sentences about what was agreed on though something stronger was asked for. */
export function weakerThanAsked(asked: CryptoPolicy, agreed: NegotiatedCrypto): readonly string[] {
  const rows: readonly [string, readonly string[], string | null][] = [
    ['phase 1 encryption', asked.phase1Encryption, agreed.phase1],
    ['phase 1 group', asked.phase1Groups, agreed.phase1Group],
    ['phase 2 encryption', asked.phase2Encryption, agreed.phase2],
    ['phase 2 group', asked.phase2Groups, agreed.phase2Group],
  ];
  const weaker = rows.flatMap(([what, wanted, found]): readonly string[] => {
    if (found === null || wanted.length === 0) return [];
    const least = Math.min(...wanted.map(strength));
    return strength(found) < least ? [`${what} is ${found}, asked for was ${wanted.join(', ')}`] : [];
  });
  const version = agreed.ikeVersion;
  const isOld = version === 'ikev1' && asked.ikeVersions.length > 0 && !asked.ikeVersions.includes(version);
  return isOld ? ['IKE is version 1, asked for was version 2', ...weaker] : weaker;
}

/**
 * Largest packet and TCP segment over the tunnels, for a cipher of phase 2. AWS's "Best practices for your customer gateway
 * device" gives the first; Azure wants a segment of 1350 at most or packets of 1400.
 */
export function mtuAdvice(phase2: string | null): {
  readonly mtu: number;
  readonly mss: number;
  readonly sentence: string;
} {
  const most = phase2?.includes('GCM') === true ? 1446 : phase2 === null ? 1400 : 1422;
  return {
    mtu: 1400,
    mss: 1350,
    sentence:
      phase2 === null
        ? 'Keep packets over the link at 1400 bytes and TCP segments at 1350: the cipher is not known, and Azure needs no less.'
        : `${phase2} leaves ${most} bytes for a packet; keep packets at 1400 bytes and TCP segments at 1350, which Azure's gateway asks for.`,
  };
}
