import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '#lib/action/clock.js';
import { ActionError } from '#lib/action/errors.js';
import type { Logger } from '#lib/action/types.js';
import { installTool, officialMirrors, pinnedKeys, platformOf, type Mirror } from '#lib/install/index.js';
import { scriptErrors } from '#scripts/errors.js';
import { repositoryRoot } from './repository.ts';

/** The Terraform that this repository is tested with, and installs where there is none. */
export const TESTED_TERRAFORM = '1.11.4';

export interface TerraformSource {
  readonly mirrors: readonly Mirror[];
  /** Absolute. */
  readonly toolCache: string;
  /** Takes lines about the progress. */
  readonly say: (line: string) => void;
}

/**
 * The official server, or the mirror in TERRAFORM_MIRROR_URL with the key whose file TERRAFORM_MIRROR_KEY names; into the
 * tool cache of the runner or else below .cache of this checkout.
 */
export function defaultSource(environment: NodeJS.ProcessEnv = process.env): TerraformSource {
  const given = (name: string): string | undefined => {
    const value = environment[name];
    return value === undefined || value === '' ? undefined : value;
  };
  const url = given('TERRAFORM_MIRROR_URL');
  const key = given('TERRAFORM_MIRROR_KEY');
  const own = key === undefined ? {} : { keys: [{ name: key, armored: readFileSync(key, 'utf8') }] };
  return {
    mirrors: url === undefined ? officialMirrors('terraform') : [{ url, ...own }],
    toolCache: given('RUNNER_TOOL_CACHE') ?? join(repositoryRoot, '.cache', 'tools'),
    say: (line) => process.stderr.write(`${line}\n`),
  };
}

/** Installs the tested version unless the tool cache has it, and returns the executable. EHA1906 when it cannot be had. */
export async function installTerraform(source?: TerraformSource): Promise<string> {
  try {
    const { mirrors, toolCache, say } = source ?? defaultSource();
    const installed = await installTool({
      tool: 'terraform',
      version: TESTED_TERRAFORM,
      platform: platformOf(process.platform, process.arch),
      mirrors,
      keys: pinnedKeys('terraform'),
      toolCache,
      log: loggerOf((line) => say(`Terraform ${TESTED_TERRAFORM}: ${line}`)),
      clock: systemClock,
      signal: new AbortController().signal,
      proxy: process.env,
    });
    if (!installed.cacheHit) say(`Terraform ${TESTED_TERRAFORM}: installed as ${installed.path}`);
    return installed.path;
  } catch (cause) {
    const reason =
      cause instanceof ActionError
        ? `${cause.code}: ${cause.message}`
        : cause instanceof Error
          ? cause.message
          : String(cause);
    throw scriptErrors.EHA1906(
      `No \`terraform\` is on PATH, and Terraform ${TESTED_TERRAFORM} could not be installed.\n${reason}`,
      {
        cause,
      },
    );
  }
}

/** Lines for a person instead of the commands of a runner. */
function loggerOf(say: (line: string) => void): Logger {
  return {
    info: say,
    debug: () => undefined,
    notice: say,
    warning: say,
    error: say,
    group: (title, work) => {
      say(title);
      return work();
    },
  };
}
