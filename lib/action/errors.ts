/** Whose fault it is: the user's input, a service that failed, or this program. The log reads differently for each. */
export type ErrorKind = 'user' | 'service' | 'internal';

export interface ErrorDefinition {
  readonly kind: ErrorKind;
  /** One line, no values in it; heading of the entry in docs/errors.md. */
  readonly title: string;
  readonly likelyCause: string;
  readonly remedy: string;
}

export type ErrorCode = `EHA${number}`;

const DOCUMENTATION = 'https://github.com/eks-hybrid-actions/eks-hybrid-actions/blob/main/docs/errors.md';

/** A failure with a stable code. Anything else that is thrown is reported as EHA1000, an internal fault. */
export class ActionError extends Error {
  readonly code: ErrorCode;
  readonly definition: ErrorDefinition;
  /** Overrides the definition's remedy where the place of failure knows better. */
  readonly remedy: string;
  /** A `post` step only warns of errors, because the job's result stands by then, except of those that set this. */
  readonly failsPost: boolean;

  constructor(code: ErrorCode, definition: ErrorDefinition, what: string, options: ActionErrorOptions = {}) {
    super(what, { cause: options.cause });
    this.name = 'ActionError';
    this.code = code;
    this.definition = definition;
    this.remedy = options.remedy ?? definition.remedy;
    this.failsPost = options.failsPost ?? false;
  }

  /** Link to the entry of this code. */
  get documentation(): string {
    return `${DOCUMENTATION}#${this.code.toLowerCase()}`;
  }
}

export interface ActionErrorOptions {
  readonly cause?: unknown;
  readonly remedy?: string;
  /** Something outlives the job that must not (a credential, a lock): the `post` step fails instead of warning. */
  readonly failsPost?: boolean;
}

export type ErrorFactory = (what: string, options?: ActionErrorOptions) => ActionError;

/**
 * Turns a subject's table of errors into one factory per code: `throw terraformErrors.EHA1203('…')`.
 * Each subject keeps its table in `lib/<subject>/errors.ts` (this folder's own is `action-errors.ts`); a test
 * compares all tables with docs/errors.md.
 */
export function defineErrors<const T extends Readonly<Record<ErrorCode, ErrorDefinition>>>(
  definitions: T,
): { readonly [Code in keyof T]: ErrorFactory } & { readonly definitions: T } {
  const factories: Record<string, ErrorFactory> = {};
  for (const [code, definition] of Object.entries(definitions)) {
    factories[code] = (what, options) => new ActionError(code as ErrorCode, definition, what, options);
  }
  return { ...(factories as { [Code in keyof T]: ErrorFactory }), definitions };
}
