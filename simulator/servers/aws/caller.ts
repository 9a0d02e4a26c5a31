import type { PlainRequest } from '../listen.ts';

/** Who signed a request, and for where. Signatures are not verified: the simulated accounts have no secrets. */
export interface AwsCaller {
  readonly accessKeyId: string;
  readonly region: string;
}

const SIGNED = /^AWS4-HMAC-SHA256 Credential=([^/,]+)\/\d{8}\/([^/,]+)\/([a-z0-9-]+)\/aws4_request,/;

/** The caller of a request signed for this service; undefined for any other. */
export function callerOf(request: PlainRequest, service: string): AwsCaller | undefined {
  const match = SIGNED.exec(request.headers['authorization'] ?? '');
  const [, accessKeyId, region, given] = match ?? [];
  if (accessKeyId === undefined || region === undefined || given !== service) return undefined;
  return { accessKeyId, region };
}
