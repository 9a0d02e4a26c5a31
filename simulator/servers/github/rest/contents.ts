/** Files and trees of a commit over REST. */
import type { JsonObject } from '../../../runner/host.ts';
import { repositoryApiUrl, repositoryPageUrl } from '../../../world/github-json.ts';
import { notFound, type Answer, type RepositoryCall, type RepositoryRoute } from '../http.ts';

/** The contents API gives no content of a file over 1 MB in JSON form. */
const MAX_INLINE = 1024 * 1024;

interface TreeEntry {
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size: number | undefined;
  readonly path: string;
}

async function tree(
  call: RepositoryCall,
  spec: string,
  recursive: boolean,
): Promise<readonly TreeEntry[] | undefined> {
  const args = ['ls-tree', '-z', '--long', ...(recursive ? ['-r', '-t'] : []), spec];
  const answer = await call.repository.git.run(args, { accept: [0, 128] });
  if (answer.code !== 0) return undefined;
  const lines = answer.stdout.toString('utf8').split('\0').filter(Boolean);
  return lines.map((line) => {
    const [facts = '', path = ''] = line.split('\t');
    const [mode = '', type = '', sha = '', size = '-'] = facts.split(/ +/);
    return { mode, type, sha, path, size: size === '-' ? undefined : Number(size) };
  });
}

async function contents(call: RepositoryCall): Promise<Answer> {
  const path = call.params['path'] ?? '';
  const sha = await call.repository.git.resolve(call.query.get('ref') ?? call.repository.defaultBranch);
  if (sha === undefined) throw notFound();
  const file = path === '' ? undefined : await call.repository.git.readFile(sha, path);
  if (file === undefined) return directory(call, sha, path);
  if (/application\/vnd\.github\.(v3\.)?raw/.test(call.accept)) {
    return { status: 200, raw: { content: file, type: 'application/vnd.github.raw+json; charset=utf-8' } };
  }
  const blob = await call.repository.git.text(['rev-parse', `${sha}:${path}`]);
  const inline = file.length <= MAX_INLINE;
  const content = inline ? file.toString('base64').replaceAll(/(.{60})/g, '$1\n') : '';
  const entry = { mode: '100644', type: 'blob', sha: blob, size: file.length, path };
  return {
    status: 200,
    body: { ...entryJson(call, sha, entry, path), content, encoding: inline ? 'base64' : 'none' },
  };
}

async function directory(call: RepositoryCall, sha: string, path: string): Promise<Answer> {
  const entries = await tree(call, `${sha}:${path}`, false);
  if (entries === undefined) throw notFound();
  const prefix = path === '' ? '' : `${path}/`;
  return { status: 200, body: entries.map((entry) => entryJson(call, sha, entry, `${prefix}${entry.path}`)) };
}

function entryJson(call: RepositoryCall, commit: string, entry: TreeEntry, path: string): JsonObject {
  const api = repositoryApiUrl(call.state.urls, call.repository);
  const page = repositoryPageUrl(call.state.urls, call.repository);
  const isFile = entry.type === 'blob';
  const ref = call.query.get('ref') ?? call.repository.defaultBranch;
  const self = `${api}/contents/${path}?ref=${ref}`;
  const git = `${api}/git/${isFile ? 'blobs' : 'trees'}/${entry.sha}`;
  const html = `${page}/${isFile ? 'blob' : 'tree'}/${ref}/${path}`;
  return {
    name: path.split('/').at(-1) ?? path,
    path,
    sha: entry.sha,
    size: entry.size ?? 0,
    url: self,
    html_url: html,
    git_url: git,
    download_url: isFile ? `${page}/raw/${commit}/${path}` : null,
    type: isFile ? 'file' : 'dir',
    _links: { self, git, html },
  };
}

export const CONTENT_ROUTES: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    pattern: '/contents/{path*}',
    docs: 'repos/contents#get-repository-content',
    needs: ['contents=read'],
    handle: contents,
  },
  {
    method: 'GET',
    pattern: '/contents',
    docs: 'repos/contents#get-repository-content',
    needs: ['contents=read'],
    handle: contents,
  },
  {
    method: 'GET',
    pattern: '/git/trees/{sha*}',
    docs: 'git/trees#get-a-tree',
    needs: ['contents=read'],
    handle: async (call) => {
      const name = call.params['sha'] ?? '';
      const spec = (await call.repository.git.resolve(name)) ?? name;
      const entries = /^[0-9a-f]{40}$/.test(spec)
        ? await tree(call, spec, call.query.get('recursive') !== null)
        : undefined;
      if (entries === undefined) throw notFound();
      const api = repositoryApiUrl(call.state.urls, call.repository);
      const shown = entries.map(({ path, mode, type, sha, size }) => ({
        path,
        mode,
        type,
        sha,
        ...(size === undefined ? {} : { size }),
        url: `${api}/git/${type === 'blob' ? 'blobs' : 'trees'}/${sha}`,
      }));
      const sha = await call.repository.git.text(['rev-parse', `${spec}^{tree}`]);
      return { status: 200, body: { sha, url: `${api}/git/trees/${sha}`, tree: shown, truncated: false } };
    },
  },
];
