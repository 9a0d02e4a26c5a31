import { describe, expect, test } from '@jest/globals';
import { mergeHelmValues } from '#lib/net/sources/helm-values.js';
import { nearestOf } from '#lib/net/sources/nearest.js';

describe('values of a Helm release', () => {
  test('are joined map by map, a later text over an earlier one, sets last', () => {
    const texts = ['a: { b: 1, c: [1, 2] }\nd: 1', '', 'a: { c: [3] }'];
    expect(mergeHelmValues(texts, [{ name: 'a.b', value: '2' }])).toEqual({ a: { b: '2', c: [3] }, d: 1 });
  });

  test.each([
    ['a.b', 'x', { a: { b: 'x' } }],
    ['a\\.b', 'x', { 'a.b': 'x' }],
    ['list', '{x,y\\,z}', { list: ['x', 'y,z'] }],
    ['list', '{}', { list: [] }],
    ['list[1].name', 'x', { list: [undefined, { name: 'x' }] }],
    ['text', 'x\\,y', { text: 'x,y' }],
    ['list[9999999]', 'x', { list: undefined }],
  ])('are set by %s=%s', (name, value, expected) => {
    expect(mergeHelmValues([], [{ name, value }])).toEqual(expected);
  });

  test.each(['- a list', 'text', 'a: [', '{'])('are not guessed from %j', (text) => {
    expect(mergeHelmValues(['a: 1', text], [])).toBeUndefined();
  });

  test('cannot reach into what objects inherit', () => {
    const merged = mergeHelmValues(
      ['__proto__: { polluted: 1 }'],
      [{ name: '__proto__.polluted', value: '1' }],
    );
    expect(merged).toBeDefined();
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('the nearest known word', () => {
  test.each([
    ['vcp', 'vpc'],
    ['service-cidr', 'service_cidr'],
    ['Tunnel', 'tunnels'],
    ['remote_pods_networks', 'remote_pod_networks'],
    ['elephant', undefined],
    ['', undefined],
  ])('of %j is %j', (word, expected) => {
    const known = ['vpc', 'service_cidr', 'tunnels', 'remote_pod_networks'];
    expect(nearestOf(word, known)).toBe(expected);
  });
});
