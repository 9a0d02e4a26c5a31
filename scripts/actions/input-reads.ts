import ts from 'typescript';
import { lineOf, literalValue, constantOf, parseFile, propertyName, unwrap, walk } from './syntax.ts';

/** One call of a typed reader: `stringInput('stack', { default: 'x' })`. */
export interface InputRead {
  readonly name: string;
  /** The reader's own name, whatever it is called in the file. */
  readonly reader: string;
  readonly line: number;
  /** Absent when the code has no default of its own. */
  readonly default?: unknown;
  readonly required: boolean;
}

/** All reads of one inputs.ts, and what about them cannot be told from the text. */
export interface InputReads {
  readonly reads: readonly InputRead[];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

const ACTION_LIBRARY = /^(#lib|(\.\.\/)+lib)\/action\/[^/]+\.(js|ts)$/;

/** Every export of lib/action called `…Input` reads one, but this: it makes the error for a refused value. */
const NOT_A_READER = new Set(['refusedInput']);

/** Position of the options among the arguments, where it is not the second. */
const OPTIONS_AT: Readonly<Record<string, number>> = { enumInput: 2, yamlInput: 2 };

/** Finds each call of a reader that the file imports from lib/action. */
export function findInputReads(path: string): InputReads {
  const file = parseFile(path);
  const readers = importedReaders(file);
  const reads: InputRead[] = [];
  const problems: { line: number; message: string }[] = [];
  for (const node of walk(file)) {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) continue;
    const reader = readers.get(node.expression.text);
    if (reader === undefined) continue;
    const read = describeRead(node, reader);
    if (typeof read === 'string') problems.push({ line: lineOf(node), message: read });
    else reads.push(read);
  }
  return { reads, problems };
}

function importedReaders(file: ts.SourceFile): ReadonlyMap<string, string> {
  const readers = new Map<string, string>();
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (!ACTION_LIBRARY.test(statement.moduleSpecifier.text) || !bindings || !ts.isNamedImports(bindings))
      continue;
    for (const { name, propertyName: original } of bindings.elements) {
      const exported = (original ?? name).text;
      if (exported.endsWith('Input') && !NOT_A_READER.has(exported)) readers.set(name.text, exported);
    }
  }
  return readers;
}

/** The read, or why it cannot be judged. */
function describeRead(call: ts.CallExpression, reader: string): InputRead | string {
  const [first] = call.arguments;
  const name = first === undefined ? undefined : literalValue(first);
  if (first === undefined || typeof name !== 'string' || !ts.isStringLiteralLike(first)) {
    return `${reader} is called with a name that is not a string literal`;
  }
  const read = { name, reader, line: lineOf(call), required: false };
  const given = call.arguments[OPTIONS_AT[reader] ?? 1];
  if (given === undefined) return read;
  const options = objectLiteral(given);
  if (options === undefined) return `the options of ${reader}('${name}') are not an object literal`;
  return describeOptions(read, options);
}

function describeOptions(read: InputRead, options: ts.ObjectLiteralExpression): InputRead | string {
  let described = read;
  for (const property of options.properties) {
    const key = property.name === undefined ? undefined : propertyName(property.name);
    if (key === undefined) return `the options of ${read.reader}('${read.name}') are not all written out`;
    if (key !== 'default' && key !== 'required') continue;
    const value = ts.isPropertyAssignment(property)
      ? literalValue(property.initializer)
      : ts.isShorthandPropertyAssignment(property)
        ? literalValue(property.name)
        : undefined;
    if (value === undefined) return `the ${key} of ${read.reader}('${read.name}') is not a literal`;
    described =
      key === 'default' ? { ...described, default: value } : { ...described, required: value === true };
  }
  return described;
}

function objectLiteral(expression: ts.Expression): ts.ObjectLiteralExpression | undefined {
  const node = unwrap(expression);
  if (ts.isObjectLiteralExpression(node)) return node;
  const constant = ts.isIdentifier(node) ? constantOf(node) : undefined;
  return constant === undefined ? undefined : objectLiteral(constant);
}
