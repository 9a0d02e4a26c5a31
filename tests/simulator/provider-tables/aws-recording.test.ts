import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { findProviderBinary } from '#simulator/terraform-provider/real.js';
import { loadProvider } from '#simulator/terraform-provider/schema/load.js';

/** The recording that aws-refusals.test.ts holds our rules against. */
interface Recorded {
  readonly type: string;
  readonly name: string;
  readonly config: object;
  readonly refusals: readonly string[];
}
interface Validation {
  readonly diagnostics: readonly {
    readonly severity: string;
    readonly summary: string;
    readonly detail: string;
    readonly address?: string;
  }[];
}

const file = new URL('../../fixtures/provider-tables/aws-refusals.json', import.meta.url);
const recorded = JSON.parse(readFileSync(file, 'utf8')) as readonly Recorded[];

/** `terraform validate` of all configurations at once with the real provider; it needs no network and no credentials. */
function validateAll(binary: string): Validation {
  const folder = mkdtempSync(join(tmpdir(), 'aws-recording-'));
  try {
    const resource: Record<string, Record<string, object>> = {};
    for (const { type, name, config } of recorded) (resource[type] ??= {})[name] = config;
    const root = { terraform: { required_providers: { aws: { source: 'hashicorp/aws' } } }, resource };
    writeFileSync(join(folder, 'main.tf.json'), JSON.stringify(root, null, 1));
    const settings = join(folder, 'terraform.rc');
    writeFileSync(
      settings,
      `provider_installation {\n  dev_overrides { "hashicorp/aws" = ${JSON.stringify(dirname(binary))} }\n  direct {}\n}\n`,
    );
    const env = {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      TF_CLI_CONFIG_FILE: settings,
      CHECKPOINT_DISABLE: '1',
    };
    // Each error carries its line, so the file is written in short ones. The exit code is 1, as configurations are refused; the answer is on standard output all the same.
    return JSON.parse(
      spawnSync('terraform', ['validate', '-json'], {
        cwd: folder,
        env,
        encoding: 'utf8',
        timeout: 60_000,
        maxBuffer: 64 * 1024 * 1024,
      }).stdout,
    ) as Validation;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function hasTerraform(): boolean {
  try {
    execFileSync('terraform', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('the recording of refusals', () => {
  const provider = loadProvider('aws');
  const binary = findProviderBinary(provider, process.env);
  const title = 'is what the real provider answers';
  if (binary === undefined || !hasTerraform()) {
    test.skip(`${title} (no binary of version ${provider.version} in EHA_PROVIDER_MIRROR or a plugin folder)`, () =>
      undefined);
    return;
  }
  test(title, () => {
    const { diagnostics } = validateAll(binary);
    const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
    const answers = recorded.map((entry) => ({
      ...entry,
      refusals: errors
        .filter((diagnostic) => diagnostic.address === `${entry.type}.${entry.name}`)
        .map(({ summary, detail }) => (detail === '' ? summary : `${summary} | ${detail}`))
        .sort(),
    }));
    expect(errors.filter((diagnostic) => diagnostic.address === undefined)).toEqual([]);
    expect(answers).toEqual(recorded.map((entry) => ({ ...entry, refusals: [...entry.refusals].sort() })));
  });
});
