/** Edits (insert, remove, replace, swap neighbours) from one short text to another. */
function distance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const cost = from[row - 1] === to[column - 1] ? 0 : 1;
      const at = (up: number, left: number): number => rows[row - up]?.[column - left] ?? Infinity;
      const isSwap =
        column > 1 && row > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const edits = [at(1, 0) + 1, (current[column - 1] ?? Infinity) + 1, at(1, 1) + cost];
      current.push(Math.min(...edits, ...(isSwap ? [at(2, 2) + 1] : [])));
    }
    rows.push(current);
  }
  return rows[from.length]?.[to.length] ?? Infinity;
}

const LONGEST = 64;

/** Hyphens, capitals and a plural are the usual slips. */
const plain = (text: string): string => text.slice(0, LONGEST).toLowerCase().replaceAll('-', '_');

/** The known word that a misspelt one most likely means; undefined when none is near. */
export function nearestOf(word: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((candidate) => ({ candidate, edits: distance(plain(word), plain(candidate)) }))
    .sort((one, other) => one.edits - other.edits);
  const [best] = ranked;
  if (best === undefined) return undefined;
  return best.edits <= Math.max(2, Math.floor(best.candidate.length / 3)) ? best.candidate : undefined;
}
