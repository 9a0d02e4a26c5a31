/**
 * Installs Terraform and OpenTofu into the runner's tool cache, verified. A hit of the cache loads nothing of what a
 * download needs.
 */
import { installErrors } from './errors.ts';
import { isExactVersion } from './exact-version.ts';
import { checkMirrors } from './mirrors.ts';
import { toolTitle } from './platforms.ts';
import { findCached } from './tool-cache.ts';
import type { Installed, InstallRequest, ListRequest } from './types.ts';

export { pinnedKeys } from './keys.ts';
export { officialMirrors } from './mirrors.ts';
export { commandName, executableName, platformOf } from './platforms.ts';
export type {
  Access,
  Installed,
  InstallRequest,
  Limits,
  ListRequest,
  Mirror,
  Platform,
  Proof,
  ProxyVariables,
  Tool,
  TrustedKey,
} from './types.ts';

/**
 * The tool in the given version from the tool cache, or from the first mirror that can deliver it. Downloads are
 * hashed and inflated while they arrive, into a folder that becomes the cache's entry by a rename once the signed
 * SHA-256 matches; whatever goes wrong before that leaves nothing behind. Safe to call from several jobs at once.
 *
 * A version has to be signed by one of the keys; where there is no key, `sha256` has to say what the archive is. Each
 * reason to refuse is an error of its own: see EHA1400 to EHA1419.
 */
export async function installTool(request: InstallRequest): Promise<Installed> {
  const { tool, version, sha256 } = request;
  if (!isExactVersion(version)) {
    throw installErrors.EHA1419(`"${version}" is not an exact version of ${toolTitle(tool)}.`);
  }
  if (sha256 !== undefined && !/^[0-9a-f]{64}$/i.test(sha256)) {
    throw installErrors.EHA1411(`"${sha256}" is not a SHA-256: it has to be 64 hexadecimal digits.`);
  }
  checkMirrors(request.mirrors);
  if (sha256 === undefined && request.mirrors.every(({ keys }) => (keys ?? request.keys).length === 0)) {
    throw installErrors.EHA1400(`${toolTitle(tool)} cannot be verified: there is no key and no SHA-256.`);
  }
  const cached = await findCached(request);
  if (cached !== undefined) return cached;
  const { installFromMirrors } = await import('./release-install.ts');
  return installFromMirrors(request);
}

/**
 * Every version that the first mirror with a list names, pre-releases included, in no particular order. The list is not
 * signed: it can name or hide a version, but what is then installed still has to be signed. EHA1412 when no mirror
 * answers, EHA1416 when none has a list that can be read.
 */
export async function listVersions(request: ListRequest): Promise<readonly string[]> {
  checkMirrors(request.mirrors);
  const { readVersions } = await import('./releases.ts');
  return readVersions(request);
}
