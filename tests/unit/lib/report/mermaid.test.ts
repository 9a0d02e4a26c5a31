import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { linkPicture, type LinkEffect } from '#lib/report/mermaid.js';

type Tunnel = LinkEffect['tunnels'][number];

const tunnel = (name: string, effect: Tunnel['effect']): Tunnel => ({ name, effect, because: [] });
const four = (effects: readonly Tunnel['effect'][]): LinkEffect => ({
  redundancy: 'kept',
  tunnels: effects.map((effect, index) =>
    tunnel(`instance${String(Math.floor(index / 2))}-tunnel${String((index % 2) + 1)}`, effect),
  ),
});

/** The part of Mermaid's flowchart grammar that the picture uses; anything else is an error. */
function expectFlowchart(picture: string): readonly string[] {
  const lines = picture.split('\n');
  const end = lines.indexOf('```');
  expect([lines[0], lines[1]]).toEqual(['```mermaid', 'flowchart LR']);
  const text = String.raw`"(?:[\p{L}\p{N} ….,/_-]|#\d+;|<br/>)*"`;
  const statements = [
    String.raw`\w+\[${text}\](?::::(?:none|create|update|interrupt|destroy))?`,
    String.raw`subgraph \w+\[${text}\]`,
    'end',
    String.raw`\w+ (?:---|-\.-|--x) \w+`,
    String.raw`classDef \w+ fill:#\w{6},stroke:#\w{6},color:#\w{6}`,
  ];
  const statement = new RegExp(`^ +(?:${statements.join('|')})$`, 'u');
  const body = lines.slice(2, end);
  for (const line of body) expect(line).toMatch(statement);
  const nodes = new Set(body.map((line) => /^ +(\w+)\["/.exec(line)?.[1]));
  for (const line of body) {
    const [, from, to] = /^ +(\w+) \S+ (\w+)$/.exec(line) ?? [];
    if (from !== undefined) expect([nodes.has(from), nodes.has(to)]).toEqual([true, true]);
  }
  return body;
}

describe('the picture of the link', () => {
  test('four tunnels end at two instances, each with what happens to it', () => {
    const picture = linkPicture(four(['destroy', 'interrupt', 'none', 'update']));
    const lines = expectFlowchart(picture).map((line) => line.trim());
    expect(lines.filter((line) => line.startsWith('gw'))).toEqual(['gw0["instance0"]', 'gw1["instance1"]']);
    expect(lines).toContain('t0["instance0-tunnel1<br/>is destroyed"]:::destroy');
    expect(lines).toContain('t1["instance0-tunnel2<br/>goes down for a while"]:::interrupt');
    expect(lines.filter((line) => / gw\d$/.test(line))).toEqual([
      't0 --x gw0',
      't1 -.- gw0',
      't2 --- gw1',
      't3 --- gw1',
    ]);
    expect(picture).toContain('more than one connection stays up');
  });

  test.each([
    ['lost', '**While this is applied only one connection is left**'],
    ['none', 'nothing carries traffic'],
    ['unknown', 'is unknown'],
  ] as const)('redundancy %s is said', (redundancy, words) => {
    expect(linkPicture({ ...four(['destroy', 'none']), redundancy })).toContain(words);
  });

  test('a new link is said to be new', () => {
    const link = { ...four(['create', 'create', 'create', 'create']), redundancy: 'none' as const };
    expect(linkPicture(link)).toMatch(/All of this link is new\.$/);
  });

  test('nothing is shown when nothing happens', () => {
    expect(linkPicture(null)).toBe('');
    expect(linkPicture(four(['none', 'none', 'none', 'none']))).toBe('');
    expect(linkPicture({ tunnels: [], redundancy: 'unknown' })).toBe('');
  });

  test('no name can be syntax', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.oneof(
              fc.string({ unit: 'binary' }),
              fc.constantFrom('"]; click t0 "javascript:x"', '%%{init: {}}%%', '```', '#quot;<b>', 'end'),
            ),
            fc.constantFrom('create' as const, 'destroy' as const, 'none' as const),
          ),
          { minLength: 1, maxLength: 20 },
        ),
        (tunnels) => {
          const picture = linkPicture({
            redundancy: 'kept',
            tunnels: [tunnel('x', 'create'), ...tunnels.map(([name, effect]) => tunnel(name, effect))],
          });
          expectFlowchart(picture);
        },
      ),
    );
  });
});
