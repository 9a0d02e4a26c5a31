/** An apply that fails or is cut off: what is done stays done, the state is kept, and the rest is told. */
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import {
  applied,
  apply,
  plan,
  SEALED,
  STACK,
  stackWith,
  stateOf,
  write,
} from '#tests/support/plan-and-apply.js';

const chain = (command: string): string => `resource "terraform_data" "first" {}

resource "terraform_data" "second" {
  input = terraform_data.first.id

  provisioner "local-exec" {
    command = "${command}"
  }
}

resource "terraform_data" "third" {
  input = terraform_data.second.id
}
`;

test('a failure half-way says what is done, what is not, and how to go on; going on does the rest', async () => {
  const workspace = stackWith({ 'main.tf': chain('test -e go') });
  await plan(workspace);

  const result = await apply(workspace, SEALED);

  expect(result.exitCode).toBe(1);
  expect(applied(result)).toMatchObject({
    status: 'partial',
    state: 'saved',
    failure: { code: 'EHA1272', phase: 'apply' },
    counts: { done: 1, failed: 1, notStarted: 1 },
    rows: [
      { address: 'terraform_data.first', status: 'done' },
      { address: 'terraform_data.second', status: 'failed' },
      { address: 'terraform_data.third', status: 'not-started' },
    ],
  });
  expect(result.outputs).toMatchObject({ status: 'partial', done: '1', 'not-done': '2' });
  expect(result.summary).toMatch(/To resume[\s\S]*Not done: 2/);
  expect(applied(result).diagnostics[0]?.detail).toContain('test -e go');
  expect(await stateOf(workspace)).toContain('terraform_data.first');

  // The same plan is stale now, and a fresh one replaces what failed: that was not reviewed.
  write(workspace, { go: '' });
  const again = await apply(workspace, { ...SEALED, confirm: 'production', 'max-destroy-percent': '100' });
  expect(applied(again).failure?.code).toBe('EHA1271');
  await plan(workspace);
  const rest = await apply(workspace, { ...SEALED, confirm: 'production' });
  expect(rest.outputs).toMatchObject({ status: 'applied', done: '2' });
});

test('a cancellation interrupts Terraform once: what was done is in the state, and no lock is left', async () => {
  const workspace = stackWith({ 'main.tf': chain('sleep 60') });
  await plan(workspace);
  let sent = 0;
  const onStdout = (child: ChildProcess, soFar: string): void => {
    if (sent === 0 && soFar.includes('creating terraform_data.second')) {
      sent = 1;
      child.kill('SIGINT');
    }
    // A second interrupt would make Terraform exit at once and lose its state.
    if (sent === 1 && soFar.includes('to stop and waiting for it')) {
      sent = 2;
      child.kill('SIGINT');
      child.kill('SIGTERM');
    }
  };

  const result = await apply(workspace, SEALED, { onStdout });

  expect(sent).toBe(2);
  expect(result.exitCode).toBe(1);
  expect(applied(result)).toMatchObject({
    status: 'cancelled',
    state: 'saved',
    failure: { code: 'EHA1005', phase: 'apply' },
    rows: [
      { address: 'terraform_data.first', status: 'done' },
      { address: 'terraform_data.second', status: expect.stringMatching(/failed|interrupted/) },
      { address: 'terraform_data.third', status: 'not-started' },
    ],
  });
  expect(await stateOf(workspace)).toContain('terraform_data.first');
  expect(existsSync(join(workspace, STACK, '.terraform.tfstate.lock.info'))).toBe(false);
});

test('a state that the backend did not take is pushed afterwards, and nothing is lost', async () => {
  let errored = '';
  let stored: Buffer | undefined;
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      if (request.method !== 'POST')
        return response.writeHead(stored === undefined ? 404 : 200).end(stored ?? '');
      // Out of order until Terraform has given up.
      if (!existsSync(errored)) return response.writeHead(503).end();
      stored = body;
      return response.writeHead(200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/state`;
    const backend = `terraform {\n  backend "http" {\n    address   = "${address}"\n    retry_max = 0\n  }\n}\n\n`;
    const workspace = stackWith({ 'main.tf': `${backend}resource "terraform_data" "a" {}\n` });
    errored = join(workspace, STACK, 'errored.tfstate');
    await plan(workspace);

    const result = await apply(workspace, SEALED);

    expect(applied(result)).toMatchObject({ state: 'pushed', status: 'applied', counts: { done: 1 } });
    expect(JSON.parse(stored?.toString('utf8') ?? '{}')).toMatchObject({ resources: [{ name: 'a' }] });
    expect(existsSync(errored)).toBe(false);
    expect(result.exitCode).toBe(0);
    expect(result.summary).toContain('pushed afterwards');
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
