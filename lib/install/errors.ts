import { defineErrors } from '../action/errors.ts';

/** Installing tools: every reason for which a download is refused has a code of its own. EHA1400 to EHA1419. */
export const installErrors = defineErrors({
  EHA1400: {
    kind: 'user',
    title: 'Nothing to verify the download with',
    likelyCause:
      'No public key is known for this tool, and neither a key nor a SHA-256 was given. The key of OpenTofu is not part of this suite.',
    remedy:
      'Give the public key that signs the releases of the tool, from its publisher, or the SHA-256 of the archive.',
  },
  EHA1401: {
    kind: 'user',
    title: 'Public key refused',
    likelyCause:
      'The text is not one ASCII-armoured OpenPGP public key, was cut when it was pasted, or is another key than its fingerprint says.',
    remedy: 'Export the key again with `gpg --armor --export` and give the whole text, one key only.',
  },
  EHA1402: {
    kind: 'user',
    title: 'Version not found on any mirror',
    likelyCause: 'There is no such release, or the mirror does not carry it.',
    remedy: 'Check the version against the list of releases, or add the release to the mirror.',
  },
  EHA1403: {
    kind: 'user',
    title: 'Release is not built for this platform',
    likelyCause: 'The signed list of the release has no archive for this operating system and processor.',
    remedy: 'Use a version that is built for this runner, or a runner that the version is built for.',
  },
  EHA1404: {
    kind: 'service',
    title: 'List of checksums cannot be read',
    likelyCause: 'The mirror answered with something else, such as a sign-in page, or with a damaged file.',
    remedy: 'Open the address from the message; correct the mirror, or use another one.',
  },
  EHA1405: {
    kind: 'service',
    title: 'Release is not signed',
    likelyCause: 'The mirror has no signature beside the list of checksums, or the signature is empty.',
    remedy: 'Copy the signature files of the release to the mirror; nothing is installed without one.',
  },
  EHA1406: {
    kind: 'service',
    title: 'Signature cannot be read',
    likelyCause:
      'The signature file is damaged, or is not a detached OpenPGP signature of a binary document.',
    remedy: 'Copy the signature file to the mirror again, as the publisher has it.',
  },
  EHA1407: {
    kind: 'service',
    title: 'Release is signed by another key',
    likelyCause:
      'Somebody else signed the list of checksums: a mirror that signs by itself, a key that was changed, or an attack.',
    remedy:
      'Do not use these files. Where the mirror signs by itself, give its public key; where the publisher changed the key, get the new one from the publisher.',
  },
  EHA1408: {
    kind: 'service',
    title: 'Signature does not match the list of checksums',
    likelyCause: 'The list of checksums or its signature was changed after signing, or is damaged.',
    remedy: 'Do not use these files. Use another mirror and tell the people who run this one.',
  },
  EHA1409: {
    kind: 'service',
    title: 'Key was not valid when the release was signed',
    likelyCause:
      'The key had expired or was revoked before the signature was made, or was revoked because it is compromised.',
    remedy:
      'Use a release that is signed by a valid key. If the publisher has extended the key, give its newer copy.',
  },
  EHA1410: {
    kind: 'service',
    title: 'Archive is not the one that was signed',
    likelyCause: 'The archive was replaced or damaged on the mirror or on the way.',
    remedy: 'Run the job again; if it stays, do not use this mirror and tell the people who run it.',
  },
  EHA1411: {
    kind: 'user',
    title: 'Archive does not have the given SHA-256',
    likelyCause: 'The given SHA-256 belongs to another version, platform or archive.',
    remedy: 'Take the SHA-256 of the archive for this version and platform from its publisher.',
  },
  EHA1412: {
    kind: 'service',
    title: 'Download failed on every mirror',
    likelyCause: 'The mirrors are down or cannot be reached from this runner; each attempt is in the log.',
    remedy: 'Run the job again later, or give a mirror that this runner can reach.',
  },
  EHA1413: {
    kind: 'service',
    title: 'Redirect refused',
    likelyCause:
      'The mirror redirects from plain HTTP to another host, from HTTPS to plain HTTP, or without end.',
    remedy: 'Give the address to which the mirror redirects, with https.',
  },
  EHA1414: {
    kind: 'service',
    title: 'Download is larger than allowed',
    likelyCause: 'The mirror answered with another file, or the archive would fill the disk.',
    remedy: 'Open the address from the message and look at what it has; use another mirror.',
  },
  EHA1415: {
    kind: 'service',
    title: 'Archive refused',
    likelyCause:
      'The archive is not the zip of a release: it is damaged, lacks the executable, or has entries that leave the folder.',
    remedy: 'Do not use this archive. Copy the archive of the publisher to the mirror.',
  },
  EHA1416: {
    kind: 'service',
    title: 'List of versions cannot be read',
    likelyCause:
      'The mirror has no list of versions, or answered with something else such as a sign-in page.',
    remedy: 'Give an exact version, which needs no list, or add the list to the mirror.',
  },
  EHA1417: {
    kind: 'service',
    title: 'Tool cache cannot be written',
    likelyCause:
      'The disk of the runner is full, or the account of the job may not write to RUNNER_TOOL_CACHE.',
    remedy: 'Free disk space, or let the account of the runner write to the folder in the message.',
  },
  EHA1418: {
    kind: 'user',
    title: 'Mirror refused',
    likelyCause:
      'The address is not one of https, or is plain HTTP to another machine without a key of the mirror’s own.',
    remedy: 'Give an address that begins with https://, or the mirror’s own public key beside it.',
  },
  EHA1419: {
    kind: 'user',
    title: 'Runner’s platform or the version is not supported',
    likelyCause:
      'Tools can be installed on Linux, macOS and Windows with an amd64 or arm64 processor, in an exact version such as 1.11.4.',
    remedy: 'Use such a runner and an exact version, or install the tool in an earlier step.',
  },
});
