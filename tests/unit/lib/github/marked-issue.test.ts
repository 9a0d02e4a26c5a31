import { describe, expect, test } from '@jest/globals';
import { ActionError } from '#lib/action/errors.js';
import type { GitHubDoor, Octokit } from '#lib/github/client.js';
import { githubErrors } from '#lib/github/errors.js';
import { closeIssue, keepIssue, readIssueBoard, type IssueText } from '#lib/github/marked-issue.js';
import { findTouchingPullRequest } from '#lib/github/touching-pull-requests.js';

interface Issue {
  number: number;
  state: string;
  state_reason?: string | null;
  body: string;
  title?: string;
  html_url?: string;
  labels: { name: string }[];
  user: { login: string };
  pull_request?: object;
}

const KEY = 'drift id=net';
const TEXT: IssueText = {
  key: KEY,
  fingerprint: 'new',
  title: 'Drift: net',
  body: 'text',
  comment: 'changed',
};

const issue = (number: number, parts: Partial<Issue> = {}): Issue => ({
  number,
  state: 'open',
  state_reason: null,
  html_url: `https://x/${number}`,
  body: `<!-- eks-hybrid-actions:${KEY} fingerprint=old -->\ntext`,
  labels: [{ name: 'drift' }],
  user: { login: 'app[bot]' },
  ...parts,
});

interface Fake {
  readonly issues: Issue[];
  /** What GitHub does with what was written. */
  readonly spoil?: (issue: Issue) => void;
  /** Every request that writes is sent twice, as after a lost answer. */
  readonly repeats?: boolean;
}

/** A door to a repository of these issues; what is written is kept in `written`. */
function doorTo({ issues, spoil = () => undefined, repeats = false }: Fake) {
  const written: string[] = [];
  const find = (number: number): Issue => {
    const found = issues.find((each) => each.number === number);
    if (found === undefined) throw new Error('no such issue');
    return found;
  };
  const rest = {
    listForRepo: () => Promise.resolve({ data: issues }),
    get: ({ issue_number: number }: { issue_number: number }) => Promise.resolve({ data: find(number) }),
    create: ({ labels, ...request }: { title: string; body: string; labels: string[] }) => {
      const made = issue(issues.length + 1, { ...request, labels: labels.map((name) => ({ name })) });
      written.push(`create ${made.number}`);
      spoil(made);
      issues.push(made);
      return Promise.resolve({ data: made });
    },
    update: ({ issue_number: number, ...request }: { issue_number: number; state: string }) => {
      written.push(`${request.state} ${number}`);
      spoil(Object.assign(find(number), request));
      return Promise.resolve({ data: find(number) });
    },
    createComment: ({ issue_number: number }: { issue_number: number }) => {
      written.push(`comment ${number}`);
      return Promise.resolve({});
    },
  };
  const octokit = {
    graphql: () => Promise.resolve({ viewer: { login: 'app[bot]' } }),
    paginate: () => Promise.resolve(issues),
    rest: { issues: rest },
  } as unknown as Octokit;
  const door: GitHubDoor = {
    repository: { owner: 'o', repo: 'r' },
    call: async (name, _needs, request) => {
      if (repeats && name.startsWith('open')) await request(octokit);
      return request(octokit);
    },
  };
  return { door, written, issues };
}

async function keep(fake: Fake, maxOpen = 10) {
  const { door, written } = doorTo(fake);
  const kept = await keepIssue(door, await readIssueBoard(door, 'drift'), TEXT, maxOpen);
  return { action: kept.action, number: kept.number, written };
}

describe('keepIssue', () => {
  test('knows an own issue by mark and author', async () => {
    const others = [
      issue(1, { user: { login: 'mallory' } }),
      issue(2, { body: 'no mark' }),
      issue(3, { pull_request: {} }),
      issue(4, { body: '<!-- eks-hybrid-actions:drift id=network fingerprint=old -->' }),
    ];
    expect(await keep({ issues: others })).toEqual({ action: 'opened', number: 5, written: ['create 5'] });
    expect(await keep({ issues: [issue(1)] })).toEqual({
      action: 'updated',
      number: 1,
      written: ['open 1', 'comment 1'],
    });
  });

  test('opens again what was closed, and leaves alone what was accepted', async () => {
    const closed = (reason: string, fingerprint: string) =>
      issue(1, {
        state: 'closed',
        state_reason: reason,
        body: `<!-- eks-hybrid-actions:${KEY} fingerprint=${fingerprint} -->\n`,
      });
    expect(await keep({ issues: [closed('completed', 'new')] })).toMatchObject({ action: 'reopened' });
    expect(await keep({ issues: [closed('not_planned', 'new')] })).toMatchObject({
      action: 'accepted',
      written: [],
    });
    expect(await keep({ issues: [closed('not_planned', 'old')] })).toMatchObject({ action: 'reopened' });
  });

  test('opens none beyond the limit, but keeps what is open, and closes duplicates', async () => {
    expect(await keep({ issues: [issue(1, { body: 'by hand' })] }, 1)).toMatchObject({
      action: 'capped',
      written: [],
    });
    expect(await keep({ issues: [issue(1), issue(2)] }, 1)).toMatchObject({
      action: 'updated',
      number: 1,
      written: ['closed 2', 'open 1', 'comment 1'],
    });
  });

  test('a request that is sent again after its answer got lost makes no second issue', async () => {
    expect((await keep({ issues: [], repeats: true })).written).toEqual(['create 1']);
  });

  test('what GitHub did not keep fails', async () => {
    const spoils: ((written: Issue) => void)[] = [
      (written) => (written.body = 'old'),
      (written) => (written.labels = []),
      (written) => (written.state = 'closed'),
    ];
    for (const spoil of spoils)
      await expect(keep({ issues: [], spoil })).rejects.toMatchObject({ code: 'EHA1136' });
  });
});

test('closeIssue says why first, and does nothing where nothing is open', async () => {
  const { door, written } = doorTo({ issues: [issue(1)] });
  const board = await readIssueBoard(door, 'drift');
  expect(await closeIssue(door, board, KEY, 'gone')).toMatchObject({ action: 'closed', number: 1 });
  expect(written).toEqual(['comment 1', 'closed 1']);
  expect(await closeIssue(door, board, 'drift id=other', 'gone')).toMatchObject({ action: 'none' });
});

test('a repository without issues has an error of its own', async () => {
  const { door } = doorTo({ issues: [] });
  const refusing: GitHubDoor = {
    ...door,
    call: (name, needs, request) =>
      name.startsWith('list')
        ? Promise.reject(githubErrors.EHA1105('HTTP 410'))
        : door.call(name, needs, request),
  };
  const error: unknown = await readIssueBoard(refusing, 'drift').catch((caught: unknown) => caught);
  expect(error instanceof ActionError && error.code).toBe('EHA1137');
});

test('a pull request touches a stack when it is of this repository', async () => {
  const pulls = [
    { number: 3, head: { repo: { full_name: 'stranger/r' } } },
    { number: 2, head: { repo: null } },
    { number: 1, head: { repo: { full_name: 'O/R' } } },
  ];
  const octokit = {
    paginate: () => Promise.resolve([{ filename: 'stacks/net/main.tf', status: 'modified' }]),
    rest: { pulls: { list: () => Promise.resolve({ data: pulls }) } },
  } as unknown as Octokit;
  const door: GitHubDoor = {
    repository: { owner: 'o', repo: 'r' },
    call: (_name, _needs, request) => request(octokit),
  };
  expect(await findTouchingPullRequest(door, (path) => path.startsWith('stacks/net'))).toEqual({
    number: 1,
    isUnknown: false,
  });
  expect(await findTouchingPullRequest(door, () => false)).toBeNull();
});
