/** Access tokens of the simulated Microsoft Entra ID: opaque to their holders, checked by the services of this folder. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { WorldClock } from '../../world/clock.ts';

export interface TokenClaims {
  readonly principalId: string;
  /** Resource the token is for, such as `https://vault.azure.net`. */
  readonly audience: string;
  /** Seconds since 1970. */
  readonly expires: number;
}

/** A managed identity's token lives for a day. */
const LIFETIME_SECONDS = 86_400;

/** Issues and checks tokens; those of another issuer are worth nothing. */
export class TokenIssuer {
  readonly #clock: WorldClock;
  readonly #key = randomBytes(32);

  constructor(clock: WorldClock) {
    this.#clock = clock;
  }

  issue(
    principalId: string,
    audience: string,
    lifetimeSeconds = LIFETIME_SECONDS,
  ): { readonly token: string; readonly claims: TokenClaims } {
    const expires = Math.floor(this.#clock.now().getTime() / 1000) + lifetimeSeconds;
    const claims = { principalId, audience: audience.replace(/\/$/, ''), expires };
    const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
    return { token: `${payload}.${this.#sign(payload)}`, claims };
  }

  /** The claims of a token that is ours and not expired. */
  verify(token: string): TokenClaims | undefined {
    const [payload = '', signature = ''] = token.split('.');
    const wanted = Buffer.from(this.#sign(payload));
    const given = Buffer.from(signature);
    if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) return undefined;
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as TokenClaims;
    return claims.expires * 1000 > this.#clock.now().getTime() ? claims : undefined;
  }

  #sign(payload: string): string {
    return createHmac('sha256', this.#key).update(payload).digest('base64url');
  }
}
