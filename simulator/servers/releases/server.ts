/**
 * Mirrors of signed releases on a loopback port: one in order at the server's root, and one below `/<flaw>` for each
 * thing that can be wrong with a mirror, all with the same releases.
 */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WorldClock } from '../../world/clock.ts';
import { SimulatorError } from '../../world/errors.ts';
import { isFlaw, type Flaw } from './flaws.ts';
import { Keyring } from './keys.ts';
import {
  buildRelease,
  commandOf,
  folderOf,
  platformsOf,
  type ReleaseContent,
  type SimulatedRelease,
} from './release.ts';

export { FLAWS, type Flaw } from './flaws.ts';
export type { SimulatedRelease } from './release.ts';

export interface ReleaseServerOptions {
  readonly clock: WorldClock;
  readonly releases: readonly SimulatedRelease[];
  /** Default 0: any free port. */
  readonly port?: number;
}

/** Where a mirror is and the key that its users have. */
export interface SimulatedMirror {
  readonly url: string;
  /** ASCII-armoured. */
  readonly publicKey: string;
  readonly fingerprint: string;
}

export interface ReleaseServer extends SimulatedMirror {
  /** The mirror with this flaw. */
  mirror(flaw: Flaw): Promise<SimulatedMirror>;
  /** Paths asked for so far, in order. */
  readonly requests: readonly string[];
  /** Ends open connections too. */
  close(): Promise<void>;
}

const PIECES = 100;
const PIECE_MS = 100;
const THROTTLED_SECONDS = 7;
const ENDLESS = Buffer.alloc(256 * 1024, 'x');

/** Starts the server; SIM1301 when the port is taken. */
export async function startReleaseServer(options: ReleaseServerOptions): Promise<ReleaseServer> {
  const keyring = await Keyring.create(options.clock.now());
  const state = new Mirrors(options, keyring);
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://mirror').pathname;
    requests.push(path);
    state.answer(path, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  const port = await listen(server, options.port ?? 0);
  const url = `http://127.0.0.1:${port}`;
  const describe = async (flaw: Flaw | undefined): Promise<SimulatedMirror> => {
    const { publicKey, fingerprint } = await state.signer(flaw);
    return { url: flaw === undefined ? url : `${url}/${flaw}`, publicKey, fingerprint };
  };
  return {
    ...(await describe(undefined)),
    mirror: describe,
    requests,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      const message = `the simulated release server cannot listen on port ${port}`;
      reject(
        new SimulatorError('SIM1301', message, 'Choose another port, or 0 for any free one.', { cause }),
      );
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

type SignerOf = Awaited<ReturnType<Keyring['signer']>>;

class Mirrors {
  readonly #options: ReleaseServerOptions;
  readonly #keyring: Keyring;
  readonly #signers = new Map<Flaw | undefined, Promise<SignerOf>>();
  readonly #contents = new Map<string, Promise<ReleaseContent>>();
  /** Requests by path. */
  readonly #counts = new Map<string, number>();

  constructor(options: ReleaseServerOptions, keyring: Keyring) {
    this.#options = options;
    this.#keyring = keyring;
  }

  signer(flaw: Flaw | undefined): Promise<SignerOf> {
    const known = this.#signers.get(flaw) ?? this.#keyring.signer(flaw);
    this.#signers.set(flaw, known);
    return known;
  }

  async answer(path: string, response: ServerResponse): Promise<void> {
    const first = path.split('/')[1] ?? '';
    const flaw = isFlaw(first) ? first : undefined;
    const below = flaw === undefined ? path : path.slice(flaw.length + 1);
    const count = (this.#counts.get(path) ?? 0) + 1;
    this.#counts.set(path, count);
    if (flaw !== undefined && refuses(flaw, below, count, response)) return;
    const content = await this.#find(below.replace(/^\/moved/, ''), flaw);
    if (content === undefined) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not Found</h1>');
    } else if (below.endsWith('.zip')) {
      await this.#sendArchive(flaw, count, content, response);
    } else {
      send(response, content);
    }
  }

  async #find(path: string, flaw: Flaw | undefined): Promise<Uint8Array | undefined> {
    if (path === '/terraform/index.json' || path === '/api.json') return this.#index(path === '/api.json');
    const cut = path.lastIndexOf('/');
    const release = this.#options.releases.find((candidate) => folderOf(candidate) === path.slice(0, cut));
    if (release === undefined) return undefined;
    return (await this.#content(release, flaw)).get(path.slice(cut + 1));
  }

  async #content(release: SimulatedRelease, flaw: Flaw | undefined): Promise<ReleaseContent> {
    const id = `${flaw ?? ''} ${folderOf(release)}`;
    const known = this.#contents.get(id) ?? buildRelease(release, await this.signer(flaw), flaw);
    this.#contents.set(id, known);
    return known;
  }

  #index(isOpenTofu: boolean): Uint8Array {
    const tool = isOpenTofu ? 'opentofu' : 'terraform';
    const releases = this.#options.releases.filter((release) => release.tool === tool);
    return Buffer.from(JSON.stringify(isOpenTofu ? openTofuIndex(releases) : terraformIndex(releases)));
  }

  async #sendArchive(
    flaw: Flaw | undefined,
    count: number,
    content: Uint8Array,
    response: ServerResponse,
  ): Promise<void> {
    const half = content.subarray(0, content.length / 2);
    const cut = flaw === 'truncated' || (flaw === 'truncated-once' && count === 1);
    if (flaw === 'short-file') return send(response, half);
    if (flaw === 'slow') return this.#trickle(content, response);
    if (!cut && flaw !== 'stalled') return send(response, content);
    response.writeHead(200, { 'content-length': content.length });
    response.write(half, () => {
      if (cut) response.destroy();
    });
  }

  async #trickle(content: Uint8Array, response: ServerResponse): Promise<void> {
    response.writeHead(200, { 'content-length': content.length });
    const size = Math.ceil(content.length / PIECES);
    for (let at = 0; at < content.length && !response.destroyed; at += size) {
      response.write(content.subarray(at, at + size));
      await this.#options.clock.sleep(PIECE_MS);
    }
    response.end();
  }
}

function send(response: ServerResponse, content: Uint8Array): void {
  response
    .writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': content.length })
    .end(content);
}

/** Plays the flaws that are in the answer, not in the files; true when it has answered. */
function refuses(flaw: Flaw, path: string, count: number, response: ServerResponse): boolean {
  const isArchive = path.endsWith('.zip');
  const redirect = (location: string) => void response.writeHead(302, { location }).end();
  if (flaw === 'bad-gateway' || (flaw === 'bad-gateway-twice' && count <= 2)) {
    response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>502 Bad Gateway</h1>');
  } else if (flaw === 'throttled-once' && count === 1) {
    response.writeHead(429, { 'retry-after': String(THROTTLED_SECONDS) }).end();
  } else if (flaw === 'missing' || (flaw === 'archive-missing' && isArchive)) {
    response.writeHead(404).end();
  } else if (flaw === 'sign-in-page') {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html><title>Sign in</title></html>');
  } else if (flaw === 'redirect' && isArchive && !path.startsWith('/moved')) {
    redirect(`/redirect/moved${path}`);
  } else if (flaw === 'redirect-elsewhere' && isArchive) {
    redirect(`http://mirror.invalid${path}`);
  } else if (flaw === 'redirect-loop' && isArchive) {
    redirect(`/redirect-loop${path}`);
  } else if (isEndless(flaw, path)) {
    sendEndless(response);
  } else {
    return flaw === 'silent';
  }
  return true;
}

function isEndless(flaw: Flaw, path: string): boolean {
  return (
    (flaw === 'huge-index' && path.endsWith('.json')) ||
    (flaw === 'huge-sums' && path.endsWith('_SHA256SUMS')) ||
    (flaw === 'huge-archive' && path.endsWith('.zip'))
  );
}

/** Until the other side has enough. */
function sendEndless(response: ServerResponse): void {
  response.writeHead(200);
  const fill = () => {
    // False when the other side lags behind; `drain` calls again when it has caught up.
    while (!response.destroyed && response.write(ENDLESS));
  };
  response.on('drain', fill);
  fill();
}

/** As https://releases.hashicorp.com/terraform/index.json. */
function terraformIndex(releases: readonly SimulatedRelease[]): object {
  const versions = releases.map((release) => {
    const { version } = release;
    const sums = `terraform_${version}_SHA256SUMS`;
    const builds = platformsOf(release).map((platform) => {
      const [os, arch] = platform.split('_');
      return { name: 'terraform', version, os, arch, filename: `terraform_${version}_${platform}.zip` };
    });
    const entry = { name: 'terraform', version, shasums: sums, shasums_signature: `${sums}.sig`, builds };
    return [version, entry] as const;
  });
  return { name: 'terraform', versions: Object.fromEntries(versions) };
}

/** As https://get.opentofu.org/tofu/api.json. */
function openTofuIndex(releases: readonly SimulatedRelease[]): object {
  const versions = releases.map((release) => {
    const start = `${commandOf(release)}_${release.version}`;
    const archives = platformsOf(release).map((platform) => `${start}_${platform}.zip`);
    return {
      id: release.version,
      files: [...archives, `${start}_SHA256SUMS`, `${start}_SHA256SUMS.gpgsig`],
    };
  });
  return { versions };
}
