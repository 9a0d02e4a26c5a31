/** Users, organisations, apps and repositories as GitHub's API and events show them. */
import type { JsonObject } from '../runner/host.ts';
import { ACTIONS_APP_ID, type GitHubUrls } from './github.ts';
import { nodeId } from './github-ids.ts';
import type { GitHubUser, RepositoryRecord } from './github-types.ts';

export function avatarUrl(urls: GitHubUrls, user: GitHubUser): string {
  return `${urls.serverUrl}/avatars/u/${user.id}?v=4`;
}

/** A person's page; of a bot that of its app. */
export function userPageUrl(urls: GitHubUrls, user: GitHubUser): string {
  const page = user.type === 'Bot' ? `apps/${user.login.replace('[bot]', '')}` : user.login;
  return `${urls.serverUrl}/${page}`;
}

/** A user, bot or organisation in the short form that other objects carry. */
export function userJson(urls: GitHubUrls, user: GitHubUser): JsonObject {
  const login = encodeURIComponent(user.login);
  const url = `${urls.apiUrl}/users/${login}`;
  return {
    login: user.login,
    id: user.id,
    node_id: user.nodeId,
    avatar_url: avatarUrl(urls, user),
    gravatar_id: '',
    url,
    html_url: userPageUrl(urls, user),
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: user.type,
    site_admin: false,
  };
}

/** The organisation of an event. */
export function organizationJson(urls: GitHubUrls, user: GitHubUser): JsonObject {
  const url = `${urls.apiUrl}/orgs/${user.login}`;
  return {
    login: user.login,
    id: user.id,
    node_id: user.nodeId,
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: avatarUrl(urls, user),
    description: null,
  };
}

/** The app behind every GITHUB_TOKEN, as comments and check runs name it. */
export function actionsAppJson(urls: GitHubUrls): JsonObject {
  return {
    id: ACTIONS_APP_ID,
    slug: 'github-actions',
    node_id: 'MDM6QXBwMTUzNjg=',
    owner: userJson(urls, {
      id: 9919,
      nodeId: 'MDEyOk9yZ2FuaXphdGlvbjk5MTk=',
      login: 'github',
      type: 'Organization',
    }),
    name: 'GitHub Actions',
    description: 'Automate your workflow from idea to production',
    external_url: 'https://help.github.com/en/actions',
    html_url: `${urls.serverUrl}/apps/github-actions`,
    created_at: '2018-07-30T09:30:17Z',
    updated_at: '2025-03-07T16:35:00Z',
    permissions: {
      actions: 'write',
      checks: 'write',
      contents: 'write',
      issues: 'write',
      metadata: 'read',
      pull_requests: 'write',
    },
    events: ['check_run', 'issues', 'pull_request', 'push', 'workflow_dispatch'],
  };
}

/** Link templates below a repository's API address, in GitHub's spelling. */
const REPOSITORY_LINKS: Readonly<Record<string, string>> = {
  forks_url: '/forks',
  keys_url: '/keys{/key_id}',
  collaborators_url: '/collaborators{/collaborator}',
  teams_url: '/teams',
  hooks_url: '/hooks',
  issue_events_url: '/issues/events{/number}',
  events_url: '/events',
  assignees_url: '/assignees{/user}',
  branches_url: '/branches{/branch}',
  tags_url: '/tags',
  blobs_url: '/git/blobs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  git_refs_url: '/git/refs{/sha}',
  trees_url: '/git/trees{/sha}',
  statuses_url: '/statuses/{sha}',
  languages_url: '/languages',
  stargazers_url: '/stargazers',
  contributors_url: '/contributors',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  commits_url: '/commits{/sha}',
  git_commits_url: '/git/commits{/sha}',
  comments_url: '/comments{/number}',
  issue_comment_url: '/issues/comments{/number}',
  contents_url: '/contents/{+path}',
  compare_url: '/compare/{base}...{head}',
  merges_url: '/merges',
  archive_url: '/{archive_format}{/ref}',
  downloads_url: '/downloads',
  issues_url: '/issues{/number}',
  pulls_url: '/pulls{/number}',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  labels_url: '/labels{/name}',
  releases_url: '/releases{/id}',
  deployments_url: '/deployments',
};

export function repositoryApiUrl(urls: GitHubUrls, repository: RepositoryRecord): string {
  return `${urls.apiUrl}/repos/${repository.fullName}`;
}

export function repositoryPageUrl(urls: GitHubUrls, repository: RepositoryRecord): string {
  return `${urls.serverUrl}/${repository.fullName}`;
}

/** The repository as runs and events of runs carry it. */
export function minimalRepositoryJson(urls: GitHubUrls, repository: RepositoryRecord): JsonObject {
  const url = repositoryApiUrl(urls, repository);
  const links = Object.fromEntries(
    Object.entries(REPOSITORY_LINKS).map(([name, path]) => [name, url + path]),
  );
  return {
    id: repository.id,
    node_id: nodeId('R', repository.id),
    name: repository.name,
    full_name: repository.fullName,
    private: repository.isPrivate,
    owner: userJson(urls, repository.owner),
    html_url: repositoryPageUrl(urls, repository),
    description: null,
    fork: repository.parent !== undefined,
    url,
    ...links,
  };
}

/** The repository as pull requests and events carry it. */
export function repositoryJson(urls: GitHubUrls, repository: RepositoryRecord): JsonObject {
  const page = repositoryPageUrl(urls, repository);
  return {
    ...minimalRepositoryJson(urls, repository),
    created_at: repository.createdAt,
    updated_at: repository.pushedAt,
    pushed_at: repository.pushedAt,
    git_url: `${page.replace(/^https?:/, 'git:')}.git`,
    ssh_url: `git@${new URL(urls.serverUrl).hostname}:${repository.fullName}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    ...settingsAndCounts(repository),
  };
}

function settingsAndCounts(repository: RepositoryRecord): JsonObject {
  const open = [...repository.issues.values()].filter((issue) => issue.state === 'open').length;
  return {
    homepage: null,
    size: 0,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    has_issues: true,
    has_projects: true,
    has_downloads: true,
    has_wiki: true,
    has_pages: false,
    has_discussions: false,
    forks_count: 0,
    mirror_url: null,
    archived: false,
    disabled: false,
    open_issues_count: open,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    custom_properties: {},
    topics: [],
    visibility: repository.isPrivate ? 'private' : 'public',
    forks: 0,
    open_issues: open,
    watchers: 0,
    default_branch: repository.defaultBranch,
  };
}

/** What a pull request's head and base show of their repository, beyond the plain repository. */
export function pullRepositoryJson(urls: GitHubUrls, repository: RepositoryRecord): JsonObject {
  return {
    ...repositoryJson(urls, repository),
    allow_squash_merge: true,
    allow_merge_commit: true,
    allow_rebase_merge: true,
    delete_branch_on_merge: false,
  };
}
