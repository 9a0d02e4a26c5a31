import { ActionError } from '../action/errors.ts';
import type { GitHubDoor, Octokit } from './client.ts';
import { issueErrors } from './issue-errors.ts';
import { isSameText, ownLogin } from './marked-comment.ts';

/** An issue that this suite keeps. */
export interface MarkedIssue {
  readonly number: number;
  readonly url: string;
  readonly isOpen: boolean;
  /** Somebody closed it as "not planned": what it says is accepted. */
  readonly isAccepted: boolean;
  /** Of what the text says. */
  readonly fingerprint: string;
}

/** All issues of one label, and those of them that belong to a thing this suite watches. */
export interface IssueBoard {
  readonly label: string;
  /** Open issues with the label, whoever wrote them. */
  readonly open: number;
  /** The issue that is kept under a key: the oldest open one, else the newest closed one. */
  find(key: string): MarkedIssue | undefined;
  /** Further open issues under a key, left by runs that could not see the first. */
  duplicates(key: string): readonly MarkedIssue[];
}

/** What an issue is to say. */
export interface IssueText {
  /** Which issue it is: `<kind> id=<id>`, neither with spaces. */
  readonly key: string;
  /** Changes with what the text says, and only then. */
  readonly fingerprint: string;
  readonly title: string;
  /** Markdown, already redacted. */
  readonly body: string;
  /** Said in a comment when an issue that is there changes or is opened again. */
  readonly comment: string;
}

export interface KeptIssue {
  /**
   * `capped`: none was opened, because there are as many as may be. `accepted`: somebody closed it as not planned, and
   * nothing has changed since. `none`: there is none, and none is needed.
   */
  readonly action:
    'opened' | 'updated' | 'reopened' | 'unchanged' | 'closed' | 'capped' | 'accepted' | 'none';
  readonly number: number | null;
  readonly url: string | null;
}

const NEEDS_READ = 'issues: read';
const NEEDS_WRITE = 'issues: write';
const MARKER = /^<!-- eks-hybrid-actions:(\S+ id=\S+) fingerprint=(\S+) -->/;

type RawIssue = Awaited<ReturnType<Octokit['rest']['issues']['get']>>['data'];

/**
 * Reads the issues of a label. Only those count as kept that the owner of this token wrote: anybody may paste a marker
 * into an issue of their own.
 * @throws EHA1101, EHA1102, EHA1137
 */
export async function readIssueBoard(door: GitHubDoor, label: string): Promise<IssueBoard> {
  const login = await ownLogin(door);
  const listed = await withIssues(() =>
    door.call(`list the issues with the label ${label}`, NEEDS_READ, (octokit) =>
      octokit.paginate(octokit.rest.issues.listForRepo, {
        ...door.repository,
        labels: label,
        state: 'all',
        per_page: 100,
      }),
    ),
  );
  const issues = listed.filter((issue) => issue.pull_request === undefined);
  const own = issues
    .filter((issue) => issue.user?.login === login)
    .flatMap((issue) => {
      const [, key = '', fingerprint = ''] = MARKER.exec(issue.body ?? '') ?? [];
      return key === '' ? [] : [{ key, issue: kept(issue, fingerprint) }];
    })
    .sort((one, other) => one.issue.number - other.issue.number);
  const of = (key: string) => own.filter((entry) => entry.key === key).map(({ issue }) => issue);
  const openOf = (key: string) => of(key).filter(({ isOpen }) => isOpen);
  return {
    label,
    open: issues.filter(({ state }) => state === 'open').length,
    find: (key) => openOf(key)[0] ?? of(key).at(-1),
    duplicates: (key) => openOf(key).slice(1),
  };
}

type ListedIssue = Pick<RawIssue, 'number' | 'html_url' | 'state' | 'state_reason'>;

function kept(issue: ListedIssue, fingerprint: string): MarkedIssue {
  const isOpen = issue.state === 'open';
  return {
    number: issue.number,
    url: issue.html_url,
    isOpen,
    isAccepted: !isOpen && issue.state_reason === 'not_planned',
    fingerprint,
  };
}

/**
 * Makes the one issue under a key say `text`. One that says so already costs no write. A closed one is opened again,
 * unless it was closed as not planned and says the same.
 * @param maxOpen open issues with the label that there may be; what is open is kept up to date beyond it
 * @throws EHA1136 when GitHub did not keep what was written
 */
export async function keepIssue(
  door: GitHubDoor,
  board: IssueBoard,
  text: IssueText,
  maxOpen: number,
): Promise<KeptIssue> {
  const issue = board.find(text.key);
  await closeDuplicates(door, board, text.key);
  if (issue?.isOpen === true) {
    if (issue.fingerprint === text.fingerprint) return { action: 'unchanged', ...placeOf(issue) };
    await write(door, board.label, issue, text, 'open');
    await comment(door, issue.number, text.comment);
    return { action: 'updated', ...placeOf(issue) };
  }
  if (issue?.isAccepted === true && issue.fingerprint === text.fingerprint) {
    return { action: 'accepted', ...placeOf(issue) };
  }
  if (board.open >= maxOpen) return { action: 'capped', number: null, url: null };
  if (issue === undefined) return { action: 'opened', ...placeOf(await open(door, board.label, text)) };
  await write(door, board.label, issue, text, 'open');
  await comment(door, issue.number, text.comment);
  return { action: 'reopened', ...placeOf(issue) };
}

/** Closes the issue under a key, when one is open, with a comment that says why. @throws EHA1136 */
export async function closeIssue(
  door: GitHubDoor,
  board: IssueBoard,
  key: string,
  reason: string,
): Promise<KeptIssue> {
  const issue = board.find(key);
  if (issue?.isOpen !== true) return { action: 'none', number: null, url: null };
  await closeDuplicates(door, board, key);
  await comment(door, issue.number, reason);
  await setState(door, issue.number, 'completed');
  return { action: 'closed', ...placeOf(issue) };
}

function placeOf({ number, url }: MarkedIssue): Pick<KeptIssue, 'number' | 'url'> {
  return { number, url };
}

function bodyOf({ key, fingerprint, body }: IssueText): string {
  return `<!-- eks-hybrid-actions:${key} fingerprint=${fingerprint} -->\n${body}`;
}

async function open(door: GitHubDoor, label: string, text: IssueText): Promise<MarkedIssue> {
  const body = bodyOf(text);
  let isRepeated = false;
  const made = await withIssues(() =>
    door.call(`open an issue for ${text.key}`, NEEDS_WRITE, async (octokit) => {
      // The answer to the first try may have got lost after the issue was made.
      const before = isRepeated ? await findText(door, octokit, label, body) : undefined;
      isRepeated = true;
      if (before !== undefined) return before;
      const request = { ...door.repository, title: text.title, body, labels: [label] };
      return (await octokit.rest.issues.create(request)).data;
    }),
  );
  await readBack(door, made.number, { body, label, state: 'open' });
  return kept(made, text.fingerprint);
}

async function findText(door: GitHubDoor, octokit: Octokit, label: string, body: string) {
  const { data } = await octokit.rest.issues.listForRepo({
    ...door.repository,
    labels: label,
    state: 'open',
    per_page: 100,
  });
  return data.find((issue) => isSameText(issue.body ?? undefined, body));
}

async function write(
  door: GitHubDoor,
  label: string,
  { number }: MarkedIssue,
  text: IssueText,
  state: 'open',
): Promise<void> {
  const body = bodyOf(text);
  await door.call(`update issue ${number}`, NEEDS_WRITE, (octokit) =>
    octokit.rest.issues.update({ ...door.repository, issue_number: number, title: text.title, body, state }),
  );
  await readBack(door, number, { body, label, state });
}

async function setState(
  door: GitHubDoor,
  number: number,
  reason: 'completed' | 'not_planned',
): Promise<void> {
  await door.call(`close issue ${number}`, NEEDS_WRITE, (octokit) =>
    octokit.rest.issues.update({
      ...door.repository,
      issue_number: number,
      state: 'closed',
      state_reason: reason,
    }),
  );
  await readBack(door, number, { state: 'closed' });
}

async function comment(door: GitHubDoor, number: number, body: string): Promise<void> {
  await door.call(`comment on issue ${number}`, NEEDS_WRITE, (octokit) =>
    octokit.rest.issues.createComment({ ...door.repository, issue_number: number, body }),
  );
}

async function closeDuplicates(door: GitHubDoor, board: IssueBoard, key: string): Promise<void> {
  for (const { number } of board.duplicates(key)) await setState(door, number, 'not_planned');
}

interface Expected {
  readonly body?: string;
  readonly label?: string;
  readonly state: 'open' | 'closed';
}

/** Reads an issue anew: an answer of 200 has been seen for a text that was not kept. @throws EHA1136 */
async function readBack(door: GitHubDoor, number: number, expected: Expected): Promise<void> {
  const { data } = await door.call(`read issue ${number} back`, NEEDS_READ, (octokit) =>
    octokit.rest.issues.get({ ...door.repository, issue_number: number }),
  );
  const { body, label, state } = expected;
  const labels = data.labels.map((entry) => (typeof entry === 'string' ? entry : (entry.name ?? '')));
  const wrong = [
    ...(data.state === state ? [] : [`it is ${data.state} and should be ${state}`]),
    ...(body === undefined || isSameText(data.body ?? undefined, body) ? [] : ['its text is another']),
    ...(label === undefined || labels.some((name) => name.toLowerCase() === label.toLowerCase())
      ? []
      : [`it lacks the label ${label}`]),
  ];
  if (wrong.length > 0) throw issueErrors.EHA1136(`Issue ${number}: ${wrong.join(', ')}.`);
}

/** "Not found" and "gone" mean that there are no issues at all. */
async function withIssues<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ActionError) || error.code !== 'EHA1105') throw error;
    throw issueErrors.EHA1137(error.message, { cause: error });
  }
}
