/** Whether a role lets Systems Manager take it on for machines of an account and region. */
export type TrustProblem =
  | { readonly kind: 'none' }
  /** SSM is not trusted, or only for somewhere else. */
  | { readonly kind: 'missing'; readonly sentence: string }
  /** There is a condition that cannot be judged here, or the policy cannot be read. */
  | { readonly kind: 'unknown'; readonly sentence: string };

export interface TrustPlace {
  /** Undefined when the account is not known. */
  readonly account: string | undefined;
  readonly region: string;
}

interface Statement {
  readonly Effect?: string;
  readonly Principal?: string | Readonly<Record<string, string | readonly string[]>>;
  readonly Action?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

const SERVICE = 'ssm.amazonaws.com';

/** Reads the trust policy (JSON) of a role. Only what is understood is called good. */
export function trustProblem(policy: string, place: TrustPlace): TrustProblem {
  let statements: readonly Statement[];
  try {
    const { Statement: found } = JSON.parse(policy) as { Statement?: Statement | readonly Statement[] };
    statements = found === undefined ? [] : [found].flat();
  } catch {
    return { kind: 'unknown', sentence: 'The trust policy of the role is no JSON' };
  }
  if (statements.some((statement) => statement.Effect === 'Deny')) {
    return { kind: 'unknown', sentence: 'The trust policy of the role has a Deny, which is not judged' };
  }
  const matching = statements.filter(trustsService);
  if (matching.length === 0) {
    return { kind: 'missing', sentence: `The role does not trust ${SERVICE} with sts:AssumeRole` };
  }
  const verdicts = matching.map((statement) => judgeConditions(statement, place));
  const missing: TrustProblem = {
    kind: 'missing',
    sentence: 'The role trusts Systems Manager for another account or region only',
  };
  return (
    verdicts.find(({ kind }) => kind === 'none') ?? verdicts.find(({ kind }) => kind === 'unknown') ?? missing
  );
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : [value].flat();
}

function trustsService({ Effect, Principal, Action }: Statement): boolean {
  const services = typeof Principal === 'object' ? listOf(Principal['Service']) : [];
  const actions = listOf(Action);
  return (
    Effect === 'Allow' &&
    services.includes(SERVICE) &&
    actions.some((action) => ['sts:AssumeRole', 'sts:*', '*'].includes(action))
  );
}

/** Operators under which the two usual keys are written; case of keys does not matter to IAM. */
const OPERATORS = /^(?:String|Arn)(?:Equals|Like)$/;

function judgeConditions({ Condition: condition = {} }: Statement, place: TrustPlace): TrustProblem {
  for (const [operator, keys] of Object.entries(condition)) {
    for (const [key, wanted] of Object.entries(keys)) {
      const value = valueOf(key.toLowerCase(), place);
      if (value === undefined || !OPERATORS.test(operator)) {
        const sentence = `The role trusts Systems Manager under a condition on ${key} that is not judged`;
        return { kind: 'unknown', sentence };
      }
      if (!listOf(wanted).some((pattern) => matches(pattern, value))) {
        const sentence = `The role trusts Systems Manager only where ${key} is ${listOf(wanted).join(' or ')}`;
        return { kind: 'missing', sentence };
      }
    }
  }
  return { kind: 'none' };
}

/** What SSM sends for the key; only the parts of the ARN that are known beforehand. */
function valueOf(key: string, { account, region }: TrustPlace): string | undefined {
  if (account === undefined) return undefined;
  if (key === 'aws:sourceaccount') return account;
  return key === 'aws:sourcearn' ? `ssm:${region}:${account}:` : undefined;
}

function matches(pattern: string, value: string): boolean {
  if (!value.startsWith('ssm:')) return pattern === value;
  // `arn:<partition>:ssm:<region>:<account>:*`
  const [, , service = '', region = '', account = ''] = pattern.split(':');
  const wanted = value.split(':');
  return [service, region, account].every((part, index) => glob(part).test(wanted[index] ?? ''));
}

function glob(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`);
}
