import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installErrors } from './errors.ts';
import { normaliseFingerprint } from './keys.ts';
import { cacheArch, executableName } from './platforms.ts';
import type { CachedTool, CacheRequest, Installed, Platform, Proof, TrustedKey } from './types.ts';

/**
 * The runner's tool cache: `<tool>/<version>/<arch>/` with `<arch>.complete` beside it, as @actions/tool-cache lays it
 * out. Our own record inside the folder says what was verified; a folder without one was put there by someone else
 * and is not used.
 *
 * A hit compares the executable's size with the record, not its hash: hashing 90 MB would cost several times as much
 * as everything else in a hit, and whoever can change the executable can change the record as well.
 */
const RECORD = '.eks-hybrid-actions.json';
const RECORD_SCHEMA = 'eks-hybrid-actions/installed-tool/v1';
const STAGING = '.eks-hybrid-actions-';
/** A staging folder this old belongs to a job that was killed. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;
const PUBLISH_ATTEMPTS = 3;

type Place = Pick<CacheRequest, 'tool' | 'version' | 'platform' | 'toolCache'>;

interface InstallRecord {
  readonly schema: typeof RECORD_SCHEMA;
  readonly tool: CachedTool;
  readonly version: string;
  readonly platform: Platform;
  readonly source: string;
  readonly sha256: string;
  readonly executableBytes: number;
  readonly proof: Proof;
  /** SHA-256 of the trusted key's text; null when the proof is a SHA-256. */
  readonly keyDigest: string | null;
}

/** What was downloaded and verified, for the record. */
export interface Verified {
  readonly source: string;
  readonly sha256: string;
  readonly executableBytes: number;
  readonly proof: Proof;
  readonly key: TrustedKey | null;
}

function folderOf({ toolCache, tool, version, platform }: Place): string {
  return join(toolCache, tool, version, cacheArch(platform));
}

function keyDigest(key: TrustedKey): string {
  return createHash('sha256').update(key.armored.replace(/\r\n/g, '\n').trim()).digest('hex');
}

/**
 * The tool when this suite installed it earlier and what vouched for it then is trusted by this request too: one of
 * its keys, or, where it has none, its SHA-256. Undefined otherwise; makes no request and loads nothing.
 */
export async function findCached(request: CacheRequest): Promise<Installed | undefined> {
  const directory = folderOf(request);
  const path = join(directory, executableName(request.tool, request.platform));
  try {
    const record = JSON.parse(await readFile(join(directory, RECORD), 'utf8')) as Partial<InstallRecord>;
    if (!isRecordOf(record, request) || !isTrusted(record, request)) return undefined;
    const file = await stat(path);
    if (!file.isFile() || file.size !== record.executableBytes) return undefined;
    return { path, directory, cacheHit: true, ...withoutBookkeeping(record) };
  } catch (error) {
    request.log.debug(`No usable ${request.tool} ${request.version} in ${directory}: ${String(error)}`);
    return undefined;
  }
}

function withoutBookkeeping({
  source,
  sha256,
  proof,
}: InstallRecord): Pick<Installed, 'source' | 'sha256' | 'proof'> {
  return { source, sha256, proof };
}

function isRecordOf(record: Partial<InstallRecord>, request: CacheRequest): record is InstallRecord {
  return (
    record.schema === RECORD_SCHEMA &&
    record.tool === request.tool &&
    record.version === request.version &&
    record.platform?.os === request.platform.os &&
    record.platform.arch === request.platform.arch &&
    typeof record.source === 'string' &&
    typeof record.sha256 === 'string' &&
    typeof record.executableBytes === 'number' &&
    (record.proof?.by === 'signature' || record.proof?.by === 'sha256')
  );
}

function isTrusted({ proof, sha256, keyDigest: digest }: InstallRecord, request: CacheRequest): boolean {
  if (request.sha256 !== undefined && request.sha256.toLowerCase() !== sha256) return false;
  const keys = [...request.keys, ...request.mirrors.flatMap((mirror) => mirror.keys ?? [])];
  if (proof.by === 'sha256') return request.sha256 !== undefined && keys.length === 0;
  return keys.some((key) =>
    key.fingerprint === undefined
      ? keyDigest(key) === digest
      : normaliseFingerprint(key.fingerprint, key.name) === proof.fingerprint,
  );
}

/**
 * A new folder on the same file system as the cache, to be published or discarded. Also removes what killed jobs left.
 * EHA1417 when the cache cannot be written.
 */
export async function createStaging({ toolCache, clock }: CacheRequest): Promise<string> {
  try {
    await mkdir(toolCache, { recursive: true });
    await removeAbandoned(toolCache, clock.now());
    const directory = join(toolCache, `${STAGING}${randomUUID()}`);
    // Becomes the cache's folder, which other accounts may read as far as the umask lets them.
    await mkdir(directory);
    return directory;
  } catch (cause) {
    throw installErrors.EHA1417(`Nothing can be written to ${toolCache}.`, { cause });
  }
}

export async function discardStaging(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true, maxRetries: 3 });
}

/** For what nobody uses: it is in nobody's way if it stays. */
async function discardQuietly(directory: string): Promise<void> {
  await discardStaging(directory).catch(() => undefined);
}

async function removeAbandoned(toolCache: string, now: number): Promise<void> {
  for (const name of await readdir(toolCache)) {
    if (!name.startsWith(STAGING)) continue;
    const path = join(toolCache, name);
    const folder = await stat(path).catch(() => undefined);
    if (folder !== undefined && now - folder.mtimeMs > ABANDONED_MS) await discardQuietly(path);
  }
}

/**
 * Makes a verified staging folder the cache's entry by one rename. When another job was faster with the same tool, its
 * entry is used and ours discarded; an entry that is not ours is replaced. EHA1417 on failure.
 */
export async function publish(
  request: CacheRequest,
  staging: string,
  verified: Verified,
): Promise<Installed> {
  const directory = folderOf(request);
  const record = recordOf(request, verified);
  try {
    await writeFile(join(staging, RECORD), `${JSON.stringify(record, null, 2)}\n`, { flush: true });
    await mkdir(join(directory, '..'), { recursive: true });
    const faster = await moveInto(request, staging, directory);
    await writeFile(`${directory}.complete`, '');
    const path = join(directory, executableName(request.tool, request.platform));
    return faster ?? { path, directory, cacheHit: false, ...withoutBookkeeping(record) };
  } catch (cause) {
    throw installErrors.EHA1417(`${directory} could not be made.`, { cause });
  }
}

function recordOf({ tool, version, platform }: CacheRequest, verified: Verified): InstallRecord {
  const { source, sha256, executableBytes, proof, key } = verified;
  const digest = key === null ? null : keyDigest(key);
  return {
    schema: RECORD_SCHEMA,
    tool,
    version,
    platform,
    source,
    sha256,
    executableBytes,
    proof,
    keyDigest: digest,
  };
}

/** Returns the entry of a job that was faster, or undefined when ours is in place. */
async function moveInto(
  request: CacheRequest,
  staging: string,
  directory: string,
): Promise<Installed | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(staging, directory);
      return undefined;
    } catch (error) {
      if (attempt === PUBLISH_ATTEMPTS) throw error;
    }
    const faster = await findCached(request);
    if (faster !== undefined) return { ...faster, cacheHit: false };
    await moveAway(request.toolCache, directory);
  }
}

/** Renamed first, so that nobody sees half of it while it is removed. */
async function moveAway(toolCache: string, directory: string): Promise<void> {
  const old = join(toolCache, `${STAGING}${randomUUID()}`);
  try {
    await rename(directory, old);
  } catch {
    return;
  }
  await discardQuietly(old);
}
