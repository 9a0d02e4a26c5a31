import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCommand, type CommandResult } from '#scripts/support/process.js';
import { repositoryRoot } from '#scripts/support/repository.js';

/** A small checkout in the temporary directory for the scripts to work on. */
export interface Checkout {
  readonly root: string;
  write(path: string, content: string): void;
  remove(path: string): void;
  /** Runs one of this repository's scripts on it. */
  run(script: string, ...parameters: readonly string[]): Promise<CommandResult>;
  git(...parameters: readonly string[]): Promise<CommandResult>;
  dispose(): void;
}

/** Makes a folder below the temporary directory with these files in it; `below` puts it deeper. */
export function makeCheckout(files: Readonly<Record<string, string>>, below = ''): Checkout {
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'checkout-')));
  const root = join(top, below);
  mkdirSync(root, { recursive: true });
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  for (const [path, content] of Object.entries(files)) write(path, content);
  return {
    root,
    write,
    remove: (path) => rmSync(join(root, path), { recursive: true, force: true }),
    run: (script, ...parameters) =>
      runCommand([process.execPath, join(repositoryRoot, 'scripts', script), ...parameters, '--root', root], {
        cwd: root,
        timeout: 120_000,
      }),
    git: (...parameters) =>
      runCommand(['git', '-c', 'user.name=test', '-c', 'user.email=test@example.com', ...parameters], {
        cwd: root,
      }),
    dispose: () => rmSync(top, { recursive: true, force: true }),
  };
}

/** Copies packages of this repository into a checkout: a link would lead out of it, and paths decide module numbers. */
export function installPackages(checkout: Checkout, ...names: readonly string[]): void {
  for (const name of names) {
    cpSync(join(repositoryRoot, 'node_modules', name), join(checkout.root, 'node_modules', name), {
      recursive: true,
    });
  }
  cpSync(join(repositoryRoot, 'package-lock.json'), join(checkout.root, 'package-lock.json'));
}
