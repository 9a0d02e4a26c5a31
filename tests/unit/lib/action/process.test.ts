import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { actionErrors } from '#lib/action/action-errors.js';
import { splitLines } from '#lib/action/line-splitter.js';
import { childEnvironment, createProcessRunner } from '#lib/action/process.js';
import type { ProcessOptions } from '#lib/action/types.js';
import { recordingLogger } from '#tests/support/fake-deps.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

const cwd = temporaryDirectory();

function setUp() {
  const controller = new AbortController();
  const log = recordingLogger();
  const runner = createProcessRunner(controller.signal, log);
  const node = (script: string, options: Partial<ProcessOptions> = {}) =>
    runner.runProcess([process.execPath, '-e', script], { cwd, ...options });
  return { controller, log, runner, node };
}

describe('splitLines', () => {
  test('property: any cutting of the bytes gives the same lines', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '漢', '👍', '\n', '\r\n', ' ') });
    fc.assert(
      fc.property(text, fc.array(fc.nat({ max: 40 })), (whole, cuts) => {
        const buffer = Buffer.from(whole);
        const at = [
          0,
          ...cuts.map((cut) => Math.min(cut, buffer.length)).sort((a, b) => a - b),
          buffer.length,
        ];
        const lines: string[] = [];
        const splitter = splitLines((line) => lines.push(line));
        for (const [index, start] of at.entries())
          splitter.push(buffer.subarray(start, at[index + 1] ?? buffer.length));
        splitter.end();
        const expected = whole.split('\n').map((line) => line.replace(/\r$/, ''));
        if (expected.at(-1) === '' && !whole.endsWith('\r')) expected.pop();
        expect(lines).toEqual(expected);
      }),
    );
  });

  test('a line of 50 MB in small chunks is put together once', () => {
    let length = 0;
    const splitter = splitLines((line) => {
      length += line.length;
    });
    const chunk = Buffer.alloc(4_096, 'x');
    for (let count = 0; count < 12_800; count += 1) splitter.push(chunk);
    splitter.end();
    expect(length).toBe(52_428_800);
  });
});

describe('runProcess', () => {
  test('gives exit code and both outputs', async () => {
    const { node } = setUp();
    const result = await node(
      'process.stdout.write("out é"); process.stderr.write("err"); process.exitCode = 4',
    );
    expect(result).toMatchObject({ exitCode: 4, stdout: 'out é', stderr: 'err', interrupted: false });
  });

  test('arguments reach the program as they are', async () => {
    const { runner } = setUp();
    const odd = ['$(touch x)', '"; exit', '*', '', 'a b', '`id`'];
    const script = 'console.log(JSON.stringify(process.argv.slice(1)))';
    const result = await runner.runProcess([process.execPath, '-e', script, '--', ...odd], { cwd });
    expect(JSON.parse(result.stdout)).toEqual(odd);
  });

  test('lines are handed over as they come, and memory is left alone when told so', async () => {
    const { node } = setUp();
    const lines: string[] = [];
    const errors: string[] = [];
    const result = await node('console.log("a\\nb"); process.stdout.write("c"); console.error("d")', {
      captureStdout: false,
      onStdoutLine: (line) => lines.push(line),
      onStderrLine: (line) => errors.push(line),
    });
    expect(lines).toEqual(['a', 'b', 'c']);
    expect(errors).toEqual(['d']);
    expect(result.stdout).toBe('');
    expect(result.stderr).toBe('d\n');
  });

  test.each([false, true])('standard output goes into a file (read as lines too: %p)', async (asLines) => {
    const { node } = setUp();
    const stdoutFile = join(temporaryDirectory(), 'plan.json');
    let count = 0;
    const onStdoutLine = () => {
      count += 1;
    };
    const result = await node('for (let i = 0; i < 200000; i += 1) console.log("line é", i)', {
      stdoutFile,
      ...(asLines ? { onStdoutLine } : {}),
    });
    const text = readFileSync(stdoutFile, 'utf8');
    expect(text.split('\n')).toHaveLength(200_001);
    expect(text.endsWith('line é 199999\n')).toBe(true);
    expect(result.stdout).toBe('');
    expect(count).toBe(asLines ? 200_000 : 0);
  });

  test('of a long standard error the end is kept', async () => {
    const { node } = setUp();
    const { stderr } = await node(
      'for (let i = 0; i < 60; i += 1) process.stderr.write("x".repeat(65536)); process.stderr.write("end")',
    );
    expect(stderr.length).toBe(1024 * 1024);
    expect(stderr.endsWith('xend')).toBe(true);
  });

  test('standard input is what was given, or empty', async () => {
    const { node } = setUp();
    const script =
      'process.stdin.on("data", (d) => process.stdout.write(d)).on("end", () => console.log("|"))';
    expect((await node(script, { stdin: 'secret' })).stdout).toBe('secret|\n');
    expect((await node(script)).stdout).toBe('|\n');
  });

  test('a program that does not read its input is judged by its exit code', async () => {
    const { node } = setUp();
    expect((await node('process.exit(3)', { stdin: 'x'.repeat(1_000_000) })).exitCode).toBe(3);
  });

  test('a program that a signal ended has an exit code as in a shell', async () => {
    const { node } = setUp();
    expect((await node('process.kill(process.pid, "SIGKILL"); setTimeout(() => {}, 9999)')).exitCode).toBe(
      137,
    );
  });

  test('a grandchild that keeps the pipe open does not keep the action', async () => {
    const { node } = setUp();
    const script = `
      const { spawn } = require('node:child_process');
      const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 20000)'], { stdio: 'inherit', detached: true });
      child.unref();
      console.log(child.pid);
      process.exit(0)`;
    const result = await node(script);
    expect(result.exitCode).toBe(0);
    process.kill(Number(result.stdout));
  });

  test('an error of a line handler stops the program and is thrown once it ended', async () => {
    const { node, runner } = setUp();
    const onStdoutLine = () => {
      throw new RangeError('cannot read this');
    };
    const run = node('console.log("x"); setInterval(() => {}, 1000)', { onStdoutLine });
    await expect(run).rejects.toThrow('cannot read this');
    expect(runner.running()).toEqual([]);
  });
});

describe('what cannot start', () => {
  test('a program whose time is over gets one SIGINT, and is not taken for cancelled', async () => {
    const { node } = setUp();
    const script =
      "process.on('SIGINT', () => { console.log('told'); process.exit(7); }); setInterval(() => {}, 1000);";
    const { exitCode, stdout, interrupted } = await node(script, { interruptAfterMs: 1500 });
    expect([exitCode, stdout, interrupted]).toEqual([7, 'told\n', false]);
  });

  test('a program that is not there is named', async () => {
    const { runner } = setUp();
    await expect(runner.runProcess(['no-such-program'], { cwd })).rejects.toMatchObject({
      code: 'EHA1008',
      message: 'The program "no-such-program" was not found.',
    });
  });

  test('a working directory that is not there is not taken for a missing program', async () => {
    const { runner } = setUp();
    const run = runner.runProcess([process.execPath], { cwd: join(cwd, 'nowhere') });
    await expect(run).rejects.toMatchObject({ code: 'EHA1009', message: expect.stringContaining('nowhere') });
  });

  test('a file that is not executable, an argument with a NUL', async () => {
    const { runner } = setUp();
    const folder = join(temporaryDirectory(), 'bin');
    mkdirSync(folder);
    writeFileSync(join(folder, 'tool'), 'x');
    chmodSync(join(folder, 'tool'), 0o644);
    await expect(runner.runProcess([join(folder, 'tool')], { cwd })).rejects.toMatchObject({
      code: 'EHA1009',
    });
    await expect(runner.runProcess([process.execPath, 'a\0b'], { cwd })).rejects.toMatchObject({
      code: 'EHA1009',
    });
    expect(runner.running()).toEqual([]);
  });

  test('an output file that cannot be opened', async () => {
    const { node } = setUp();
    await expect(node('', { stdoutFile: join(cwd, 'no', 'file') })).rejects.toMatchObject({
      code: 'EHA1015',
    });
  });
});

describe('environment of a child', () => {
  const parent = {
    PATH: '/bin',
    INPUT_TOKEN: 's',
    'INPUT_MY-KEY': 's',
    STATE_KEY: 's',
    GITHUB_ENV: '/e',
    GITHUB_PATH: '/p',
    GITHUB_OUTPUT: '/o',
    GITHUB_STATE: '/s',
    GITHUB_STEP_SUMMARY: '/m',
    GITHUB_SHA: 'abc',
    ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token',
    GONE: 'x',
  };

  test('inputs, state and command files stay behind; changes are applied', () => {
    expect(childEnvironment(parent, { GONE: undefined, TF_IN_AUTOMATION: '1', GITHUB_ENV: '/mine' })).toEqual(
      {
        PATH: '/bin',
        GITHUB_SHA: 'abc',
        ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token',
        TF_IN_AUTOMATION: '1',
        GITHUB_ENV: '/mine',
      },
    );
  });
});

describe('cancellation', () => {
  const counting = `
    let count = 0;
    process.on('SIGINT', () => { count += 1; setTimeout(() => { console.log('count=' + count); process.exit(1); }, 100); });
    console.log('ready');
    setInterval(() => {}, 1000)`;

  test('each running process gets one SIGINT and is waited for', async () => {
    const { controller, runner, node, log } = setUp();
    let ready = 0;
    const onStdoutLine = (line: string) => {
      if (line !== 'ready') return;
      ready += 1;
      if (ready === 2) controller.abort(actionErrors.EHA1005('stop'));
    };
    const results = await Promise.all([node(counting, { onStdoutLine }), node(counting, { onStdoutLine })]);
    for (const result of results) {
      expect(result).toMatchObject({ exitCode: 1, interrupted: true, stdout: 'ready\ncount=1\n' });
    }
    expect(log.messages('info').filter((line) => line.includes('asking node'))).toHaveLength(2);
    await runner.idle();
  });

  test('a failing line handler and a cancellation share the one SIGINT', async () => {
    const { controller, node } = setUp();
    const seen = join(temporaryDirectory(), 'stdout');
    const onStdoutLine = () => {
      // Late enough for the child to have handled the first one: two that are pending at once count as one.
      setTimeout(() => controller.abort(actionErrors.EHA1005('stop')), 200);
      throw new RangeError('cannot read this');
    };
    const script = `require('node:fs').writeFileSync(${JSON.stringify(seen)}, '');
      process.on('SIGINT', () => require('node:fs').appendFileSync(${JSON.stringify(seen)}, 'x'));
      console.log('ready'); setTimeout(() => {}, 1000)`;
    await expect(node(script, { onStdoutLine })).rejects.toThrow('cannot read this');
    expect(readFileSync(seen, 'utf8')).toBe('x');
  });

  test('a child is in a process group of its own, which Ctrl-C in a terminal does not reach', async () => {
    const { node } = setUp();
    const script = `
      const { execFileSync } = require('node:child_process');
      console.log(process.pid, execFileSync('ps', ['-o', 'pgid=', '-p', String(process.pid)], { encoding: 'utf8' }).trim())`;
    const [pid, group] = (await node(script)).stdout.trim().split(' ');
    expect(group).toBe(pid);
  });

  test('afterwards only cleaning up starts, and is not interrupted', async () => {
    const { controller, node } = setUp();
    const reason = actionErrors.EHA1005('stop');
    const cleaning = node('console.log("go"); setTimeout(() => console.log("done"), 200)', {
      evenWhenCancelled: true,
      onStdoutLine: () => controller.abort(reason),
    });
    expect(await cleaning).toMatchObject({ stdout: 'go\ndone\n', interrupted: false });
    await expect(node('')).rejects.toBe(reason);
    expect((await node('console.log(1)', { evenWhenCancelled: true })).stdout).toBe('1\n');
  });

  test('idle waits for what is running', async () => {
    const { runner, node } = setUp();
    const run = node('setTimeout(() => {}, 200)');
    expect(runner.running()).toEqual(['node']);
    await runner.idle();
    expect(runner.running()).toEqual([]);
    expect((await run).exitCode).toBe(0);
  });
});
