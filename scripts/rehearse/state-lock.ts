import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rehearsalErrors } from './errors.ts';
import type { Stage } from './stage.ts';

/** Terraform asks for approval within this time, or something is wrong. */
const PROMPT_DEADLINE_MS = 20_000;

/**
 * Holds the lock of the stack's state as a colleague would who left an apply waiting for approval: a second, real
 * Terraform on the same state. Returns how to let go of it. EHA1911 when Terraform does not get that far.
 */
export async function holdStateLock(stage: Stage): Promise<() => Promise<void>> {
  const directory = stage.folder('colleague');
  const configuration = `terraform {\n  backend "local" {\n    path = ${JSON.stringify(stage.statePath)}\n  }\n}\n\noutput "note" {\n  value = "left open over lunch"\n}\n`;
  writeFileSync(join(directory, 'main.tf'), configuration);
  const options = { cwd: directory, env: { ...stage.machineEnvironment } };
  await finished(spawn('terraform', ['init', '-no-color'], { ...options, stdio: 'ignore' }));
  const apply = spawn('terraform', ['apply', '-no-color'], { ...options, stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = finished(apply);
  const prompted = new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => {
      resolve(false);
    }, PROMPT_DEADLINE_MS);
    let text = '';
    apply.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('Enter a value')) {
        clearTimeout(timer);
        resolve(true);
      }
    });
  });
  if (!(await prompted)) {
    apply.kill('SIGINT');
    await ended;
    throw rehearsalErrors.EHA1951('`terraform apply` of the colleague did not ask for approval');
  }
  return async () => {
    apply.stdin.end('no\n');
    await ended;
  };
}

function finished(child: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
}
