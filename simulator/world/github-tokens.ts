import { createHash } from 'node:crypto';
import type { TokenPermissions } from '../runner/host.ts';

/** The part of a token behind its prefix: 36 letters and digits, the same for the same count in every rehearsal. */
export function tokenText(count: number): string {
  const digest = createHash('sha256').update(`token ${count}`).digest('base64');
  return digest.replaceAll(/[^A-Za-z0-9]/g, '0').slice(0, 36);
}

/** What a run for a fork's pull request may do at most, whatever its workflow asks for. */
export function readOnly(permissions: TokenPermissions): TokenPermissions {
  const entries = Object.entries(permissions).filter(([scope]) => scope !== 'id-token');
  return Object.fromEntries(entries.map(([scope, access]) => [scope, access === 'write' ? 'read' : access]));
}
