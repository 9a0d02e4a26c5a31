import { describe, expect, test } from '@jest/globals';
import { readAzureEnvironment } from '#lib/action/azure-environment.js';
import type { RunProcess } from '#lib/action/types.js';
import { createAzureCredential } from '#lib/azure/credential.js';
import { fakeDeps } from '#tests/support/fake-deps.js';

const SCOPE = 'https://management.azure.com/.default';

function fromCli(stdout: string, exitCode = 0, stderr = '') {
  const deps = fakeDeps();
  const calls: string[][] = [];
  const runProcess: RunProcess = (argv) => {
    calls.push([...argv]);
    return Promise.resolve({ exitCode, stdout, stderr, interrupted: false, milliseconds: 1 });
  };
  const credential = createAzureCredential(readAzureEnvironment({}), 'the-subscription', {
    ...deps,
    runProcess,
  });
  return { deps, calls, token: credential.getToken(SCOPE) };
}

describe('a token of the Azure CLI', () => {
  test('is asked for one subscription and masked', async () => {
    const { deps, calls, token } = fromCli('{"accessToken":"secret-token","expires_on":1796000000}');
    expect(await token).toEqual({ token: 'secret-token', expiresOnTimestamp: 1_796_000_000_000 });
    expect(deps.masked).toEqual(['secret-token']);
    expect(calls).toEqual([
      [
        'az',
        'account',
        'get-access-token',
        '--scope',
        SCOPE,
        '--subscription',
        'the-subscription',
        '--output',
        'json',
      ],
    ]);
  });

  test.each([
    [
      '',
      1,
      'WARNING: x\nERROR: Please run az login',
      'The Azure CLI gave no token: ERROR: Please run az login',
    ],
    ['no JSON', 0, '', 'The Azure CLI answered in an unexpected form.'],
    ['{"accessToken":""}', 0, '', 'The Azure CLI answered without a token.'],
  ])('that is no token (%j) is refused', async (stdout, exitCode, stderr, message) => {
    await expect(fromCli(stdout, exitCode, stderr).token).rejects.toMatchObject({ code: 'EHA1525', message });
  });
});
