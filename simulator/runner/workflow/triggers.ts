import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import { isMapping, isSequence, isString } from '@actions/workflow-parser';
import type { JsonObject } from '../host.ts';
import { child, itemsOf, pairsOf, textOf } from '../expressions/tokens.ts';
import { isObject, textOfValue } from '../expressions/values.ts';
import { passes } from './filters.ts';

/** An event that may start workflows. */
export interface TriggerEvent {
  readonly eventName: string;
  readonly event: JsonObject;
  /** Full ref of the event: the pushed ref, or `refs/pull/<n>/merge`. */
  readonly ref: string;
  /** Branch a pull request wants to merge into. */
  readonly baseRef?: string;
  /** Repository-relative paths the event changes, for `paths` filters; not given means the filters let it pass. */
  readonly changedFiles?: readonly string[];
}

/** Activity types that start a workflow without a `types` filter, where that is not all of them. */
const DEFAULT_TYPES: Readonly<Record<string, readonly string[]>> = {
  pull_request: ['opened', 'synchronize', 'reopened'],
  pull_request_target: ['opened', 'synchronize', 'reopened'],
};

/** The configuration under `on` for an event: a token, `null` when the event is named without one, undefined if absent. */
function configuration(root: TemplateToken, eventName: string): TemplateToken | null | undefined {
  const on = child(root, 'on');
  if (on === undefined) return undefined;
  if (isString(on)) return on.value === eventName ? null : undefined;
  if (isSequence(on)) return itemsOf(on).some((item) => textOf(item) === eventName) ? null : undefined;
  const pair = pairsOf(on).find((candidate) => textOf(candidate.key) === eventName);
  if (pair === undefined) return undefined;
  return isMapping(pair.value) || isSequence(pair.value) ? pair.value : null;
}

/** Events a workflow file names under `on`. */
export function eventsOf(root: TemplateToken): string[] {
  const on = child(root, 'on');
  if (on === undefined) return [];
  if (isString(on)) return [on.value];
  return isSequence(on) ? itemsOf(on).map(textOf) : pairsOf(on).map((pair) => textOf(pair.key));
}

/**
 * Whether an event starts a workflow: the event is named, its activity type, branch or tag, paths, cron line pass
 * the filters. `root` comes from `parseWorkflowFile`.
 */
export function matchesTrigger(root: TemplateToken, trigger: TriggerEvent): boolean {
  const config = configuration(root, trigger.eventName);
  if (config === undefined) return false;
  if (trigger.eventName === 'schedule') return matchesSchedule(config, trigger.event);
  const isRef = trigger.eventName === 'workflow_run' ? matchesRun : matchesRef;
  return matchesType(config, trigger) && isRef(config, trigger) && matchesPaths(config, trigger);
}

/** A run starts others by the name of its workflow, and where they ask for it by the branch that it ran for. */
function matchesRun(config: TemplateToken | null, { event }: TriggerEvent): boolean {
  const run = event['workflow_run'];
  if (!isObject(run)) return false;
  const names = strings(config, 'workflows') ?? [];
  return (
    names.includes(textOfValue(run['name'])) &&
    includesAndIgnores(config, 'branches', textOfValue(run['head_branch']))
  );
}

function strings(config: TemplateToken | null, key: string): string[] | undefined {
  const token = config === null ? undefined : child(config, key);
  if (token === undefined) return undefined;
  return isSequence(token) ? itemsOf(token).map(textOf) : [textOf(token)];
}

function matchesSchedule(config: TemplateToken | null, event: JsonObject): boolean {
  const crons = config === null ? [] : itemsOf(config).map((item) => textOf(child(item, 'cron')));
  return event['schedule'] === undefined || crons.includes(textOfValue(event['schedule']));
}

function matchesType(config: TemplateToken | null, trigger: TriggerEvent): boolean {
  const types = strings(config, 'types') ?? DEFAULT_TYPES[trigger.eventName];
  const action = trigger.event['action'];
  return types === undefined || typeof action !== 'string' || types.includes(action);
}

function includesAndIgnores(config: TemplateToken | null, key: string, name: string): boolean {
  const include = strings(config, key);
  const ignore = strings(config, `${key}-ignore`);
  if (include !== undefined) return passes(include, name);
  return ignore === undefined || !passes(ignore, name);
}

function matchesRef(config: TemplateToken | null, trigger: TriggerEvent): boolean {
  const { eventName, ref } = trigger;
  if (eventName === 'pull_request' || eventName === 'pull_request_target') {
    return includesAndIgnores(config, 'branches', trigger.baseRef ?? baseOf(trigger.event));
  }
  if (eventName !== 'push') return true;
  const has = (key: string) =>
    strings(config, key) !== undefined || strings(config, `${key}-ignore`) !== undefined;
  if (ref.startsWith('refs/tags/')) {
    if (!has('tags')) return !has('branches');
    return includesAndIgnores(config, 'tags', ref.slice('refs/tags/'.length));
  }
  if (!has('branches')) return !has('tags');
  return includesAndIgnores(config, 'branches', ref.replace(/^refs\/heads\//, ''));
}

function baseOf(event: JsonObject): string {
  const pull = event['pull_request'];
  const base = isObject(pull) ? pull['base'] : undefined;
  return isObject(base) ? textOfValue(base['ref']) : '';
}

function matchesPaths(config: TemplateToken | null, trigger: TriggerEvent): boolean {
  const { changedFiles, eventName, ref } = trigger;
  if (!['push', 'pull_request', 'pull_request_target'].includes(eventName)) return true;
  // Path filters are not evaluated for pushes of tags.
  if (changedFiles === undefined || ref.startsWith('refs/tags/')) return true;
  const include = strings(config, 'paths');
  const ignore = strings(config, 'paths-ignore');
  if (include !== undefined) return changedFiles.some((file) => passes(include, file));
  return ignore === undefined || changedFiles.some((file) => !passes(ignore, file));
}
