/** A self-signed certificate for the webhook of one run, in DER by hand (RFC 5280): Node makes keys, not certificates. */
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

export interface CertificatePair {
  /** PEM. */
  readonly cert: string;
  /** PEM, PKCS #8. */
  readonly key: string;
}

const ECDSA_SHA256 = '06082a8648ce3d040302';
const COMMON_NAME = '0603550403';
const ALTERNATIVE_NAME = '0603551d11';
const BASIC_CONSTRAINTS = '0603551d13';

/** For one DNS name, good from an hour before `now` (clocks differ) to a day after it. */
export function createCertificate(dnsName: string, now: number): CertificatePair {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const algorithm = der(0x30, Buffer.from(ECDSA_SHA256, 'hex'));
  const name = der(
    0x30,
    der(0x31, der(0x30, Buffer.from(COMMON_NAME, 'hex'), der(0x0c, Buffer.from('eha-probe-webhook')))),
  );
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    algorithm,
    name,
    der(0x30, time(now - HOUR_MS), time(now + 24 * HOUR_MS)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, ...extensions(dnsName))),
  );
  const signature = sign('sha256', body, privateKey);
  const cert = der(0x30, body, algorithm, der(0x03, Buffer.from([0]), signature));
  return {
    cert: pem('CERTIFICATE', cert),
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  };
}

const HOUR_MS = 3_600_000;

function extensions(dnsName: string): Buffer[] {
  const isAuthority = der(0x30, der(0x01, Buffer.from([0xff])));
  const names = der(0x30, der(0x82, Buffer.from(dnsName, 'ascii')));
  return [
    der(0x30, Buffer.from(BASIC_CONSTRAINTS, 'hex'), der(0x01, Buffer.from([0xff])), der(0x04, isAuthority)),
    der(0x30, Buffer.from(ALTERNATIVE_NAME, 'hex'), der(0x04, names)),
  ];
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

/** UTCTime, good until 2050. */
function time(at: number): Buffer {
  const text = new Date(at).toISOString().replaceAll(/[-:T]/g, '').slice(2, 14);
  return der(0x17, Buffer.from(`${text}Z`, 'ascii'));
}

function pem(label: string, bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
