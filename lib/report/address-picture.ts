import { formatAddress } from '../net/cidr.ts';
import { type Block, blocksOf, type Hue, isMarked, ROLE_NAMES } from './address-blocks.ts';
import { layOut, type Layout, type PlacedBlock, spanOf } from './address-layout.ts';
import type { AddressFinding, AddressPlanDocument } from './address-plan-document.ts';
import { plural, shorten, visible } from './markdown.ts';

type Content = Pick<AddressPlanDocument, 'facts' | 'findings' | 'verdict'>;

const LEFT = 132;
const TOP = 92;
const MARGIN = 20;
/** Average width in pixels of a character of the fonts below at their size. */
const CHARACTER = 6.4;
const LEAST_WIDTH = 860;

/** Fill, border and text of each hue on light and dark ground; contrast of text at least 4.5. */
const HUES: Readonly<
  Record<Hue, { readonly light: readonly string[]; readonly dark: readonly string[]; readonly words: string }>
> = {
  aws: { light: ['#fff1dc', '#bc6c00', '#5c3500'], dark: ['#3d2a0c', '#e09b3d', '#ffdfb0'], words: 'AWS' },
  tunnels: {
    light: ['#f1e8fd', '#8250df', '#3b1a78'],
    dark: ['#2b1d4a', '#a97bf5', '#e2d3ff'],
    words: 'link between the clouds',
  },
  azure: {
    light: ['#dff0ff', '#0969da', '#0a3069'],
    dark: ['#0d2a4a', '#58a6ff', '#cbe4ff'],
    words: 'Azure',
  },
  pods: {
    light: ['#dcf7e3', '#1a7f37', '#0b3d1a'],
    dark: ['#0f3320', '#3fb950', '#c4f2d0'],
    words: 'pods on Azure nodes',
  },
  peers: {
    light: ['#eaeef2', '#57606a', '#24292f'],
    dark: ['#272d36', '#8b949e', '#dfe5ec'],
    words: 'others',
  },
};

function styles(): string {
  const rules = (theme: 'light' | 'dark') =>
    Object.entries(HUES)
      .map(
        ([
          hue,
          {
            [theme]: [fill = '', stroke = '', text = ''],
          },
        ]) =>
          [
            `.b-${hue}{fill:${fill};stroke:${stroke}}`,
            `.t-${hue}{fill:${text}}`,
            `.h-${hue}{fill:${stroke}}`,
            `.l-${hue}{stroke:${fill}}`,
          ].join(''),
      )
      .join('');
  return [
    'text{font:11px ui-sans-serif,system-ui,"Segoe UI",sans-serif}',
    '.m{font-family:ui-monospace,"SFMono-Regular",Menlo,Consolas,"DejaVu Sans Mono",monospace}',
    '.l{paint-order:stroke;stroke-width:3.5px;stroke-linejoin:round}',
    '.b{stroke-width:1.2}.title{font-size:17px;font-weight:600}.lane{font-size:12px;font-weight:600}',
    '.n{font-size:11px;font-weight:700;fill:#fff}.bad{fill:none;stroke:#cf222e;stroke-width:2.2}.dot{fill:#cf222e}',
    '.ground{fill:#fff;stroke:#d0d7de}.ink{fill:#1f2328}.soft{fill:#59636e}.line{stroke:#d0d7de}.free{fill:#f6f8fa}',
    '.hatch{stroke:#cf222e}.ok{fill:#1a7f37}.no{fill:#cf222e}.maybe{fill:#9a6700}',
    rules('light'),
    '@media(prefers-color-scheme:dark){',
    '.ground{fill:#0d1117;stroke:#3d444d}.ink{fill:#e6edf3}.soft{fill:#9198a1}.line{stroke:#3d444d}.free{fill:#161b22}',
    '.hatch,.bad{stroke:#ff6a61}.ok{fill:#3fb950}.no{fill:#ff6a61}.maybe{fill:#d29922}',
    rules('dark'),
    '}',
  ].join('');
}

/**
 * The address space as SVG, without outside parts and safe in a page: addresses downwards, one column for what each
 * range is for, what overlaps at the same height. Ranges with findings have a red border, the addresses in dispute are
 * hatched, and numbers lead to the sentences below. Null when there is nothing to draw.
 */
export function addressPicture(content: Content): string | null {
  const { shown, left } = blocksOf(content);
  if (shown.length === 0) return null;
  const layout = layOut(shown, LEFT, TOP);
  const width = Math.max(LEAST_WIDTH, layout.right + MARGIN);
  const notes = notesOf(content.findings, width, left);
  const height = layout.bottom + 34 + notes.length * 17;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}" role="img" aria-labelledby="address-title address-desc">`,
    `<title id="address-title">${xml(headline(content))}</title>`,
    `<desc id="address-desc">${xml(description(shown, content.findings))}</desc>`,
    `<style>${styles()}</style>`,
    '<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch" x1="0" y1="0" x2="0" y2="7" stroke-width="3.4" opacity=".62"/></pattern></defs>',
    `<rect class="ground" x=".5" y=".5" width="${String(width - 1)}" height="${String(height - 1)}" rx="8"/>`,
    `<text class="title ${VERDICT_CLASS[content.verdict]}" x="${String(MARGIN)}" y="31">${xml(headline(content))}</text>`,
    legend(layout),
    ...header(layout),
    ...axis(layout),
    ...pairsOf(layout, content.findings).map(joinLine),
    ...layout.blocks.map(drawBlock),
    ...pairsOf(layout, content.findings).map(hatch),
    ...layout.blocks.map(drawLabels),
    ...notes.map((note, index) => note.replace('@y', String(layout.bottom + 34 + index * 17))),
    '</svg>',
  ].join('\n');
}

const VERDICT_CLASS = { passed: 'ok', failed: 'no', unknown: 'maybe' } as const;

function headline({ verdict, findings }: Content): string {
  const marked = findings.filter(isMarked);
  const errors = marked.filter(({ severity }) => severity === 'error').length;
  const warnings = marked.length - errors;
  const counts = [
    ...(errors > 0 ? [plural(errors, 'error')] : []),
    ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
  ].join(', ');
  if (verdict === 'failed') return `Address plan: ${counts === '' ? 'not good' : counts}`;
  if (verdict === 'unknown')
    return `Address plan: not all could be checked${counts === '' ? '' : `, ${counts}`}`;
  return `Address plan: no conflict${counts === '' ? '' : `, ${counts}`}`;
}

/** What a screen reader reads: the ranges by role, then the findings. */
function description(blocks: readonly Block[], findings: readonly AddressFinding[]): string {
  const ranges = blocks.map(({ role, text }) => `${ROLE_NAMES[role]} ${text}`).join(', ');
  const sentences = findings.filter(isMarked).map(({ sentence }) => sentence);
  return shorten(visible([`${ranges}.`, ...sentences].join(' ')), 4000);
}

function legend({ columns }: Layout): string {
  const present = new Set(columns.map(({ lane }) => lane.hue));
  let x = MARGIN;
  const items = (Object.keys(HUES) as Hue[])
    .filter((hue) => present.has(hue))
    .map((hue) => {
      const { words } = HUES[hue];
      const item = `<rect class="b b-${hue}" x="${String(x)}" y="44" width="14" height="12" rx="2"/><text class="soft" x="${String(x + 20)}" y="54">${words}</text>`;
      x += 40 + words.length * CHARACTER;
      return item;
    });
  return items.join('');
}

function header({ columns }: Layout): readonly string[] {
  return columns.map(
    ({ lane, left, width }) =>
      `<rect class="h-${lane.hue}" x="${String(left)}" y="${String(TOP - 8)}" width="${String(width)}" height="3" rx="1.5"/><text class="lane ink" x="${String(left)}" y="${String(TOP - 14)}">${lane.title}</text>`,
  );
}

function axis({ pieces, right, bottom }: Layout): readonly string[] {
  const lines = pieces.flatMap((piece) => {
    const { family, first, isFree, top, height } = piece;
    const middle = top + height / 2;
    if (isFree) {
      return [
        `<rect class="free" x="${String(LEFT)}" y="${String(top + 3)}" width="${String(right - LEFT)}" height="${String(height - 6)}" rx="3"/>`,
        `<text class="soft" x="${String(LEFT + 8)}" y="${String(middle + 4)}">not used: ${spanOf(piece)}</text>`,
      ];
    }
    const label = family === 4 ? formatAddress(family, first) : shorten(formatAddress(family, first), 18);
    return [
      `<line class="line" x1="${String(LEFT - 6)}" y1="${String(top)}" x2="${String(right)}" y2="${String(top)}" stroke-width=".7"/>`,
      `<text class="m soft" text-anchor="end" x="${String(LEFT - 10)}" y="${String(top + 11)}">${label}</text>`,
    ];
  });
  return [
    ...lines,
    `<line class="line" x1="${String(LEFT - 6)}" y1="${String(bottom)}" x2="${String(right)}" y2="${String(bottom)}" stroke-width=".7"/>`,
  ];
}

function drawBlock({ block, lane, left, top, width, height }: PlacedBlock): string {
  const { text, name, role } = block;
  const title = `<title>${xml(visible(`${ROLE_NAMES[role]} ${text} ${name}`.trim()))}</title>`;
  return `<rect class="b b-${lane.hue}" x="${String(left)}" y="${String(top + 1)}" width="${String(width)}" height="${String(height - 2)}" rx="4">${title}</rect>`;
}

/** Range and name on a ground of their own, so that hatching does not run through them; border and numbers of findings. */
function drawLabels(placed: PlacedBlock): string {
  const { block, lane, left, top, width, height } = placed;
  const most = Math.floor((width - 12 - Math.min(block.findings.length, 3) * 19) / CHARACTER);
  const label = (text: string, y: number, more: string) =>
    `<text class="l l-${lane.hue} t-${lane.hue}${more}" x="${String(left + 7)}" y="${String(y)}">${xml(clip(text, most))}</text>`;
  return [
    label(block.text, top + 14, ' m'),
    height >= 32 && block.name !== '' ? label(block.name, top + 27, '') : '',
    drawMarks(placed),
  ].join('');
}

function clip(text: string, most: number): string {
  const shown = visible(text);
  return shown.length > most ? `${shown.slice(0, most - 1)}…` : shown;
}

interface Pair {
  readonly one: PlacedBlock;
  readonly other: PlacedBlock;
  readonly top: number;
  readonly bottom: number;
}

/** Ranges of one finding that share addresses, with the height of what they share. */
function pairsOf({ blocks }: Layout, findings: readonly AddressFinding[]): readonly Pair[] {
  return findings.filter(isMarked).flatMap((finding) => {
    const own = blocks.filter(({ block }) =>
      finding.subjects.some(({ role, text }) => role === block.role && text === block.text),
    );
    const pairs = own.flatMap((one, index) => own.slice(index + 1).map((other) => ({ one, other })));
    return pairs.flatMap(({ one, other }) => {
      const top = Math.max(one.top, other.top);
      const bottom = Math.min(one.top + one.height, other.top + other.height);
      return bottom > top ? [{ one, other, top, bottom }] : [];
    });
  });
}

function hatch({ one, other, top, bottom }: Pair): string {
  return [one, other]
    .map(
      ({ left, width }) =>
        `<rect fill="url(#hatch)" x="${String(left)}" y="${String(top + 1)}" width="${String(width)}" height="${String(bottom - top - 2)}" rx="4"/>`,
    )
    .join('');
}

function joinLine({ one, other, top, bottom }: Pair): string {
  const [near, far] = one.left < other.left ? [one, other] : [other, one];
  const middle = String((top + bottom) / 2);
  return `<line class="bad" stroke-dasharray="4 3" x1="${String(near.left + near.width)}" y1="${middle}" x2="${String(far.left)}" y2="${middle}"/>`;
}

function drawMarks({ block, left, top, width, height }: PlacedBlock): string {
  if (block.findings.length === 0) return '';
  const border = `<rect class="bad" x="${String(left)}" y="${String(top + 1)}" width="${String(width)}" height="${String(height - 2)}" rx="4"/>`;
  const dots = block.findings.slice(0, 3).map((number, index) => {
    const x = left + width - 12 - index * 19;
    return `<circle class="dot" cx="${String(x)}" cy="${String(top + 11)}" r="8"/><text class="n" text-anchor="middle" x="${String(x)}" y="${String(top + 15)}">${String(number)}</text>`;
  });
  return border + dots.join('');
}

/** Findings below the picture; each line a text element with `@y` for its height. */
function notesOf(findings: readonly AddressFinding[], width: number, left: number): readonly string[] {
  const most = Math.floor((width - 70) / 6.1);
  const notes = findings.flatMap((finding, index) => {
    if (!isMarked(finding)) return [];
    const text = `${String(index + 1)}. ${finding.code}: ${visible(finding.sentence)}`;
    return wrap(text, most).map((line, row) => ({ line, x: row === 0 ? MARGIN : MARGIN + 16 }));
  });
  const shown = notes.slice(0, 24);
  const cut = notes.length - shown.length;
  const more = [
    ...(cut > 0 ? ['Further findings are in the table of the job summary.'] : []),
    ...(left > 0 ? [`${plural(left, 'further range')} without findings not drawn.`] : []),
  ];
  return [...shown, ...more.map((line) => ({ line, x: MARGIN }))].map(
    ({ line, x }) => `<text class="ink" x="${String(x)}" y="@y">${xml(line)}</text>`,
  );
}

function wrap(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > most) lines.push(shorten(word, most * 2));
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** Text of others as text of XML and HTML. */
export function xml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${String(character.codePointAt(0) ?? 0)};`);
}
