/** Issues, labels and comments. */
import type { GitHubState } from './github.ts';
import { SimulatorError } from './errors.ts';
import { nodeId } from './github-ids.ts';
import type {
  CommentRecord,
  GitHubUser,
  IssueRecord,
  LabelRecord,
  RepositoryRecord,
} from './github-types.ts';

export interface NewIssue {
  readonly repository: string;
  readonly title: string;
  readonly body?: string | null;
  readonly author: string;
  readonly labels?: readonly string[];
  readonly assignees?: readonly string[];
  readonly viaApp?: boolean;
}

/** Opens an issue; labels that do not exist yet are made, as GitHub does for writers. */
export function createIssue(state: GitHubState, request: NewIssue): IssueRecord {
  const repository = state.repository(request.repository);
  const now = state.now();
  const issue: IssueRecord = {
    id: state.ids.next('issue'),
    number: repository.issues.size + 1,
    user: state.user(request.author),
    viaApp: request.viaApp ?? false,
    createdAt: now,
    updatedAt: now,
    title: request.title,
    body: request.body ?? null,
    state: 'open',
    stateReason: null,
    closedAt: null,
    closedBy: null,
    labels: (request.labels ?? []).map((name) => label(state, repository, name)),
    assignees: (request.assignees ?? []).map((login) => state.user(login)),
    pull: undefined,
  };
  repository.issues.set(issue.number, issue);
  return issue;
}

/** The label of that name (case does not matter), made in GitHub's default grey when it is new. */
export function label(
  state: GitHubState,
  repository: RepositoryRecord,
  name: string,
  look: { readonly color?: string; readonly description?: string | null } = {},
): LabelRecord {
  const known = repository.labels.get(name.toLowerCase());
  if (known !== undefined) return known;
  const made: LabelRecord = {
    id: state.ids.next('label'),
    name,
    color: look.color ?? 'ededed',
    description: look.description ?? null,
    isDefault: false,
  };
  repository.labels.set(name.toLowerCase(), made);
  return made;
}

/** Adds a comment to an issue or pull request; SIM1022 when there is none of that number. */
export function addComment(
  state: GitHubState,
  repository: RepositoryRecord,
  number: number,
  user: GitHubUser,
  body: string,
): CommentRecord {
  const issue = repository.issues.get(number);
  if (issue === undefined) {
    throw new SimulatorError(
      'SIM1022',
      `no issue ${repository.fullName}#${number}`,
      'Open the issue or pull request first.',
    );
  }
  const id = state.ids.next('comment');
  const now = state.now();
  const comment: CommentRecord = {
    id,
    nodeId: nodeId('IC', repository.id, id),
    issueNumber: number,
    user,
    viaApp: user.type === 'Bot',
    createdAt: now,
    updatedAt: now,
    body,
    minimized: null,
    edits: 0,
  };
  repository.comments.set(id, comment);
  issue.updatedAt = now;
  return comment;
}

export function editComment(state: GitHubState, comment: CommentRecord, body: string): void {
  comment.body = body;
  comment.updatedAt = state.now();
  comment.edits += 1;
}
