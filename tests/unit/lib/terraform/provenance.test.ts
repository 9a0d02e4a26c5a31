import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { backendFingerprint, readBackendFingerprint } from '#lib/terraform/backend-fingerprint.js';
import { provenanceOf } from '#lib/terraform/provenance.js';
import { fakeGitHub } from '#tests/support/fake-deps.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

const IDENTITY = { stack: 's', directory: 'infra/s', workspace: 'default', backend: 'local:0' };

describe('the provenance of a plan', () => {
  test('of a pull request names its head; of another event the commit that was checked out', () => {
    const pull = { number: 7, head: { sha: 'head' } };
    const event = { repository: { id: 99 }, pull_request: pull };
    expect(provenanceOf(fakeGitHub({ event, sha: 'merge', runAttempt: 3 }), IDENTITY)).toEqual({
      repositoryId: 99,
      repository: 'octo-org/platform',
      pullRequest: 7,
      headSha: 'head',
      sha: 'merge',
      runId: 4242,
      runAttempt: 3,
      ...IDENTITY,
    });
    const dispatch = fakeGitHub({ event: { repository: { id: 99 } }, sha: 'main' });
    expect(provenanceOf(dispatch, IDENTITY)).toMatchObject({
      pullRequest: null,
      headSha: 'main',
      sha: 'main',
    });
  });

  test('is refused where the repository is not known', () => {
    for (const event of [{}, { repository: {} }, { repository: { id: '99' } }]) {
      expect(() => provenanceOf(fakeGitHub({ event }), IDENTITY)).toThrow('repository.id');
    }
  });
});

describe('the fingerprint of a backend', () => {
  const s3 = { bucket: 'state', key: 'a', region: 'eu-central-1', use_lockfile: true };

  test('tells states apart and does not depend on how they are reached', () => {
    const base = backendFingerprint('s3', s3);
    expect(base).toMatch(/^s3:[0-9a-f]{32}$/);
    const reached = {
      access_key: 'AKIA',
      secret_key: 'x',
      token: 't',
      assume_role: { role_arn: 'arn' },
      profile: 'p',
    };
    expect(backendFingerprint('s3', { ...s3, ...reached, workspace_key_prefix: null })).toBe(base);
    expect(backendFingerprint('s3', Object.fromEntries(Object.entries(s3).reverse()))).toBe(base);
    const others = [
      { bucket: 'other' },
      { key: 'b' },
      { region: 'eu-west-1' },
      { workspace_key_prefix: 'w' },
    ];
    for (const other of others) expect(backendFingerprint('s3', { ...s3, ...other })).not.toBe(base);
    expect(backendFingerprint('cos', s3)).not.toBe(base);
  });

  test('leaves credentials out of addresses and out of backends that are not known', () => {
    const at = (address: string) => backendFingerprint('http', { address, password: 'x' });
    expect(at('https://user:pw@example.com/state?token=x')).toBe(at('https://example.com/state'));
    expect(at('https://example.com/other')).not.toBe(at('https://example.com/state'));
    const mine = (config: object) => backendFingerprint('mine', { path: 'p', ...config });
    expect(mine({ api_token: 'x', db_password: 'y', private_key: 'z', sas_token: 'w' })).toBe(mine({}));
    expect(mine({ path: 'q' })).not.toBe(mine({}));
  });

  test('is read from what terraform init leaves', async () => {
    const init = (backend: string): string => {
      const directory = temporaryDirectory();
      writeFileSync(join(directory, 'main.tf'), `terraform {\n${backend}\n}\n`);
      const env = { ...process.env, TF_CLI_CONFIG_FILE: '/dev/null', CHECKPOINT_DISABLE: '1' };
      execFileSync('terraform', ['init', '-input=false'], { cwd: directory, env, stdio: 'ignore' });
      return join(directory, '.terraform');
    };
    const none = await readBackendFingerprint(init(''));
    expect(await readBackendFingerprint(init('backend "local" {}'))).toBe(none);
    const named = await readBackendFingerprint(init('backend "local" {\n path = "x.tfstate"\n}'));
    expect(named).toMatch(/^local:/);
    expect(named).not.toBe(none);
  });

  test('is not guessed from a broken file', async () => {
    const folder = join(temporaryDirectory(), '.terraform');
    mkdirSync(folder);
    for (const text of [
      '{"backend":{"type":7,"config":{"secret_key":"hush"}}}',
      '{',
      '[]',
      '{"backend":{"type":"s3","config":[]}}',
    ]) {
      writeFileSync(join(folder, 'terraform.tfstate'), text);
      const failure = await readBackendFingerprint(folder).catch((error: unknown) => String(error));
      expect(failure).toContain('cannot be read');
      expect(failure).not.toContain('hush');
    }
  });
});
