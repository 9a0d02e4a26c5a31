/** Keys made for one run of the simulation, with histories: extended, expired, revoked. */
import * as openpgp from 'openpgp';
import type { Flaw } from './flaws.ts';

const DAY = 86_400_000;
const YEAR = 365 * DAY;

/** How a mirror signs, and the public key that its users are told. */
export interface Signer {
  readonly publicKey: string;
  /** Of the primary key, in capitals. */
  readonly fingerprint: string;
  sign(content: Uint8Array): Promise<Uint8Array>;
}

/** All times hang on the moment the server was started. */
export class Keyring {
  readonly #now: number;
  readonly #main: openpgp.PrivateKey;
  #attacker: Promise<openpgp.PrivateKey> | undefined;

  private constructor(now: number, main: openpgp.PrivateKey) {
    this.#now = now;
    this.#main = main;
  }

  /** Makes the main key: RSA with a signing subkey, as HashiCorp's. */
  static async create(now: Date): Promise<Keyring> {
    const created = new Date(now.getTime() - 2 * YEAR);
    return new Keyring(now.getTime(), await generate(created, { type: 'rsa', rsaBits: 2048 }));
  }

  /** The signer of a mirror; without a flaw the right one. */
  async signer(flaw: Flaw | undefined): Promise<Signer> {
    const main = this.#main;
    const signedAt = this.#ago(30 * DAY);
    switch (flaw) {
      case 'attacker-signed':
      case 'two-strangers':
        return this.#signer(main, async (content) => {
          const signature = await detached(await this.#stranger(), content, signedAt);
          return flaw === 'two-strangers' ? join(signature, signature) : signature;
        });
      case 'attacker-named-like-key':
        return this.#signer(main, async (content) => this.#impersonate(content, signedAt));
      case 'two-signatures':
        return this.#signer(main, async (content) =>
          join(
            await detached(await this.#stranger(), content, signedAt),
            await detached(main, content, signedAt),
          ),
        );
      case 'unsigned':
      case 'empty-signature':
        return this.#signer(main, () => Promise.resolve(new Uint8Array()));
      case 'garbled-signature':
        return this.#signer(main, () =>
          Promise.resolve(Buffer.from('these bytes are no signature'.repeat(8))),
        );
      case 'text-signature':
        return this.#signer(main, (content) => textSignature(main, content, signedAt));
      case 'armoured-signature':
        return this.#signer(main, async (content) => armour(await detached(main, content, signedAt)));
      case 'encryption-subkey':
        return this.#encryptionSubkey(signedAt);
      case 'from-the-future':
        return this.#signer(main, (content) => detached(main, content, this.#ago(-DAY)));
      default:
        return (await this.#aged(flaw, signedAt)) ?? this.#signer(main, (c) => detached(main, c, signedAt));
    }
  }

  /** Signers whose key has a history; undefined for any other flaw. */
  async #aged(flaw: Flaw | undefined, signedAt: Date): Promise<Signer | undefined> {
    const { keyRetired, keySuperseded, keyCompromised } = openpgp.enums.reasonForRevocation;
    const revoked = async (flag: openpgp.enums.reasonForRevocation, date: Date) => {
      const { publicKey } = await openpgp.revokeKey({
        key: this.#main,
        reasonForRevocation: { flag, string: '' },
        date,
        format: 'object',
      });
      return this.#signer(publicKey, (content) => detached(this.#main, content, signedAt));
    };
    switch (flaw) {
      case 'expired-before':
        return this.#expired(this.#ago(60 * DAY), signedAt);
      case 'expired-after':
        return this.#expired(this.#ago(10 * DAY), signedAt);
      case 'renewed':
        return this.#renewed(signedAt);
      case 'revoked':
        return revoked(keyCompromised, this.#ago(10 * DAY));
      case 'superseded-before':
        return revoked(keySuperseded, this.#ago(60 * DAY));
      case 'superseded-after':
        return revoked(keyRetired, this.#ago(10 * DAY));
      default:
        return undefined;
    }
  }

  #ago(milliseconds: number): Date {
    return new Date(this.#now - milliseconds);
  }

  #signer(key: openpgp.Key, sign: Signer['sign']): Signer {
    const publicKey = key.toPublic();
    return { publicKey: publicKey.armor(), fingerprint: publicKey.getFingerprint().toUpperCase(), sign };
  }

  /** The public key says it expired at `expiry`; its holder signs nevertheless, with a copy that does not say so. */
  async #expired(expiry: Date, signedAt: Date): Promise<Signer> {
    const created = this.#main.getCreationTime();
    const key = await generate(created, {
      keyExpirationTime: (expiry.getTime() - created.getTime()) / 1000,
    });
    const { privateKey } = await openpgp.reformatKey({
      privateKey: key,
      userIDs: { name: 'Release signing' },
      date: new Date(created.getTime() + 1000),
      format: 'object',
    });
    return this.#signer(key, (content) => detached(privateKey, content, signedAt));
  }

  /** All statements of the public key are from last week. */
  async #renewed(signedAt: Date): Promise<Signer> {
    const { publicKey } = await openpgp.reformatKey({
      privateKey: this.#main,
      userIDs: { name: 'Release signing' },
      keyExpirationTime: (3 * YEAR) / 1000,
      date: this.#ago(7 * DAY),
      format: 'object',
    });
    return this.#signer(publicKey, (content) => detached(this.#main, content, signedAt));
  }

  async #stranger(): Promise<openpgp.PrivateKey> {
    this.#attacker ??= generate(this.#ago(YEAR), {});
    return this.#attacker;
  }

  /** A signature by the attacker's key in which the issuer has been replaced by the right key's. */
  async #impersonate(content: Uint8Array, signedAt: Date): Promise<Uint8Array> {
    const attacker = await generate(this.#ago(YEAR), { type: 'rsa', rsaBits: 2048 });
    const packet = await lowLevel(signingPart(attacker), content, signedAt, openpgp.enums.signature.binary, {
      as: signingPart(this.#main),
    });
    return packet;
  }

  async #encryptionSubkey(signedAt: Date): Promise<Signer> {
    const { privateKey } = await openpgp.generateKey({
      userIDs: { name: 'Release signing' },
      type: 'rsa',
      rsaBits: 2048,
      date: this.#ago(YEAR),
      subkeys: [{}],
      format: 'object',
    });
    const [subkey] = privateKey.subkeys;
    if (subkey === undefined) throw new Error('a key without the subkey that was asked for');
    return this.#signer(privateKey, (content) =>
      lowLevel(subkey, content, signedAt, openpgp.enums.signature.binary),
    );
  }
}

type Part = openpgp.PrivateKey | openpgp.Subkey;

async function generate(
  date: Date,
  options: { type?: 'rsa'; rsaBits?: number; keyExpirationTime?: number },
): Promise<openpgp.PrivateKey> {
  const { privateKey } = await openpgp.generateKey({
    userIDs: { name: 'Release signing' },
    date,
    subkeys: [{ sign: true }],
    format: 'object',
    ...options,
  });
  return privateKey;
}

function signingPart(key: openpgp.PrivateKey): Part {
  return key.subkeys[0] ?? key;
}

async function detached(key: openpgp.PrivateKey, content: Uint8Array, date: Date): Promise<Uint8Array> {
  const message = await openpgp.createMessage({ binary: content });
  // The declared type for a message of bytes is lost on the way through its generic parameter.
  return (await openpgp.sign({
    message,
    signingKeys: key,
    detached: true,
    format: 'binary',
    date,
  })) as Uint8Array;
}

function textSignature(key: openpgp.PrivateKey, content: Uint8Array, date: Date): Promise<Uint8Array> {
  return lowLevel(signingPart(key), content, date, openpgp.enums.signature.text);
}

/** A signature that the library would not make by itself. */
async function lowLevel(
  part: Part,
  content: Uint8Array,
  date: Date,
  type: openpgp.enums.signature,
  options: { readonly as?: Part } = {},
): Promise<Uint8Array> {
  const named = options.as ?? part;
  const packet = new openpgp.SignaturePacket();
  packet.signatureType = type;
  packet.publicKeyAlgorithm = part.keyPacket.algorithm;
  packet.hashAlgorithm = openpgp.enums.hash.sha512;
  const message = await openpgp.createMessage({ binary: content });
  const [literal] = message.packets;
  // Its declaration lacks the last parameter and knows content only as bytes.
  const sign = packet.sign.bind(packet) as unknown as (...args: readonly unknown[]) => Promise<void>;
  // It takes the issuer's name from the key.
  const key: object = Object.assign(Object.create(part.keyPacket) as object, {
    getKeyID: () => named.getKeyID(),
    getFingerprintBytes: () => Buffer.from(named.getFingerprint(), 'hex'),
  });
  await sign(key, literal, date, true, openpgp.config);
  const list = new openpgp.PacketList<openpgp.SignaturePacket>();
  list.push(packet);
  return list.write();
}

/** Signatures one after another make a file of several. */
function join(...signatures: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(signatures);
}

async function armour(signature: Uint8Array): Promise<Uint8Array> {
  const parsed = await openpgp.readSignature({ binarySignature: signature });
  return Buffer.from(parsed.armor());
}
