import { dirname } from 'node:path';
import type { ActionDeps } from '#lib/action/types.js';
import { nodeadmErrors } from '#lib/install/nodeadm-errors.js';

const LAST_LINES = 5;

/** What `nodeadm config check` came to. */
export type ProgramCheck =
  | { readonly verdict: 'passed' | 'not asked'; readonly reason: null }
  | { readonly verdict: 'unknown'; readonly reason: string };

/** Asks the program for its version, which a mirror may have mixed up. EHA1452. */
export async function confirmVersion(path: string, version: string, deps: ActionDeps): Promise<void> {
  const { exitCode, stdout, stderr } = await deps.runProcess([path, '--version'], { cwd: dirname(path) });
  const said = /v?(\d+\.\d+\.\d+)/.exec(`${stdout}\n${stderr}`)?.[1];
  if (exitCode === 0 && said === version) return;
  const what = said === undefined ? 'no version' : `version ${said}`;
  throw nodeadmErrors.EHA1452(`${path} says ${what} instead of ${version} (exit code ${exitCode}).`);
}

/**
 * Lets nodeadm check the configuration. It connects to systemd for that, although it changes nothing: where there is
 * none, the answer is unknown. EHA1451 when it refuses.
 */
export async function checkByProgram(path: string, config: string, deps: ActionDeps): Promise<ProgramCheck> {
  const argv = [path, 'config', 'check', '--config-source', `file://${config}`] as const;
  const { exitCode, stdout, stderr } = await deps.runProcess(argv, { cwd: dirname(config) });
  if (exitCode === 0) return { verdict: 'passed', reason: null };
  const said = `${stdout}\n${stderr}`.trim().split('\n').slice(-LAST_LINES).join('\n');
  if (/d-?bus|systemd/i.test(said)) {
    return {
      verdict: 'unknown',
      reason: '`nodeadm config check` needs systemd, which it does not reach here',
    };
  }
  throw nodeadmErrors.EHA1451(`${config} (exit code ${exitCode}):\n${said}`);
}
