import type * as OpenPgpModule from 'openpgp';
import type { Key, SignaturePacket, Subkey } from 'openpgp';
import type { ActionError } from '../action/errors.ts';
import { installErrors } from './errors.ts';
import { normaliseFingerprint } from './keys.ts';
import type { Proof, TrustedKey } from './types.ts';

type OpenPgp = typeof OpenPgpModule;

/** A file with more is not a release's. */
const MAX_SIGNATURES = 20;

export interface SignedDocument {
  readonly content: Uint8Array;
  /** Detached signatures of the content, binary or armoured. */
  readonly signature: Uint8Array;
  readonly keys: readonly TrustedKey[];
  /** A signature from after this is refused. */
  readonly now: Date;
  /** Address of the signature, for messages. */
  readonly from: string;
}

export interface Verification {
  readonly proof: Extract<Proof, { by: 'signature' }>;
  readonly key: TrustedKey;
}

interface LoadedKey {
  readonly trusted: TrustedKey;
  readonly key: Key;
}

/**
 * Verifies that at least one of the signatures is a valid one by a trusted key or by one of its signing subkeys, and
 * says which. Fails closed: EHA1401 for a key that cannot be used, EHA1405 to EHA1409 for the reason that no signature
 * is valid. A key is judged at the time of the signature: one that expired since still proves what it signed before,
 * one that had expired proves nothing, and neither does one that is revoked as compromised, whenever it signed.
 */
export async function verifySignature(document: SignedDocument): Promise<Verification> {
  // Hundreds of kilobytes that only a download needs.
  const openpgp = await import('openpgp');
  const keys = await Promise.all(document.keys.map((trusted) => loadKey(openpgp, trusted)));
  const packets = await readSignatures(openpgp, document);
  const refusals: ActionError[] = [];
  for (const packet of packets) {
    const outcome = await verifyOne(openpgp, packet, keys, document);
    if ('proof' in outcome) return outcome;
    refusals.push(outcome);
  }
  throw worst(refusals);
}

/** A broken signature by a trusted key says more than a foreign one beside it. */
function worst(refusals: readonly ActionError[]): Error {
  const order = ['EHA1408', 'EHA1409', 'EHA1406', 'EHA1407'];
  const [first] = [...refusals].sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
  return first ?? new Error('no signature and no refusal');
}

async function loadKey(openpgp: OpenPgp, trusted: TrustedKey): Promise<LoadedKey> {
  const { name, armored, fingerprint } = trusted;
  // The library would read the first and pass over the rest.
  const blocks = armored.split('-----BEGIN PGP').length - 1;
  if (blocks > 1) throw installErrors.EHA1401(`The text of ${name} holds ${blocks} keys instead of one.`);
  const keys = await openpgp.readKeys({ armoredKeys: armored }).catch((cause: unknown) => {
    throw installErrors.EHA1401(`The public key of ${name} cannot be read.`, { cause });
  });
  const [key] = keys;
  if (key === undefined || keys.length > 1) {
    throw installErrors.EHA1401(`The text of ${name} holds ${keys.length} keys instead of one.`);
  }
  if (key.isPrivate()) {
    throw installErrors.EHA1401(`The text of ${name} is a private key; it has to be considered disclosed.`);
  }
  const actual = key.getFingerprint().toUpperCase();
  if (fingerprint !== undefined && normaliseFingerprint(fingerprint, name) !== actual) {
    throw installErrors.EHA1401(`The key of ${name} has the fingerprint ${actual}, not ${fingerprint}.`);
  }
  return { trusted, key };
}

async function readSignatures(
  openpgp: OpenPgp,
  document: SignedDocument,
): Promise<readonly SignaturePacket[]> {
  const { signature, from } = document;
  const text = Buffer.from(signature).toString('latin1').trim();
  if (text === '') throw installErrors.EHA1405(`${from} is empty.`);
  try {
    const parsed = text.startsWith('-----BEGIN PGP')
      ? await openpgp.readSignature({ armoredSignature: text })
      : await openpgp.readSignature({ binarySignature: new Uint8Array(signature) });
    // The list also holds what could not be parsed, for example signatures of a later version.
    const packets = [...parsed.packets].filter((packet) => packet instanceof openpgp.SignaturePacket);
    if (packets.length > 0 && packets.length <= MAX_SIGNATURES) return packets;
    throw new Error(`${packets.length} signatures that can be read`);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw installErrors.EHA1406(`${from}: ${reason}`, { cause });
  }
}

/** The proof, or why this signature is none. */
async function verifyOne(
  openpgp: OpenPgp,
  packet: SignaturePacket,
  keys: readonly LoadedKey[],
  document: SignedDocument,
): Promise<Verification | ActionError> {
  const { from } = document;
  const { created } = packet;
  if (packet.signatureType !== openpgp.enums.signature.binary || created === null) {
    return installErrors.EHA1406(`${from} is not a signature of a binary document with a time.`);
  }
  const signer = findSigner(packet, keys);
  if (signer === undefined) {
    const trusted = document.keys.map(({ name }) => name).join(', ');
    return installErrors.EHA1407(
      `${from} was made by key ${packet.issuerKeyID.toHex().toUpperCase()}, which is not a key of ${trusted}.`,
    );
  }
  const { loaded, part } = signer;
  const mismatch = await whyNoMatch(openpgp, packet, part, document);
  if (mismatch !== null) {
    return installErrors.EHA1408(`${from}, by the key of ${loaded.trusted.name}: ${mismatch}.`);
  }
  const invalid = await whyInvalidAt(loaded.key, part, created);
  if (invalid !== null) {
    return installErrors.EHA1409(
      `${from} was made on ${created.toISOString()} by the key of ${loaded.trusted.name}: ${invalid}.`,
    );
  }
  return {
    key: loaded.trusted,
    proof: {
      by: 'signature',
      key: loaded.trusted.name,
      fingerprint: loaded.key.getFingerprint().toUpperCase(),
      signedBy: part.getFingerprint().toUpperCase(),
      signedAt: created.toISOString(),
    },
  };
}

/** Null when the signature is the key's signature of the content, else the reason. */
async function whyNoMatch(
  openpgp: OpenPgp,
  packet: SignaturePacket,
  { keyPacket }: KeyPart,
  { content, now }: SignedDocument,
): Promise<string | null> {
  const [literal] = (await openpgp.createMessage({ binary: content })).packets;
  if (literal === undefined) return 'there is no content';
  try {
    await packet.verify(keyPacket, openpgp.enums.signature.binary, literal, now, true);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The primary key or a subkey. */
type KeyPart = Key | Subkey;

function findSigner(
  packet: SignaturePacket,
  keys: readonly LoadedKey[],
): { readonly loaded: LoadedKey; readonly part: KeyPart } | undefined {
  const named =
    packet.issuerFingerprint === null ? null : Buffer.from(packet.issuerFingerprint).toString('hex');
  for (const loaded of keys) {
    const parts: readonly KeyPart[] = [loaded.key, ...loaded.key.subkeys];
    const part = parts.find(
      (candidate) =>
        candidate.getKeyID().equals(packet.issuerKeyID) &&
        (named === null || candidate.getFingerprint() === named),
    );
    if (part !== undefined) return { loaded, part };
  }
  return undefined;
}

/**
 * Null when the key could sign at that time, else the reason.
 *
 * A publisher who extends a key signs its parts anew and leaves out the older statements (HashiCorp's key of 2021 has
 * only those of February 2026). By the statements alone the key would then not have been valid at the time of an older
 * signature. So the time of each later statement is tried as well: whether the key had expired or was revoked by then
 * still counts.
 */
async function whyInvalidAt(key: Key, part: KeyPart, signedAt: Date): Promise<string | null> {
  for (const { keyPacket } of [key, part]) {
    if (keyPacket.created > signedAt) return 'the key was made after that';
  }
  const later = statementTimes(key).filter((time) => time > signedAt);
  let reason = '';
  for (const time of [signedAt, ...later]) {
    try {
      const valid = await key.getSigningKey(part.getKeyID(), time);
      if (valid.getFingerprint() === part.getFingerprint()) return null;
      reason ||= 'it is not a signing key';
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
    }
  }
  return reason;
}

/** When the owner last said something about the key and its parts: self-certifications and bindings, in order. */
function statementTimes(key: Key): readonly Date[] {
  const packets = [
    ...key.users.flatMap((user) => user.selfCertifications),
    ...key.subkeys.flatMap((subkey) => subkey.bindingSignatures),
  ];
  const times = packets
    .flatMap((packet) => [packet.created, packet.embeddedSignature?.created ?? null])
    .flatMap((time) => (time === null ? [] : [time.getTime()]));
  return [...new Set(times)].sort((a, b) => a - b).map((time) => new Date(time));
}
