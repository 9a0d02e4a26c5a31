/**
 * The host of nodeadm's releases: versioned paths, `latest`, check sums and the manifest, in order at the root and with
 * one thing wrong below `/<flaw>`. The program is the stand-in of this folder.
 * Source: aws/eks-hybrid, `hack/validate-release-artifacts.sh` and `internal/aws/manifest.go`.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse, stringify } from 'yaml';
import { parseNodeConfig } from '../../machines/node-config.ts';
import type { Service, ServiceAnswer, ServiceReply } from '../loopback.ts';

/** What can be wrong with a mirror of the releases. */
export const NODEADM_FLAWS = [
  { name: 'missing', description: '404 for each file' },
  { name: 'program-missing', description: '404 for the program' },
  { name: 'wrong-hash', description: 'another program than the one whose sum is published' },
  { name: 'empty-sum', description: 'a file of check sums without any' },
  { name: 'sum-page', description: 'a page of HTML with status 200 in place of the check sum' },
  { name: 'truncated', description: 'the connection ends halfway through the program, each time' },
  { name: 'truncated-once', description: 'the connection ends halfway through the program, the first time' },
  { name: 'unavailable', description: 'each request answers 503' },
  { name: 'unavailable-twice', description: 'the first two requests of each file answer 503' },
  { name: 'reset', description: 'the connection is closed without an answer' },
  { name: 'mixed-latest', description: '`latest` names a version that is not there yet' },
  { name: 'latest-page', description: 'a page of HTML with status 200 in place of the newest version' },
  { name: 'other-version', description: 'the program of another version, with its own check sum' },
  { name: 'no-region', description: 'a manifest without any region' },
  { name: 'no-manifest', description: '404 for the manifest' },
  { name: 'manifest-page', description: 'a page of HTML with status 200 in place of the manifest' },
] as const;
export type NodeadmFlaw = (typeof NODEADM_FLAWS)[number]['name'];

/** The program that stands in for nodeadm, as text. */
export function standInProgram(version: string): string {
  const source = readFileSync(join(import.meta.dirname, 'nodeadm.sh'), 'utf8');
  return source.replace("VERSION='v0.0.0'", `VERSION='${version}'`);
}

export interface NodeadmReleaseOptions {
  /** With the v, newest last. Default: the two that the join script accepts. */
  readonly versions?: readonly string[];
  /** Kubernetes versions of the manifest, `1.34`. */
  readonly kubernetes?: readonly string[];
  readonly regions?: readonly string[];
}

const VERSIONS = ['v1.0.18', 'v1.0.19', 'v1.0.20'];
const KUBERNETES = ['1.30', '1.31', '1.32', '1.33', '1.34', '1.35'];
const REGIONS = ['eu-central-1', 'eu-west-1', 'us-east-1', 'us-west-2'];

export function createNodeadmReleaseService(options: NodeadmReleaseOptions = {}): Service {
  const counts = new Map<string, number>();
  return ({ method, path, body }) => {
    if (method === 'POST' && path === '/config-check') return checkConfig(body);
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    const first = path.split('/')[1] ?? '';
    const flaw = NODEADM_FLAWS.find(({ name }) => name === first)?.name;
    const wanted = flaw === undefined ? path : path.slice(flaw.length + 1);
    return refusal(flaw, wanted, count) ?? distort(flaw, wanted, count, file(options, wanted, flaw));
  };
}

/** The answer to the stand-in's `config check`, which is not part of the host's own files. */
function checkConfig(body: string): ServiceAnswer {
  try {
    parseNodeConfig(JSON.stringify(parse(body)));
    return { status: 200, body: 'ok\nvalid' };
  } catch (error) {
    return { status: 200, body: `error\n${error instanceof Error ? error.message : String(error)}` };
  }
}

function refusal(flaw: NodeadmFlaw | undefined, path: string, count: number): ServiceReply | undefined {
  const isProgram = path.endsWith('/nodeadm');
  if (flaw === 'reset') return 'reset';
  if (flaw === 'missing' || (flaw === 'program-missing' && isProgram)) return notFound();
  if (flaw === 'unavailable' || (flaw === 'unavailable-twice' && count <= 2)) {
    return { status: 503, body: 'Service Unavailable' };
  }
  return flaw === 'no-manifest' && path === '/manifest.yaml' ? notFound() : undefined;
}

const PAGE = '<html>Sign in</html>';

function distort(
  flaw: NodeadmFlaw | undefined,
  path: string,
  count: number,
  content: Uint8Array | undefined,
): ServiceAnswer {
  if (content === undefined) return notFound();
  if (path.endsWith('.sha256') && flaw === 'empty-sum') return { status: 200, body: '' };
  if (path.endsWith('.sha256') && flaw === 'sum-page') return { status: 200, body: PAGE };
  if (path.endsWith('/GIT_VERSION') && flaw === 'latest-page') return { status: 200, body: PAGE };
  if (path === '/manifest.yaml' && flaw === 'manifest-page') return { status: 200, body: PAGE };
  if (path.endsWith('/nodeadm')) {
    if (flaw === 'wrong-hash') return { status: 200, body: '#!/bin/sh\necho owned\n' };
    if (flaw === 'truncated' || (flaw === 'truncated-once' && count === 1)) {
      return { status: 200, body: content, cutAfter: content.length >> 1 };
    }
  }
  // Objects ending in .gz are served decompressed by clients that ask for it.
  const headers = path.endsWith('.gz') ? { 'content-encoding': 'gzip' } : {};
  return { status: 200, headers, body: content };
}

function notFound(): ServiceAnswer {
  return { status: 404, body: '<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>' };
}

function file(
  options: NodeadmReleaseOptions,
  path: string,
  flaw: NodeadmFlaw | undefined,
): Uint8Array | undefined {
  const versions = options.versions ?? VERSIONS;
  const newest = versions.at(-1) ?? '';
  if (path === '/manifest.yaml') return Buffer.from(manifest(options, flaw === 'no-region'));
  const match = /^\/releases\/(latest|v[\d.]+)\/(.+)$/.exec(path);
  const version = match?.[1] === 'latest' ? newest : (match?.[1] ?? '');
  if (!versions.includes(version)) return undefined;
  const name = match?.[2] ?? '';
  if (name === 'GIT_VERSION') {
    return Buffer.from(`${flaw === 'mixed-latest' && match?.[1] === 'latest' ? 'v9.9.9' : version}\n`);
  }
  if (name === 'ATTRIBUTION.txt') return Buffer.from('Attributions of the simulated nodeadm.\n');
  return build(flaw === 'other-version' ? 'v1.0.19' : version, name);
}

function build(version: string, name: string): Uint8Array | undefined {
  const match = /^bin\/linux\/(?:amd64|arm64)\/nodeadm(\.gz)?(?:\.(sha256|sha512))?$/.exec(name);
  if (match === null) return undefined;
  const program = Buffer.from(standInProgram(version));
  const content = match[1] === undefined ? program : gzipSync(program);
  const algorithm = match[2];
  if (algorithm === undefined) return content;
  const sum = createHash(algorithm).update(content).digest('hex');
  return Buffer.from(`${sum}  nodeadm${match[1] ?? ''}\n`);
}

function manifest(options: NodeadmReleaseOptions, withoutRegions: boolean): string {
  const host = 'https://hybrid-assets.eks.amazonaws.com';
  const artifact = (version: string, name: string, arch: string) => {
    const uri = `${host}/${version}/bin/linux/${arch}/${name}`;
    return { name, arch, os: 'linux', uri, checksum_uri: `${uri}.sha256`, gzip_uri: `${uri}.gz` };
  };
  const names = ['kubelet', 'kubectl', 'cni-plugins', 'image-credential-provider', 'aws-iam-authenticator'];
  const releases = (options.kubernetes ?? KUBERNETES).map((minor) => ({
    major_minor_version: minor,
    latest_patch_version: '4',
    patch_releases: [
      {
        version: `${minor}.4`,
        patch_version: '4',
        release_date: '2026-08-20',
        artifacts: names.flatMap((name) =>
          ['amd64', 'arm64'].map((arch) => artifact(`${minor}.4`, name, arch)),
        ),
      },
    ],
  }));
  const regions = withoutRegions ? [] : (options.regions ?? REGIONS);
  return stringify({
    supported_eks_releases: releases,
    iam_roles_anywhere_releases: [],
    ssm_releases: null,
    region_config: Object.fromEntries(
      regions.map((region) => [
        region,
        {
          ecr_account_id: '602401143452',
          partition: 'aws',
          dns_suffix: 'amazonaws.com',
          cred_providers: { 'iam-ra': true, ssm: true },
        },
      ]),
    ),
  });
}
