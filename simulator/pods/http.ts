/** What the web servers of pods, the API server and kubelet answer. */
import { STATUS_CODES } from 'node:http';
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
      const text = url.searchParams.get('msg') ?? (body.startsWith('msg=') ? body.slice('msg='.length) : '');
      return { status: code === null ? 200 : Number(code), body: text };
    }
    default:
      return { status: 404, body: '404 page not found\n' };
  }
}

/** The answer to a request as it is sent over a connection, as text; empty for what is no request. */
export function rawAnswer(contact: Extract<Contact, { kind: 'open' }>, request: string): string {
  const [, target] = /^(?:GET|POST|PUT) (\S+) HTTP\/1\.[01]\r?\n/.exec(request) ?? [];
  if (target === undefined) return '';
  const [, body = ''] = /\r?\n\r?\n([^]*)$/.exec(request) ?? [];
  const answer = httpAnswer(contact, target, body);
  const phrase = STATUS_CODES[answer.status] ?? '';
  return `HTTP/1.1 ${answer.status} ${phrase}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(answer.body)}\r\nConnection: close\r\n\r\n${answer.body}`;
}
