import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { redact } from '#lib/connectivity/redact.js';

const SECRET = fc.stringMatching(/^[A-Fa-f0-9]{20,40}$/);
const FORMS: readonly ((secret: string) => string)[] = [
  (secret) => `Authorization: Bearer ${secret}`,
  (secret) => `{"token":"${secret}","level":"info"}`,
  (secret) => `password = '${secret}'`,
  (secret) => `aws_secret_access_key: ${secret}`,
  (secret) => `https://sts.example/?X-Amz-Signature=${secret}&X-Amz-Date=1`,
  (secret) => `k8s-aws-v1.${secret}`,
  (secret) => `eyJ${secret}.eyJ${secret}.${secret}`,
  (secret) => `-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----`,
  (secret) => `-----BEGIN RSA PRIVATE KEY-----\n${secret}`,
];

test('nothing that logs in is left, wherever it stands', () => {
  fc.assert(
    fc.property(SECRET, fc.constantFrom(...FORMS), fc.string(), (secret, form, around) => {
      expect(redact(`${around}\n${form(secret)}\nafter`)).not.toContain(secret);
    }),
  );
});

test('what is around stays to be read', () => {
  const lines = 'level=info msg="endpoint created" ip=10.112.0.4\nno keys here: 3 of 4\nreason: i/o timeout';
  expect(redact(lines)).toBe(lines);
  expect(redact('{"password":"hunter22","ip":"10.0.0.1"}')).toBe('{"password":"[redacted]","ip":"10.0.0.1"}');
});
