/** `npm start` as a person uses it: what it prints, what it leaves, and how it refuses. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { FAULTS } from '#simulator/world/faults.js';
import { readmeWith } from '#scripts/readme-comment.js';
import { runCommand } from '#scripts/support/process.js';
import { repositoryRoot } from '#scripts/support/repository.js';
import { temporaryDirectory } from '../support/temporary.ts';

// Whole workflow runs with real Terraform; on a busy machine one takes many times its usual five seconds.
jest.setTimeout(180_000);

function rehearse(args: readonly string[], env: Readonly<Record<string, string | undefined>> = {}) {
  const program = ['scripts/bootstrap.mjs', 'scripts/rehearse.ts', '--skip', 'network', ...args] as const;
  return runCommand([process.execPath, ...program], {
    cwd: repositoryRoot,
    env: { ...process.env, ...env },
    timeout: 120_000,
  });
}

describe('the rehearsal', () => {
  const out = join(temporaryDirectory('eks-hybrid-out-'), 'results');

  test('shows one comment three times, the second with the broken addresses, and leaves it as a page', async () => {
    const result = await rehearse(['--out', out]);
    const [first = '', second = '', third = ''] = result.output.split(/^(?=A (?:second|third) push)/m);
    expect(first + third).not.toMatch(/error:|warning:/);
    expect(second).toContain('error: 10.211.0.0/16');
    expect(second).toMatch(/Terraform plan: \d+ to create · 1 address error/);
    expect(third).toContain('✅ Address plan: no conflict');
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toMatch(/✓ Plan \d+\.\d s/);
    expect(result.stdout.match(/Run success in/g)).toHaveLength(2);
    expect(second).toMatch(/Run failure in .*: the address check stopped it, as it should/);
    expect(result.stdout).toContain('the same comment, updated (2×) · 1 on the pull request');
    expect(result.stdout).not.toContain('\u001B[');
    const page = readFileSync(join(out, 'comment.html'), 'utf8');
    expect(page).toContain("default-src 'none'");
    expect(page.match(/<article>/g)).toHaveLength(3);
    expect(page).not.toMatch(/(src|href)="(?!http:\/\/127\.0\.0\.1)/);
    expect(readFileSync(join(out, 'rehearsal.log'), 'utf8').trim()).toBe(
      result.stdout.slice(result.stdout.indexOf('Rehearsal with')).trim(),
    );
  });

  test('README.md shows the comment that it writes', async () => {
    const readme = readFileSync(join(repositoryRoot, 'README.md'), 'utf8');
    // After a change of the comment: npm start, then node scripts/bootstrap.mjs scripts/readme-comment.ts
    expect(readme).toBe(await readmeWith(readme, readFileSync(join(out, 'comment-1.md'), 'utf8')));
  });
});

describe('a fault', () => {
  test('is told apart from a failure of the suite: the held lock is reported and the rehearsal passes', async () => {
    const out = temporaryDirectory('eks-hybrid-out-');
    const result = await rehearse(['--fault', 'state-locked', '--out', out]);
    expect(result.stdout).toContain('Run failure in');
    expect(result.stdout).toContain('as the fault would have it');
    expect(readFileSync(join(out, 'comment-1.md'), 'utf8')).toMatch(
      /The state is locked by `\S+@\S+` for `OperationTypeApply`/,
    );
    expect(result.exitCode).toBe(0);
  });
});

describe('Ctrl-C', () => {
  test('in the middle of a run cancels it, and leaves no folder and no process', async () => {
    const { exitCode, output, folders } = await interruptedAt('… Plan', []);
    expect(output).toContain('Cancelling; press Ctrl-C again to end at once.');
    expect(output).toContain('EHA1955');
    expect([exitCode, folders]).toEqual([1, []]);
  });

  test('ends a world that was kept, and leaves its folder', async () => {
    const { exitCode, output, folders } = await interruptedAt('The world stays up', ['--keep']);
    expect(output).toMatch(/^Done in /m);
    expect(exitCode).toBe(0);
    expect(folders).toEqual([expect.stringMatching(/^eks-hybrid-rehearsal-/)]);
  });
});

/** Presses Ctrl-C, which reaches every process of the terminal, once that was printed; waits for the last one's end. */
async function interruptedAt(text: string, args: readonly string[]) {
  const temporary = temporaryDirectory('eks-hybrid-tmp-');
  const out = temporaryDirectory('eks-hybrid-out-');
  const child = spawn(
    process.execPath,
    ['scripts/bootstrap.mjs', 'scripts/rehearse.ts', '--skip', 'network', '--verbose', '--out', out, ...args],
    { cwd: repositoryRoot, env: { ...process.env, TMPDIR: temporary }, detached: true },
  );
  let output = '';
  let isPressed = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      if (isPressed || child.pid === undefined || !output.includes(text)) return;
      isPressed = true;
      process.kill(-child.pid, 'SIGINT');
    });
  }
  // Its streams close only when no process holds them any more.
  const [exitCode] = (await once(child, 'close')) as [number | null];
  const folders = readdirSync(temporary).filter((name) => name.startsWith('eks-hybrid-rehearsal-'));
  return { exitCode, output, folders };
}

describe('what is refused before anything starts', () => {
  test.each([
    [['--frobnicate'], 'EHA1900', 'frobnicate'],
    [['extra'], 'EHA1900', 'extra'],
    [['--fault', 'nonsense'], 'EHA1900', 'plan-error'],
    [['--scenario', 'nonsense'], 'EHA1900', 'pull-request'],
    [['--port', '70000'], 'EHA1900', '70000'],
    [['--port', 'x'], 'EHA1900', 'whole number'],
  ])('%j: %s', async (args, code, told) => {
    const result = await rehearse(args);
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toContain(code);
    expect(result.stderr).toContain(told);
    expect(result.stdout).toBe('');
  });

  test('a folder that cannot be written', async () => {
    const file = join(temporaryDirectory('eks-hybrid-out-'), 'file');
    writeFileSync(file, '');
    const result = await rehearse(['--out', join(file, 'out')]);
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toContain('EHA1950');
  });

  test('no Terraform on PATH', async () => {
    const bin = temporaryDirectory('eks-hybrid-bin-');
    for (const name of ['git', 'sh']) symlinkSync(which(name), join(bin, name));
    const result = await rehearse(['--out', temporaryDirectory('eks-hybrid-out-')], { PATH: bin });
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toContain('EHA1906');
    expect(result.stderr).toContain('https://developer.hashicorp.com/terraform/install');
  });

  test('a port that is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const result = await rehearse(['--port', String(port), '--out', temporaryDirectory('eks-hybrid-out-')]);
    server.close();
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toMatch(/SIM13\d\d/);
    expect(result.stderr).toContain(String(port));
  });

  test('real credentials in the environment', async () => {
    const env = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'x' };
    const result = await rehearse(['--out', temporaryDirectory('eks-hybrid-out-')], env);
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toMatch(/SIM11\d\d/);
    expect(result.stderr).toContain('AWS_ACCESS_KEY_ID');
  });
});

function which(name: string): string {
  const found = (process.env['PATH'] ?? '').split(':').map((folder) => join(folder, name));
  const path = found.find((candidate) => existsSync(candidate));
  if (path === undefined) throw new Error(`${name} is not on PATH`);

  return path;
}

test('--help lists scenarios and faults', async () => {
  const { stdout, exitCode } = await rehearse(['--help']);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('pull-request');
  for (const fault of FAULTS) expect(stdout).toContain(fault.name);
});
