import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ActionError } from '#lib/action/errors.js';
import { pathInput, type PathOptions } from '#lib/action/inputs.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

const home = temporaryDirectory();
const workspace = join(home, 'workspace');
const temp = join(home, 'temp');
const before = { ...process.env };

beforeAll(() => {
  for (const folder of ['workspace/stacks/foundation', 'temp', 'outside', 'workspace-2']) {
    mkdirSync(join(home, folder), { recursive: true });
  }
  writeFileSync(join(workspace, 'file.json'), '{}');
  writeFileSync(join(home, 'outside', 'secret'), 's');
  symlinkSync('file.json', join(workspace, 'good-link'));
  symlinkSync('../outside/secret', join(workspace, 'file-link'));
  symlinkSync(join(home, 'outside'), join(workspace, 'folder-link'));
  symlinkSync('../outside/not-yet', join(workspace, 'dangling-link'));
  symlinkSync('loop-b', join(workspace, 'loop-a'));
  symlinkSync('loop-a', join(workspace, 'loop-b'));
  process.env['GITHUB_WORKSPACE'] = workspace;
  process.env['RUNNER_TEMP'] = temp;
});
afterAll(() => {
  process.env = before;
});

function read(value: string, options: PathOptions = {}): string | undefined {
  process.env['INPUT_PATH'] = value;
  return pathInput('path', options);
}

function refusal(value: string, options: PathOptions = {}): string {
  try {
    read(value, options);
  } catch (error) {
    if (error instanceof ActionError && error.code === 'EHA1004') return error.message;
    throw error;
  }
  throw new Error(`${value} was accepted`);
}

describe('accepted', () => {
  test.each([
    ['.', ''],
    ['stacks/foundation', 'stacks/foundation'],
    ['stacks/../file.json', 'file.json'],
    ['./not/yet/there.json', 'not/yet/there.json'],
    ['..data/x', '..data/x'],
    ['good-link', 'good-link'],
    ['a name with spaces', 'a name with spaces'],
  ])('%j', (value, expected) => {
    expect(read(value)).toBe(join(workspace, expected));
  });

  test('an absolute path inside the workspace', () => {
    expect(read(join(workspace, 'file.json'), { mustExist: 'file' })).toBe(join(workspace, 'file.json'));
  });

  test('a workspace that is itself reached through a link', () => {
    symlinkSync(workspace, join(home, 'linked-workspace'));
    process.env['GITHUB_WORKSPACE'] = join(home, 'linked-workspace');
    expect(read('file.json', { mustExist: 'file' })).toBe(join(home, 'linked-workspace', 'file.json'));
    process.env['GITHUB_WORKSPACE'] = workspace;
  });

  test('the temporary folder only where the reader says so', () => {
    const path = join(temp, 'report.json');
    expect(read(path, { within: 'workspace-or-temp' })).toBe(path);
    expect(refusal(path)).toContain('is outside the workspace');
  });

  test('a default is checked as a given value is', () => {
    expect(read('', { default: 'stacks' })).toBe(join(workspace, 'stacks'));
    expect(refusal('', { default: '../outside' })).toContain('outside the workspace');
    expect(read('')).toBeUndefined();
  });
});

describe('refused', () => {
  test.each([
    ['..', 'is outside the workspace'],
    ['../workspace-2/x', 'is outside the workspace'],
    ['stacks/../../outside/secret', 'is outside the workspace'],
    ['/etc/passwd', 'is outside the workspace'],
    ['file-link', 'through a symbolic link'],
    ['folder-link/secret', 'through a symbolic link'],
    ['folder-link/new/file', 'through a symbolic link'],
    ['dangling-link', 'through a symbolic link'],
    ['a\nb', 'control character'],
  ])('%j %s', (value, reason) => {
    expect(refusal(value)).toContain(reason);
  });

  test('links that lead in a circle end in an answer', () => {
    expect(refusal('loop-a', { mustExist: 'file' })).toContain('does not exist');
  });

  test('what must exist and does not, or is something else', () => {
    expect(refusal('nothing', { mustExist: 'file' })).toContain('does not exist');
    expect(refusal('stacks', { mustExist: 'file' })).toContain('is not a file');
    expect(refusal('file.json', { mustExist: 'directory' })).toContain('is not a directory');
  });
});
