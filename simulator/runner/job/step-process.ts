import type { Json } from '../host.ts';
import { runProcess } from '../process/run-process.ts';
import { processEnvironment } from './environment.ts';
import { applyCommandFiles, createCommandFiles } from './file-commands.ts';
import { contextOf, type StepRun } from './frame.ts';
import type { JobState } from './job-state.ts';
import { StepOutput } from './step-output.ts';

/** A process of a step, before the runner's variables are added. */
export interface StepProcess {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Variables of this process alone, such as INPUT_ and STATE_. */
  readonly env: Readonly<Record<string, string>>;
  readonly github: Readonly<Record<string, Json>>;
}

/** How the process ended and what it left. */
export interface StepProcessEnd {
  readonly code: number;
  /** A workflow command or command file was wrong in a way that fails the step. */
  readonly failed: boolean;
  readonly summary: string | undefined;
}

/** Runs one process of a step with its own command files, reads its output and applies what it wrote. */
export async function runInStep(job: JobState, run: StepRun, request: StepProcess): Promise<StepProcessEnd> {
  const files = createCommandFiles(job.plan.directories.temp);
  const output = new StepOutput(job, run.log, run.values, run.env);
  const env = processEnvironment(
    job,
    run.env,
    { ...request.github, ...files },
    contextOf(run.scope, 'runner'),
  );
  try {
    const code = await runProcess({
      command: request.command,
      args: request.args,
      cwd: request.cwd,
      env: { ...env, ...request.env },
      onLine: (line) => output.line(line),
      signal: run.signal,
      grace: job.plan.grace,
    });
    const summary = applyCommandFiles(job, files, run.values, output, run.log);
    return { code, failed: output.failed, summary };
  } catch (error) {
    applyCommandFiles(job, files, run.values, output, run.log);
    throw error;
  }
}
