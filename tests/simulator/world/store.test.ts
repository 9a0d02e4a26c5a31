import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ObjectValue, WorldObject } from '#simulator/terraform-provider/engine/types.js';
import { ObjectStore, type ObjectChange } from '#simulator/world/store.js';

let directory: string;
let file: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'store-'));
  file = join(directory, 'objects.json');
});
afterEach(() => rmSync(directory, { recursive: true }));

const object = (key: string, attributes: ObjectValue = {}, type = 'aws_vpc'): WorldObject => ({
  key,
  provider: 'aws',
  type,
  region: 'eu-central-1',
  attributes,
});

describe('the objects of a world', () => {
  it('lists by type in the order of keys, whatever the order of creation', () => {
    const store = new ObjectStore(file);
    for (const key of ['c', 'a', 'b']) store.put(object(key));
    store.put(object('d', {}, 'aws_subnet'));
    expect(store.list('aws_vpc').map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    expect(store.list()).toHaveLength(4);
    expect(store.find(({ type }) => type === 'aws_subnet')?.key).toBe('d');
    expect(store.get('nobody')).toBeUndefined();
  });

  it('is the same after it is read again, integers beyond doubles as text', async () => {
    const store = new ObjectStore(file);
    store.put(object('a', { tags: { x: 'y' }, list: [1, null, true], big: 9_007_199_254_740_993n }));
    await store.flush();
    const [again] = new ObjectStore(file).list();
    expect(again?.attributes).toEqual({ tags: { x: 'y' }, list: [1, null, true], big: '9007199254740993' });
  });

  it('keeps secrets of the world to this user, and leaves no temporary file', async () => {
    const store = new ObjectStore(file);
    for (let index = 0; index < 50; index += 1) store.put(object(`k${index}`));
    await Promise.all([store.flush(), store.flush()]);
    expect(readdirSync(directory)).toEqual(['objects.json']);
    expect(statSync(file).mode & 0o077).toBe(0);
    store.put(object('last'));
    store.flushSync();
    expect(readFileSync(file, 'utf8')).toContain('"last"');
    expect(readdirSync(directory)).toEqual(['objects.json']);
  });

  it('has everything in the file once flushed, also what changed while it wrote', async () => {
    const store = new ObjectStore(file);
    store.put(object('a'));
    const first = store.flush();
    await new Promise((resolve) => setImmediate(resolve));
    store.put(object('b'));
    await Promise.all([first, store.flush()]);
    expect(new ObjectStore(file).list().map(({ key }) => key)).toEqual(['a', 'b']);
  });

  it('tells listeners what changed and from what', () => {
    const store = new ObjectStore(file);
    const changes: ObjectChange[] = [];
    const unsubscribe = store.onChange((change) => changes.push(change));
    store.put(object('a', { n: 1 }));
    store.patch('a', { n: 2 });
    store.delete('a');
    expect(store.delete('a')).toBe(false);
    unsubscribe();
    store.put(object('b'));
    expect(
      changes.map(({ kind, object: { attributes }, before }) => [
        kind,
        attributes['n'],
        before?.attributes['n'],
      ]),
    ).toEqual([
      ['put', 1, undefined],
      ['put', 2, 1],
      ['delete', 2, 2],
    ]);
  });

  it('refuses to patch what does not exist', () => {
    expect(() => new ObjectStore(file).patch('a', {})).toThrow(expect.objectContaining({ code: 'SIM1004' }));
  });

  it.each([
    [
      'tags changed',
      { tags: { own: 'new', more: '1' } },
      { tags: { own: 'new', more: '1' }, tags_all: { default: 'd', own: 'new', more: '1' } },
    ],
    ['tags removed', { tags: null }, { tags: null, tags_all: { default: 'd' } }],
    [
      'all tags changed',
      { tags_all: { default: 'd', own: 'x' } },
      { tags: { own: 'x' }, tags_all: { default: 'd', own: 'x' } },
    ],
    [
      'a default tag overridden',
      { tags_all: { default: 'e', own: 'o' } },
      { tags: { default: 'e', own: 'o' }, tags_all: { default: 'e', own: 'o' } },
    ],
    [
      'nothing about tags',
      { name: 'n' },
      { tags: { own: 'o' }, tags_all: { default: 'd', own: 'o' }, name: 'n' },
    ],
  ])('keeps both views of tags consistent: %s', (_what, patch, expected) => {
    const store = new ObjectStore(file);
    store.put(object('a', { tags: { own: 'o' }, tags_all: { default: 'd', own: 'o' } }));
    expect(store.patch('a', patch as ObjectValue).attributes).toEqual(expected);
  });

  it('has one view of tags where the type has one', () => {
    const store = new ObjectStore(file);
    store.put(object('a', { tags: { a: '1' } }, 'azurerm_subnet'));
    expect(store.patch('a', { tags: { a: '2' } }).attributes).toEqual({ tags: { a: '2' } });
  });

  it.each([['not json'], ['{}'], ['{"format":2,"objects":[]}'], ['{"format":1,"objects":[{"key":"a"}]}']])(
    'refuses a damaged file: %s',
    (text) => {
      writeFileSync(file, text);
      expect(() => new ObjectStore(file)).toThrow(expect.objectContaining({ code: 'SIM1002' }));
      expect(existsSync(file)).toBe(true);
    },
  );
});
