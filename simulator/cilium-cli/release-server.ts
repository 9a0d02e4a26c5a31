/**
 * The releases of cilium-cli on a loopback port, in the layout of its GitHub releases: `/<version>/cilium-<os>-<arch>.tar.gz`
 * with `.sha256sum` beside it, in order at the root and with one thing wrong below `/<flaw>`. The program inside is the
 * stand-in of this folder.
 */
import { createHash } from 'node:crypto';
import { type RunningService, type Service, type ServiceReply, startService } from '../servers/loopback.ts';
import { standInProgram, writeTarGz } from './archive.ts';

/** What can be wrong with a mirror of the releases. */
export const CILIUM_RELEASE_FLAWS = [
  { name: 'missing', description: '404 for each file' },
  { name: 'no-checksum', description: '404 for the file of check sums' },
  { name: 'wrong-checksum', description: 'another archive than the one whose sum is published' },
  {
    name: 'replaced',
    description: 'another archive with its own check sum, as whoever owns the host would put it',
  },
  { name: 'checksum-page', description: 'a page of HTML with status 200 in place of the check sum' },
  { name: 'truncated', description: 'the connection ends halfway through the archive, each time' },
  { name: 'truncated-once', description: 'the connection ends halfway through the archive, the first time' },
  { name: 'slow', description: 'the archive begins to arrive after three seconds' },
  { name: 'unavailable', description: 'each request answers 503' },
  { name: 'unavailable-twice', description: 'the first two requests of each file answer 503' },
  { name: 'no-program', description: 'an archive without the program, with its own check sum' },
  { name: 'link', description: 'an archive in which `cilium` is a link to /bin/sh, with its own check sum' },
  { name: 'not-an-archive', description: 'text in place of the archive, with its own check sum' },
] as const;
export type CiliumReleaseFlaw = (typeof CILIUM_RELEASE_FLAWS)[number]['name'];

export interface CiliumReleaseOptions {
  /** With the v. Default: three that behave differently. */
  readonly versions?: readonly string[];
}

export interface CiliumReleaseServer extends RunningService {
  /** Paths asked for so far, in order. */
  readonly requests: readonly string[];
  /** The SHA-256 of the archive for linux on amd64 of a version. */
  sha256(version: string): string;
}

/** The first writes no JUnit file when the setup fails; the second does; the third is the newest. */
const VERSIONS = ['v0.18.9', 'v0.19.6', 'v0.19.7'];
const SLOW_MS = 3000;

/** Starts the server on a free port. */
export async function startCiliumReleaseServer(
  options: CiliumReleaseOptions = {},
): Promise<CiliumReleaseServer> {
  const requests: string[] = [];
  const service = createCiliumReleaseService(options);
  const running = await startService((request) => {
    requests.push(request.path);
    return service(request);
  });
  return { ...running, requests, sha256: (version) => sumOf(archiveOf(version, 'linux-amd64', undefined)) };
}

/** The server's answers, to be put behind another server's paths. */
export function createCiliumReleaseService({ versions = VERSIONS }: CiliumReleaseOptions = {}): Service {
  const counts = new Map<string, number>();
  return async ({ path }) => {
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    const first = path.split('/')[1] ?? '';
    const flaw = CILIUM_RELEASE_FLAWS.find(({ name }) => name === first)?.name;
    const [, version = '', build = '', sum] =
      /^\/(v[^/]+)\/cilium-([a-z]+-[a-z0-9]+)\.tar\.gz(\.sha256sum)?$/.exec(
        flaw === undefined ? path : path.slice(flaw.length + 1),
      ) ?? [];
    if (!versions.includes(version) || flaw === 'missing') return notFound();
    if (flaw === 'unavailable' || (flaw === 'unavailable-twice' && count <= 2)) {
      return { status: 503, body: 'Service Unavailable' };
    }
    return sum === undefined ? archive(version, build, flaw, count) : checksum(version, build, flaw);
  };
}

function notFound(): ServiceReply {
  return { status: 404, body: 'Not Found' };
}

async function archive(
  version: string,
  build: string,
  flaw: CiliumReleaseFlaw | undefined,
  count: number,
): Promise<ServiceReply> {
  if (flaw === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
  const body = archiveOf(version, build, flaw === 'wrong-checksum' ? 'replaced' : flaw);
  const headers = { 'content-type': 'application/octet-stream' };
  const isCut = flaw === 'truncated' || (flaw === 'truncated-once' && count === 1);
  return { status: 200, headers, body, ...(isCut && { cutAfter: body.length >> 1 }) };
}

function checksum(version: string, build: string, flaw: CiliumReleaseFlaw | undefined): ServiceReply {
  if (flaw === 'no-checksum') return notFound();
  if (flaw === 'checksum-page') return { status: 200, body: '<html>Sign in</html>' };
  return { status: 200, body: `${sumOf(archiveOf(version, build, flaw))}  cilium-${build}.tar.gz\n` };
}

function archiveOf(version: string, build: string, flaw: CiliumReleaseFlaw | undefined): Buffer {
  // Builds differ, as those for real platforms do.
  const program = Buffer.from(`${standInProgram(version)}// ${build}\n`);
  switch (flaw) {
    case 'replaced':
      return writeTarGz([{ name: 'cilium', content: Buffer.from('#!/bin/sh\necho owned\n') }]);
    case 'no-program':
      return writeTarGz([{ name: 'README.md', content: Buffer.from('Nothing here.\n') }]);
    case 'link':
      return writeTarGz([{ name: 'cilium', content: Buffer.alloc(0), type: '2', target: '/bin/sh' }]);
    case 'not-an-archive':
      return Buffer.from('This is not an archive.\n'.repeat(40));
    default:
      return writeTarGz([{ name: 'cilium', content: program }]);
  }
}

function sumOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
