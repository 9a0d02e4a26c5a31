/** What can be wrong with a mirror of releases. Each is a mirror of its own below the server's address. */

export interface FlawDefinition {
  readonly name: string;
  /** What the mirror does, in one line. */
  readonly description: string;
}

/** Everything the server can play. */
export const FLAWS = [
  { name: 'wrong-hash', description: 'another archive than the one that was signed' },
  { name: 'attacker-signed', description: 'another archive, whose checksums an attacker has signed' },
  {
    name: 'attacker-named-like-key',
    description: 'as attacker-signed, and the signature names the right key',
  },
  { name: 'tampered-sums', description: 'checksums changed after they were signed' },
  { name: 'unsigned', description: 'no signature file' },
  { name: 'empty-signature', description: 'a signature file of no bytes' },
  { name: 'garbled-signature', description: 'a signature file of random bytes' },
  { name: 'text-signature', description: 'a signature of a text document instead of a binary one' },
  { name: 'two-signatures', description: 'one signature by a stranger, then one by the right key: in order' },
  { name: 'two-strangers', description: 'two signatures, both by strangers' },
  { name: 'armoured-signature', description: 'the signature as text: in order' },
  { name: 'expired-before', description: 'signed with a key that had expired' },
  { name: 'expired-after', description: 'signed with a key that has expired since: in order' },
  {
    name: 'renewed',
    description: 'signed before the key was extended and its statements made anew: in order',
  },
  { name: 'revoked', description: 'the key was revoked later, as compromised' },
  { name: 'superseded-before', description: 'the key was revoked as superseded before it signed' },
  { name: 'superseded-after', description: 'the key was revoked as superseded after it signed: in order' },
  { name: 'from-the-future', description: 'signed tomorrow' },
  { name: 'encryption-subkey', description: 'signed with a subkey that is not meant to sign' },
  { name: 'truncated', description: 'the connection ends halfway through the archive, each time' },
  { name: 'truncated-once', description: 'the connection ends halfway through the archive, the first time' },
  { name: 'short-file', description: 'half of the archive as if it were the whole' },
  { name: 'bad-gateway-twice', description: 'the first two requests of each file answer 502' },
  { name: 'bad-gateway', description: 'each request answers 502' },
  {
    name: 'throttled-once',
    description: 'the first request of each file answers 429 and asks for 7 seconds',
  },
  { name: 'slow', description: 'the archive arrives in 100 pieces, 100 ms apart' },
  { name: 'silent', description: 'no answer' },
  { name: 'stalled', description: 'nothing more after the first half of the archive' },
  { name: 'redirect', description: 'the archive is on the same host under another path: in order' },
  { name: 'redirect-elsewhere', description: 'the archive is said to be on another host' },
  { name: 'redirect-loop', description: 'the archive is said to be where it is' },
  { name: 'missing', description: '404 for each file' },
  { name: 'archive-missing', description: '404 for the archive' },
  { name: 'sign-in-page', description: 'a page of HTML with status 200 in place of each file' },
  { name: 'listed-twice', description: 'checksums that name the archive twice' },
  { name: 'similar-names', description: 'checksums that name files like the archive, not the archive' },
  { name: 'huge-sums', description: 'checksums without end' },
  { name: 'huge-index', description: 'a list of versions without end' },
  { name: 'huge-archive', description: 'an archive without end' },
  { name: 'zip-slip', description: 'an archive, signed, with an entry that leaves the folder' },
  { name: 'zip-absolute', description: 'an archive, signed, with an entry at an absolute path' },
  { name: 'zip-without-tool', description: 'an archive, signed, without the executable' },
  { name: 'zip-tool-twice', description: 'an archive, signed, with the executable twice' },
  { name: 'zip-damaged', description: 'an archive, signed, whose data is damaged' },
  { name: 'zip-stored', description: 'an archive, signed, that is not compressed: in order' },
  { name: 'zip-sizes-first', description: 'an archive, signed, with sizes in front of the data: in order' },
  { name: 'not-a-zip', description: 'random bytes, signed' },
] as const satisfies readonly FlawDefinition[];

export type Flaw = (typeof FLAWS)[number]['name'];

export function isFlaw(name: string): name is Flaw {
  return FLAWS.some((flaw) => flaw.name === name);
}
