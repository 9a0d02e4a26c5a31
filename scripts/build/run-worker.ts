import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import * as z from 'zod';

/** What a worker is asked for. */
export interface WorkerRequest {
  readonly root: string;
  readonly stage: string;
  readonly action: string;
  readonly phases: readonly string[];
}

/** `modules`: absolute paths of the staged files that are in the bundles. */
export type WorkerResult =
  | { readonly ok: true; readonly modules: readonly string[] }
  | { readonly ok: false; readonly message: string };

const answerSchema = z.object({ modules: z.array(z.string()) });

/** Bundles one action in a child process. */
export async function runWorker(request: WorkerRequest): Promise<WorkerResult> {
  const child = spawn(
    process.execPath,
    // The bundler calls fs.existsSync in a way that Node 24 warns about.
    [
      '--disable-warning=DEP0187',
      '--disable-warning=ExperimentalWarning',
      join(import.meta.dirname, 'worker.ts'),
    ],
    { cwd: request.root, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  child.stdin.end(JSON.stringify(request));
  const [exitCode, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  if (exitCode !== 0)
    return { ok: false, message: stderr.trim() || `the bundler ended with ${exitCode ?? 'a signal'}` };
  return { ok: true, modules: answerSchema.parse(JSON.parse(stdout)).modules };
}
