import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runEntry, type RunOptions } from '#tests/support/run-bundle.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

const ENTRY = join(import.meta.dirname, 'harness-entry.ts');

function scenario(name: string, options: RunOptions = {}) {
  return runEntry(ENTRY, { ...options, inputs: { scenario: name, ...options.inputs } });
}

/** Does `act` once, when `text` first shows up in the output. */
function when(text: string, act: () => void): (soFar: string) => void {
  let done = false;
  return (soFar) => {
    if (done || !soFar.includes(text)) return;
    done = true;
    act();
  };
}

describe('results', () => {
  test('outputs, state, report, PATH and summary reach the runner’s files', async () => {
    const run = await scenario('result', { inputs: { count: '7' } });
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toEqual({
      text: 'one\ntwo=2\nEOF',
      number: '7',
      yes: 'true',
      empty: '',
      report: join(run.tempDirectory, 'eks-hybrid-actions', '__self', 'result.json'),
    });
    expect(run.state).toEqual({ lock: 'a\nb' });
    expect(run.report()).toEqual({ schema: 'x', n: 1 });
    expect(run.summary).toBe('## Verdict\n\n| a |\n|---|\n| 1 |\n');
    expect(run.path).toEqual(['/opt/second', '/opt/first']);
    expect(run.annotations).toEqual([]);
    expect(readdirSync(join(run.tempDirectory, 'eks-hybrid-actions', '__self'))).toEqual(['result.json']);
  });

  test('a failure fails the step after everything was written', async () => {
    const run = await scenario('failure after writing');
    expect(run.exitCode).toBe(1);
    expect(run.outputs['written']).toBe('yes');
    expect(run.report()).toEqual({ ok: false });
    expect(run.annotations.map((a) => a.title)).toEqual(['EHA1010 A call kept failing']);
  });

  test('a summary beyond 1 MiB loses its last part and shortens another', async () => {
    const run = await scenario('long summary');
    expect(run.summary).toMatch(/^## Verdict\n\nshort é\n\n> \[!NOTE\]\n> 1 part /);
    expect(run.annotations[0]).toMatchObject({ level: 'warning' });
  });

  test('a missing output file is a coded error', async () => {
    const run = await scenario('result', { env: { GITHUB_OUTPUT: undefined } });
    expect(run.exitCode).toBe(1);
    expect(run.annotations[0]?.message).toContain('GITHUB_OUTPUT is not set');
  });

  test('all of a long log is out before the process ends', async () => {
    const run = await scenario('much output');
    expect(run.stdout.split('\n')).toHaveLength(20_001);
  });

  test('an open keep-alive connection does not hold the process', async () => {
    const run = await scenario('socket', { timeoutMs: 20_000 });
    expect(run).toMatchObject({ exitCode: 0, outputs: { done: 'true' } });
  });
});

describe('errors', () => {
  test('a user error says what, why, what to do and where to read more', async () => {
    const run = await scenario('user error');
    expect(run.exitCode).toBe(1);
    const [annotation] = run.annotations;
    expect(annotation?.title).toBe('EHA1004 Path refused');
    const lines = annotation?.message.split('\n') ?? [];
    expect(lines[0]).toBe('Input "x" is "../y".');
    expect(lines[1]).toMatch(/^Likely cause: The path does not exist/);
    expect(lines[2]).toBe('To fix it: Move the file.');
    expect(lines[3]).toMatch(/^More: https:.*docs\/errors\.md#eha1004$/);
    expect(run.stdout).not.toContain('run-action.ts');
  });

  test('a service failure names its causes and does not blame the user', async () => {
    const run = await scenario('service error');
    const message = run.annotations[0]?.message ?? '';
    expect(message).toContain('Caused by: HTTP 503\nCaused by: reset\n');
    expect(message).toContain('A service or the machine failed.');
    expect(message).not.toContain('To fix it');
    expect(run.stdout).not.toContain('harness-entry.ts');
  });

  test('anything without a code is a fault of the action, with its stack and where to report it', async () => {
    const run = await scenario('internal error');
    expect(run.exitCode).toBe(1);
    expect(run.annotations[0]?.title).toBe('EHA1000 Unexpected fault');
    expect(run.annotations[0]?.message).toContain('TypeError: x is not a function');
    expect(run.annotations[0]?.message).toMatch(/^Report: https:.*\/issues$/m);
    expect(run.stdout).toMatch(/at .*harness-entry\.ts/);
  });

  test.each([
    ['uncaught', 'RangeError: thrown in a timer'],
    ['rejection', 'Error: nobody listens'],
    ['stuck', 'waits for something that cannot happen'],
  ])('%s ends the step instead of passing unseen', async (name, message) => {
    const run = await scenario(name);
    expect(run.exitCode).toBe(1);
    expect(run.annotations).toHaveLength(1);
    expect(run.annotations[0]?.message).toContain(message);
    expect(run.stderr).toBe('');
  });

  test('an uncaught error interrupts a running child and waits for it', async () => {
    const run = await scenario('uncaught beside a child');
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain('asking node');
    expect(existsSync(join(run.workspace, 'ended'))).toBe(true);
    expect(run.annotations[0]?.message).toContain('RangeError: thrown in a timer');
  });

  test('all refused inputs are reported together, before anything is done', async () => {
    const run = await runEntry(ENTRY, { inputs: { scenario: '', count: '12' } });
    expect(run.exitCode).toBe(1);
    expect(run.annotations[0]?.title).toBe('EHA1003 Several inputs refused');
    expect(run.annotations[0]?.message).toContain('- Input "scenario" is required and was not given.');
    expect(run.annotations[0]?.message).toContain(
      '- Input "count" is "12", but must be a whole number from 1 to 9.',
    );
  });

  test('a runner variable that is missing is named', async () => {
    const run = await scenario('result', { env: { GITHUB_SHA: '' } });
    expect(run.annotations[0]?.title).toMatch(/^EHA1006 /);
    expect(run.annotations[0]?.message).toContain('GITHUB_SHA');
    expect(run.outputs).toEqual({});
  });
});

describe('secrets', () => {
  const token = 'line-one-of-the-key\nline-two-of-the-key\n}';

  test('are masked line by line before anything can print them', async () => {
    const run = await scenario('secret', { inputs: { token } });
    expect(run.masks).toEqual(['line-one-of-the-key', 'line-two-of-the-key', '0123456789abcdef']);
    expect(run.stdout.indexOf('::add-mask::line-one')).toBeLessThan(run.stdout.indexOf('token line-one'));
  });

  test.each(['leak in an output', 'leak in the report', 'leak in the summary', 'leak in the state'])(
    '%s is refused and nothing is written',
    async (name) => {
      const run = await scenario(name, { inputs: { token: 'quote"and-secret' } });
      expect(run.exitCode).toBe(1);
      expect(run.annotations[0]?.title).toMatch(/^EHA1016 /);
      expect(run.annotations[0]?.message).not.toContain('and-secret');
      expect(run).toMatchObject({ outputs: {}, summary: '', state: {} });
      expect(existsSync(join(run.tempDirectory, 'eks-hybrid-actions'))).toBe(false);
    },
  );

  test('text from outside is printed, not obeyed', async () => {
    const run = await scenario('injection');
    expect(run.masks).toEqual([]);
    expect(run.stdout).not.toMatch(/^\s*::/m);
    expect(run.stdout).not.toContain('##[');
    expect(run.stdout.replaceAll('\u200b', '')).toContain('  ::error::b');
  });
});

describe('cancellation', () => {
  /** SIGINT, SIGTERM and SIGINT again while a child counts its interrupts; then the child may end. */
  function interruptThreeTimes(name: string) {
    const workspace = temporaryDirectory();
    let steps: readonly ((soFar: string) => void)[] | undefined;
    return scenario(name, {
      workspace,
      onStdout: (child, soFar) => {
        steps ??= [
          when('ready', () => child.kill('SIGINT')),
          when('asking node', () => child.kill('SIGTERM')),
          when('SIGTERM again: still waiting for node', () => {
            child.kill('SIGINT');
            writeFileSync(join(workspace, 'go'), '');
          }),
        ];
        for (const step of steps) step(soFar);
      },
    });
  }

  test('the child gets exactly one SIGINT, is waited for, and what it led to is written', async () => {
    const run = await interruptThreeTimes('interrupts');
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({
      interrupts: '1',
      'exit-code': '3',
      interrupted: 'true',
      cleaned: 'cleaned',
    });
    expect(run.report()).toEqual({ complete: false });
    expect(run.stdout).not.toContain('terminated');
    expect(run.stdout.match(/again: still waiting/g)).toHaveLength(1);
    expect(run.annotations).toHaveLength(1);
    expect(run.annotations[0]?.title).toBe('EHA1005 Cancelled');
    expect(run.annotations[0]?.message).toContain('(SIGINT) while node was running');
  });

  test('an error that follows from the cancellation is its cause', async () => {
    const run = await interruptThreeTimes('error when cancelled');
    expect(run.annotations[0]?.title).toBe('EHA1005 Cancelled');
    expect(run.annotations[0]?.message).toContain('Caused by: terraform ended with exit code 3.');
  });

  test('a sleep ends at once', async () => {
    const run = await scenario('asleep', {
      onStdout: (child, soFar) => {
        if (soFar.includes('ready')) child.kill('SIGTERM');
      },
      timeoutMs: 20_000,
    });
    expect(run.exitCode).toBe(1);
    expect(run.annotations.map((a) => a.title)).toEqual(['EHA1005 Cancelled']);
  });

  test('SIGTERM ends work that does not listen and has no child', async () => {
    let step: ((soFar: string) => void) | undefined;
    const run = await scenario('deaf', {
      onStdout: (child, soFar) => {
        step ??= when('ready', () => {
          child.kill('SIGINT');
          setTimeout(() => child.kill('SIGTERM'), 200);
        });
        step(soFar);
      },
      timeoutMs: 20_000,
    });
    expect(run.exitCode).toBe(1);
    expect(run.annotations[0]?.title).toBe('EHA1005 Cancelled');
  });
});

describe('post step', () => {
  const post = (lock: string) => runEntry(ENTRY, { state: { lock }, env: { HARNESS_POST: '1' } });

  test('reads the state of the main step', async () => {
    const run = await post('mine');
    expect(run).toMatchObject({ exitCode: 0, annotations: [] });
    expect(run.stdout).toContain('lock: mine');
  });

  test.each([
    ['failed', 0, 'warning', 'EHA1010'],
    ['fault', 0, 'warning', 'EHA1000'],
    ['left', 1, 'error', 'EHA1010'],
  ] as const)('%s: exit code %d and a(n) %s', async (lock, exitCode, level, code) => {
    const run = await post(lock);
    expect(run.exitCode).toBe(exitCode);
    expect(run.annotations).toHaveLength(1);
    expect(run.annotations[0]).toMatchObject({ level, title: expect.stringContaining(code) });
  });
});
