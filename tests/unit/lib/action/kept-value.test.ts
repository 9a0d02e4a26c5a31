import { expect, test } from '@jest/globals';
import { keepValue } from '#lib/action/kept-value.js';

/** A value that is made on call, and a count of how often. */
function counter() {
  const made: number[] = [];
  const waiting: (() => void)[] = [];
  return {
    made,
    release: () => {
      for (const go of waiting.splice(0)) go();
    },
    make: () =>
      new Promise<number>((resolve) => {
        const number = made.push(made.length + 1);
        waiting.push(() => {
          resolve(number);
        });
      }),
  };
}

test('callers at the same time share one making', async () => {
  const { make, made, release } = counter();
  const get = keepValue(make, () => true);
  const asked = [get(), get(), get(true)];
  release();
  expect(await Promise.all(asked)).toEqual([1, 1, 1]);
  expect(made).toHaveLength(1);
  expect(await get()).toBe(1);
});

test('a value is made anew when it is stale, and when it was refused', async () => {
  const { make, release } = counter();
  let isFresh = true;
  const get = keepValue(make, () => isFresh);
  const next = async (anew?: boolean): Promise<number> => {
    const value = get(anew);
    await Promise.resolve();
    release();
    return value;
  };
  expect(await next()).toBe(1);
  expect(await next(true)).toBe(2);
  isFresh = false;
  expect(await next()).toBe(3);
  isFresh = true;
  expect(await next()).toBe(3);
});

test('a failure is not kept', async () => {
  let failures = 1;
  const get = keepValue(
    () => (failures-- > 0 ? Promise.reject(new Error('nobody answers')) : Promise.resolve('token')),
    () => true,
  );
  await expect(Promise.all([get(), get()])).rejects.toThrow('nobody answers');
  expect(await get()).toBe('token');
});
