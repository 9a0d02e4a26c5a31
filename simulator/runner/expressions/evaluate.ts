import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import type { Token } from '@actions/expressions/lexer';
import type { ExpressionData } from '@actions/expressions/data/expressiondata';
import { isBasicExpression, isMapping, isSequence } from '@actions/workflow-parser';
import {
  BooleanToken,
  InsertExpressionToken,
  NumberToken,
  StringToken,
  type TemplateToken,
} from '@actions/workflow-parser/templates/tokens/index';
import type { Json } from '../host.ts';
import { messageOf, WorkflowError } from '../errors.ts';
import { itemsOf, pairsOf } from './tokens.ts';
import { fromExpressionData, isObject, scalarToString, textOfValue, toExpressionData } from './values.ts';

/** A function that only some places offer, such as `success()` or `hashFiles()`. */
export interface ScopeFunction {
  readonly minArgs: number;
  readonly maxArgs: number;
  readonly call: (args: readonly Json[]) => Json;
}

/** What an expression may name in one place of a workflow: contexts by name and functions by lower-case name. */
export interface Scope {
  readonly contexts: Readonly<Record<string, Json>>;
  readonly functions: Readonly<Record<string, ScopeFunction>>;
}

/** Converts a context only when an expression names it: an event payload can be large and is rarely read. */
class LazyContexts extends data.Dictionary {
  readonly #contexts: Readonly<Record<string, Json>>;

  constructor(contexts: Readonly<Record<string, Json>>) {
    super();
    this.#contexts = contexts;
  }

  override get(key: string): ExpressionData {
    const name = Object.keys(this.#contexts).find(
      (candidate) => candidate.toLowerCase() === key.toLowerCase(),
    );
    return toExpressionData(name === undefined ? null : this.#contexts[name]);
  }
}

/**
 * The tokens of an expression. The lexer of the package turns only the first `''` of a string literal into a quote, so
 * the values of literals are taken from their text here.
 */
function lex(expression: string): Token[] {
  return new Lexer(expression)
    .lex()
    .tokens.map((token) =>
      typeof token.value === 'string' && token.lexeme.startsWith("'")
        ? { ...token, value: token.lexeme.slice(1, -1).replaceAll("''", "'") }
        : token,
    );
}

/** Evaluates the text between `${{` and `}}`; what it names must be in the scope, as on GitHub. */
export function evaluateExpression(expression: string, scope: Scope): Json {
  const functions = Object.entries(scope.functions).map(([name, definition]) => ({
    name,
    minArgs: definition.minArgs,
    maxArgs: definition.maxArgs,
    call: (...args: ExpressionData[]) => toExpressionData(definition.call(args.map(fromExpressionData))),
  }));
  try {
    const tokens = lex(expression);
    const tree = new Parser(tokens, Object.keys(scope.contexts), functions).parse();
    const implementations = new Map(
      functions.map((definition) => [definition.name.toLowerCase(), definition]),
    );
    return fromExpressionData(
      new Evaluator(tree, new LazyContexts(scope.contexts), implementations).evaluate(),
    );
  } catch (error) {
    throw new WorkflowError(`The template is not valid. ${expression}: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

/** The value of a parsed token with every expression in it evaluated. */
export function evaluateToken(token: TemplateToken, scope: Scope): Json {
  if (isBasicExpression(token)) return evaluateExpression(token.expression, scope);
  if (isSequence(token)) return itemsOf(token).map((item) => evaluateToken(item, scope));
  if (isMapping(token)) return evaluateMapping(token, scope);
  if (token instanceof StringToken || token instanceof NumberToken || token instanceof BooleanToken)
    return token.value;
  return null;
}

function evaluateMapping(token: TemplateToken, scope: Scope): Json {
  const result: Record<string, Json> = {};
  for (const pair of pairsOf(token)) {
    if (pair.key instanceof InsertExpressionToken) {
      const inserted = evaluateToken(pair.value, scope);
      if (!isObject(inserted)) throw new WorkflowError('${{ insert }} expects a mapping');
      Object.assign(result, inserted);
    } else {
      result[scalarToString(evaluateToken(pair.key, scope))] = evaluateToken(pair.value, scope);
    }
  }
  return result;
}

/** The string of a token, evaluated; undefined when the token is absent. */
export function evaluateString(token: TemplateToken | undefined, scope: Scope): string | undefined {
  return token === undefined ? undefined : scalarToString(evaluateToken(token, scope));
}

/** The strings of a mapping such as `env` or `with`, evaluated in order. */
export function evaluateStringMap(token: TemplateToken | undefined, scope: Scope): Record<string, string> {
  if (token === undefined) return {};
  const value = evaluateToken(token, scope);
  if (value === null || value === '') return {};
  if (!isObject(value)) throw new WorkflowError('A mapping was expected');
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, scalarToString(item)]));
}

/** A boolean property such as `continue-on-error`; a string `true` or `false` counts, anything else is an error. */
export function evaluateBoolean(token: TemplateToken | undefined, scope: Scope, fallback: boolean): boolean {
  if (token === undefined) return fallback;
  const value = evaluateToken(token, scope);
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  throw new WorkflowError(`Unexpected value '${textOfValue(value)}'; a boolean was expected`);
}

/** A number property such as `timeout-minutes`. */
export function evaluateNumber(token: TemplateToken | undefined, scope: Scope, fallback: number): number {
  if (token === undefined) return fallback;
  const value = evaluateToken(token, scope);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number === 'number' && !Number.isNaN(number)) return number;
  throw new WorkflowError(`Unexpected value '${JSON.stringify(value)}'; a number was expected`);
}
