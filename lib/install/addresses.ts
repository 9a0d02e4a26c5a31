import { installErrors } from './errors.ts';

/** An address for messages: without credentials and query, which may hold tokens. */
export function displayUrl(url: string | URL): string {
  const { protocol, host, pathname } = typeof url === 'string' ? new URL(url) : url;
  return `${protocol}//${host}${pathname}`;
}

/**
 * Where a redirect leads: from HTTPS to HTTPS on any host, otherwise on the same host and port only and never back to
 * plain HTTP. EHA1413 for anything else.
 */
export function followRedirect(from: URL, location: string | undefined): URL {
  if (location === undefined || !URL.canParse(location, from.href)) {
    throw installErrors.EHA1413(`${displayUrl(from)} redirects without an address.`);
  }
  const to = new URL(location, from);
  const secure = from.protocol === 'https:' && to.protocol === 'https:';
  if (secure || (to.protocol === from.protocol && to.host === from.host)) return to;
  throw installErrors.EHA1413(`${displayUrl(from)} redirects to ${to.protocol}//${to.host}.`);
}
