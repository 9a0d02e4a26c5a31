/** Real git underneath the simulated GitHub: one bare repository each, driven in a clean environment. */
import { execFile } from 'node:child_process';
import { appendFile, mkdir, rm } from 'node:fs/promises';
import { devNull } from 'node:os';
import { basename, join } from 'node:path';
import { SimulatorError } from './errors.ts';

export interface GitIdentity {
  readonly name: string;
  readonly email: string;
}

interface GitOptions {
  readonly cwd?: string;
  readonly input?: string | Buffer;
  readonly environment?: Readonly<Record<string, string>>;
  /** Exit codes that are an answer, not a failure. */
  readonly accept?: readonly number[];
}

export interface GitAnswer {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** What a commit changes: path → new content, or null to delete the path. */
export type FileChanges = Readonly<Record<string, string | Buffer | null>>;

export interface CommitRequest {
  readonly branch: string;
  readonly message: string;
  readonly author: GitIdentity;
  /** The commit's time; every commit of this world gets its own so that ids do not depend on the machine's clock. */
  readonly date: Date;
  readonly parent: string | undefined;
}

const MAX_OUTPUT = 256 * 1024 * 1024;
const SHA = /^[0-9a-f]{40}$/;

/**
 * Runs git without the machine's or the user's configuration, hooks and prompts, so that what it makes is the same
 * everywhere. Rejects with git's own words when the exit code is not accepted.
 */
export function runGit(args: readonly string[], options: GitOptions = {}): Promise<GitAnswer> {
  const accept = options.accept ?? [0];
  const environment = {
    // eslint-disable-next-line house/environment -- where git is; nothing else of the environment reaches it
    PATH: process.env['PATH'] ?? '',
    HOME: devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
    TZ: 'UTC',
    ...options.environment,
  };
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      [...args],
      { cwd: options.cwd, env: environment, encoding: 'buffer', maxBuffer: MAX_OUTPUT },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        const text = stderr.toString('utf8').trim();
        if (accept.includes(code)) resolve({ code, stdout, stderr: text });
        else reject(gitFailure(args, code, text, error));
      },
    );
    // git may end before it has read everything, for example on a bad argument; its exit code tells.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.input);
  });
}

function gitFailure(args: readonly string[], code: number, stderr: string, cause: unknown): SimulatorError {
  const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
  if (missing) {
    return new SimulatorError(
      'SIM1021',
      'git was not found',
      'Install git 2.38 or newer and put it on PATH.',
      { cause },
    );
  }
  const verb = args.find((arg) => !arg.startsWith('-')) ?? 'git';
  const said = stderr === '' ? `exit ${code}` : stderr;
  return new SimulatorError(
    'SIM1020',
    `git ${verb} failed: ${said}`,
    'Check the repository, ref or path named in the message; git 2.38 or newer is needed.',
    { cause },
  );
}

/** A bare repository on disk. */
export class GitRepository {
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
  }

  /** Makes an empty bare repository at `directory`, which must not exist or be empty. */
  static async create(directory: string, defaultBranch: string): Promise<GitRepository> {
    await mkdir(directory, { recursive: true });
    await runGit([
      'init',
      '--quiet',
      '--bare',
      '--template=',
      `--initial-branch=${defaultBranch}`,
      directory,
    ]);
    // A checkout fetches one commit by its id, as actions/checkout does from github.com.
    const settings = '[uploadpack]\n\tallowAnySHA1InWant = true\n[gc]\n\tauto = 0\n';
    await appendFile(join(directory, 'config'), settings);
    return new GitRepository(directory);
  }

  /** git in this repository; the answer's text, without the last line end. */
  async text(args: readonly string[], options: GitOptions = {}): Promise<string> {
    return (await this.run(args, options)).stdout.toString('utf8').replace(/\n$/, '');
  }

  run(args: readonly string[], options: GitOptions = {}): Promise<GitAnswer> {
    return runGit([`--git-dir=${this.directory}`, ...args], options);
  }

  /** The commit that a sha, branch, tag or full ref names, or undefined. */
  async resolve(ref: string): Promise<string | undefined> {
    if (ref === '' || ref.startsWith('-')) return undefined;
    const candidates =
      SHA.test(ref) || ref.startsWith('refs/') ? [ref] : [`refs/heads/${ref}`, `refs/tags/${ref}`, ref];
    for (const candidate of candidates) {
      const answer = await this.run(['rev-parse', '--verify', '--quiet', `${candidate}^{commit}`], {
        accept: [0, 1, 128],
      });
      if (answer.code === 0) return answer.stdout.toString('utf8').trim();
    }
    return undefined;
  }

  async updateRef(ref: string, sha: string): Promise<void> {
    await this.run(['update-ref', ref, sha]);
  }

  /** Commits `changes` on top of `parent` (or of nothing) and moves the branch; one process whatever the number of files. */
  async commitFiles(request: CommitRequest, changes: FileChanges): Promise<string> {
    const ref = `refs/heads/${request.branch}`;
    const stamp = identityLine(request.author, request.date);
    const chunks: Buffer[] = [
      Buffer.from(`commit ${ref}\nauthor ${stamp}\ncommitter ${stamp}\n`),
      ...dataChunk(Buffer.from(request.message)),
    ];
    if (request.parent !== undefined) chunks.push(Buffer.from(`from ${request.parent}\n`));
    for (const [path, content] of Object.entries(changes)) {
      const quoted = JSON.stringify(path);
      if (content === null) chunks.push(Buffer.from(`D ${quoted}\n`));
      else chunks.push(Buffer.from(`M 100644 inline ${quoted}\n`), ...dataChunk(Buffer.from(content)));
    }
    chunks.push(Buffer.from('\n'));
    await this.run(['fast-import', '--quiet', '--force', '--date-format=raw'], {
      input: Buffer.concat(chunks),
    });
    return this.text(['rev-parse', ref]);
  }

  /** Commits the content of a folder, without what its .gitignore files leave out, as the branch's whole tree. */
  async commitDirectory(request: CommitRequest, directory: string): Promise<string> {
    const index = join(this.directory, `index-${request.branch.replaceAll('/', '-')}`);
    const environment = { GIT_INDEX_FILE: index };
    try {
      const add = ['-c', 'core.bare=false', '-c', 'core.autocrlf=false', 'add', '--all', '--', '.'];
      await this.run([`--work-tree=${directory}`, ...add], { cwd: directory, environment });
      const tree = await this.text(['write-tree'], { environment });
      const parents = request.parent === undefined ? [] : [request.parent];
      const sha = await this.commitTree(tree, parents, request.message, request.author, request.date);
      await this.updateRef(`refs/heads/${request.branch}`, sha);
      return sha;
    } finally {
      await rm(index, { force: true });
    }
  }

  commitTree(
    tree: string,
    parents: readonly string[],
    message: string,
    who: GitIdentity,
    date: Date,
  ): Promise<string> {
    const when = `${Math.floor(date.getTime() / 1000)} +0000`;
    const args = ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent]), '-m', message];
    return this.text(args, {
      environment: {
        GIT_AUTHOR_NAME: who.name,
        GIT_AUTHOR_EMAIL: who.email,
        GIT_AUTHOR_DATE: when,
        GIT_COMMITTER_NAME: who.name,
        GIT_COMMITTER_EMAIL: who.email,
        GIT_COMMITTER_DATE: when,
      },
    });
  }

  /** The tree of a merge of both commits, or undefined when they conflict. */
  async mergeTree(base: string, head: string): Promise<string | undefined> {
    const answer = await this.run(['merge-tree', '--write-tree', base, head], { accept: [0, 1] });
    return answer.code === 0 ? (answer.stdout.toString('utf8').split('\n', 1)[0] ?? '') : undefined;
  }

  mergeBase(one: string, other: string): Promise<string> {
    return this.text(['merge-base', one, other]);
  }

  /** How many commits `to` has that `from` has not. */
  async countBetween(from: string, to: string): Promise<number> {
    return Number(await this.text(['rev-list', '--count', `${from}..${to}`]));
  }

  /** A file's bytes at a commit, or undefined where it does not exist. */
  async readFile(sha: string, path: string): Promise<Buffer | undefined> {
    const answer = await this.run(['cat-file', 'blob', `${sha}:${path}`], { accept: [0, 128] });
    return answer.code === 0 ? answer.stdout : undefined;
  }

  /** Writes the files of a commit into a folder, with nothing of git in it. */
  async exportTree(sha: string, directory: string): Promise<void> {
    await mkdir(directory, { recursive: true });
    const index = join(this.directory, `index-${basename(directory)}`);
    const environment = { GIT_INDEX_FILE: index };
    const inTree = [`--work-tree=${directory}`, '-c', 'core.bare=false', '-c', 'core.autocrlf=false'];
    try {
      await this.run(['read-tree', sha], { environment });
      await this.run([...inTree, 'checkout-index', '--all', '--force'], { cwd: directory, environment });
    } finally {
      await rm(index, { force: true });
    }
  }
}

function identityLine(who: GitIdentity, date: Date): string {
  return `${who.name} <${who.email}> ${Math.floor(date.getTime() / 1000)} +0000`;
}

function dataChunk(content: Buffer): Buffer[] {
  return [Buffer.from(`data ${content.length}\n`), content, Buffer.from('\n')];
}
