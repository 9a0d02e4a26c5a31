import { describe, expect, test } from '@jest/globals';
import type { GitHubDoor, Octokit } from '#lib/github/client.js';
import { githubErrors } from '#lib/github/errors.js';
import { findOwnComments, writeComment, type OwnComment } from '#lib/github/marked-comment.js';
import { recordingLogger } from '#tests/support/fake-deps.js';

const PREFIX = '<!-- mark ';

interface Listed {
  readonly id: number;
  readonly body?: string;
  readonly user: { readonly login: string; readonly type: string } | null;
}

interface Fake {
  readonly viewer?: string;
  readonly comments?: readonly Listed[];
  /** What GitHub makes of a written text. */
  readonly keep?: (body: string) => string | undefined;
  readonly refuse?: Error;
}

/** A door to a GitHub of one pull request; what is written is kept in `written`. */
function doorTo({ viewer = 'app[bot]', comments = [], keep = (body) => body, refuse }: Fake) {
  const written: string[] = [];
  const answer = (verb: string) => (request: { readonly body: string; readonly comment_id?: number }) => {
    written.push(`${verb} ${String(request.comment_id ?? '')}`.trim());
    const id = request.comment_id ?? 99;
    return Promise.resolve({ data: { id, html_url: `https://x/${String(id)}`, body: keep(request.body) } });
  };
  const octokit = {
    graphql: (query: string, variables?: { readonly id: string }) => {
      if (variables !== undefined) written.push(`minimise ${variables.id}`);
      return Promise.resolve(query.includes('viewer') ? { viewer: { login: viewer } } : {});
    },
    paginate: () =>
      Promise.resolve(
        comments.map((each) => ({
          ...each,
          node_id: `n${String(each.id)}`,
          html_url: `https://x/${String(each.id)}`,
        })),
      ),
    rest: {
      issues: { listComments: 'list', createComment: answer('create'), updateComment: answer('update') },
    },
  };
  const names: string[] = [];
  const door: GitHubDoor = {
    repository: { owner: 'o', repo: 'r' },
    call: (name, _needs, request) => {
      names.push(name);
      if (refuse !== undefined && !name.startsWith('find') && !name.startsWith('list'))
        return Promise.reject(refuse);
      return request(octokit as unknown as Octokit);
    },
  };
  return { door, written, names };
}

const bot = { login: 'app[bot]', type: 'Bot' };

describe('finding our comments', () => {
  const found = async (fake: Fake) =>
    (await findOwnComments(doorTo(fake).door, 7, PREFIX)).map(({ id }) => id);

  test('those of this account that begin with the marker, oldest first', async () => {
    const comments: readonly Listed[] = [
      { id: 5, body: `${PREFIX}5`, user: bot },
      { id: 3, body: `${PREFIX}3`, user: bot },
      { id: 1, body: `See ${PREFIX}1`, user: bot },
      { id: 2, body: `${PREFIX}2`, user: { login: 'other[bot]', type: 'Bot' } },
      { id: 4, body: `${PREFIX}4`, user: { login: 'app', type: 'User' } },
      { id: 6, body: `${PREFIX}6`, user: null },
      { id: 7, user: bot },
    ];
    expect(await found({ comments })).toEqual([3, 5]);
    expect(await found({ comments, viewer: 'app' })).toEqual([4]);
  });
});

describe('writing the comment', () => {
  const existing = (...bodies: readonly string[]): readonly OwnComment[] =>
    bodies.map((body, index) => ({
      id: index + 1,
      nodeId: `n${index + 1}`,
      url: `https://x/${index + 1}`,
      body,
    }));
  const write = async (fake: Fake, comments: readonly OwnComment[], body = 'new\n') => {
    const { door, written } = doorTo(fake);
    const log = recordingLogger();
    const outcome = await writeComment(door, 7, comments, body, log).catch((error: unknown) => error);
    return { outcome, written, warnings: log.messages('warning') };
  };

  test.each([
    ['none yet', existing(), 'created', ['create']],
    ['one of another text', existing('old'), 'updated', ['update 1']],
    ['one of this text', existing('new\n'), 'unchanged', []],
    ['one of this text, as GitHub may keep it', existing('new'), 'unchanged', []],
    ['several', existing('old', 'x', 'y'), 'updated', ['minimise n2', 'minimise n3', 'update 1']],
  ])('%s', async (_name, comments, action, calls) => {
    const { outcome, written } = await write({}, comments);
    expect(outcome).toMatchObject({ action, id: comments[0]?.id ?? 99 });
    expect(written).toEqual(calls);
  });

  test.each([
    ['shortened', (body: string) => body.slice(0, 2), 'EHA1104'],
    ['ignored', () => 'old', 'EHA1104'],
    ['missing', () => undefined, 'EHA1104'],
    ['with other line ends', (body: string) => body.replaceAll('\n', '\r\n'), undefined],
    ['without the line end at its end', (body: string) => body.trimEnd(), undefined],
  ])('a text that GitHub keeps %s', async (_name, keep, code) => {
    for (const comments of [existing(), existing('old')]) {
      const { outcome } = await write({ keep }, comments, 'one\ntwo\n');
      expect((outcome as { code?: string }).code).toBe(code);
    }
  });

  test('too long a text is told as such, any other refusal as it is', async () => {
    const tooLong = githubErrors.EHA1102('could not update: HTTP 422: Body is too long');
    expect((await write({ refuse: tooLong }, existing('old'))).outcome).toMatchObject({
      code: 'EHA1104',
      cause: tooLong,
    });
    const other = githubErrors.EHA1101('no');
    expect((await write({ refuse: other }, existing('old'))).outcome).toBe(other);
  });

  test('a duplicate that cannot be hidden is warned of', async () => {
    const { warnings } = await write({ refuse: githubErrors.EHA1101('no') }, existing('old', 'x'));
    expect(warnings).toEqual(['The duplicate comment https://x/2 stays visible: no']);
  });
});
