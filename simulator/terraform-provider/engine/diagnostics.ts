import type { CtyType } from '../cty/types.ts';
import type { Message } from '../wire/protobuf.ts';
import type { Diagnostic, ValuePath } from './types.ts';

const SEVERITY = { error: 1, warning: 2 } as const;

/** An error about an object as a whole. */
export function failure(summary: string, detail = ''): Diagnostic {
  return { severity: 'error', summary, detail, path: [] };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** Diagnostics as the protocol carries them; `type` is that of the object they are about. */
export function diagnosticMessages(diagnostics: readonly Diagnostic[], type: CtyType): readonly Message[] {
  return diagnostics.map(({ severity, summary, detail, path }) => ({
    severity: SEVERITY[severity],
    summary,
    detail,
    ...(path.length === 0 ? {} : { attribute: pathMessage(path, type) }),
  }));
}

/** A path as the protocol carries it: an attribute, a map key and a list index are different kinds of step. */
export function pathMessage(path: ValuePath, type: CtyType): Message {
  let at: CtyType | undefined = type;
  const steps = path.map((step): Message => {
    const parent = at;
    at = stepInto(parent, step);
    if (typeof step === 'number') return { element_key_int: step };
    return parent?.kind === 'map' ? { element_key_string: step } : { attribute_name: step };
  });
  return { steps };
}

function stepInto(type: CtyType | undefined, step: string | number): CtyType | undefined {
  if (type?.kind === 'object') return type.attributes[step];
  if (type?.kind === 'tuple') return typeof step === 'number' ? type.elements[step] : undefined;
  return type !== undefined && 'element' in type ? type.element : undefined;
}
