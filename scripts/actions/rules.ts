import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDuration } from '#lib/action/durations.js';
import { ACTION_PHASES, listFiles, type ActionFolder } from '#scripts/support/repository.js';
import { findInputReads, type InputRead, type InputReads } from './input-reads.ts';
import { readMetadata, type ActionMetadata, type DeclaredInput } from './metadata.ts';
import { findOutputSets } from './output-sets.ts';

/** Something that does not agree: where, by which rule, and what. */
export interface Finding {
  readonly place: string;
  readonly rule: string;
  readonly message: string;
}

/** Compares one action's action.yml with its code, its files and the tests. */
export function checkAction(root: string, action: ActionFolder): readonly Finding[] {
  const metadata = readMetadata(action.directory);
  const file = `actions/${action.name}/action.yml`;
  const at = (rule: string, message: string): Finding => ({ place: file, rule, message });
  return [
    ...checkRuns(action, metadata).map((message) => at('runs', message)),
    ...checkInputs(action, metadata),
    ...checkOutputs(root, action, metadata),
    ...(existsSync(join(action.directory, 'README.md')) ? [] : [at('readme', 'the action has no README.md')]),
  ];
}

function checkRuns({ directory, phases }: ActionFolder, { runs }: ActionMetadata): readonly string[] {
  const messages = runs.using === 'node24' ? [] : [`runs.using is ${runs.using}, but must be node24`];
  for (const phase of ACTION_PHASES) {
    const wanted = phases.includes(phase) ? `dist/${phase}/index.js` : undefined;
    if (runs[phase] !== wanted) {
      messages.push(
        wanted === undefined
          ? `runs.${phase} is given, but there is no src/${phase}.ts`
          : `runs.${phase} is ${runs[phase] ?? 'not given'}, but src/${phase}.ts is built to ${wanted}`,
      );
    } else if (wanted !== undefined && !existsSync(join(directory, wanted))) {
      messages.push(`${wanted} does not exist; run npm run build`);
    }
  }
  return messages;
}

function checkInputs(action: ActionFolder, { inputs }: ActionMetadata): readonly Finding[] {
  const yml = `actions/${action.name}/action.yml`;
  const source = `actions/${action.name}/src/inputs.ts`;
  const path = join(action.directory, 'src', 'inputs.ts');
  const { reads, problems }: InputReads = existsSync(path)
    ? findInputReads(path)
    : { reads: [], problems: [] };
  const read = new Set(reads.map(({ name }) => name));
  return [
    ...problems.map(({ line, message }) => ({ place: `${source}:${line}`, rule: 'input-static', message })),
    ...Object.keys(inputs)
      .filter((name) => !read.has(name))
      .map((name) => ({
        place: yml,
        rule: 'input-unread',
        message: `input ${name} is declared, but never read`,
      })),
    ...Object.entries(inputs).flatMap(([name, declared]) =>
      describeGaps(name, declared).map((message) => ({ place: yml, rule: 'input-description', message })),
    ),
    ...reads.flatMap((one) =>
      compareRead(one, inputs[one.name]).map(([rule, message]) => ({
        place: `${source}:${one.line}`,
        rule,
        message,
      })),
    ),
  ];
}

type Mismatch = readonly [rule: string, message: string];

function compareRead(read: InputRead, declared: DeclaredInput | undefined): readonly Mismatch[] {
  const { name } = read;
  if (declared === undefined)
    return [['input-undeclared', `input ${name} is read, but not declared in action.yml`]];
  const given = declared.default ?? '';
  const mismatches: Mismatch[] = [];
  if (read.default !== undefined && !sameDefault(read, given)) {
    const shown = given === '' ? 'none' : JSON.stringify(given);
    mismatches.push([
      'input-default',
      `input ${name} has the default ${JSON.stringify(read.default)} in the code, but ${shown} in action.yml`,
    ]);
  }
  if (declared.required && given !== '') {
    mismatches.push([
      'input-required',
      `input ${name} is required and has a default; one of them is not true`,
    ]);
  }
  if (read.required && !declared.required && given === '') {
    mismatches.push(['input-required', `input ${name} is required in the code, but not in action.yml`]);
  }
  if (!read.required && declared.required) {
    mismatches.push(['input-required', `input ${name} is required in action.yml, but not in the code`]);
  }
  if (read.reader === 'durationInput' && !/\b\d+(ms|s|m|h|d)\b/.test(declared.description)) {
    mismatches.push([
      'input-description',
      `input ${name} is a duration, but its description shows none such as 15m`,
    ]);
  }
  return mismatches;
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** The code's default is a value, action.yml's is the text that the same reader would read. */
function sameDefault({ reader, default: value }: InputRead, text: string): boolean {
  if (reader === 'durationInput') return parseDuration(text) === value;
  if (reader === 'integerInput') return text !== '' && Number(text) === value;
  if (Array.isArray(value)) {
    const items = text.split(/[\n,]/).map((item) => item.trim());
    return items.filter((item) => item !== '').join('\n') === value.join('\n');
  }
  // The only object that is a literal is the empty one.
  if (isEmptyObject(value)) return text === '';
  return String(value) === text;
}

/** Default and example, in words: `Default \`15m\`. Example \`90s\`.`; the word after Default must be the default. */
function describeGaps(
  name: string,
  { description, required, default: given = '' }: DeclaredInput,
): readonly string[] {
  if (description.trim() === '') return [`input ${name} has no description`];
  const gaps = /\bExamples?\b/.test(description) ? [] : [`the description of input ${name} gives no example`];
  const stated = /\bDefault\b(?:\s+`([^`]*)`)?/.exec(description);
  if (stated === null && !required) gaps.push(`the description of input ${name} does not say its default`);
  if (stated?.[1] !== undefined && stated[1] !== given) {
    gaps.push(
      `the description of input ${name} says that the default is ${stated[1]}, but it is ${given || 'none'}`,
    );
  }
  return gaps;
}

function checkOutputs(root: string, action: ActionFolder, { outputs }: ActionMetadata): readonly Finding[] {
  const place = `actions/${action.name}/action.yml`;
  const sources = findOutputSets(join(action.directory, 'src'));
  const tests = readTests(root, action.name);
  const declared = Object.entries(outputs);
  return [
    ...sources.problems.map((message) => ({
      place: `actions/${action.name}`,
      rule: 'output-static',
      message,
    })),
    ...declared.flatMap(([name, { description }]) => {
      const messages: Mismatch[] = [];
      if (description.trim() === '')
        messages.push(['output-description', `output ${name} has no description`]);
      if (!sources.names.has(name))
        messages.push(['output-unset', `output ${name} is declared, but never set`]);
      if (!tests.some((text) => mentions(text, name))) {
        messages.push([
          'output-untested',
          `no test in tests/bundle or tests/workflows that names the action names output ${name}`,
        ]);
      }
      return messages.map(([rule, message]) => ({ place, rule, message }));
    }),
    ...[...sources.names]
      .filter((name) => !Object.hasOwn(outputs, name))
      .map((name) => ({
        place,
        rule: 'output-undeclared',
        message: `output ${name} is set, but not declared`,
      })),
  ];
}

/** Tests that run the committed bundle or whole workflow files, and that name the action. */
function readTests(root: string, action: string): readonly string[] {
  return ['tests/bundle', 'tests/workflows']
    .flatMap((folder) => listFiles(join(root, folder)).map((file) => join(root, folder, file)))
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => readFileSync(file, 'utf8'))
    .filter((text) => mentions(text, action));
}

/** As a whole word: `count` is not mentioned by `counter` or `re-count`. */
function mentions(text: string, word: string): boolean {
  return new RegExp(`(?<![\\w-])${word.replaceAll(/[^\w-]/g, '\\$&')}(?![\\w-])`).test(text);
}
