import { describe, expect, test } from '@jest/globals';
import type { GitHubDoor, Octokit } from '#lib/github/client.js';
import { githubErrors } from '#lib/github/errors.js';
import {
  findOwnComments,
  writeComment,
  type CommentMode,
  type OwnComment,
} from '#lib/github/marked-comment.js';
import { recordingLogger } from '#tests/support/fake-deps.js';

const PREFIX = '<!-- mark ';

interface Listed {
  readonly id: number;
  readonly body?: string;
  readonly user: { readonly login: string; readonly type: string } | null;
  readonly minimized?: { readonly reason: string } | null;
}

interface Fake {
  readonly viewer?: string;
  readonly comments?: readonly Listed[];
  /** What GitHub makes of a written text. */
  readonly keep?: (body: string) => string | undefined;
  readonly refuse?: Error;
  /** What is refused; without it every call that writes. */
  readonly only?: string;
}

/** A door to a GitHub of one pull request; what is written is kept in `written`. */
function doorTo({ viewer = 'app[bot]', comments = [], keep = (body) => body, refuse, only }: Fake) {
  const written: string[] = [];
  const answer = (verb: string) => (request: { readonly body: string; readonly comment_id?: number }) => {
    written.push(`${verb} ${String(request.comment_id ?? '')}`.trim());
    const id = request.comment_id ?? 99;
    return Promise.resolve({ data: { id, html_url: `https://x/${String(id)}`, body: keep(request.body) } });
  };
  const octokit = {
    graphql: (query: string, variables?: { readonly id: string; readonly classifier: string }) => {
      if (variables !== undefined) written.push(`${variables.classifier} ${variables.id}`);
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
      issues: {
        listComments: 'list',
        createComment: answer('create'),
        updateComment: answer('update'),
        deleteComment: ({ comment_id: id }: { readonly comment_id: number }) => {
          written.push(`delete ${String(id)}`);
          return Promise.resolve({});
        },
      },
    },
  };
  const names: string[] = [];
  const door: GitHubDoor = {
    repository: { owner: 'o', repo: 'r' },
    call: (name, _needs, request) => {
      names.push(name);
      if (refuse !== undefined && !/^(find|list)/.test(name) && (only === undefined || name.startsWith(only)))
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

  test('a hidden one is known as such, as far as GitHub says', async () => {
    const comments: readonly Listed[] = [
      { id: 1, body: PREFIX, user: bot, minimized: { reason: 'outdated' } },
      { id: 2, body: PREFIX, user: bot, minimized: null },
      { id: 3, body: PREFIX, user: bot },
    ];
    const own = await findOwnComments(doorTo({ comments }).door, 7, PREFIX);
    expect(own.map(({ isMinimised }) => isMinimised)).toEqual([true, false, false]);
  });
});

describe('writing the comment', () => {
  /** A body that begins with `(hidden)` is of a hidden comment. */
  const existing = (...bodies: readonly string[]): readonly OwnComment[] =>
    bodies.map((body, index) => ({
      id: index + 1,
      nodeId: `n${index + 1}`,
      url: `https://x/${index + 1}`,
      body: body.replace('(hidden)', ''),
      isMinimised: body.startsWith('(hidden)'),
    }));
  const write = async (
    fake: Fake,
    comments: readonly OwnComment[],
    body = 'new\n',
    mode: CommentMode = 'update',
  ) => {
    const { door, written } = doorTo(fake);
    const log = recordingLogger();
    const options = { mode, contentOf: (text: string) => text.replace(/ run \d+/, '') };
    const outcome = await writeComment(door, 7, comments, body, options, log).catch(
      (error: unknown) => error,
    );
    return { outcome, written, warnings: log.messages('warning') };
  };

  test.each<[CommentMode, string, readonly OwnComment[], string, readonly string[]]>([
    ['update', 'none yet', existing(), 'created 99', ['create']],
    ['update', 'one of another text', existing('old'), 'updated 1', ['update 1']],
    ['update', 'one of this text', existing('new\n'), 'unchanged 1', []],
    ['update', 'one of this text, as GitHub may keep it', existing('new'), 'unchanged 1', []],
    ['update', 'one of another run that says the same', existing('new run 7'), 'unchanged 1', []],
    [
      'update',
      'several',
      existing('old', 'x', 'y'),
      'updated 1',
      ['DUPLICATE n2', 'DUPLICATE n3', 'update 1'],
    ],
    ['update', 'a hidden one', existing('(hidden)new', 'old'), 'updated 2', ['update 2']],
    ['update', 'only a hidden one', existing('(hidden)new'), 'created 99', ['create']],
    ['recreate', 'none yet', existing(), 'created 99', ['create']],
    ['recreate', 'one of another text', existing('old'), 'created 99', ['create', 'delete 1']],
    ['recreate', 'one of this text', existing('new'), 'unchanged 1', []],
    ['recreate', 'one that says the same', existing('new run 3'), 'unchanged 1', []],
    ['recreate', 'several', existing('(hidden)a', 'b'), 'created 99', ['create', 'delete 1', 'delete 2']],
    ['recreate', 'a copy of this text', existing('new', 'new'), 'unchanged 2', ['delete 1']],
    ['minimise', 'none yet', existing(), 'created 99', ['create']],
    ['minimise', 'one of another text', existing('old'), 'created 99', ['create', 'OUTDATED n1']],
    ['minimise', 'one of this text', existing('(hidden)old', 'new'), 'unchanged 2', []],
    [
      'minimise',
      'several',
      existing('(hidden)a', 'b', 'c'),
      'created 99',
      ['create', 'OUTDATED n2', 'OUTDATED n3'],
    ],
    ['minimise', 'this text, but hidden', existing('(hidden)new'), 'created 99', ['create']],
  ])('%s: %s', async (mode, _name, comments, expected, calls) => {
    const { outcome, written } = await write({}, comments, 'new\n', mode);
    const { action, id, retired } = outcome as { action: string; id: number; retired: number };
    expect(`${action} ${String(id)}`).toBe(expected);
    expect(written).toEqual(calls);
    expect(retired).toBe(calls.filter((call) => /^(delete|OUTDATED|DUPLICATE)/.test(call)).length);
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

  test.each<[CommentMode, string]>([
    ['update', 'minimise'],
    ['minimise', 'minimise'],
    ['recreate', 'delete'],
  ])('%s: an older one that cannot be retired is warned of', async (mode, only) => {
    const refuse = githubErrors.EHA1101('no');
    const { outcome, warnings } = await write({ refuse, only }, existing('old', 'x'), 'new', mode);
    expect(outcome).toMatchObject({ retired: 0 });
    expect(warnings.at(-1)).toBe('The older comment https://x/2 stays visible: no');
  });

  test('one that is gone already needs no deleting', async () => {
    const refuse = githubErrors.EHA1105('not found');
    const { outcome, warnings } = await write({ refuse, only: 'delete' }, existing('old'), 'new', 'recreate');
    expect(outcome).toMatchObject({ action: 'created', retired: 1 });
    expect(warnings).toEqual([]);
  });

  test('the old one stays when the new one is refused', async () => {
    for (const mode of ['recreate', 'minimise'] as const) {
      const { written } = await write({ refuse: githubErrors.EHA1101('no') }, existing('old'), 'new', mode);
      expect(written).toEqual([]);
    }
  });
});
