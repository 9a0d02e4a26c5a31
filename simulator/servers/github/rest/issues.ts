/** Issues, labels and comments over REST. */
import { addComment, createIssue, editComment, label } from '../../../world/github-issues.ts';
import { commentJson, issueJson } from '../../../world/github-json-issues.ts';
import { repositoryApiUrl } from '../../../world/github-json.ts';
import type { CommentRecord, IssueRecord } from '../../../world/github-types.ts';
import {
  ApiError,
  listAnswer,
  notFound,
  optionalText,
  optionalTexts,
  textOf,
  validationFailed,
  type Needs,
  type RepositoryCall,
  type RepositoryRoute,
} from '../http.ts';

/** As GitHub's refusal names it. Some longer bodies have been accepted in practice; nothing documents that. */
export const MAX_BODY = 65_536;
const MAX_LABEL = 50;

/** In characters as GitHub counts them: an emoji outside the basic plane is one. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** A pull request's comments may be written with either permission, an issue's only with `issues`. */
export function commentNeeds(issue: IssueRecord | undefined): Needs {
  return issue?.pull === undefined ? ['issues=write'] : ['issues=write', 'pull_requests=write'];
}

/** The refusal of a body that cannot be a comment, or undefined; REST and GraphQL share it. */
export function commentRefusal(body: string): string | undefined {
  if (body.trim() === '') return 'Body cannot be blank';
  if (lengthOf(body) > MAX_BODY) return `Body is too long (maximum is ${MAX_BODY} characters)`;
  return undefined;
}

function commentBody(call: RepositoryCall): string {
  const body = textOf(call.body, 'body');
  const message = commentRefusal(body);
  if (message === undefined) return body;
  throw validationFailed({ resource: 'IssueComment', code: 'unprocessable', field: 'data', message });
}

/** The issue that the path names, or the answer that there is none. */
export function issueOf(call: RepositoryCall): IssueRecord {
  const issue = call.repository.issues.get(Number(call.params['number']));
  if (issue === undefined) throw notFound();
  return issue;
}

function commentOf(call: RepositoryCall): CommentRecord {
  const comment = call.repository.comments.get(Number(call.params['id']));
  if (comment === undefined) throw notFound();
  return comment;
}

/** What writing to the issue that the path names takes. */
export function issueNeeds(call: RepositoryCall): Needs {
  return commentNeeds(call.repository.issues.get(Number(call.params['number'])));
}

function oneCommentNeeds(call: RepositoryCall): Needs {
  const comment = call.repository.comments.get(Number(call.params['id']));
  return commentNeeds(call.repository.issues.get(comment?.issueNumber ?? 0));
}

/** Either permission lets read what belongs to issues and pull requests alike. */
export const READ: Needs = ['issues=read', 'pull_requests=read'];

function comments(call: RepositoryCall, number: number | undefined): readonly CommentRecord[] {
  const since = call.query.get('since');
  return [...call.repository.comments.values()].filter(
    (comment) =>
      (number === undefined || comment.issueNumber === number) &&
      (since === null || comment.updatedAt >= since),
  );
}

const show = (call: RepositoryCall) => (comment: CommentRecord) =>
  commentJson(call.state.urls, call.repository, comment);

const commentRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    pattern: '/issues/{number}/comments',
    docs: 'issues/comments#list-issue-comments',
    needs: READ,
    handle: (call) => listAnswer(call, comments(call, issueOf(call).number), show(call)),
  },
  {
    method: 'POST',
    pattern: '/issues/{number}/comments',
    docs: 'issues/comments#create-an-issue-comment',
    needs: issueNeeds,
    handle: (call) => {
      const issue = issueOf(call);
      const user = call.caller?.user ?? issue.user;
      const made = addComment(call.state, call.repository, issue.number, user, commentBody(call));
      const location = `${repositoryApiUrl(call.state.urls, call.repository)}/issues/comments/${made.id}`;
      return { status: 201, body: show(call)(made), headers: { location } };
    },
  },
  {
    method: 'GET',
    pattern: '/issues/comments',
    docs: 'issues/comments#list-issue-comments-for-a-repository',
    needs: READ,
    handle: (call) => listAnswer(call, comments(call, undefined), show(call)),
  },
  {
    method: 'GET',
    pattern: '/issues/comments/{id}',
    docs: 'issues/comments#get-an-issue-comment',
    needs: READ,
    handle: (call) => ({ status: 200, body: show(call)(commentOf(call)) }),
  },
  {
    method: 'PATCH',
    pattern: '/issues/comments/{id}',
    docs: 'issues/comments#update-an-issue-comment',
    needs: oneCommentNeeds,
    handle: (call) => {
      const comment = commentOf(call);
      editComment(call.state, comment, commentBody(call));
      return { status: 200, body: show(call)(comment) };
    },
  },
  {
    method: 'DELETE',
    pattern: '/issues/comments/{id}',
    docs: 'issues/comments#delete-an-issue-comment',
    needs: oneCommentNeeds,
    handle: (call) => {
      call.repository.comments.delete(commentOf(call).id);
      return { status: 204 };
    },
  },
];

/** Open issues by default, newest first, filtered by label, creator and assignee; pull requests are issues too. */
function listIssues(call: RepositoryCall): readonly IssueRecord[] {
  const state = call.query.get('state') ?? 'open';
  const labels = (call.query.get('labels') ?? '').split(',').filter(Boolean);
  const creator = call.query.get('creator');
  const chosen = [...call.repository.issues.values()].filter(
    (issue) =>
      (state === 'all' || issue.state === state) &&
      (creator === null || issue.user.login === creator) &&
      labels.every((name) => issue.labels.some((each) => each.name.toLowerCase() === name.toLowerCase())),
  );
  return call.query.get('direction') === 'asc' ? chosen : chosen.reverse();
}

/** The names of labels in the body; undefined without any, refused when one is empty or too long. */
export function checkedLabels(call: RepositoryCall): readonly string[] | undefined {
  const names = optionalTexts(call.body, 'labels');
  const wrong = names?.find((name) => name.trim() === '' || lengthOf(name) > MAX_LABEL);
  if (wrong === undefined) return names;
  throw validationFailed({ value: wrong, resource: 'Label', field: 'name', code: 'invalid' });
}

function newIssue(call: RepositoryCall): IssueRecord {
  const body = optionalText(call.body, 'body') ?? null;
  if (lengthOf(body ?? '') > MAX_BODY) {
    const message = `body is too long (maximum is ${MAX_BODY} characters)`;
    throw validationFailed({ resource: 'Issue', code: 'custom', field: 'body', message });
  }
  const caller = call.caller;
  return createIssue(call.state, {
    repository: call.repository.fullName,
    title: textOf(call.body, 'title'),
    body,
    author: caller?.user.login ?? '',
    labels: checkedLabels(call) ?? [],
    assignees: optionalTexts(call.body, 'assignees') ?? [],
    viaApp: caller?.kind === 'app',
  });
}

function updateIssue(call: RepositoryCall): IssueRecord {
  const issue = issueOf(call);
  const body = optionalText(call.body, 'body');
  // Measured on github.com: an update with a body over the limit answers 200 and changes nothing of the body.
  if (body !== undefined && lengthOf(body) <= MAX_BODY) issue.body = body;
  issue.title = optionalText(call.body, 'title') ?? issue.title;
  const labels = checkedLabels(call);
  if (labels !== undefined) issue.labels = labels.map((name) => label(call.state, call.repository, name));
  const assignees = optionalTexts(call.body, 'assignees');
  if (assignees !== undefined) issue.assignees = assignees.map((login) => call.state.user(login));
  changeState(call, issue);
  issue.updatedAt = call.state.now();
  return issue;
}

function changeState(call: RepositoryCall, issue: IssueRecord): void {
  const state = optionalText(call.body, 'state');
  if (state === undefined || state === issue.state) return;
  if (state !== 'open' && state !== 'closed') {
    throw new ApiError(
      422,
      `Invalid request.\n\nFor 'properties/state', ${state} is not a member of ["open", "closed"].`,
    );
  }
  issue.state = state;
  issue.closedAt = state === 'closed' ? call.state.now() : null;
  issue.closedBy = state === 'closed' ? (call.caller?.user ?? null) : null;
  const reason = optionalText(call.body, 'state_reason');
  issue.stateReason = state === 'open' ? 'reopened' : reason === 'not_planned' ? 'not_planned' : 'completed';
}

const issueRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    pattern: '/issues',
    docs: 'issues/issues#list-repository-issues',
    needs: READ,
    handle: (call) =>
      listAnswer(call, listIssues(call), (issue) => issueJson(call.state.urls, call.repository, issue)),
  },
  {
    method: 'POST',
    pattern: '/issues',
    docs: 'issues/issues#create-an-issue',
    needs: ['issues=write'],
    handle: (call) => {
      const issue = newIssue(call);
      const location = `${repositoryApiUrl(call.state.urls, call.repository)}/issues/${issue.number}`;
      return { status: 201, body: issueJson(call.state.urls, call.repository, issue), headers: { location } };
    },
  },
  {
    method: 'GET',
    pattern: '/issues/{number}',
    docs: 'issues/issues#get-an-issue',
    needs: READ,
    handle: (call) => ({ status: 200, body: issueJson(call.state.urls, call.repository, issueOf(call)) }),
  },
  {
    method: 'PATCH',
    pattern: '/issues/{number}',
    docs: 'issues/issues#update-an-issue',
    needs: issueNeeds,
    handle: (call) => ({ status: 200, body: issueJson(call.state.urls, call.repository, updateIssue(call)) }),
  },
];

export const ISSUE_ROUTES: readonly RepositoryRoute[] = [...commentRoutes, ...issueRoutes];
