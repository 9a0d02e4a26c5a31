/** Where the server's answers differ from the recorded ones on purpose, each with its reason. */
import type { Difference } from './shapes.ts';

export interface AcceptedDifference {
  readonly about: string;
  readonly matches: (recording: string, difference: Difference) => boolean;
}

type Kinds = readonly Difference['kind'][];

/** `members` are the last members of the paths; `recordings` narrows it to files whose name matches. */
function accept(
  kinds: Kinds,
  members: readonly string[],
  reason: string,
  recordings = /./,
): AcceptedDifference[] {
  return members.map((member) => ({
    about: `${member} (${kinds.join(', ')}): ${reason}`,
    matches: (recording, { path, kind }) =>
      recordings.test(recording) && kinds.includes(kind) && (path === member || path.endsWith(`.${member}`)),
  }));
}

const PULL = /pull|pull_request/;
const RUNS = /workflow-run/;

export const ACCEPTED: readonly AcceptedDifference[] = [
  ...accept(
    ['extra'],
    [
      'has_discussions',
      'allow_forking',
      'is_template',
      'visibility',
      'topics',
      'web_commit_signoff_required',
      'custom_properties',
    ],
    'members that GitHub added to repositories after this recording; other recordings have them',
  ),
  ...accept(
    ['extra'],
    ['allow_squash_merge', 'allow_merge_commit', 'allow_rebase_merge', 'delete_branch_on_merge'],
    'merge settings of head and base, which some of the recordings of pull requests have and some have not',
    PULL,
  ),
  ...accept(
    ['extra'],
    [
      'performed_via_github_app',
      'reactions',
      'pin',
      'minimized',
      'pinned_comment',
      'active_lock_reason',
      'state_reason',
      'closed_by',
    ],
    'newer members of issues and comments, which not every example shows',
  ),
  ...accept(['extra'], ['auto_merge'], 'members that GitHub added to pull requests later', PULL),
  ...accept(
    ['extra'],
    ['draft', 'pull_request.merged_at'],
    'newer members of issues that are pull requests',
    /issue-get/,
  ),
  ...accept(['extra'], ['status'], 'newer errors carry their status as text too', /^err-/),
  ...accept(
    ['extra'],
    ['path', 'display_title', 'actor', 'triggering_actor', 'referenced_workflows'].map(
      (name) => `workflow_run.${name}`,
    ),
    'members that GitHub added to runs later; the API’s recorded answers have them',
    /event-workflow_run/,
  ),
  ...accept(
    ['type', 'value'],
    ['workflow.badge_url', 'workflow_run.conclusion'],
    'the example is put together of two workflows, and of a run that had not ended',
    /event-workflow_run/,
  ),
  ...accept(['extra'], ['organization'], 'the recordings are of personal repositories', /^event-/),
  ...accept(['extra'], ['can_admins_bypass'], 'environments have it; the example predates it', /environment/),
  ...accept(
    ['extra'],
    ['created_at', 'run_attempt'],
    'jobs have them; the example predates them',
    /jobs-list/,
  ),
  ...accept(
    ['extra'],
    ['previous_attempt_url', 'referenced_workflows'],
    'the list example is shorter than the single one',
    RUNS,
  ),
  ...accept(['extra'], ['count'], 'the runner toolkit declares it; the recording is a fixture', /oidc-token/),
  ...accept(['extra'], ['description'], 'labels have one; this older delivery has not', /issue_comment/),
  ...accept(
    ['null'],
    ['description', 'language', 'homepage', 'mirror_url', 'license', 'milestone', 'active_lock_reason'],
    'nothing in this world sets it, and GitHub gives null for what is not set',
  ),
  ...accept(
    ['null'],
    ['closed_by', 'state_reason'],
    'an open issue has neither; the example has both',
    /issue/,
  ),
  ...accept(['value'], ['closed_at'], 'the example says closed by someone, at no time', /issue/),
  ...accept(
    ['null'],
    ['mergeable', 'rebaseable'],
    'a merged pull request is not tested; the example is merged and open',
    /pull-get/,
  ),
  ...accept(['null'], ['previous_attempt_url'], 'the run had one attempt', RUNS),
  ...accept(['value'], ['assignee'], 'this pull request has assignees, the recorded one none', PULL),
  ...accept(
    ['empty'],
    ['requested_reviewers', 'requested_teams'],
    'review requests are not part of this world',
    PULL,
  ),
  ...accept(
    ['empty'],
    ['labels', 'assignees'],
    'this pull request has none, the recorded one has some',
    /pull_request-closed/,
  ),
  ...accept(['empty'], ['topics'], 'repositories of this world have none', /pull-get/),
  ...accept(
    ['empty'],
    ['referenced_workflows'],
    'the runner does not report which reusable workflows it read',
    RUNS,
  ),
  ...accept(['empty'], ['steps'], 'the runner reports jobs, not their steps', /jobs-list/),
  ...accept(['empty'], ['added'], 'the pushed merge commit adds nothing of its own', /push/),
  ...accept(
    ['missing'],
    ['installation'],
    'part of an app’s webhook; a workflow’s event file has none',
    /pull_request/,
  ),
  ...accept(
    ['missing'],
    ['git_url', 'ssh_url'],
    'runs carry the short form of a repository; head_repository shows it',
    RUNS,
  ),
  ...accept(
    ['missing'],
    ['permissions', 'temp_clone_token'],
    'head and base of a pull request lack them in events and lists',
    /pull-get/,
  ),
  ...accept(
    ['missing', 'extra'],
    ['single_file', 'pull_requests', 'checks', 'actions'],
    'the app of the example is not GitHub Actions',
    /check-runs/,
  ),
  ...accept(
    ['missing'],
    ['pull_request'],
    'the example shows an issue that is a pull request as the answer to creating one',
    /issue-create/,
  ),
  ...accept(
    ['type'],
    ['url', 'repos_url', 'events_url'],
    'the example shows the app’s owner in the form of an organisation',
    /check-runs/,
  ),
  ...accept(['type'], ['details_url'], 'the example points to another service', /check-runs/),
  ...accept(
    ['type'],
    ['html_url'],
    'a bot’s page is that of its app; a job’s page has moved; a pull request’s issue shows its page',
    /issue|jobs/,
  ),
  ...accept(['type'], ['compare'], 'the recorded push is of a tag', /push/),
  ...accept(
    ['type'],
    ['svn_url'],
    'deliveries give the page’s address, the example one of svn.github.com',
    /pull-get/,
  ),
];

/** Recordings that nothing here answers with. */
export const NOT_SERVED: Readonly<Record<string, string>> = {
  'branch-protection.json':
    'branch protection has no API here; `protectedBranches` of the repository is set directly',
  'ruleset-get.json': 'rulesets are not part of this world',
  'oidc-sub-customization-org.json': 'the subject is chosen by repository only',
  'issue-get--pinned_comment.json': 'comments cannot be pinned here',
  'event-deployment-created.json': 'a webhook; no workflow here runs on it',
  'event-issues-opened.json': 'a webhook; no workflow here runs on it',
  'event-workflow_job-completed.json': 'a webhook that no workflow can run on',
  'event-workflow_job-in_progress.json': 'a webhook that no workflow can run on',
  'event-workflow_job-queued.json': 'a webhook that no workflow can run on',
  'event-workflow_job-waiting.json': 'a webhook that no workflow can run on',
  'event-workflow_run-requested.json': 'a webhook; no workflow here runs on it',
};
