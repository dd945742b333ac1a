import { expect, it } from 'vitest';
import { deferred } from './deferred';

it('reads a module when its first function is called, and passes on what it answers', async () => {
  let reads = 0;
  const module = {
    add: async (a: number, b: number) => a + b,
    fail: async () => {
      throw new Error('as it is');
    },
  };
  const load = async () => {
    reads++;
    return module;
  };
  const { add, fail } = deferred(load, 'add', 'fail');
  expect(reads).toBe(0);
  expect(await add(1, 2)).toBe(3);
  await expect(fail()).rejects.toThrow('as it is');
});
