import { type Block, blocksOf, ROLE_NAMES } from './address-blocks.ts';
import type { AddressPlanDocument } from './address-plan-document.ts';
import { fenced, plural, visible } from './markdown.ts';

/** Characters of a name; the tree must not wrap in a job summary. */
const LONGEST_NAME = 40;

interface Row {
  readonly tree: string;
  readonly block: Block;
}

/**
 * The address space as a tree of text, for where GitHub shows no picture: each block below the one that contains it,
 * in order of address, with its role, and ✗ with the numbers of the findings about it. '' when there is nothing to show.
 */
export function addressTree(content: Pick<AddressPlanDocument, 'facts' | 'findings'>): string {
  const { shown, left } = blocksOf(content);
  if (shown.length === 0) return '';
  const rows = rowsOf(shown);
  const treeWidth = Math.max(...rows.map(({ tree }) => tree.length));
  const roleWidth = Math.max(...rows.map(({ block }) => ROLE_NAMES[block.role].length));
  const lines = rows.map(({ tree, block }) => {
    const name = visible(block.name);
    const shortName = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
    const marks = block.findings.length === 0 ? '' : `  ✗ ${block.findings.map(String).join(', ')}`;
    return `${tree.padEnd(treeWidth)}  ${ROLE_NAMES[block.role].padEnd(roleWidth)}  ${shortName}${marks}`.trimEnd();
  });
  const more = left === 0 ? [] : [`… and ${plural(left, 'further range')} without findings`];
  return fenced([...lines, ...more].join('\n'), 'text');
}

/** Blocks are in order of address, so the ancestors of the next block are a stack. */
function rowsOf(blocks: readonly Block[]): readonly Row[] {
  const parents = parentsOf(blocks);
  const isLastChild = parents.map((parent, index) => parents.lastIndexOf(parent) === index);
  return blocks.map((block, index) => {
    const stems: string[] = [];
    let at = index;
    while ((parents[at] ?? -1) !== -1) {
      const last = isLastChild[at] === true;
      if (at === index) stems.unshift(last ? '└─ ' : '├─ ');
      else stems.unshift(last ? '   ' : '│  ');
      at = parents[at] ?? -1;
    }
    return { tree: `${stems.join('')}${visible(block.text)}`, block };
  });
}

/** Index of the smallest block around each, -1 for none. */
function parentsOf(blocks: readonly Block[]): readonly number[] {
  const around: number[] = [];
  return blocks.map(({ cidr }, index) => {
    while (around.length > 0) {
      const top = blocks[around.at(-1) ?? -1]?.cidr;
      if (top?.family === cidr.family && top.last >= cidr.last) break;
      around.pop();
    }
    const parent = around.at(-1) ?? -1;
    around.push(index);
    return parent;
  });
}
