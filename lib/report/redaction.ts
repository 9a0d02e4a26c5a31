/**
 * Members of a document whose texts this project or the runner chose, never a plan: words of an enumeration, and what
 * names the run. A secret that happens to be the same word tells nothing there, and without them the document could
 * not be read. Everything else is redacted, also members that are added later.
 */
const KEPT: ReadonlySet<string> = new Set([
  'schema',
  'stack',
  'directory',
  'workspace',
  'status',
  'tool',
  'formatVersion',
  'mode',
  'type',
  'kind',
  'order',
  'change',
  'reason',
  'severity',
  'rule',
  'level',
  'worstRisk',
  'effect',
  'redundancy',
  'code',
  'phase',
  'phases',
  'bundle',
  'sha',
  'headSha',
  'runUrl',
  'generatedAt',
]);

/** A copy of the value in which every text went through the redactor, except members in the list above. */
export function redactTexts<T>(value: T, redact: (text: string) => string): T {
  return redactValue(value, redact) as T;
}

function redactValue(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map((item) => redactValue(item, redact));
  if (typeof value !== 'object' || value === null) return value;
  // A copy of the whole keeps the shape that all objects of its kind share; one made member by member would not.
  const copy = { ...value } as Record<string, unknown>;
  for (const name in copy) {
    const member = copy[name];
    if (KEPT.has(name) || member === null || (typeof member !== 'string' && typeof member !== 'object'))
      continue;
    const redacted = redactValue(member, redact);
    if (redacted !== member) copy[name] = redacted;
  }
  return copy;
}
