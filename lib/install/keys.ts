import { installErrors } from './errors.ts';
import { HASHICORP_KEY } from './keys/hashicorp.ts';
import type { Tool, TrustedKey } from './types.ts';

/** Signs Terraform's releases. */
export const HASHICORP: TrustedKey = {
  name: 'HashiCorp',
  fingerprint: 'C874011F0AB405110D02105534365D9472D7468F',
  armored: HASHICORP_KEY,
};

/** The keys that come with the suite. None for OpenTofu: its key has to be given, it is not guessed. */
export function pinnedKeys(tool: Tool): readonly TrustedKey[] {
  return tool === 'terraform' ? [HASHICORP] : [];
}

/** In capitals without blanks, to compare; EHA1401 when it is not the fingerprint of a version 4 or 6 key. */
export function normaliseFingerprint(fingerprint: string, keyName: string): string {
  const plain = fingerprint.replace(/^0x/i, '').replace(/[\s:]/g, '').toUpperCase();
  if (!/^(?:[0-9A-F]{40}|[0-9A-F]{64})$/.test(plain)) {
    throw installErrors.EHA1401(
      `${keyName}: "${fingerprint}" is not a fingerprint (40 hexadecimal digits; a short key id proves nothing).`,
    );
  }
  return plain;
}
