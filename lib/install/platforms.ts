import { installErrors } from './errors.ts';
import type { CachedTool, Platform, Tool } from './types.ts';

const OS: ReadonlyMap<string, Platform['os']> = new Map([
  ['linux', 'linux'],
  ['darwin', 'darwin'],
  ['win32', 'windows'],
]);
const ARCH: ReadonlyMap<string, Platform['arch']> = new Map([
  ['x64', 'amd64'],
  ['arm64', 'arm64'],
]);
/** Folder names of the tool cache: Node's names of processors, as @actions/tool-cache writes them. */
const CACHE_ARCH: Readonly<Record<Platform['arch'], string>> = { amd64: 'x64', arm64: 'arm64' };

/** From `process.platform` and `process.arch`; EHA1419 where there is nothing this suite could install. */
export function platformOf(platform: string, arch: string): Platform {
  const os = OS.get(platform);
  const processor = ARCH.get(arch);
  if (os === undefined || processor === undefined) {
    throw installErrors.EHA1419(`This runner is ${platform} on ${arch}.`);
  }
  return { os, arch: processor };
}

/** `linux_amd64`, as in the releases' file names. */
export function platformName({ os, arch }: Platform): string {
  return `${os}_${arch}`;
}

export function cacheArch({ arch }: Platform): string {
  return CACHE_ARCH[arch];
}

/** Name of the command, and beginning of the release's file names. */
export function commandName(tool: Tool): 'terraform' | 'tofu' {
  return tool === 'terraform' ? 'terraform' : 'tofu';
}

/** File name of the executable, in the archive and in the tool cache. */
export function executableName(tool: CachedTool, { os }: Platform): string {
  const name = tool === 'nodeadm' ? tool : tool === 'cilium-cli' ? 'cilium' : commandName(tool);
  return os === 'windows' ? `${name}.exe` : name;
}

/** The product's name for messages. */
export function toolTitle(tool: Tool): string {
  return tool === 'terraform' ? 'Terraform' : 'OpenTofu';
}
