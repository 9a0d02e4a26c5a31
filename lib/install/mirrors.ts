import { displayUrl } from './addresses.ts';
import { installErrors } from './errors.ts';
import type { Mirror, Tool } from './types.ts';

/**
 * Where the publishers have their releases. OpenTofu's files are assets of its GitHub releases, its list of versions is
 * beside its install script.
 */
export function officialMirrors(tool: Tool): readonly Mirror[] {
  return tool === 'terraform'
    ? [{ url: 'https://releases.hashicorp.com' }]
    : [
        {
          url: 'https://github.com/opentofu/opentofu/releases/download',
          indexUrl: 'https://get.opentofu.org/tofu/api.json',
        },
      ];
}

/** This machine itself, by name or number. */
export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/**
 * Refuses (EHA1418) an empty list, what is no address, and plain HTTP, which is allowed to this machine and to a mirror
 * that has a key of its own only: there the signature protects what the connection does not.
 */
export function checkMirrors(mirrors: readonly Mirror[]): void {
  if (mirrors.length === 0) throw installErrors.EHA1418('No mirror is given.');
  for (const { url, indexUrl, keys } of mirrors) {
    for (const address of [url, indexUrl]) {
      if (address !== undefined) checkAddress(address, keys !== undefined && keys.length > 0);
    }
  }
}

function checkAddress(address: string, hasOwnKey: boolean): void {
  // The value itself is not shown: it may hold a password.
  if (!URL.canParse(address)) throw installErrors.EHA1418('The mirror’s address is not a URL.');
  const url = new URL(address);
  const allowed = url.protocol === 'https:' || (url.protocol === 'http:' && (hasOwnKey || isLoopback(url)));
  if (!allowed) throw installErrors.EHA1418(`${displayUrl(url)} is not an https address.`);
}
