import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NoOperationTraceWriter } from '@actions/workflow-parser';
import { getActionSchema } from '@actions/workflow-parser/actions/action-schema';
import {
  TemplateContext,
  TemplateValidationErrors,
} from '@actions/workflow-parser/templates/template-context';
import { readTemplate } from '@actions/workflow-parser/templates/template-reader';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import { WorkflowError } from '../errors.ts';
import { ValueReader } from './reader.ts';
import { child, pairsOf, textOf } from '../expressions/tokens.ts';

/** One declared input of an action. */
export interface ActionInput {
  readonly name: string;
  readonly required: boolean;
  /** The default as a token, because it may hold an expression such as `${{ github.token }}`. */
  readonly default: TemplateToken | undefined;
  readonly deprecationMessage: string | undefined;
}

/** An action.yml, read as far as the runner needs it. */
export interface ActionManifest {
  readonly name: string;
  readonly inputs: readonly ActionInput[];
  /** Declared outputs; only those of composite actions carry a value. */
  readonly outputs: readonly { readonly name: string; readonly value: TemplateToken | undefined }[];
  readonly runs: TemplateToken;
  /** `node24`, `composite`, … */
  readonly using: string;
}

/**
 * The parser's lax root: the runner runs an action.yml that lacks a name or description, which the strict root for
 * editors refuses.
 */
const ACTION_ROOT = 'action-root';

/** Parses the text of an action.yml with GitHub's parser. Throws a `WorkflowError` that lists what is wrong. */
export function parseActionManifest(name: string, content: string): ActionManifest {
  const context = new TemplateContext(
    new TemplateValidationErrors(),
    getActionSchema(),
    new NoOperationTraceWriter(),
  );
  const file = context.getFileId(name);
  const reader = new ValueReader(file, content);
  const value = reader.errors.length === 0 ? readTemplate(context, ACTION_ROOT, reader, file) : undefined;
  const errors = [...reader.errors, ...context.errors.getErrors()].map((error) => error.message);
  const runs = child(value, 'runs');
  if (value === undefined || runs === undefined || errors.length > 0) {
    throw new WorkflowError(
      `Fail to load ${name}: ${[...errors, runs === undefined ? 'no runs' : ''].filter(Boolean).join('; ')}`,
    );
  }
  return {
    name: text(child(value, 'name')) ?? name,
    inputs: pairsOf(child(value, 'inputs')).map((pair) => ({
      name: textOf(pair.key),
      required: text(child(pair.value, 'required')) === 'true',
      default: child(pair.value, 'default'),
      deprecationMessage: text(child(pair.value, 'deprecationMessage')),
    })),
    outputs: pairsOf(child(value, 'outputs')).map((pair) => ({
      name: textOf(pair.key),
      value: child(pair.value, 'value'),
    })),
    runs,
    using: text(child(runs, 'using')) ?? '',
  };
}

function text(token: TemplateToken | undefined): string | undefined {
  return token === undefined ? undefined : textOf(token);
}

/** Reads `action.yml` or `action.yaml` in a folder; the error is the runner's own. */
export function readActionManifest(directory: string): ActionManifest {
  for (const file of ['action.yml', 'action.yaml']) {
    const path = join(directory, file);
    if (existsSync(path)) return parseActionManifest(path, readFileSync(path, 'utf8'));
  }
  throw new WorkflowError(
    `Can't find 'action.yml', 'action.yaml' or 'Dockerfile' under '${directory}'. ` +
      'Did you forget to run actions/checkout before running your local action?',
  );
}
