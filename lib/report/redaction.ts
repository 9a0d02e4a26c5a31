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
  'role',
  'side',
  'quantity',
  'podRouting',
  'code',
  'phase',
  'phases',
  'bundle',
  'sha',
  'headSha',
  'runUrl',
  'generatedAt',
  'startedAt',
  'applied',
  'why',
  'check',
  'state',
]);

/**
 * The value with every text put through the redactor, except members in the list above. What holds no secret is shared
 * with the given value and not copied: of a large plan that is nearly all.
 */
export function redactTexts<T>(value: T, redact: (text: string) => string): T {
  return redactValue(value, redact) as T;
}

function redactValue(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redact(value);
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? redactList(value, redact) : redactMembers(value as Members, redact);
}

type Members = Readonly<Record<string, unknown>>;

function redactList(list: readonly unknown[], redact: (text: string) => string): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let index = 0; index < list.length; index += 1) {
    const redacted = redactValue(list[index], redact);
    if (redacted === list[index]) continue;
    copy ??= [...list];
    copy[index] = redacted;
  }
  return copy ?? list;
}

function redactMembers(members: Members, redact: (text: string) => string): Members {
  let copy: Record<string, unknown> | undefined;
  for (const name in members) {
    const member = members[name];
    if (member === null || (typeof member !== 'string' && typeof member !== 'object') || KEPT.has(name))
      continue;
    const redacted = redactValue(member, redact);
    if (redacted === member) continue;
    copy ??= { ...members };
    copy[name] = redacted;
  }
  return copy ?? members;
}
