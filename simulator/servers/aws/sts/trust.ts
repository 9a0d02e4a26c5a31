/** Whether the trust policy of a role lets the bearer of a web identity token assume it. */

/** Claims of a JSON Web Token. */
export type Claims = Readonly<Record<string, unknown>>;

type OneOrMore = string | readonly string[];

interface Statement {
  readonly Effect?: string;
  readonly Action?: OneOrMore;
  readonly Principal?: { readonly Federated?: OneOrMore };
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, OneOrMore>>>>;
}

const ACTION = 'sts:AssumeRoleWithWebIdentity';

/**
 * Looks at statements that allow it to the token's issuer. Conditions other than `StringEquals` and `StringLike` on
 * claims never hold, so that a policy that is not understood refuses. @param policy JSON of the trust policy
 */
export function trusts(policy: string, claims: Claims): boolean {
  const { Statement: found = [] } = JSON.parse(policy) as {
    Statement?: Statement | readonly Statement[];
  };
  const issuer = String(claims['iss']).replace(/^https:\/\//, '');
  return [found].flat().some((statement) => allows(statement, issuer, claims));
}

function allows(
  { Effect, Action, Principal, Condition = {} }: Statement,
  issuer: string,
  claims: Claims,
): boolean {
  const isNamed = listOf(Principal?.Federated).some((arn) => arn.endsWith(`:oidc-provider/${issuer}`));
  if (Effect !== 'Allow' || !isNamed || !listOf(Action).some((action) => like(action, ACTION))) return false;
  return Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => {
      const claim = key.startsWith(`${issuer}:`) ? claims[key.slice(issuer.length + 1)] : undefined;
      return typeof claim === 'string' && listOf(wanted).some((value) => holds(operator, value, claim));
    }),
  );
}

function holds(operator: string, wanted: string, claim: string): boolean {
  if (operator === 'StringEquals') return wanted === claim;
  return operator === 'StringLike' && like(wanted, claim);
}

function like(pattern: string, value: string): boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(value);
}

function listOf(value: OneOrMore | undefined): readonly string[] {
  return value === undefined ? [] : [value].flat();
}
