/**
 * Starts one of this project's TypeScript programs on the Node version its actions run on.
 *
 * Plain JavaScript without dependencies, because it is the one file that must run on a bare Node 20 before anything
 * is installed: it runs `npm ci` when node_modules is missing or older than the lockfile, then hands over to the
 * Node 24 of the `node` package, which executes TypeScript as it is.
 *
 * Usage: node scripts/bootstrap.mjs <program.ts> [arguments]
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node24 = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** The installed tree is current when npm's own record of it names the same packages as the lockfile. */
function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record) || !existsSync(node24)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' || entry.optional || entry.peer || installed[path]?.version === entry.version,
  );
}

function install() {
  process.stderr.write('Installing the packages of package-lock.json (npm ci) …\n');
  const windows = process.platform === 'win32';
  const npm = spawnSync(windows ? 'npm.cmd' : 'npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: windows,
  });
  if (npm.status !== 0) {
    process.stderr.write(`npm ci failed (exit ${npm.status ?? npm.signal}). Its messages are above.\n`);
    process.exit(npm.status ?? 1);
  }
  if (!existsSync(node24)) {
    process.stderr.write(
      'npm ci succeeded but the `node` package brought no Node 24. Its install script may be disabled: ' +
        'run `npm ci --ignore-scripts=false`.\n',
    );
    process.exit(1);
  }
}

const [program, ...args] = process.argv.slice(2);
if (program === undefined) {
  process.stderr.write('usage: node scripts/bootstrap.mjs <program.ts> [arguments]\n');
  process.exit(2);
}
if (!isInstalled()) install();

const nodeOptions = [
  '--disable-warning=ExperimentalWarning',
  '--import',
  pathToFileURL(join(root, 'scripts', 'json-modules.mjs')).href,
];
const child = spawn(node24, [...nodeOptions, join(root, program), ...args], { stdio: 'inherit' });
// The terminal sends Ctrl-C to the whole process group, so the program sees it by itself; this process only has to
// outlive it to report its status.
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => signal === 'SIGTERM' && child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
