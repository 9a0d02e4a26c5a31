import { hkdfSync, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { bundleErrors } from './bundle-errors.ts';
import type { KeyHeader, Provenance } from './bundle-format.ts';

/**
 * Makes and unwraps data keys under a key that never leaves its service; AWS KMS, in practice. The context is bound to
 * the wrapped key: unwrapping needs the same one.
 */
export interface DataKeyService {
  readonly keyArn: string;
  /** 32 fresh bytes, and the same wrapped. */
  generate(context: Readonly<Record<string, string>>): Promise<{ plain: Uint8Array; wrapped: Uint8Array }>;
  unwrap(wrapped: Uint8Array, context: Readonly<Record<string, string>>): Promise<Uint8Array>;
}

/** Where the key of a bundle comes from. */
export type KeySource =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'kms'; readonly service: DataKeyService };

/** The keys of one bundle. Every bundle has its own, so that no two digests or ciphertexts can be compared. */
export interface BundleKey {
  readonly header: KeyHeader;
  /** What the keys were made for; sealing with another provenance is refused. */
  readonly provenance: Provenance;
  readonly contentKey: Uint8Array;
  /** For {@link Fingerprint}. */
  readonly fingerprintKey: Uint8Array;
  /** See {@link BundleHeader.keyCheck}. */
  readonly check: string;
}

const KEY_BYTES = 32;
const SALT_BYTES = 32;
const SHORTEST_SECRET = 32;
const FEWEST_DIFFERENT_CHARACTERS = 8;

/**
 * OWASP's recommendation for scrypt ("Password Storage Cheat Sheet"): 128 MiB and some 0.4 s. Fixed by the version of
 * the format: were it read from the file, a forged file could ask for any amount of memory.
 */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 160 * 1024 * 1024 } as const;

/**
 * Refuses a secret that could be guessed; the message does not repeat it.
 * @throws EHA1260
 */
export function checkSecret(secret: string): void {
  if ([...secret].length < SHORTEST_SECRET) {
    throw bundleErrors.EHA1260(
      `The secret for the plan bundle has ${[...secret].length} characters; it needs at least ${SHORTEST_SECRET}.`,
    );
  }
  if (new Set(secret).size < FEWEST_DIFFERENT_CHARACTERS) {
    throw bundleErrors.EHA1260(
      `The secret for the plan bundle has fewer than ${FEWEST_DIFFERENT_CHARACTERS} different characters.`,
    );
  }
}

/**
 * Makes the keys of a new bundle. Make them before the plan is read: its fingerprint needs one of them.
 * @throws EHA1260 for a weak secret, and what the key service throws
 */
export async function createBundleKey(source: KeySource, provenance: Provenance): Promise<BundleKey> {
  if (source.kind === 'secret') {
    const salt = randomBytes(SALT_BYTES);
    const root = await stretch(source.secret, salt);
    return expand(root, { kind: 'secret', salt: salt.toString('base64') }, provenance);
  }
  const { plain, wrapped } = await source.service.generate(encryptionContext(provenance));
  const encoded = Buffer.from(wrapped).toString('base64');
  return expand(plain, { kind: 'kms', keyArn: source.service.keyArn, wrapped: encoded }, provenance);
}

/**
 * Finds the keys of a bundle again.
 * @throws EHA1265 when the bundle was sealed in another way or under another KMS key, or the key is not the one
 */
export async function recoverBundleKey(
  source: KeySource,
  header: KeyHeader,
  provenance: Provenance,
  check: string,
): Promise<BundleKey> {
  const key = expand(await rootOf(source, header, provenance), header, provenance);
  const given = Buffer.from(check, 'hex');
  const own = Buffer.from(key.check, 'hex');
  if (given.length !== own.length || !timingSafeEqual(given, own)) {
    throw bundleErrors.EHA1265('The key given is not the one the plan bundle was sealed with.');
  }
  return key;
}

async function rootOf(source: KeySource, header: KeyHeader, provenance: Provenance): Promise<Uint8Array> {
  if (source.kind === 'secret') {
    if (header.kind === 'secret') return stretch(source.secret, Buffer.from(header.salt, 'base64'));
    throw bundleErrors.EHA1265(
      `The plan bundle was sealed with the KMS key ${header.keyArn}, not with a secret.`,
    );
  }
  if (header.kind === 'secret') {
    throw bundleErrors.EHA1265('The plan bundle was sealed with a secret, not with a KMS key.');
  }
  // The key of the caller counts: a forged header must not choose which key is asked.
  if (header.keyArn !== source.service.keyArn) {
    throw bundleErrors.EHA1265(
      `The plan bundle was sealed with the KMS key ${header.keyArn}; the key given is ${source.service.keyArn}.`,
    );
  }
  return source.service.unwrap(Buffer.from(header.wrapped, 'base64'), encryptionContext(provenance));
}

async function stretch(secret: string, salt: Uint8Array): Promise<Uint8Array> {
  checkSecret(secret);
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, KEY_BYTES, SCRYPT, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}

/** One key for each purpose, and the root is overwritten: nothing else may be derived from it later. */
function expand(root: Uint8Array, header: KeyHeader, provenance: Provenance): BundleKey {
  const derive = (purpose: string): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', root, '', `eks-hybrid-actions/plan-bundle/v1/${purpose}`, KEY_BYTES));
  const key: BundleKey = {
    header,
    provenance,
    contentKey: derive('content'),
    fingerprintKey: derive('fingerprint'),
    check: Buffer.from(derive('check')).toString('hex'),
  };
  root.fill(0);
  return key;
}

/** The provenance as KMS wants it: texts only. What is not there is left out. */
export function encryptionContext(provenance: Provenance): Readonly<Record<string, string>> {
  const context: Record<string, string> = {};
  for (const [name, value] of Object.entries(provenance) as [string, string | number | null][]) {
    if (value !== null) context[name] = String(value);
  }
  return context;
}
