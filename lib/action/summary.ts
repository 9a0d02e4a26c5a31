import type { SummaryPart } from './types.ts';

/** GitHub drops the whole summary of a step when its file is larger. */
export const SUMMARY_LIMIT_BYTES = 1024 * 1024;

export interface Summary {
  /** Ends with a newline; '' when there was nothing to write or not even the notice had room. */
  readonly markdown: string;
  readonly shortened: number;
  readonly dropped: number;
}

function leftOutNotice(dropped: number): string {
  const parts = dropped === 1 ? '1 part' : `${dropped} parts`;
  return `> [!NOTE]\n> ${parts} of this summary left out: it would be longer than the 1 MiB that GitHub shows.`;
}

/** A blank line between parts ends any list, table or HTML block of the part before. */
function join(texts: readonly string[], dropped: number): string {
  const blocks = texts.map((text) => text.replace(/^\n+|\s+$/g, '')).filter((text) => text !== '');
  if (dropped > 0) blocks.push(leftOutNotice(dropped));
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

/** Each part in full, in its shorter form, or dropped (undefined). */
type Choice = readonly (string | undefined)[];

function render(choice: Choice): string {
  const kept = choice.filter((text) => text !== undefined);
  return join(kept, choice.length - kept.length);
}

/**
 * Joins parts so that they fit into `budgetBytes` of UTF-8. From the last part forward each is replaced by its shorter
 * form, then, still from the end, parts are dropped whole, which a closing line says. A part is never cut, so no fence
 * or table is left open. Room that a dropped part freed goes back to earlier parts that had been shortened.
 */
export function composeSummary(parts: readonly SummaryPart[], budgetBytes = SUMMARY_LIMIT_BYTES): Summary {
  const fits = (candidate: Choice) => Buffer.byteLength(render(candidate)) <= budgetBytes;
  const choice: (string | undefined)[] = parts.map((part) => part.markdown);
  const degrade = (to: (part: SummaryPart) => string | undefined) => {
    for (let index = parts.length - 1; index >= 0 && !fits(choice); index -= 1) {
      const part = parts[index];
      if (part !== undefined) choice[index] = to(part);
    }
  };
  degrade((part) => part.shorter ?? part.markdown);
  degrade(() => undefined);
  if (!fits(choice)) return { markdown: '', shortened: 0, dropped: parts.length };
  for (const [index, part] of parts.entries()) {
    if (choice[index] === undefined || choice[index] === part.markdown) continue;
    const restored = choice.with(index, part.markdown);
    if (fits(restored)) choice[index] = part.markdown;
  }
  return {
    markdown: render(choice),
    shortened: parts.filter((part, index) => choice[index] !== undefined && choice[index] !== part.markdown)
      .length,
    dropped: choice.filter((text) => text === undefined).length,
  };
}
