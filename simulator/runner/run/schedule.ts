import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import type { Conclusion } from '../events.ts';
import type { Json } from '../host.ts';
import { messageOf } from '../errors.ts';
import { conditionOf, holds } from '../expressions/condition.ts';
import { evaluateBoolean, evaluateNumber, evaluateString, evaluateToken } from '../expressions/evaluate.ts';
import { child, itemsOf, pairsOf, textOf } from '../expressions/tokens.ts';
import { expandMatrix, matrixJobName, type MatrixEntry } from '../workflow/matrix.ts';
import type { CallTree } from './call-tree.ts';
import { runInstance, type InstanceEnd } from './instance.ts';
import { combine, recordUnrun, type JobSummary, type RunContext, type WorkflowFrame } from './run-context.ts';
import { conditionScope, identify, jobScope, needsContext, rawName } from './scopes.ts';
import { Slots } from './slots.ts';

/** How a workflow ended: for the run, and for the job that called it. */
export interface WorkflowEnd {
  readonly conclusion: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Runs all jobs of a workflow file, each when its needs are met, and evaluates the outputs it declares. */
export async function runFrame(run: RunContext, frame: WorkflowFrame, calls: CallTree): Promise<WorkflowEnd> {
  const running = new Map<string, Promise<JobSummary>>();
  const jobs = pairsOf(child(frame.file.root, 'jobs')).map((pair) => ({
    id: textOf(pair.key),
    token: pair.value,
  }));
  const start = (id: string, token: TemplateToken): Promise<JobSummary> => {
    const known = running.get(id);
    if (known !== undefined) return known;
    // The parser has refused unknown needs and cycles, so this ends.
    const needs = needsOf(token).map((need) =>
      start(need, jobs.find((job) => job.id === need)?.token ?? token),
    );
    const promise = Promise.all(needs).then((summaries) =>
      runJobKey(run, frame, calls, id, token, summaries),
    );
    running.set(id, promise);
    return promise;
  };
  const summaries = await Promise.all(jobs.map((job) => start(job.id, job.token)));
  const conclusion = combine(summaries.map((summary) => summary.result));
  const context = Object.fromEntries(summaries.map(({ id, result, outputs }) => [id, { result, outputs }]));
  const scope = jobScope(run, frame, { jobs: context });
  const declared = pairsOf(child(frame.file.root, 'on', 'workflow_call', 'outputs'));
  const outputs = declared.map((pair): [string, string] => [
    textOf(pair.key),
    evaluateString(child(pair.value, 'value'), scope) ?? '',
  ]);
  return { conclusion, outputs: Object.fromEntries(outputs) };
}

function needsOf(token: TemplateToken): string[] {
  const needs = child(token, 'needs');
  if (needs === undefined) return [];
  return needs.isScalar ? [textOf(needs)] : itemsOf(needs).map(textOf);
}

async function runJobKey(
  run: RunContext,
  frame: WorkflowFrame,
  calls: CallTree,
  id: string,
  token: TemplateToken,
  needs: readonly JobSummary[],
): Promise<JobSummary> {
  const summarize = (result: Conclusion, outputs: Readonly<Record<string, string>>): JobSummary => {
    const lineage = new Map(needs.flatMap((need) => [...need.lineage]));
    return { id, result, outputs, lineage: lineage.set(id, result) };
  };
  try {
    if (!holds(conditionOf(child(token, 'if')), conditionScope(run, frame, needs))) {
      const result = frame.signal.aborted && needs.length === 0 ? 'cancelled' : 'skipped';
      recordUnrun(run, identify(run, frame, token, rawName(token, id), undefined), result);
      return summarize(result, {});
    }
    const { result, outputs } = await runMatrix(run, frame, calls, id, token, needs);
    return summarize(result, outputs);
  } catch (error) {
    const identity = identify(run, frame, token, rawName(token, id), undefined);
    recordUnrun(
      run,
      identity,
      'failure',
      `Error when evaluating job '${id}'. ${frame.file.path} (Line: ${token.line ?? 0}, Col: ${token.col ?? 0}): ${messageOf(error)}`,
    );
    return summarize('failure', {});
  }
}

interface Strategy {
  readonly entries: readonly (MatrixEntry | undefined)[];
  readonly failFast: boolean;
  readonly maxParallel: number;
}

function strategyOf(
  run: RunContext,
  frame: WorkflowFrame,
  token: TemplateToken,
  needs: readonly JobSummary[],
): Strategy {
  const scope = jobScope(run, frame, { needs: needsContext(needs) });
  const strategy = child(token, 'strategy');
  const matrix = child(strategy, 'matrix');
  const entries = matrix === undefined ? [undefined] : expandMatrix(evaluateToken(matrix, scope));
  return {
    entries,
    failFast: evaluateBoolean(child(strategy, 'fail-fast'), scope, true),
    maxParallel: evaluateNumber(child(strategy, 'max-parallel'), scope, entries.length),
  };
}

/** Runs the jobs that a matrix makes of one key, or the one job where there is none, and sums them up. */
async function runMatrix(
  run: RunContext,
  frame: WorkflowFrame,
  calls: CallTree,
  id: string,
  token: TemplateToken,
  needs: readonly JobSummary[],
): Promise<InstanceEnd> {
  const { entries, failFast, maxParallel } = strategyOf(run, frame, token, needs);
  const places = new Slots(Math.max(1, maxParallel));
  const siblings = new AbortController();
  const outputs: Record<string, string> = {};
  const stillWanted = () => wanted(run, frame, token, needs);
  const results = await Promise.all(
    entries.map(async (entry, index) => {
      const strategy = {
        'fail-fast': failFast,
        'job-index': index,
        'job-total': entries.length,
        'max-parallel': maxParallel,
      };
      const contexts: Record<string, Json> = {
        needs: needsContext(needs),
        strategy,
        matrix: entry?.values ?? null,
      };
      const name = instanceName(run, frame, id, token, entry, contexts);
      const shared = { run, frame, calls, id, token, places, siblings: siblings.signal, stillWanted };
      const end = await runInstance({ ...shared, contexts, name });
      for (const [key, value] of Object.entries(end.outputs)) if (value !== '') outputs[key] = value;
      if (end.result === 'failure' && failFast && entry !== undefined) {
        siblings.abort(
          new Error('The strategy configuration was canceled because a job of the matrix failed'),
        );
      }
      return end.result;
    }),
  );
  return { result: combine(results), outputs };
}

function wanted(
  run: RunContext,
  frame: WorkflowFrame,
  token: TemplateToken,
  needs: readonly JobSummary[],
): boolean {
  try {
    return holds(conditionOf(child(token, 'if')), conditionScope(run, frame, needs));
  } catch {
    return false;
  }
}

function instanceName(
  run: RunContext,
  frame: WorkflowFrame,
  id: string,
  token: TemplateToken,
  entry: MatrixEntry | undefined,
  contexts: Readonly<Record<string, Json>>,
): string {
  const name = child(token, 'name');
  if (name?.isExpression === true) {
    const shown = evaluateString(name, jobScope(run, frame, contexts)) ?? '';
    return shown === '' ? id : shown;
  }
  return entry === undefined ? rawName(token, id) : matrixJobName(rawName(token, id), entry);
}
