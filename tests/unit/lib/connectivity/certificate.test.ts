import { X509Certificate } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { createCertificate } from '#lib/connectivity/certificate.js';

test('a certificate is one that others read, for its name and its time', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  const { cert, key } = createCertificate('probe-webhook.some-namespace.svc', now);
  const read = new X509Certificate(cert);
  expect(read.checkHost('probe-webhook.some-namespace.svc')).toBe('probe-webhook.some-namespace.svc');
  expect(read.checkHost('other.svc')).toBeUndefined();
  expect(read.verify(read.publicKey)).toBe(true);
  expect([Date.parse(read.validFrom), Date.parse(read.validTo)]).toEqual([now - 3_600_000, now + 86_400_000]);
  expect(key).toContain('BEGIN PRIVATE KEY');
});
