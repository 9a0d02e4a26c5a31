import type { PolicyFact } from './policy-facts.ts';

/** What a pull request's configuration may bring. Empty lists allow everything of their kind. */
export interface Policy {
  /** Provider addresses such as `hashicorp/aws` or `example.com/acme/x`; a last segment `*` allows a namespace. */
  readonly providers: readonly string[];
  /** Beginnings of module sources, such as `git::https://github.com/acme/`; local modules are always allowed. */
  readonly moduleSources: readonly string[];
  readonly provisioners: boolean;
  readonly external: boolean;
}

export interface Violation {
  readonly file: string;
  readonly line: number;
  /** A sentence that names what is not allowed. */
  readonly message: string;
}

/**
 * What in the configuration the policy does not allow. It is checked before `init`, because init already downloads
 * providers and modules, and planning runs them beside a cloud identity. What cannot be read is not allowed: a policy
 * that looks away from what it does not understand would be none.
 */
export function violations(facts: readonly PolicyFact[], policy: Policy): readonly Violation[] {
  const found = facts.flatMap((fact) => {
    const message = refusal(fact, policy);
    return message === undefined ? [] : [{ file: fact.file, line: fact.line, message }];
  });
  const seen = new Set<string>();
  return found.filter(({ file, message }) => {
    const key = `${file}\n${message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function refusal({ kind, what }: PolicyFact, policy: Policy): string | undefined {
  switch (kind) {
    case 'provider':
      return allowsProvider(policy, what)
        ? undefined
        : `the provider ${what} is not on the list of allowed providers`;
    case 'module':
      return allowsModule(policy, what)
        ? undefined
        : `the module source ${what} is not on the list of allowed sources`;
    case 'provisioner':
      return policy.provisioners ? undefined : `the provisioner ${what} runs commands during apply`;
    case 'external':
      return policy.external ? undefined : `${what} runs a program during plan`;
    case 'unreadable':
      return isOpen(policy) ? undefined : `the file cannot be checked: ${what}`;
  }
}

function allowsProvider({ providers }: Policy, address: string): boolean {
  if (providers.length === 0) return true;
  return providers.some((allowed) => {
    const lower = allowed.toLowerCase();
    return lower.endsWith('/*') ? address.startsWith(lower.slice(0, -1)) : address === lower;
  });
}

/**
 * A source after `//` and `?` only selects within what the beginning names, so beginnings are compared: whole segments,
 * so that `…/acme` does not allow `…/acme-evil`. With `..` a source means another place than its beginning says.
 */
function allowsModule({ moduleSources }: Policy, source: string): boolean {
  if (moduleSources.length === 0) return true;
  if (/(^|[/\\])(\.|%2e){2}([/\\?]|$)/i.test(source)) return false;
  return moduleSources.some(
    (allowed) =>
      source.startsWith(allowed) &&
      (/[/:=]$/.test(allowed) || /^([/?]|$)/.test(source.slice(allowed.length))),
  );
}

function isOpen(policy: Policy): boolean {
  return (
    policy.providers.length === 0 &&
    policy.moduleSources.length === 0 &&
    policy.provisioners &&
    policy.external
  );
}
