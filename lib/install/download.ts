import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { ActionError } from '../action/errors.ts';
import { retry } from '../action/retry.ts';
import { displayUrl, followRedirect } from './addresses.ts';
import { installErrors } from './errors.ts';
import { answerError, connectionError, TransferError } from './transfer-error.ts';
import type { Access, Limits } from './types.ts';

const MIB = 1024 * 1024;
const SECOND = 1000;

/** An archive has about 30 MB and its executable 90; the list of all versions of Terraform some 3 MB. */
export const DEFAULT_LIMITS: Limits = {
  answerMs: 30 * SECOND,
  idleMs: 30 * SECOND,
  attemptMs: 180 * SECOND,
  sumsBytes: MIB,
  signatureBytes: 64 * 1024,
  indexBytes: 32 * MIB,
  archiveBytes: 512 * MIB,
  binaryBytes: 1024 * MIB,
};

const ATTEMPTS = 4;
/** All attempts at one file of one mirror. */
const DEADLINE_MS = 300 * SECOND;
const MAX_REDIRECTS = 5;

/**
 * Gets files over HTTP: bounded in time and size, retried, through the job's proxy, over connections that are kept
 * until `close`. Throws TransferError for a failure that is not to be repeated, EHA1010 when repeating did not help,
 * and the refusals EHA1413 (redirect) and EHA1414 (size) at once.
 */
export class Downloader {
  readonly limits: Limits;
  readonly #access: Access;
  readonly #http: HttpAgent;
  readonly #https: HttpsAgent;

  constructor(access: Access) {
    this.#access = access;
    this.limits = { ...DEFAULT_LIMITS, ...access.limits };
    const options = { keepAlive: true, ...(access.proxy === undefined ? {} : { proxyEnv: access.proxy }) };
    this.#http = new HttpAgent(options);
    this.#https = new HttpsAgent(options);
  }

  /** A small file as a whole. */
  async bytes(url: string, maximumBytes: number, signal: AbortSignal): Promise<Buffer> {
    return this.stream(url, maximumBytes, signal, async (chunks) => {
      const pieces: Uint8Array[] = [];
      for await (const chunk of chunks) pieces.push(chunk);
      return Buffer.concat(pieces);
    });
  }

  /**
   * Hands the file to `consume` while it arrives. An attempt that breaks off is repeated from the start: `consume` is
   * called again and has to forget what it had.
   */
  async stream<T>(
    url: string,
    maximumBytes: number,
    signal: AbortSignal,
    consume: (chunks: AsyncIterable<Uint8Array>, attempt: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const { clock, log } = this.#access;
    const attempt = async () => {
      const time = AbortSignal.timeout(this.limits.attemptMs);
      const attemptSignal = AbortSignal.any([signal, time]);
      try {
        return await this.#once(new URL(url), maximumBytes, attemptSignal, consume);
      } catch (error) {
        if (time.aborted && !signal.aborted) {
          throw new TransferError(`${displayUrl(url)} took longer than ${this.limits.attemptMs} ms`, {
            mayPass: true,
            cause: error,
          });
        }
        throw error;
      }
    };
    return retry(`Download of ${displayUrl(url)}`, attempt, {
      clock,
      log,
      signal,
      attempts: ATTEMPTS,
      deadlineMs: DEADLINE_MS,
      isRetryable: (error) => error instanceof TransferError && error.mayPass,
      retryAfterMs: (error) => (error instanceof TransferError ? error.retryAfterMs : undefined),
    });
  }

  /** Ends idle connections, which would keep the process from ending. */
  close(): void {
    this.#http.destroy();
    this.#https.destroy();
  }

  async #once<T>(
    url: URL,
    maximumBytes: number,
    signal: AbortSignal,
    consume: (chunks: AsyncIterable<Uint8Array>, attempt: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const response = await this.#open(url, signal);
    try {
      const named = Number(response.headers['content-length']);
      if (named > maximumBytes) throw tooLarge(url, maximumBytes);
      return await consume(bounded(response, url, maximumBytes), signal);
    } catch (error) {
      // A stream that broke tells why better than the reader that missed the rest.
      if (response.errored !== null && !(error instanceof ActionError)) {
        throw error instanceof TransferError ? error : connectionError(displayUrl(url), response.errored);
      }
      throw error;
    } finally {
      response.destroy();
    }
  }

  /** The answer 200, redirects followed. */
  async #open(start: URL, signal: AbortSignal): Promise<IncomingMessage> {
    let url = start;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const response = await this.#request(url, signal);
      const status = response.statusCode ?? 0;
      if (status === 200) return response;
      response.destroy();
      if (![301, 302, 303, 307, 308].includes(status)) {
        const now = this.#access.clock.now();
        throw answerError(displayUrl(url), status, response.headers['retry-after'], now);
      }
      url = followRedirect(url, response.headers.location);
    }
    throw installErrors.EHA1413(`${displayUrl(start)} redirects more than ${MAX_REDIRECTS} times.`);
  }

  #request(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
    const { answerMs, idleMs } = this.limits;
    return new Promise((resolve, reject) => {
      const options = { headers: { 'user-agent': 'eks-hybrid-actions', accept: '*/*' }, signal };
      const request =
        url.protocol === 'https:'
          ? httpsRequest(url, { ...options, agent: this.#https })
          : httpRequest(url, { ...options, agent: this.#http });
      const answer = setTimeout(() => {
        request.destroy(new Error(`no answer for ${answerMs} ms`));
      }, answerMs);
      request.once('response', (response) => {
        clearTimeout(answer);
        // On the response: destroying the request would tell its reader no more than that it broke off.
        request.setTimeout(idleMs, () => response.destroy(new Error(`no data for ${idleMs} ms`)));
        resolve(response);
      });
      request.on('error', (error) => {
        clearTimeout(answer);
        reject(connectionError(displayUrl(url), error));
      });
      request.end();
    });
  }
}

function tooLarge(url: URL, maximumBytes: number): ActionError {
  return installErrors.EHA1414(`${displayUrl(url)} has more than ${maximumBytes} bytes.`);
}

/** The body's chunks, counted; a connection that breaks off becomes a TransferError. */
async function* bounded(
  response: IncomingMessage,
  url: URL,
  maximumBytes: number,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const chunk of response as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > maximumBytes) throw tooLarge(url, maximumBytes);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof ActionError
      ? error
      : connectionError(`${displayUrl(url)} after ${bytes} bytes`, error);
  }
}
