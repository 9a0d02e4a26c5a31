/**
 * A lock that this job left is removed by `post`: with real Terraform, killed while it holds the lock of a backend on S3,
 * where a lock is an object that outlives its maker.
 */
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runBundle, type RunResult } from '#tests/support/run-bundle.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

const STACK = 'stacks/net';
const LOCK = '/states/net.tfstate.tflock';
const CREDENTIALS = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'example' };

/** The objects of a bucket, as far as a backend needs them (Amazon S3 API Reference; conditional writes for locks). */
const objects = new Map<string, Buffer>();
const server = createServer((request, response) => void answer(request, response));
let url: string;

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await buffer(request);
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://s3');
  // The backend downloads in ranges and goes on until it has all that the answer says there is.
  const reply = (status: number, content: string | Buffer = ''): void => {
    const length = Buffer.byteLength(content);
    const range =
      status === 206 ? { 'content-range': `bytes 0-${String(length - 1)}/${String(length)}` } : {};
    const headers = { 'content-type': 'application/xml', 'content-length': length, etag: '"1"', ...range };
    response.writeHead(status, headers).end(request.method === 'HEAD' ? '' : content);
  };
  const failure = (status: number, code: string): void =>
    reply(status, `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
  const found = objects.get(pathname);
  if (searchParams.has('prefix') || pathname.split('/').length < 3) {
    return reply(
      200,
      '<?xml version="1.0"?><ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>',
    );
  }
  if (request.method === 'PUT') {
    if (request.headers['if-none-match'] === '*' && found !== undefined)
      return failure(412, 'PreconditionFailed');
    objects.set(pathname, body);
    return reply(200);
  }
  if (request.method === 'DELETE') {
    objects.delete(pathname);
    return reply(204);
  }
  return found === undefined
    ? failure(404, 'NoSuchKey')
    : reply(request.headers.range === undefined ? 200 : 206, found);
}

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const backend = (): string => `terraform {
  backend "s3" {
    bucket                      = "states"
    key                         = "net.tfstate"
    region                      = "eu-central-1"
    use_lockfile                = true
    use_path_style              = true
    skip_credentials_validation = true
    skip_metadata_api_check     = true
    skip_region_validation      = true
    skip_requesting_account_id  = true
    skip_s3_checksum            = true

    endpoints = {
      s3 = "${url}"
    }
  }
}

resource "terraform_data" "a" {}
`;

/** A stack that was applied, and whose next plan waits for ever, holding the lock. */
async function waitingWorkspace(): Promise<string> {
  objects.clear();
  const workspace = temporaryDirectory('terraform-plan-');
  const stack = join(workspace, STACK);
  mkdirSync(stack, { recursive: true });
  writeFileSync(join(stack, 'main.tf'), backend());
  const env = { PATH: process.env['PATH'], HOME: workspace, CHECKPOINT_DISABLE: '1', ...CREDENTIALS };
  for (const args of [['init'], ['apply', '-auto-approve']])
    await promisify(execFile)('terraform', args, { cwd: stack, env });
  writeFileSync(join(stack, 'more.tf'), 'output "x" {\n  value = file("${path.module}/pipe")\n}\n');
  execFileSync('mkfifo', [join(stack, 'pipe')]);
  const real = execFileSync('which', ['terraform'], { encoding: 'utf8' }).trim();
  const script = `#!/bin/sh\n[ "$1" = plan ] && echo $$ > ${workspace}/pid\nexec ${real} "$@"\n`;
  writeFileSync(join(workspace, 'terraform-wrapper'), script, { mode: 0o755 });
  return workspace;
}

function step(workspace: string, more: Partial<Parameters<typeof runBundle>[0]>): Promise<RunResult> {
  const inputs = {
    'working-directory': STACK,
    'terraform-path': join(workspace, 'terraform-wrapper'),
    validate: 'false',
  };
  return runBundle({ action: 'terraform-plan', workspace, inputs, env: CREDENTIALS, ...more });
}

/** Plans until the lock is held, then kills Terraform and the action as a runner that gives up does. */
async function killedPlan(workspace: string): Promise<RunResult> {
  let killing: NodeJS.Timeout | undefined;
  const onStdout: NonNullable<Parameters<typeof runBundle>[0]['onStdout']> = (child) => {
    killing ??= setInterval(() => {
      if (!objects.has(LOCK)) return;
      clearInterval(killing);
      process.kill(Number(readFileSync(join(workspace, 'pid'), 'utf8')), 'SIGKILL');
      child.kill('SIGKILL');
    }, 50);
  };
  return step(workspace, { onStdout }).finally(() => clearInterval(killing));
}

/**
 * A lock is only removed when no Terraform runs on the machine, and other tests run some. In a process namespace of its
 * own the step sees none but its own; not every machine lets its users make one.
 */
const launcher = [[], ['--user', '--map-current-user']]
  .map((more) => ['unshare', ...more, '--pid', '--fork', '--mount-proc'])
  .find(([program = '', ...args]) => spawnSync(program, [...args, 'true']).status === 0);
const whereIsolated = launcher === undefined ? test.skip : test;

describe('the lock that a killed Terraform of this job left', () => {
  whereIsolated('is removed by post, which says so, and the next plan gets it', async () => {
    const workspace = await waitingWorkspace();
    const killed = await killedPlan(workspace);
    expect(killed.exitCode).toBeNull();
    const { ID } = JSON.parse(objects.get(LOCK)?.toString('utf8') ?? '{}') as { readonly ID?: string };
    expect(ID).toMatch(/^[0-9a-f-]{36}$/);

    const post = await step(workspace, { state: killed.state, entry: 'post', launcher: launcher ?? [] });

    expect(post).toMatchObject({ exitCode: 0, annotations: [] });
    expect(post.stdout).toContain(`Removed the state lock ${String(ID)} that this job left in ${STACK}.`);
    expect(objects.has(LOCK)).toBe(false);
    writeFileSync(join(workspace, STACK, 'more.tf'), '');
    expect((await step(workspace, {})).outputs['status']).toBe('no-changes');
    expect(objects.has(LOCK)).toBe(false);
  });

  test('is left alone when somebody else has taken it since', async () => {
    const workspace = await waitingWorkspace();
    const killed = await killedPlan(workspace);
    const lock = JSON.parse(objects.get(LOCK)?.toString('utf8') ?? '{}') as object;
    objects.set(LOCK, Buffer.from(JSON.stringify({ ...lock, Who: 'riley@laptop' })));

    const post = await step(workspace, { state: killed.state, entry: 'post' });

    expect(post.exitCode).toBe(0);
    expect(post.annotations).toMatchObject([
      { level: 'warning', message: expect.stringMatching(/belongs to someone else.*force-unlock/s) },
    ]);
    expect(objects.has(LOCK)).toBe(true);
  });
});
