import { defineErrors } from '../action/errors.ts';

/** Installing nodeadm and checking what it will be told. EHA1440 to EHA1459. */
export const nodeadmErrors = defineErrors({
  EHA1440: {
    kind: 'service',
    title: 'Newest version of nodeadm cannot be told',
    likelyCause: 'The host of the releases answered `latest` with something else, such as a sign-in page.',
    remedy: 'Open the address from the message, or give the input version a full version.',
  },
  EHA1441: {
    kind: 'user',
    title: 'Version of nodeadm cannot join a node',
    likelyCause:
      'Each release of nodeadm holds the key that vouches for the installer of the SSM agent, and that key ends.',
    remedy: 'Use a newer version, or `latest`; on the nodes too.',
  },
  EHA1442: {
    kind: 'user',
    title: 'Release of nodeadm not found',
    likelyCause:
      'There is no such version, or the mirror does not carry it for this architecture or without its `.sha256` file.',
    remedy: 'Correct the version, or copy the release to the mirror as it is on the official host.',
  },
  EHA1443: {
    kind: 'service',
    title: 'Checksum of nodeadm cannot be read',
    likelyCause: 'The mirror answered with something else than a SHA-256, such as a sign-in page.',
    remedy: 'Open the address from the message; correct the mirror, or give the input sha256.',
  },
  EHA1444: {
    kind: 'service',
    title: 'Program is not the nodeadm of the release',
    likelyCause: 'The program or its checksum was replaced or damaged on the host or on the way.',
    remedy:
      'Run the job again; if it stays, do not use this mirror and tell the people who run it. Nothing was installed.',
  },
  EHA1445: {
    kind: 'user',
    title: 'nodeadm does not have the given SHA-256',
    likelyCause: 'The given SHA-256 belongs to another version or architecture, or the program was replaced.',
    remedy:
      'Compare the SHA-256 of this version and architecture with the one that you recorded. Nothing was installed.',
  },
  EHA1446: {
    kind: 'service',
    title: 'Download for nodeadm failed',
    likelyCause: 'The host is down or cannot be reached from this runner; each attempt is in the log.',
    remedy: 'Run the job again later, or give a mirror that this runner can reach.',
  },
  EHA1447: {
    kind: 'service',
    title: 'Manifest of nodeadm cannot be read',
    likelyCause: 'The mirror has no manifest.yaml, or answered with something else such as a sign-in page.',
    remedy: 'Copy manifest.yaml of the official host to the mirror.',
  },
  EHA1448: {
    kind: 'user',
    title: 'Kubernetes version is not one that nodeadm installs',
    likelyCause:
      'The manifest lists what nodeadm can install; this version is too old, too new, misspelt, or not built for the architecture.',
    remedy:
      'Use a version from the message, at most that of the control plane and three minor versions older.',
  },
  EHA1449: {
    kind: 'user',
    title: 'Region is not one that nodeadm knows',
    likelyCause:
      'The region is misspelt, or the manifest does not have it, or not for this credential provider.',
    remedy: 'Use a region from the message, or the other credential provider.',
  },
  EHA1450: {
    kind: 'user',
    title: 'NodeConfig refused',
    likelyCause:
      'nodeadm decodes its configuration strictly: an unknown member, a second credential provider or a malformed activation ends `nodeadm init`.',
    remedy: 'Correct the places in the message.',
  },
  EHA1451: {
    kind: 'user',
    title: 'nodeadm refuses the NodeConfig',
    likelyCause: '`nodeadm config check` of this version found what the rules of this action do not know.',
    remedy: 'Correct what nodeadm says in the message.',
  },
  EHA1452: {
    kind: 'service',
    title: 'Program does not answer as nodeadm in this version',
    likelyCause: 'The mirror has another program or version at this path, or the program does not run here.',
    remedy: 'Copy the release to the mirror again. On other systems than Linux nodeadm does not run.',
  },
  EHA1453: {
    kind: 'user',
    title: 'Activation cannot be used',
    likelyCause:
      'The file is not the JSON with activationId and activationCode that ssm-activation writes, or was cut.',
    remedy: 'Give the path of the file from ssm-activation, in the same job.',
  },
});
