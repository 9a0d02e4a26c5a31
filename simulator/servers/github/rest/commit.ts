/** Commits as GitHub's API shows them. */
import type { JsonObject } from '../../../runner/host.ts';
import { repositoryApiUrl, repositoryPageUrl, userJson } from '../../../world/github-json.ts';
import type { RepositoryCall } from '../http.ts';

const UNSIGNED = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };

/** A commit as the API shows it; users are known by the address their commits carry. */
export async function commitJson(call: RepositoryCall, sha: string): Promise<JsonObject> {
  const format = '%T%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B';
  const text = await call.repository.git.text(['show', '--no-patch', `--format=${format}`, sha]);
  const [tree = '', parents = '', an = '', ae = '', ad = '', cn = '', ce = '', cd = '', message = ''] =
    text.split('\0');
  const api = repositoryApiUrl(call.state.urls, call.repository);
  const page = repositoryPageUrl(call.state.urls, call.repository);
  const account = (name: string) => {
    const known = call.state.users.get(name.toLowerCase());
    return known === undefined ? null : userJson(call.state.urls, known);
  };
  const commitLinks = (id: string) => ({ url: `${api}/commits/${id}`, html_url: `${page}/commit/${id}` });
  return {
    sha,
    node_id: Buffer.from(`06:Commit${call.repository.id}:${sha}`).toString('base64'),
    commit: {
      author: { name: an, email: ae, date: ad },
      committer: { name: cn, email: ce, date: cd },
      message: message.trimEnd(),
      tree: { sha: tree, url: `${api}/git/trees/${tree}` },
      url: `${api}/git/commits/${sha}`,
      comment_count: 0,
      verification: UNSIGNED,
    },
    ...commitLinks(sha),
    comments_url: `${api}/commits/${sha}/comments`,
    author: account(an),
    committer: account(cn),
    parents: parents
      .split(' ')
      .filter(Boolean)
      .map((parent) => ({ sha: parent, ...commitLinks(parent) })),
  };
}
