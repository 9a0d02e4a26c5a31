import { join } from 'node:path';
import ts from 'typescript';
import { listFiles } from '#scripts/support/repository.js';
import { constantOf, lineOf, parseFile, propertyName, unwrap, walk } from './syntax.ts';

/** Names of the outputs that an action's results can carry, and the places where they cannot be told from the text. */
export interface OutputSets {
  readonly names: ReadonlySet<string>;
  readonly problems: readonly string[];
}

/** Members of a result beside `outputs`; an object with neither is something else, such as a plan document. */
const RESULT_MEMBERS = ['report', 'summary', 'failure'];

/**
 * Reads the `outputs` of every result literal in an action's sources: an object literal, a constant of the same file, or
 * a function of the same file that returns one. A `report` makes the output of that name.
 */
export function findOutputSets(sources: string): OutputSets {
  const names = new Set<string>();
  const problems: string[] = [];
  for (const name of listFiles(sources).filter((file) => file.endsWith('.ts'))) {
    for (const node of walk(parseFile(join(sources, name)))) {
      if (!ts.isObjectLiteralExpression(node)) continue;
      const members = new Map(
        node.properties.map((member) => [member.name && propertyName(member.name), member]),
      );
      const outputs = members.get('outputs');
      if (outputs === undefined || !isResult(members)) continue;
      if (members.has('report')) names.add('report');
      const keys = outputKeys(outputs);
      if (keys === undefined) problems.push(`src/${name}:${lineOf(outputs)}: outputs are not written out`);
      for (const key of keys ?? []) names.add(key);
    }
  }
  return { names, problems };
}

function isResult(members: ReadonlyMap<string | undefined, unknown>): boolean {
  return RESULT_MEMBERS.some((name) => members.has(name)) || members.size === 1;
}

function outputKeys(member: ts.ObjectLiteralElementLike): readonly string[] | undefined {
  if (ts.isPropertyAssignment(member)) return keysOf(member.initializer);
  if (ts.isShorthandPropertyAssignment(member)) return keysOf(member.name);
  return undefined;
}

/** Keys that an expression can have; undefined when that cannot be told. */
function keysOf(expression: ts.Expression): readonly string[] | undefined {
  const node = unwrap(expression);
  if (ts.isObjectLiteralExpression(node)) return joinKeys(node.properties.map(keysOfMember));
  if (ts.isConditionalExpression(node)) return joinKeys([keysOf(node.whenTrue), keysOf(node.whenFalse)]);
  if (ts.isIdentifier(node)) {
    const constant = constantOf(node);
    return constant === undefined ? undefined : keysOf(constant);
  }
  if (ts.isAwaitExpression(node)) return keysOf(node.expression);
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) return keysOfFunction(node.expression);
  return undefined;
}

function keysOfMember(member: ts.ObjectLiteralElementLike): readonly string[] | undefined {
  if (ts.isSpreadAssignment(member)) return keysOf(member.expression);
  const name = propertyName(member.name);
  return name === undefined ? undefined : [name];
}

function keysOfFunction(name: ts.Identifier): readonly string[] | undefined {
  const found = name
    .getSourceFile()
    .statements.find((node) => ts.isFunctionDeclaration(node) && node.name?.text === name.text);
  if (found === undefined) return undefined;
  const returned = [...walk(found)]
    .filter(ts.isReturnStatement)
    .flatMap(({ expression }) => expression ?? []);
  return joinKeys(returned.map(keysOf));
}

function joinKeys(lists: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  return lists.includes(undefined) ? undefined : lists.flatMap((keys) => keys ?? []);
}
