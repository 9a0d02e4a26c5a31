import { displayUrl } from './addresses.ts';
import { Downloader } from './download.ts';
import { codeOf } from './error-code.ts';
import { installErrors } from './errors.ts';
import { normaliseFingerprint } from './keys.ts';
import { commandName, platformName } from './platforms.ts';
import { isExactVersion } from './exact-version.ts';
import { isMissing } from './transfer-error.ts';
import type { ListRequest, Mirror, Platform, Tool, TrustedKey } from './types.ts';

/** The files of one version for one platform. Nothing has to be looked up for them. */
export interface ReleaseFiles {
  readonly archiveName: string;
  readonly archive: string;
  readonly sums: string;
  /** The first that exists is the signature. */
  readonly signatures: readonly string[];
}

/**
 * HashiCorp has a signature for each key, named by the key's last eight digits, beside one without; of old releases the
 * latter is by a key that was withdrawn in 2021. OpenTofu calls its `.gpgsig`; its `.sig` is of another kind.
 */
export function releaseFiles(
  tool: Tool,
  version: string,
  platform: Platform,
  mirror: Mirror,
  keys: readonly TrustedKey[],
): ReleaseFiles {
  const folder = tool === 'terraform' ? ['terraform', version] : [`v${version}`];
  const start = `${commandName(tool)}_${version}`;
  const at = (name: string) => below(mirror.url, [...folder, name]);
  const sums = `${start}_SHA256SUMS`;
  const byKey = keys.flatMap(({ fingerprint, name }) =>
    fingerprint === undefined ? [] : [`${sums}.${normaliseFingerprint(fingerprint, name).slice(-8)}.sig`],
  );
  const signatures = tool === 'terraform' ? [...byKey, `${sums}.sig`] : [`${sums}.gpgsig`];
  const archiveName = `${start}_${platformName(platform)}.zip`;
  return { archiveName, archive: at(archiveName), sums: at(sums), signatures: signatures.map(at) };
}

/** Keeps the mirror's query, which may be what lets the request in. */
function below(base: string, path: readonly string[]): string {
  const url = new URL(base);
  url.pathname = [url.pathname.replace(/\/+$/, ''), ...path.map(encodeURIComponent)].join('/');
  return url.href;
}

/** See `listVersions`. */
export async function readVersions(request: ListRequest): Promise<readonly string[]> {
  const downloader = new Downloader(request);
  const failures: string[] = [];
  let unreadable = 0;
  try {
    for (const mirror of request.mirrors) {
      const url = mirror.indexUrl ?? indexUrl(request.tool, mirror);
      try {
        const text = await downloader.bytes(url, downloader.limits.indexBytes, request.signal);
        return parseIndex(text.toString('utf8'), request, displayUrl(url));
      } catch (error) {
        request.signal.throwIfAborted();
        const reason = error instanceof Error ? error.message : String(error);
        failures.push(reason);
        request.log.info(`No list of versions from ${displayUrl(url)}: ${reason}`);
        if (isMissing(error) || codeOf(error) === 'EHA1416') unreadable += 1;
        else if (codeOf(error) === 'EHA1413' || codeOf(error) === 'EHA1414') throw error;
      }
    }
  } finally {
    downloader.close();
  }
  const make = unreadable === failures.length ? installErrors.EHA1416 : installErrors.EHA1412;
  throw make(failures.join('\n'));
}

function indexUrl(tool: Tool, mirror: Mirror): string {
  return below(mirror.url, tool === 'terraform' ? ['terraform', 'index.json'] : ['api.json']);
}

/**
 * Terraform: `{versions: {"1.11.4": {builds: [{os, arch}]}}}`. OpenTofu: `{versions: [{id: "1.10.0", files: ["…"]}]}`.
 * A version whose builds are not named is kept.
 */
export function parseIndex(
  text: string,
  { tool, platform }: Pick<ListRequest, 'tool' | 'platform'>,
  from: string,
): readonly string[] {
  let index: unknown;
  try {
    index = JSON.parse(text);
  } catch (cause) {
    throw installErrors.EHA1416(`${from} is not JSON.`, { cause });
  }
  const versions = member(index, 'versions');
  const entries =
    tool === 'terraform' && typeof versions === 'object' && versions !== null && !Array.isArray(versions)
      ? Object.entries(versions).map(([id, entry]) => ({ id, built: builtFor(entry, platform) }))
      : tool === 'opentofu' && Array.isArray(versions)
        ? versions.map((entry: unknown) => ({
            id: String(member(entry, 'id')),
            built: hasFile(entry, platform),
          }))
        : [];
  const named = entries.filter(({ id }) => isExactVersion(id));
  if (named.length === 0) throw installErrors.EHA1416(`${from} names no version.`);
  return named.filter(({ built }) => built).map(({ id }) => id);
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function builtFor(entry: unknown, platform: Platform | undefined): boolean {
  const builds = member(entry, 'builds');
  if (platform === undefined || !Array.isArray(builds)) return true;
  return builds.some(
    (build) => member(build, 'os') === platform.os && member(build, 'arch') === platform.arch,
  );
}

function hasFile(entry: unknown, platform: Platform | undefined): boolean {
  const files = member(entry, 'files');
  if (platform === undefined || !Array.isArray(files)) return true;
  const name = `tofu_${String(member(entry, 'id'))}_${platformName(platform)}.zip`;
  return files.includes(name);
}
