/**
 * How a resource's computed attributes are written down: one table a type, each line an attribute and how its
 * value comes about. Lines are worked from top to bottom and see what stands above them, so `id` comes first.
 */
import { UNKNOWN } from '../engine/types.ts';
import type { FillContext, FillRule, ObjectValue, Value } from '../engine/types.ts';
import { hasUnknown, isList, isObject } from './values.ts';

/** What a line of a fill table sees: the context, and the object as far as it is known by now. */
export interface Fill extends FillContext {
  readonly self: ObjectValue;
}
export type Maker = (fill: Fill) => Value;
/** As `Maker`, for an attribute of a nested block: also sees the block as far as known and its index. */
export type BlockMaker = (fill: Fill, block: ObjectValue, index: number) => Value;

/** Computed attributes inside each element of a nested block, and the block itself where it is computed whole. */
export interface BlockTable {
  readonly each: Readonly<Record<string, BlockMaker | BlockTable>>;
  readonly absent?: Maker;
}
export type FillTable = Readonly<Record<string, Maker | BlockTable>>;

/** A constant. */
export const is =
  (value: Value): Maker =>
  () =>
    value;

/** A nested block with computed attributes; `absent` gives the whole block where it was not configured. */
export function each(table: Readonly<Record<string, BlockMaker | BlockTable>>, absent?: Maker): BlockTable {
  return absent ? { each: table, absent } : { each: table };
}

/** The rule of a table. It answers every attribute of the table that is unknown in the plan, or unknown in parts. */
export function fillRule(table: FillTable): FillRule {
  return (context) => {
    const result: Record<string, Value> = {};
    const self: Record<string, Value> = { ...context.planned };
    for (const [attribute, line] of Object.entries(table)) {
      const planned = context.planned[attribute];
      if (planned === undefined || !hasUnknown(planned)) continue;
      const value = fillAttribute({ ...context, self }, planned, line);
      result[attribute] = value;
      self[attribute] = value;
    }
    return result;
  };
}

function fillAttribute(fill: Fill, planned: Value, line: Maker | BlockTable): Value {
  if (typeof line === 'function') return planned === UNKNOWN ? line(fill) : mergeKnown(planned, line(fill));
  if (planned === UNKNOWN) return line.absent ? line.absent(fill) : [];
  return fillBlocks(fill, planned, line);
}

function fillBlocks(fill: Fill, planned: Value, table: BlockTable): Value {
  if (isList(planned)) return planned.map((item, index) => fillBlock(fill, item, table, index));
  return fillBlock(fill, planned, table, 0);
}

function fillBlock(fill: Fill, planned: Value, table: BlockTable, index: number): Value {
  if (!isObject(planned)) return planned;
  const block: Record<string, Value> = { ...planned };
  for (const [attribute, line] of Object.entries(table.each)) {
    const value = planned[attribute];
    if (value === undefined || !hasUnknown(value)) continue;
    if (typeof line === 'function') block[attribute] = mergeKnown(value, line(fill, block, index));
    else block[attribute] = value === UNKNOWN ? (line.absent?.(fill) ?? []) : fillBlocks(fill, value, line);
  }
  return block;
}

/** What was known in the plan must stay; the made value fills the rest. */
function mergeKnown(planned: Value, made: Value): Value {
  if (planned === UNKNOWN) return made;
  if (isObject(planned) && isObject(made)) {
    return Object.fromEntries(
      Object.entries(planned).map(([name, value]) => [
        name,
        hasUnknown(value) ? mergeKnown(value, made[name] ?? null) : value,
      ]),
    );
  }
  if (isList(planned) && isList(made))
    return planned.map((item, index) => mergeKnown(item, made[index] ?? null));
  return planned;
}
