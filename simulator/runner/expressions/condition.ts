import { isBasicExpression } from '@actions/workflow-parser';
import { ensureStatusFunction } from '@actions/workflow-parser/model/converter/if-condition';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import type { Json } from '../host.ts';
import { evaluateExpression, type Scope, type ScopeFunction } from './evaluate.ts';
import { textOf } from './tokens.ts';
import { isTruthy } from './values.ts';

/** What `success()`, `failure()` and `cancelled()` answer in one place; `always()` is always true. */
export interface Status {
  readonly success: boolean;
  readonly failure: boolean;
  readonly cancelled: boolean;
}

/** The four status functions over a status that is asked for at evaluation time. */
export function statusFunctions(status: () => Status): Record<string, ScopeFunction> {
  const plain = (call: () => Json): ScopeFunction => ({ minArgs: 0, maxArgs: 0, call });
  return {
    always: plain(() => true),
    success: plain(() => status().success),
    failure: plain(() => status().failure),
    cancelled: plain(() => status().cancelled),
  };
}

/**
 * The condition an `if` stands for: `${{ }}` around it is optional, and without a status function in it GitHub reads
 * `success() && (…)`. No `if` at all means `success()`.
 */
export function conditionOf(token: TemplateToken | undefined): string {
  if (token === undefined) return 'success()';
  const text = isBasicExpression(token) ? token.expression : token.isScalar ? textOf(token).trim() : '';
  return text === '' ? 'success()' : ensureStatusFunction(text, token.definitionInfo);
}

/** Whether a condition holds. Throws a `WorkflowError` when it cannot be evaluated, which fails the step or job. */
export function holds(condition: string, scope: Scope): boolean {
  return isTruthy(evaluateExpression(condition, scope));
}
