import { marked } from 'marked';

/** One state of the comment, as it stood after a push. */
export interface CommentVersion {
  readonly title: string;
  readonly markdown: string;
}

const STYLE = `
  :root { color-scheme: light dark; --edge: light-dark(#d1d9e0, #3d444d); --quiet: light-dark(#59636e, #9198a1); }
  body { font: 15px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; margin: 2rem auto;
    max-width: 60rem; padding: 0 1rem; background: light-dark(#f6f8fa, #010409); color: light-dark(#1f2328, #f0f6fc); }
  article { border: 1px solid var(--edge); border-radius: 6px; margin: 0 0 2rem; background: light-dark(#fff, #0d1117); }
  article > header { border-bottom: 1px solid var(--edge); padding: .5rem 1rem; color: var(--quiet); }
  article > div { padding: .5rem 1rem 1rem; overflow-wrap: anywhere; }
  table { border-collapse: collapse; display: block; overflow-x: auto; }
  th, td { border: 1px solid var(--edge); padding: .3rem .8rem; }
  code, pre { font: 13px/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    background: light-dark(#f6f8fa, #151b23); border-radius: 6px; }
  h2 code, h3 code { font-size: inherit; }
  code { padding: .15em .35em; } pre { padding: 1rem; overflow-x: auto; } pre code { padding: 0; }
  blockquote { border-left: .25rem solid var(--edge); color: var(--quiet); margin: 0 0 1rem; padding: 0 1rem; }
  summary { cursor: pointer; }
`;

/**
 * One HTML file that shows each version of the comment close to how GitHub would. It loads nothing and runs nothing:
 * its own policy forbids scripts, so that text from a plan cannot become code in the reader's browser.
 */
export function commentPage(title: string, versions: readonly CommentVersion[]): string {
  const articles = versions.map(
    (version) =>
      `<article><header>${escapeHtml(version.title)}</header>\n<div>\n${marked.parse(version.markdown, { async: false })}</div></article>`,
  );
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<h1>${escapeHtml(title)}</h1>`,
    ...articles,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
