import { parseDiagnostic, type Diagnostic, type Folders } from './diagnostics.ts';
import { isObject } from './plan-json.ts';

/**
 * What is used of one line of Terraform's machine-readable UI (`init`, `plan` and `apply` with `-json`, UI version 1.x). Only
 * addresses and actions are taken over: the messages beside them hold identifiers and, in outputs, values.
 */
export type UiEvent =
  | { readonly type: 'version'; readonly tool: 'terraform' | 'opentofu'; readonly version: string }
  | { readonly type: 'diagnostic'; readonly diagnostic: Diagnostic }
  | { readonly type: 'refreshed'; readonly address: string }
  | { readonly type: 'read'; readonly address: string }
  | { readonly type: 'drift'; readonly address: string; readonly action: string }
  | { readonly type: 'planned'; readonly address: string; readonly action: string }
  /** Work on one object began, or ended; `action` is create, update or delete, and a replacement has two of them. */
  | { readonly type: 'apply-started'; readonly address: string; readonly action: string }
  | { readonly type: 'applied'; readonly address: string; readonly action: string }
  | { readonly type: 'apply-failed'; readonly address: string; readonly action: string }
  /** A step of init or a note of Terraform; `message` holds names of providers and modules. */
  | { readonly type: 'note'; readonly message: string };

/** Reads one line; undefined for lines that are not JSON or carry nothing that is used. */
export function parseUiLine(line: string, folders: Folders): UiEvent | undefined {
  if (!line.startsWith('{')) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  return isObject(value) ? eventOf(value, folders) : undefined;
}

function eventOf(value: Readonly<Record<string, unknown>>, folders: Folders): UiEvent | undefined {
  switch (value['type']) {
    case 'version':
      return versionOf(value);
    case 'diagnostic': {
      const diagnostic = parseDiagnostic(value['diagnostic'], folders);
      return diagnostic && { type: 'diagnostic', diagnostic };
    }
    case 'refresh_complete':
      return withAddress(value['hook'], (address) => ({ type: 'refreshed', address }));
    case 'apply_start':
      return withAddress(value['hook'], (address, action) => ({ type: 'apply-started', address, action }));
    case 'apply_complete':
      // Data sources are "applied", too, and during a plan only they are.
      return withAddress(value['hook'], (address, action) =>
        action === 'read' ? { type: 'read', address } : { type: 'applied', address, action },
      );
    case 'apply_errored':
      return withAddress(value['hook'], (address, action) => ({ type: 'apply-failed', address, action }));
    case 'resource_drift':
      return withAddress(value['change'], (address, action) => ({ type: 'drift', address, action }));
    case 'planned_change':
      return withAddress(value['change'], (address, action) => ({ type: 'planned', address, action }));
    case 'init_output':
    case 'log':
      return typeof value['@message'] === 'string'
        ? { type: 'note', message: value['@message'].trim() }
        : undefined;
    default:
      return undefined;
  }
}

function versionOf(value: Readonly<Record<string, unknown>>): UiEvent | undefined {
  if (typeof value['tofu'] === 'string') return { type: 'version', tool: 'opentofu', version: value['tofu'] };
  const version = value['terraform'];
  return typeof version === 'string' ? { type: 'version', tool: 'terraform', version } : undefined;
}

function withAddress(part: unknown, make: (address: string, action: string) => UiEvent): UiEvent | undefined {
  if (!isObject(part) || !isObject(part['resource'])) return undefined;
  const address = part['resource']['addr'];
  const action = part['action'];
  return typeof address === 'string'
    ? make(address, typeof action === 'string' ? action : 'unknown')
    : undefined;
}
