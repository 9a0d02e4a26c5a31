import type { Diagnostic } from './diagnostics.ts';

/** Who holds a state lock, as Terraform prints it; a line it does not print is null. */
export interface StateLock {
  readonly id: string | null;
  readonly path: string | null;
  readonly operation: string | null;
  readonly who: string | null;
  readonly version: string | null;
  /** As printed: `2026-11-22 15:12:53.437472512 +0000 UTC`. */
  readonly created: string | null;
}

/**
 * Recognises "Error acquiring the state lock" among the diagnostics (Terraform's `statemgr.LockError` and
 * `clistate` messages, the same for every backend) and reads the holder from its text.
 */
export function findStateLock(diagnostics: readonly Diagnostic[]): StateLock | undefined {
  const found = diagnostics.find(
    (entry) => entry.severity === 'error' && entry.summary.startsWith('Error acquiring the state lock'),
  );
  return found === undefined ? undefined : readLock(found.detail);
}

/** The same from what a command wrote for people, in or without the frame that Terraform draws around errors. */
export function lockFromText(text: string): StateLock | undefined {
  const plain = text.replaceAll(/^[╷│╵] ?/gm, '');
  return plain.includes('Error acquiring the state lock') ? readLock(plain) : undefined;
}

function readLock(text: string): StateLock {
  const field = (name: string): string | null => {
    const value = new RegExp(`^\\s*${name}:[ \\t]*(\\S.*)$`, 'm').exec(text)?.[1];
    return value?.trim() ?? null;
  };
  return {
    id: field('ID'),
    path: field('Path'),
    operation: field('Operation'),
    who: field('Who'),
    version: field('Version'),
    created: field('Created'),
  };
}

/** One sentence for the person who waits: the holder, since when, and the ID that force-unlock asks for. */
export function describeStateLock(lock: StateLock): string {
  const who = lock.who ?? 'an unknown holder';
  const operation = lock.operation?.replace(/^OperationType/, '').toLowerCase() ?? 'an unknown operation';
  return `The state is locked by ${who} (${operation}) since ${lock.created ?? 'an unknown time'}; lock ID ${lock.id ?? 'unknown'}.`;
}
