import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import type { CacheMode } from '../doubles/double.ts';
import { child, textOf } from '../expressions/tokens.ts';
import type { WorkflowFrame } from './run-context.ts';

/**
 * The cache access of a job: its own `cache-mode`, else its workflow's, within what the callers allow.
 * Source: GitHub changelog of 2026-09-10.
 */
export function cacheModeOf(frame: WorkflowFrame, job: TemplateToken): CacheMode {
  const own = modeOf(textOf(child(job, 'cache-mode') ?? child(frame.file.root, 'cache-mode')));
  if (frame.cacheMode === undefined) return own;
  const outer = modeOf(frame.cacheMode);
  return modeFrom(reads(own) && reads(outer), writes(own) && writes(outer));
}

function modeOf(text: string): CacheMode {
  return text === 'read' || text === 'write-only' || text === 'none' ? text : 'write';
}

function modeFrom(read: boolean, write: boolean): CacheMode {
  if (read) return write ? 'write' : 'read';
  return write ? 'write-only' : 'none';
}

/** Whether a mode allows restoring. */
export function reads(mode: CacheMode): boolean {
  return mode === 'read' || mode === 'write';
}

/** Whether a mode allows saving. */
export function writes(mode: CacheMode): boolean {
  return mode === 'write' || mode === 'write-only';
}
