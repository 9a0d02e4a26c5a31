import { defineErrors } from '../action/errors.ts';

/** Installing cilium-cli. EHA1460 to EHA1469. */
export const ciliumCliErrors = defineErrors({
  EHA1460: {
    kind: 'user',
    title: 'No exact version of cilium-cli',
    likelyCause: 'The version is a word such as `stable`, or lacks a part.',
    remedy: 'Name a release in full, such as v0.19.7.',
  },
  EHA1461: {
    kind: 'user',
    title: 'Release of cilium-cli not found',
    likelyCause:
      'There is no such version, or the mirror does not carry it for this platform or without its `.sha256sum` file.',
    remedy: 'Correct the version, or copy the release to the mirror as it is on GitHub.',
  },
  EHA1462: {
    kind: 'service',
    title: 'Checksum of cilium-cli cannot be read',
    likelyCause: 'The mirror answered with something else than a SHA-256, such as a sign-in page.',
    remedy: 'Open the address from the message and correct the mirror.',
  },
  EHA1463: {
    kind: 'service',
    title: 'Archive is not the one of the release of cilium-cli',
    likelyCause: 'The archive or its checksum was replaced or damaged on the host or on the way.',
    remedy:
      'Run the job again; if it stays, do not use this mirror and tell the people who run it. Nothing was installed.',
  },
  EHA1464: {
    kind: 'user',
    title: 'cilium-cli does not have the given SHA-256',
    likelyCause:
      'The given SHA-256 belongs to another version or platform, or the release was replaced since it was recorded.',
    remedy:
      'Compare the SHA-256 of this version and platform with the one that you recorded. Nothing was installed.',
  },
  EHA1465: {
    kind: 'service',
    title: 'Release of cilium-cli is not the one that was recorded',
    likelyCause: 'The release was replaced, or the mirror has another archive under this version.',
    remedy:
      'Do not use this release or mirror before you know who replaced it. Nothing was installed; a SHA-256 given as input takes the place of the recorded one.',
  },
  EHA1466: {
    kind: 'service',
    title: 'Download of cilium-cli failed',
    likelyCause: 'The host is down or cannot be reached from this runner; each attempt is in the log.',
    remedy: 'Run the job again later, or give a mirror that this runner can reach.',
  },
  EHA1467: {
    kind: 'service',
    title: 'Archive of cilium-cli refused',
    likelyCause:
      'The archive is no gzipped tar with the program `cilium` as a plain file of a size that can be right.',
    remedy:
      'Do not use this archive. Copy the archive of the publisher to the mirror. Nothing was installed.',
  },
  EHA1468: {
    kind: 'user',
    title: 'No build of cilium-cli for this runner',
    likelyCause: 'The suite is run from Linux or macOS, on amd64 or arm64.',
    remedy: 'Run the job on such a runner.',
  },
});
