/** Cancelled or killed at each step: the post step leaves neither an activation nor a secret, and the code nowhere. */
import type { ChildProcess } from 'node:child_process';
import { afterEach, describe, expect, test } from '@jest/globals';
import { runBundle } from '#tests/support/run-bundle.js';
import { type ActivationClouds, startActivationClouds } from '#tests/support/simulated-activation.js';

let clouds: ActivationClouds | undefined;
afterEach(async () => {
  await clouds?.close();
  clouds = undefined;
});

const STEPS = ['iam GetRole', 'ssm CreateActivation', 'vault GET', 'vault PUT'] as const;
const SIGNALS = ['SIGINT', 'SIGKILL'] as const;
const cases = STEPS.flatMap((step) =>
  (['before', 'after'] as const).flatMap((when) => SIGNALS.map((signal) => ({ step, when, signal }))),
);

describe('the job ends', () => {
  test.each(cases)('by $signal $when the work of $step', async ({ step, when, signal }) => {
    let child: ChildProcess | undefined;
    let struck = 0;
    let code = '';
    clouds = await startActivationClouds({
      hook: async (call, at) => {
        const value = clouds?.secret();
        if (value !== undefined) code = (JSON.parse(value) as { activationCode: string }).activationCode;
        if (call !== step || at !== when || struck > 0) return;
        struck += 1;
        child?.kill(signal);
        // The process gets the signal before the answer.
        await new Promise((resolve) => setTimeout(resolve, 100));
      },
    });
    const main = await runBundle({
      action: 'ssm-activation',
      inputs: clouds.inputs,
      env: clouds.env,
      onStdout: (process) => {
        child = process;
      },
    });
    expect(struck).toBe(1);
    expect(main.exitCode).toBe(signal === 'SIGKILL' ? null : 1);
    const made = clouds.activations();
    if (step === 'vault PUT') expect(made).toHaveLength(1);
    if (signal === 'SIGINT') {
      expect(main.outputs['status']).toBe('cancelled');
      expect(main.annotations.at(-1)?.title).toContain('EHA1005');
    }
    const post = await runBundle({
      action: 'ssm-activation',
      entry: 'post',
      state: main.state,
      env: clouds.env,
    });
    expect(post.exitCode).toBe(0);
    expect(clouds.activations()).toEqual([]);
    expect(clouds.secret()).toBeUndefined();
    if (step === 'vault PUT' && when === 'after') expect(code).not.toBe('');
    if (code === '') return;
    const visible = [main, post].flatMap(({ stdout, stderr, outputs, state, summary }) => [
      stdout.replaceAll(/^::add-mask::.*$/gm, ''),
      stderr,
      JSON.stringify([outputs, state]),
      summary,
    ]);
    expect(visible.join('\n')).not.toContain(code);
  });
});
