import { WorkflowError } from '../errors.ts';
import { isObject, textOfValue } from '../expressions/values.ts';
import type { Json, JsonObject } from '../host.ts';
import type { DoubleContext } from './double.ts';

/**
 * Fetches the job's OIDC token as @actions/core does and checks the claims that every cloud checks: audience and
 * subject. Rejects when the job may not ask or the answer is not usable.
 */
export async function fetchIdToken(context: DoubleContext, audience: string): Promise<string> {
  const url = context.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
  const token = context.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
  if (url === undefined || token === undefined) {
    throw new WorkflowError('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
  }
  const address = `${url}${url.includes('?') ? '&' : '?'}audience=${encodeURIComponent(audience)}`;
  const response = await fetch(address, {
    headers: { authorization: `Bearer ${token}`, accept: 'application/json; api-version=2.0' },
    signal: context.signal,
  });
  if (!response.ok)
    throw new WorkflowError(
      `Failed to get ID Token. Error Code : ${response.status} Error Message: ${response.statusText}`,
    );
  const body = parse(await response.text());
  const value = body?.['value'];
  if (typeof value !== 'string') throw new WorkflowError('Response json body do not have ID Token field');
  context.mask(value);
  checkClaims(value, audience);
  return value;
}

function checkClaims(token: string, audience: string): void {
  const claims = parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  if (claims === undefined) throw new WorkflowError('The ID token is not a JSON Web Token');
  const { aud, sub } = claims;
  if (aud !== audience)
    throw new WorkflowError(`Incorrect token audience: asked for ${audience}, got ${textOfValue(aud)}`);
  if (typeof sub !== 'string' || sub === '') throw new WorkflowError('The ID token has no subject');
}

function parse(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
