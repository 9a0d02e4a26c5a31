import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import type { Json, JsonObject } from '../host.ts';
import { WorkflowError } from '../errors.ts';
import { evaluateToken, type Scope } from '../expressions/evaluate.ts';
import { child, itemsOf, pairsOf, textOf } from '../expressions/tokens.ts';
import { isList, isObject, scalarToString, textOfValue } from '../expressions/values.ts';

interface InputDefinition {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly default: TemplateToken | undefined;
  readonly options: readonly string[];
}

function definitions(token: TemplateToken | undefined): InputDefinition[] {
  return pairsOf(token).map((pair) => ({
    name: textOf(pair.key),
    type: textOf(child(pair.value, 'type')) || 'string',
    required: textOf(child(pair.value, 'required')) === 'true',
    default: child(pair.value, 'default'),
    options: itemsOf(child(pair.value, 'options')).map(textOf),
  }));
}

function emptyValue(type: string): Json {
  if (type === 'boolean') return false;
  return type === 'number' ? 0 : '';
}

/** The inputs of a `workflow_dispatch` event, typed for the `inputs` context and as strings for `github.event.inputs`. */
export interface DispatchInputs {
  readonly typed: JsonObject;
  readonly strings: JsonObject;
}

/**
 * Checks what a person gave to `workflow_dispatch` against the declared inputs, as the API does: unknown names,
 * missing required ones, values that are no boolean, number or listed choice are refused with a `WorkflowError`.
 */
export function dispatchInputs(root: TemplateToken, given: JsonObject): DispatchInputs {
  const declared = definitions(child(root, 'on', 'workflow_dispatch', 'inputs'));
  const unknown = Object.keys(given).filter(
    (name) => !declared.some((definition) => same(definition.name, name)),
  );
  if (unknown.length > 0) throw new WorkflowError(`Unexpected inputs provided: ${JSON.stringify(unknown)}`);
  const typed: Record<string, Json> = {};
  for (const definition of declared) {
    const value = Object.entries(given).find(([name]) => same(name, definition.name))?.[1];
    const fallback = definition.default === undefined ? undefined : literal(definition.default);
    if (definition.required && (value ?? fallback ?? '') === '') {
      throw new WorkflowError(`Required input '${definition.name}' not provided`);
    }
    const text = value ?? fallback ?? firstOption(definition) ?? emptyValue(definition.type);
    typed[definition.name] = coerceDispatch(definition, text);
  }
  const strings = Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [name, scalarToString(value)]),
  );
  return { typed, strings };
}

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

function firstOption(definition: InputDefinition): string | undefined {
  return definition.type === 'choice' ? definition.options[0] : undefined;
}

function literal(token: TemplateToken): Json {
  return evaluateToken(token, { contexts: {}, functions: {} });
}

function coerceDispatch(definition: InputDefinition, value: Json): Json {
  const { name, type } = definition;
  const text = scalarToString(value);
  if (type === 'boolean') {
    if (text !== 'true' && text !== 'false')
      throw new WorkflowError(`Provided value '${text}' for input '${name}' is not a boolean`);
    return text === 'true';
  }
  if (type === 'number') {
    if (text.trim() === '' || Number.isNaN(Number(text))) {
      throw new WorkflowError(`Provided value '${text}' for input '${name}' is not a number`);
    }
    return Number(text);
  }
  if (type === 'choice' && !definition.options.includes(text)) {
    throw new WorkflowError(`Provided value '${text}' for input '${name}' not in the list of allowed values`);
  }
  return text;
}

/**
 * The `inputs` context of a called workflow: what the caller's `with` gives, checked against the declarations; an
 * unknown name, a missing required input or a value of another type is a `WorkflowError`.
 *
 * @param scope evaluates the defaults, which may name `github`, `inputs` and `vars`
 */
export function callInputs(root: TemplateToken, given: Json, scope: Scope, reference: string): JsonObject {
  const declared = definitions(child(root, 'on', 'workflow_call', 'inputs'));
  const values = isObject(given) ? given : {};
  for (const name of Object.keys(values)) {
    if (!declared.some((definition) => same(definition.name, name))) {
      throw new WorkflowError(
        `Invalid input, ${name} is not defined in the referenced workflow ${reference}.`,
      );
    }
  }
  const result: Record<string, Json> = {};
  for (const definition of declared) {
    const value = Object.entries(values).find(([name]) => same(name, definition.name))?.[1];
    if (value === undefined && definition.required) {
      throw new WorkflowError(
        `Input ${definition.name} is required, but not provided while calling ${reference}.`,
      );
    }
    const fallback =
      definition.default === undefined
        ? emptyValue(definition.type)
        : evaluateToken(definition.default, scope);
    result[definition.name] = checkCallType(definition, value ?? fallback);
  }
  return result;
}

function checkCallType(definition: InputDefinition, value: Json): Json {
  const { name, type } = definition;
  if (type === 'string') {
    if (isList(value) || isObject(value))
      throw new WorkflowError(`Unexpected type of value for input ${name}: a string was expected`);
    return scalarToString(value);
  }
  if (typeof value === type) return value;
  throw new WorkflowError(
    `Unexpected type of value '${textOfValue(value)}', expected type: ${type === 'boolean' ? 'Boolean' : 'Number'}. Input ${name}.`,
  );
}

/**
 * The secrets a called workflow receives by name: unknown names and missing required ones are `WorkflowError`s.
 */
export function callSecrets(
  root: TemplateToken,
  given: Readonly<Record<string, string>>,
  reference: string,
): Record<string, string> {
  const declared = pairsOf(child(root, 'on', 'workflow_call', 'secrets')).map((pair) => ({
    name: textOf(pair.key),
    required: textOf(child(pair.value, 'required')) === 'true',
  }));
  for (const name of Object.keys(given)) {
    if (!declared.some((secret) => same(secret.name, name))) {
      throw new WorkflowError(
        `Invalid secret, ${name} is not defined in the referenced workflow ${reference}.`,
      );
    }
  }
  for (const secret of declared) {
    const present = Object.keys(given).some((name) => same(name, secret.name));
    if (secret.required && !present) {
      throw new WorkflowError(
        `Secret ${secret.name} is required, but not provided while calling ${reference}.`,
      );
    }
  }
  return { ...given };
}
