import { crc32 } from 'node:zlib';
import type { DataSourceRule, ObjectValue } from '../engine/types.ts';
import { blocks, text, texts } from '../tables/values.ts';
import { failed, found } from './answers.ts';

/** Lists are either one string or several, as they were written or as the provider reduces them. */
type OneOrMany = string | readonly string[];
interface Principal {
  readonly type: string;
  readonly identifiers: OneOrMany;
}
interface Condition {
  readonly test: string;
  readonly variable: string;
  readonly values: OneOrMany;
}
interface Statement {
  readonly Sid?: string;
  readonly Effect?: string;
  readonly Action?: OneOrMany;
  readonly NotAction?: OneOrMany;
  readonly Resource?: OneOrMany;
  readonly NotResource?: OneOrMany;
  readonly Principal?: readonly Principal[];
  readonly NotPrincipal?: readonly Principal[];
  readonly Condition?: readonly Condition[];
}
interface Policy {
  readonly version: string;
  readonly id: string;
  readonly statements: readonly Statement[];
}

/** A refusal of the data source, with the provider's text. */
class PolicyError extends Error {}

/** Sets come out in reverse order, a single element as a plain string. */
function reduce(values: readonly string[]): OneOrMany | undefined {
  const [first] = values;
  if (first === undefined) return undefined;
  return values.length === 1 ? first : [...values].sort().reverse();
}

/** `&{…}` stands for `${…}`, which Terraform would interpolate itself. */
function variables(values: readonly string[], version: string, where: string): readonly string[] {
  return values.map((value) => {
    if (!value.includes('&{')) return value;
    if (version === '2008-10-17') {
      throw new PolicyError(
        `reading ${where}: found &{ sequence in (${value}), which is not supported in document version 2008-10-17`,
      );
    }
    return value.replaceAll('&{', '${');
  });
}

function principals(block: ObjectValue, name: string, version: string): readonly Principal[] {
  return blocks(block, name).map((item) => ({
    type: text(item, 'type') ?? '',
    identifiers: reduce(variables(texts(item, 'identifiers'), version, name)) ?? [],
  }));
}

function conditions(block: ObjectValue, version: string): readonly Condition[] {
  return blocks(block, 'condition').map((item) => {
    const values = variables(texts(item, 'values'), version, 'condition');
    return {
      test: text(item, 'test') ?? '',
      variable: text(item, 'variable') ?? '',
      values: values.length === 1 ? (values[0] ?? '') : values,
    };
  });
}

function statementOf(block: ObjectValue, version: string): Statement {
  const part = (key: string, value: unknown) =>
    value === undefined || (Array.isArray(value) && value.length === 0) ? {} : { [key]: value };
  return {
    ...part('Sid', text(block, 'sid')),
    Effect: text(block, 'effect') ?? 'Allow',
    ...part('Action', reduce(texts(block, 'actions'))),
    ...part('NotAction', reduce(texts(block, 'not_actions'))),
    ...part('Resource', reduce(variables(texts(block, 'resources'), version, 'resources'))),
    ...part('NotResource', reduce(variables(texts(block, 'not_resources'), version, 'not_resources'))),
    ...part('Principal', principals(block, 'principals', version)),
    ...part('NotPrincipal', principals(block, 'not_principals', version)),
    ...part('Condition', conditions(block, version)),
  };
}

type Json = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isOneOrMany = (value: unknown): value is OneOrMany =>
  typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'));

/** A given document, read into the same form. Anything that is not a policy makes the provider's JSON error. */
function parse(document: string, what: string): Policy {
  const json: unknown = JSON.parse(document);
  if (!isRecord(json))
    throw new PolicyError(
      `writing IAM Policy Document: ${what}: json: cannot unmarshal into Go value of type iam.IAMPolicyDoc`,
    );
  const list = json['Statement'] ?? [];
  if (!Array.isArray(list)) {
    throw new PolicyError(
      `writing IAM Policy Document: ${what}: json: cannot unmarshal object into Go struct field IAMPolicyDoc.Statement of type []*iam.IAMPolicyStatement`,
    );
  }
  return {
    version: typeof json['Version'] === 'string' ? json['Version'] : '',
    id: typeof json['Id'] === 'string' ? json['Id'] : '',
    statements: list.filter((item: unknown) => isRecord(item)).map((item) => parseStatement(item)),
  };
}

function parseStatement(json: Json): Statement {
  const plain = ['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource'].flatMap((key) =>
    isOneOrMany(json[key]) && json[key] !== '' ? [[key, json[key]] as const] : [],
  );
  const who = ['Principal', 'NotPrincipal'].flatMap((key) =>
    json[key] === undefined ? [] : [[key, parsePrincipals(json[key])] as const],
  );
  const when = isRecord(json['Condition'])
    ? [['Condition', parseConditions(json['Condition'])] as const]
    : [];
  return Object.fromEntries<unknown>([...plain, ...who, ...when]);
}

function parsePrincipals(value: unknown): readonly Principal[] {
  if (typeof value === 'string') return [{ type: value, identifiers: value }];
  return isRecord(value)
    ? Object.entries(value).flatMap(([type, identifiers]) =>
        isOneOrMany(identifiers) ? [{ type, identifiers }] : [],
      )
    : [];
}

function parseConditions(value: Json): readonly Condition[] {
  return Object.entries(value).flatMap(([test, inner]) =>
    isRecord(inner)
      ? Object.entries(inner).flatMap(([variable, values]) =>
          isOneOrMany(values) ? [{ test, variable, values }] : [],
        )
      : [],
  );
}

/** `next` laid over `base`: statements of the same Sid replace, others follow; the newer version and the id win. */
function merge(base: Policy, next: Policy): Policy {
  const statements = [...base.statements];
  for (const statement of next.statements) {
    const at = statement.Sid === undefined ? -1 : statements.findIndex((item) => item.Sid === statement.Sid);
    if (at < 0) statements.push(statement);
    else statements[at] = statement;
  }
  return {
    version: next.version > base.version ? next.version : base.version,
    id: next.id === '' ? base.id : next.id,
    statements,
  };
}

function append(known: OneOrMany | undefined, more: OneOrMany, sort: boolean): OneOrMany {
  if (known === undefined && typeof more === 'string') return more;
  const added = typeof more === 'string' ? [more] : sort ? [...more].sort().reverse() : more;
  return [...(known === undefined ? [] : [known].flat()), ...added];
}

function principalJson(list: readonly Principal[]): unknown {
  const [only] = list;
  if (list.length === 1 && only?.type === '*' && only.identifiers === '*') return '*';
  const result: Record<string, OneOrMany> = {};
  for (const { type, identifiers } of list) result[type] = append(result[type], identifiers, true);
  return sorted(result);
}

function conditionJson(list: readonly Condition[]): unknown {
  const result: Record<string, Record<string, OneOrMany>> = {};
  for (const { test, variable, values } of list) {
    const inner = (result[test] ??= {});
    inner[variable] = append(inner[variable], values, false);
  }
  return sorted(Object.fromEntries(Object.entries(result).map(([test, inner]) => [test, sorted(inner)])));
}

/** Go writes maps in the order of their keys. */
function sorted<T>(value: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function render(policy: Policy): { readonly json: string; readonly minified: string } {
  const statements = policy.statements.map(({ Principal, NotPrincipal, Condition, ...rest }) => ({
    ...rest,
    ...(Principal ? { Principal: principalJson(Principal) } : {}),
    ...(NotPrincipal ? { NotPrincipal: principalJson(NotPrincipal) } : {}),
    ...(Condition ? { Condition: conditionJson(Condition) } : {}),
  }));
  const document = {
    Version: policy.version,
    ...(policy.id === '' ? {} : { Id: policy.id }),
    ...(statements.length === 0 ? {} : { Statement: statements }),
  };
  // Go's encoder escapes what could end a script element.
  const escape = (value: string) =>
    value
      .replaceAll('<', String.raw`\u003c`)
      .replaceAll('>', String.raw`\u003e`)
      .replaceAll('&', String.raw`\u0026`);
  return { json: escape(JSON.stringify(document, null, 2)), minified: escape(JSON.stringify(document)) };
}

function build(config: ObjectValue): Policy {
  let merged: Policy = { version: '', id: '', statements: [] };
  const sids = new Set<string>();
  for (const [index, document] of texts(config, 'source_policy_documents').entries()) {
    const source = parse(document, `merging source document ${index}`);
    for (const [at, { Sid }] of source.statements.entries()) {
      if (Sid !== undefined && sids.has(Sid)) {
        throw new PolicyError(
          `writing IAM Policy Document: merging source document ${index}: duplicate Sid (${Sid}) in source_policy_documents (statement ${at}). Remove the Sid or ensure Sids are unique.`,
        );
      }
      if (Sid !== undefined) sids.add(Sid);
    }
    merged = merge(merged, source);
  }
  const version = text(config, 'version') ?? '2012-10-17';
  const own = blocks(config, 'statement').map((block) => statementOf(block, version));
  const twice = own.find(
    ({ Sid }, index) => Sid !== undefined && own.findIndex((item) => item.Sid === Sid) !== index,
  );
  if (twice)
    throw new PolicyError(
      `writing IAM Policy Document: duplicate Sid (${twice.Sid ?? ''}). Remove the Sid or ensure the Sid is unique.`,
    );
  merged = merge(merged, { version, id: text(config, 'policy_id') ?? '', statements: own });
  for (const [index, document] of texts(config, 'override_policy_documents').entries()) {
    merged = merge(merged, parse(document, `merging override document ${index}`));
  }
  return merged;
}

/** `aws_iam_policy_document`: computed from its arguments alone, to the byte as the provider does. */
export const iamPolicyDocument: DataSourceRule = ({ config }) => {
  try {
    const { json, minified } = render(build(config));
    return found({
      json,
      minified_json: minified,
      id: String(crc32(json)),
      version: text(config, 'version') ?? '2012-10-17',
    });
  } catch (error) {
    if (error instanceof PolicyError) return failed(error.message);
    if (error instanceof SyntaxError) return failed(`writing IAM Policy Document: ${error.message}`);
    throw error;
  }
};
