/** What the web servers of pods, the API server and kubelet answer. */
import type { Contact } from './network.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

const DENIED = JSON.stringify({
  kind: 'Status',
  apiVersion: 'v1',
  metadata: {},
  status: 'Failure',
  message: 'Unauthorized',
  reason: 'Unauthorized',
  code: 401,
});

/** The answer to a request for a path; `body` is what was sent. Source: agnhost, `netexec`. */
export function httpAnswer(
  { listener, place, path }: Extract<Contact, { kind: 'open' }>,
  target: string,
  body: string,
): HttpAnswer {
  if (listener === 'api-server') {
    const isPublic = /^\/(?:version|healthz|livez|readyz)/.test(target);
    return isPublic ? { status: 200, body: 'ok' } : { status: 401, body: DENIED };
  }
  if (listener === 'kubelet') return { status: 401, body: 'Unauthorized' };
  const url = new URL(target, 'http://pod.invalid');
  switch (url.pathname) {
    case '/':
      return { status: 200, body: `NOW: ${new Date().toISOString()}` };
    case '/hostname':
    case '/hostName':
      return { status: 200, body: place.name };
    case '/clientip':
      return { status: 200, body: `${path.seenAs}:40000` };
    case '/healthz':
      return { status: 200, body: '' };
    case '/echo': {
      const code = url.searchParams.get('code');
      const text = url.searchParams.get('msg') ?? (/^msg=/.test(body) ? body.slice('msg='.length) : '');
      return { status: code === null ? 200 : Number(code), body: text };
    }
    default:
      return { status: 404, body: '404 page not found\n' };
  }
}
