import { chmodSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { defaultSource } from '#scripts/support/install-terraform.js';
import { findTerraform } from '#scripts/support/terraform.js';
import { makeCheckout, type Checkout } from './checkout.ts';

let folder: Checkout;
beforeEach(() => {
  folder = makeCheckout({ 'empty/x': '' });
});
afterEach(() => folder.dispose());

/** A program called terraform that prints this and ends with this code; the search path up to its folder. */
function install(output: string, exitCode = 0): string {
  folder.write('bin/terraform', `#!/bin/sh\ncat <<'END'\n${output}\nEND\nexit ${exitCode}\n`);
  chmodSync(join(folder.root, 'bin/terraform'), 0o755);
  // /bin for the shell and cat of the stand-in.
  return [join(folder.root, 'empty'), '', join(folder.root, 'bin'), '/bin', '/usr/bin'].join(delimiter);
}

describe('defaultSource', () => {
  test('is the official server and .cache, unless the environment says otherwise', () => {
    expect(defaultSource({})).toMatchObject({
      mirrors: [{ url: 'https://releases.hashicorp.com' }],
      toolCache: expect.stringMatching(/\.cache[/\\]tools$/),
    });
    folder.write('key.asc', 'a key');
    const environment = {
      TERRAFORM_MIRROR_URL: 'https://mirror.example.com',
      TERRAFORM_MIRROR_KEY: join(folder.root, 'key.asc'),
      RUNNER_TOOL_CACHE: '/opt/hostedtoolcache',
    };
    expect(defaultSource(environment)).toMatchObject({
      mirrors: [{ url: 'https://mirror.example.com', keys: [{ armored: 'a key' }] }],
      toolCache: '/opt/hostedtoolcache',
    });
  });
});

describe('findTerraform', () => {
  test.each(['1.10.0', '1.11.4', '1.14.0-rc1', '2.0.0'])('takes %s', async (version) => {
    const path = install(JSON.stringify({ terraform_version: version, platform: 'linux_amd64' }, null, 2));
    expect(await findTerraform({ searchPath: path })).toEqual({
      path: join(folder.root, 'bin/terraform'),
      version,
    });
  });

  test.each(['1.9.8', '0.15.5'])('refuses %s and says what is needed', async (version) => {
    const path = install(JSON.stringify({ terraform_version: version }));
    await expect(findTerraform({ searchPath: path })).rejects.toMatchObject({
      code: 'EHA1907',
      message: expect.stringContaining(`is Terraform ${version}; 1.10 or later`),
      remedy: expect.stringContaining('developer.hashicorp.com/terraform/install'),
    });
  });

  test('says so when there is none, or none that can be executed, and none can be had', async () => {
    const path = install('');
    chmodSync(join(folder.root, 'bin/terraform'), 0o644);
    const nowhere = { mirrors: [], toolCache: join(folder.root, 'cache'), say: () => undefined };
    const only = path.split(delimiter).slice(0, 3).join(delimiter);
    for (const searchPath of [only, '']) {
      await expect(findTerraform({ searchPath, source: nowhere })).rejects.toMatchObject({
        code: 'EHA1906',
        message: expect.stringMatching(/could not be installed[^]*EHA1418: No mirror is given/),
        remedy: expect.stringMatching(/developer\.hashicorp\.com\/terraform\/install.*TERRAFORM_MIRROR_URL/),
      });
    }
  });

  test('shows what a broken one printed', async () => {
    const path = install('segmentation fault', 3);
    await expect(findTerraform({ searchPath: path })).rejects.toMatchObject({
      code: 'EHA1907',
      message: expect.stringMatching(/exit code 3[^]*segmentation fault/),
    });
  });
});
