/**
 * Certificates for servers that clients refuse without TLS. The authority is made anew in each process and trusted by
 * nobody but those who are given it (NODE_EXTRA_CA_CERTS).
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import forge from 'node-forge';

export interface ServerCertificate {
  /** PEM, for the server. */
  readonly key: string;
  readonly cert: string;
  /** PEM of the authority, for clients. */
  readonly ca: string;
}

const DAY_MS = 86_400_000;

/** A certificate for servers on the loopback interface, valid for some days around now. */
export function createCertificate(): ServerCertificate {
  const authority = makeKey();
  const own = makeKey();
  const name = [{ name: 'commonName', value: 'eks-hybrid-actions simulator' }];
  const ca = makeCertificate(authority.publicKey, name, [
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, critical: true },
  ]);
  ca.setIssuer(name);
  ca.sign(authority.privateKey, forge.md.sha256.create());
  const cert = makeCertificate(
    own.publicKey,
    [{ name: 'commonName', value: 'localhost' }],
    [
      { name: 'basicConstraints', cA: false },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  );
  cert.setIssuer(name);
  cert.sign(authority.privateKey, forge.md.sha256.create());
  return {
    key: forge.pki.privateKeyToPem(own.privateKey),
    cert: forge.pki.certificateToPem(cert),
    ca: forge.pki.certificateToPem(ca),
  };
}

/** Keys come from Node: forge takes seconds to find primes. */
function makeKey(): forge.pki.rsa.KeyPair {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const key = forge.pki.privateKeyFromPem(privateKey);
  return { privateKey: key, publicKey: forge.pki.setRsaPublicKey(key.n, key.e) };
}

function makeCertificate(
  publicKey: forge.pki.rsa.PublicKey,
  subject: forge.pki.CertificateField[],
  extensions: object[],
): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = publicKey;
  // A first hex digit below 8 keeps the number positive.
  certificate.serialNumber = `0${randomBytes(8).toString('hex').slice(1)}`;
  certificate.validity.notBefore = new Date(Date.now() - DAY_MS);
  certificate.validity.notAfter = new Date(Date.now() + 30 * DAY_MS);
  certificate.setSubject(subject);
  certificate.setExtensions(extensions);
  return certificate;
}
