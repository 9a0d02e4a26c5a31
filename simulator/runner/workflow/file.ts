import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NoOperationTraceWriter } from '@actions/workflow-parser';
import { convertWorkflowTemplate } from '@actions/workflow-parser/model/convert';
import { TemplateSchema } from '@actions/workflow-parser/templates/schema/template-schema';
import { MappingDefinition } from '@actions/workflow-parser/templates/schema/mapping-definition';
import { PropertyDefinition } from '@actions/workflow-parser/templates/schema/property-definition';
import { StringDefinition } from '@actions/workflow-parser/templates/schema/string-definition';
import {
  TemplateContext,
  TemplateValidationErrors,
} from '@actions/workflow-parser/templates/template-context';
import { StringToken, type TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import { readTemplate } from '@actions/workflow-parser/templates/template-reader';
import { WORKFLOW_ROOT } from '@actions/workflow-parser/workflows/workflow-constants';
import { getWorkflowSchema } from '@actions/workflow-parser/workflows/workflow-schema';
import type { RunnerHost } from '../host.ts';
import { messageOf, WorkflowError } from '../errors.ts';
import { ValueReader } from './reader.ts';
import { child, pairsOf, textOf } from '../expressions/tokens.ts';

/** A workflow file in one commit of one repository, as the raw token tree of GitHub's parser. */
export interface WorkflowFile {
  /** `owner/name`. */
  readonly repository: string;
  /** The ref by which the file was asked for; part of `workflow_ref`. */
  readonly ref: string;
  readonly sha: string;
  /** Path in the repository, for example `.github/workflows/plan.yml`. */
  readonly path: string;
  /** Folder that holds the repository at that commit; read only. */
  readonly directory: string;
  readonly root: TemplateToken;
}

/** The outcome of parsing: a token tree only when there are no errors. */
export interface ParsedWorkflow {
  readonly root: TemplateToken | undefined;
  /** Messages as GitHub shows them, with file, line and column. */
  readonly errors: readonly string[];
}

const CACHE_MODES = ['read', 'write', 'write-only', 'none'];
let extendedSchema: TemplateSchema | undefined;

/**
 * The parser's schema with `cache-mode` at workflow and job level, which GitHub accepts since September 2026 and the
 * published schema does not know yet. A copy: other users of the package keep the original.
 */
function schema(): TemplateSchema {
  if (extendedSchema !== undefined) return extendedSchema;
  const base = getWorkflowSchema();
  const copy = new TemplateSchema();
  Object.assign(copy.definitions, base.definitions);
  copy.definitions['cache-mode'] = new StringDefinition('cache-mode');
  for (const name of ['workflow-root-strict', 'job-factory', 'workflow-job']) {
    const original = base.definitions[name];
    if (!(original instanceof MappingDefinition) || 'cache-mode' in original.properties) continue;
    const extended: MappingDefinition = Object.assign(new MappingDefinition(name), original);
    const property = new PropertyDefinition(new StringToken(undefined, undefined, 'cache-mode', undefined));
    Object.assign(extended, { properties: { ...original.properties, 'cache-mode': property } });
    copy.definitions[name] = extended;
  }
  extendedSchema = copy;
  return copy;
}

/**
 * Parses and validates a workflow file with GitHub's own parser: syntax, contexts allowed in each place, job ids,
 * needs. `name` is the path shown in messages.
 */
export async function parseWorkflowFile(name: string, content: string): Promise<ParsedWorkflow> {
  const context = new TemplateContext(new TemplateValidationErrors(), schema(), new NoOperationTraceWriter());
  const file = context.getFileId(name);
  const reader = new ValueReader(file, content);
  for (const error of reader.errors) context.error(file, error.message, error.range);
  const value = reader.errors.length === 0 ? readTemplate(context, WORKFLOW_ROOT, reader, file) : undefined;
  if (value !== undefined) {
    await convertWorkflowTemplate(context, value);
    checkCacheModes(value, context);
  }
  const errors = [...new Set(context.errors.getErrors().map((error) => error.message))];
  return { root: errors.length === 0 ? value : undefined, errors };
}

function checkCacheModes(root: TemplateToken, context: TemplateContext): void {
  const holders = [root, ...pairsOf(child(root, 'jobs')).map((pair) => pair.value)];
  for (const holder of holders) {
    const mode = child(holder, 'cache-mode');
    if (mode !== undefined && !CACHE_MODES.includes(textOf(mode))) {
      context.error(
        mode,
        `Unexpected value '${textOf(mode)}'; cache-mode is one of ${CACHE_MODES.join(', ')}`,
      );
    }
  }
}

/**
 * Reads and validates a workflow file from a commit. Throws a `WorkflowError` with GitHub's wording when the
 * repository, ref or file does not exist or the file is not valid.
 */
export async function loadWorkflow(
  host: RunnerHost,
  repository: string,
  ref: string,
  path: string,
): Promise<WorkflowFile> {
  const place = `${repository}/${path}@${ref}`;
  const found = await host.resolveRepository(repository, ref).catch((error: unknown) => {
    throw new WorkflowError(
      `error parsing called workflow "${place}": workflow was not found. ${messageOf(error)}`,
    );
  });
  const content = await readFile(join(found.directory, path), 'utf8').catch(() => {
    throw new WorkflowError(`Invalid workflow file: ${place}: workflow was not found`);
  });
  const { root, errors } = await parseWorkflowFile(path, content);
  if (root === undefined) throw new WorkflowError(`Invalid workflow file: ${place}\n${errors.join('\n')}`);
  return { repository, ref, sha: found.sha, path, directory: found.directory, root };
}
