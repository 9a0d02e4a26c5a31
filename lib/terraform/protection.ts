import { ActionError } from '../action/errors.ts';
import type { ActionDeps, AnnotationPlace, Logger } from '../action/types.ts';
import { createRedactor } from './redact.ts';
import { SecretCollector } from './secrets.ts';
import { secretsBeforePlan } from './sensitive-variables.ts';

/** More masks than this slow down every line of the job's log; the texts themselves are redacted without them. */
const MOST_MASKS = 200;
/** A plain word as a secret would blank out words in the logs of all later steps. */
const PLAIN_WORD = /^[A-Za-z][A-Za-z _.-]{0,15}$/;
const SHORTEST_MASKED = 8;

/** Where secrets are known from before there is a plan. */
export interface KnownSecrets {
  /** Of the stack, absolute. */
  readonly directory: string;
  /** Absolute. */
  readonly varFiles: readonly string[];
  /** Values of `TF_VAR_<name>` by name. */
  readonly variables: Readonly<Record<string, string>>;
  /** Secrets that the action was given itself. */
  readonly given: readonly string[];
}

/**
 * What keeps the secrets of one plan inside the process. Before there is a plan it knows the values of sensitive
 * variables that the environment and the variable files give; afterwards everything that the plan marks.
 */
export class Protection {
  readonly secrets = new SecretCollector();
  #redact: (text: string) => string;

  constructor({ directory, varFiles, variables, given }: KnownSecrets) {
    const known = secretsBeforePlan({ directory, varFiles, environment: variables });
    for (const secret of [...known, ...given]) this.secrets.add(secret);
    this.#redact = createRedactor(this.secrets.secrets());
  }

  /** To be called when the collector has learned more. */
  update(): void {
    this.#redact = createRedactor(this.secrets.secrets());
  }

  /** Collects from a plan; false when the plan cannot be read, so that not all of its secrets are known. */
  async learnFrom(collect: (secrets: SecretCollector) => Promise<boolean>): Promise<boolean> {
    try {
      return await collect(this.secrets);
    } catch (error) {
      if (error instanceof ActionError) return false;
      throw error;
    } finally {
      this.update();
    }
  }

  readonly redact = (text: string): string => this.#redact(text);

  /** A log of which every line and annotation is redacted with what is known when it is written. */
  guard(log: Logger): Logger {
    const place = (at: AnnotationPlace | undefined) =>
      at?.title === undefined ? at : { ...at, title: this.redact(at.title) };
    return {
      info: (message) => log.info(this.redact(message)),
      debug: (message) => log.debug(this.redact(message)),
      notice: (message, at) => log.notice(this.redact(message), place(at)),
      warning: (message, at) => log.warning(this.redact(message), place(at)),
      error: (message, at) => log.error(this.redact(message), place(at)),
      group: (title, work) => log.group(this.redact(title), work),
    };
  }

  /** The same error without secrets, and without its causes, which may quote anything. */
  guardError(error: ActionError): ActionError {
    return new ActionError(error.code, error.definition, this.redact(error.message), {
      remedy: this.redact(error.remedy),
      failsPost: error.failsPost,
    });
  }

  /**
   * Registers the secrets with the runner, for the logs of later steps. Left out are plain words and what is part of
   * `published`, texts that are written as they are: a masked value in them would stop the action from writing.
   */
  mask(deps: Pick<ActionDeps, 'mask'>, published: string): void {
    const maskable = this.secrets
      .secrets()
      .filter(
        (secret) =>
          secret.trim().length >= SHORTEST_MASKED && !PLAIN_WORD.test(secret) && !published.includes(secret),
      );
    for (const secret of maskable.slice(0, MOST_MASKS)) deps.mask(secret);
  }
}
