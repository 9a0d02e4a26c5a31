import { request } from 'node:https';
import {
  type CloudOptions,
  type SimulatedClouds,
  startSimulatedClouds,
} from '#tests/support/simulated-clouds.js';
import { type CreatedLink, createLink, type LinkOptions } from '#tests/support/simulated-link.js';

/** Clouds with one link and nothing else. */
export interface LinkClouds extends SimulatedClouds {
  readonly link: CreatedLink;
}

/** Starts clouds with links in them; operations of Azure take one look and no time. */
export async function startLinkClouds(
  options: LinkOptions = {},
  clouds: CloudOptions = {},
): Promise<LinkClouds> {
  const started = await startSimulatedClouds({ retryAfter: null, ...clouds, objects: [] });
  const [link] = createLink(started.world, options);
  if (link === undefined) throw new Error('no link was made');
  return { ...started, link };
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** One request to Azure Resource Manager with a good token. */
export function callArm(clouds: SimulatedClouds, method: 'GET' | 'POST', url: string): Promise<Answer> {
  const headers = { authorization: `Bearer ${clouds.login.issue()}` };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, ca: clouds.ca }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(parts).toString('utf8'),
        }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** The address of something of the first link in Microsoft.Network. */
export function armUrl({ arm, subscriptionId, link }: LinkClouds, path: string, query = ''): string {
  const group = `/subscriptions/${subscriptionId}/resourceGroups/${link.group}`;
  return `${arm.url}${group}/providers/Microsoft.Network/${path}?${query}api-version=2026-01-01`;
}

/** What an operation ends with, asked as often as it takes up to ten times. */
export async function operate(clouds: LinkClouds, path: string, query = ''): Promise<unknown> {
  const started = await callArm(clouds, 'POST', armUrl(clouds, path, query));
  if (started.status !== 202) throw new Error(`${path} was answered ${started.status}: ${started.text}`);
  const location = String(started.headers['location']);
  for (let look = 0; look < 10; look += 1) {
    const { status, text } = await callArm(clouds, 'GET', location);
    if (status !== 202) return JSON.parse(text);
  }
  throw new Error(`${path} did not end`);
}
