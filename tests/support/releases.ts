import { readdirSync } from 'node:fs';
import { installTool, type Installed, type InstallRequest } from '#lib/install/index.js';
import { startReleaseServer, type Flaw, type ReleaseServer } from '#simulator/servers/releases/server.js';
import { systemClock } from '#simulator/world/clock.js';
import { manualClock, recordingLogger } from './fake-deps.ts';
import { temporaryDirectory } from './temporary.ts';

/** Stands for Terraform where a test is not about Terraform itself. */
export const SCRIPT = Buffer.from(`#!/bin/sh\necho "Terraform v1.11.4"\n#${'padding '.repeat(20_000)}\n`);
export const LINUX = { os: 'linux', arch: 'amd64' } as const;

/** Mirrors with Terraform 1.11.4 (three platforms) and OpenTofu 1.10.0 (the caller closes it). */
export function releaseServer(): Promise<ReleaseServer> {
  const platforms = ['linux_amd64', 'darwin_arm64', 'windows_amd64'];
  return startReleaseServer({
    clock: systemClock,
    releases: [
      { tool: 'terraform', version: '1.11.4', executable: SCRIPT, platforms },
      { tool: 'terraform', version: '1.12.0-rc1', executable: SCRIPT },
      { tool: 'opentofu', version: '1.10.0', executable: SCRIPT },
    ],
  });
}

/** A request for Terraform 1.11.4 from the mirror with the flaw, into a new tool cache. */
export async function requestTo(
  server: ReleaseServer,
  flaw: Flaw | undefined,
  overrides: Partial<InstallRequest> = {},
): Promise<InstallRequest> {
  const mirror = flaw === undefined ? server : await server.mirror(flaw);
  return {
    tool: 'terraform',
    version: '1.11.4',
    platform: LINUX,
    mirrors: [{ url: mirror.url }],
    keys: [{ name: 'Release signing', armored: mirror.publicKey, fingerprint: mirror.fingerprint }],
    toolCache: temporaryDirectory('tool-cache-'),
    log: recordingLogger(),
    // The simulated keys have real times.
    clock: manualClock(Date.now() + 1000),
    signal: new AbortController().signal,
    ...overrides,
  };
}

/** Code and message of the refusal, or what was installed. */
export async function outcomeOf(
  request: InstallRequest,
): Promise<{ code: string; message: string } | Installed> {
  try {
    return await installTool(request);
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      return { code: String(error.code), message: error.message };
    throw error;
  }
}

/** Everything in the tool cache, sorted. */
export function contentOf(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true }).map(String).sort();
}
