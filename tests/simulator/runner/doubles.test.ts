import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fixture } from './support/files.ts';
import { runCase, type CaseResult } from './support/run.ts';

describe('artifacts', () => {
  let result: CaseResult;
  beforeAll(async () => {
    result = await runCase(fixture('artifacts'));
  });

  const paths = (name: string) => [...(result.host.artifacts.get(`1001/${name}`)?.files.keys() ?? [])].sort();

  test.each([
    ['tree', ['a/b/two.json', 'a/one.json']],
    ['common', ['other/four.json', 'out/a/b/two.json']],
    ['single', ['four.json']],
    ['none', []],
    ['hidden', []],
    ['shown', ['five']],
  ])('%s holds %j', (name, files) => {
    expect(paths(name)).toEqual(files);
  });

  test.each([
    ['conflict', 'failure'],
    ['none', 'failure'],
    ['ignored', 'success'],
    ['hidden', 'success'],
  ])('the upload "%s" is a %s', (output, outcome) => {
    expect(result.job('make').outputs[output]).toBe(outcome);
  });

  test('a name taken is refused in the words of the service', () => {
    const messages = result.job('make').annotations.map((annotation) => annotation.message);
    expect(messages).toContain(
      'Failed to CreateArtifact: Received non-retryable error: Failed request: (409) Conflict: an artifact with this name already exists on the workflow run',
    );
    expect(messages).toContain(
      'No files were found with the provided path: nothing/**. No artifacts will be uploaded.',
    );
  });

  test.each([
    ['named', 'a/b/two.json a/one.json '],
    [
      'all',
      'common/other/four.json common/out/a/b/two.json shown/five single/four.json tree/a/b/two.json tree/a/one.json ',
    ],
    ['merged', 'five four.json '],
    ['by-id', 'a/b/two.json a/one.json '],
    ['missing', 'failure'],
  ])('download %s: %j', (output, value) => {
    expect(result.job('take').outputs[output]?.trim()).toBe(value.trim());
  });
});

describe('cache', () => {
  let result: CaseResult;
  beforeAll(async () => {
    result = await runCase(fixture('cache'));
  });

  test.each([
    ['fill', 'hit', '[]'],
    ['hit', 'exact', '[true]'],
    ['hit', 'file', 'kept'],
    ['hit', 'prefix', '[false] deps-1'],
    ['hit', 'other', '[]'],
    ['hit', 'required', 'failure'],
    ['none', 'hit', '[]'],
  ])('%s: %s is %j', (job, output, value) => {
    expect(result.job(job).outputs[output]).toBe(value);
  });

  test('cache-mode: none warns and neither reads nor writes', () => {
    expect(result.job('none').annotations.map((annotation) => annotation.message)).toEqual([
      'Failed to restore: cache-mode is none, the cache service refuses to read',
      'Failed to save: cache-mode is none, the cache service refuses to write',
    ]);
  });
});

describe('cloud logins', () => {
  let server: Server;
  let result: CaseResult;
  const audiences: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      const audience = new URL(request.url ?? '', 'http://x').searchParams.get('audience') ?? '';
      audiences.push(`${audience} ${request.headers.authorization?.slice(0, 14) ?? ''}`);
      const claims = Buffer.from(
        JSON.stringify({ aud: audience, sub: 'repo:octo/app:ref:refs/heads/main' }),
      ).toString('base64url');
      response.end(JSON.stringify({ value: `e30.${claims}.sig` }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    result = await runCase(fixture('oidc'), { idTokenUrl: `http://127.0.0.1:${port}/token?api-version=2.0` });
  });
  afterAll(() => void server.close());

  test('exchange an OIDC token for credentials that no real cloud takes', () => {
    expect(result.job('with')).toMatchObject({
      conclusion: 'success',
      outputs: { account: '123456789012', key: 'ASIA', after: 'eu-west-1/eu-west-1' },
    });
    expect(audiences).toContain('sts.amazonaws.com Bearer idtoken');
    expect(audiences).toContain('api://AzureADTokenExchange Bearer idtoken');
  });

  test('keep every credential out of the log', () => {
    const text = result.events.map((event) => JSON.stringify(event)).join('\n');
    expect(text).not.toMatch(/ASIASIMULATED|idtoken-/);
    expect(result.lines('with')).toContain('request *** secret ***');
  });

  test.each([
    [
      'without',
      'Credentials could not be loaded, please check your action inputs: Could not load credentials from any providers',
    ],
    ['bad-role', 'Could not assume role with OIDC: Request ARN is invalid: plan'],
    ['bad-guid', "Login failed with Error: 'client-id' is not a GUID: nope"],
    ['no-region', 'Input required and not supplied: aws-region'],
  ])('%s fails as the real action does', (job, message) => {
    expect(result.job(job).conclusion).toBe('failure');
    expect(result.job(job).annotations.map((annotation) => annotation.message)).toContain(message);
  });
});

describe('checkout', () => {
  const run = (inputs: string) =>
    runCase(
      `on: push\njobs: { a: { runs-on: x, outputs: { files: '\${{ steps.l.outputs.files }}' }, steps: [{ run: touch left-over }, { uses: actions/checkout@v7, with: ${inputs} }, { id: l, run: 'echo "files=$(find . -type f -not -path "./.github/*" | sort | tr "\\n" " ")" >> "$GITHUB_OUTPUT"' }] } }`,
      { files: { 'a/one': '1', 'b/two': '2', top: '3' } },
    );

  test('cleans the folder and puts the repository there', async () => {
    expect((await run('{ persist-credentials: false }')).job('a').outputs['files']).toBe(
      './a/one ./b/two ./top ',
    );
  });

  test('honours path and sparse-checkout', async () => {
    const { job } = await run('{ persist-credentials: false, path: sub, sparse-checkout: a }');
    expect(job('a').outputs['files']).toBe('./left-over ./sub/a/one ./sub/top ');
  });

  test('warns when it is to keep the token', async () => {
    const { job } = await run('{}');
    expect(job('a').annotations[0]?.message).toContain("set 'persist-credentials: false'");
  });

  test.each([
    ['{ submodules: recursive }', /does not support the input 'submodules'/],
    ['{ path: ../outside }', /is not under/],
    ['{ repository: nonsense }', /Invalid repository 'nonsense'/],
    ['{ repository: no/body, persist-credentials: false }', /repository not found/],
    ['{ clean: maybe }', /YAML 1.2 "Core Schema"/],
  ])('%s is refused', async (inputs, message) => {
    const { job } = await run(inputs);
    expect(job('a').conclusion).toBe('failure');
    expect(
      job('a')
        .annotations.map((annotation) => annotation.message)
        .join('\n'),
    ).toMatch(message);
  });
});
