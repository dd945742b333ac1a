import { describe, expect, it } from 'vitest';
import { names, promisesOf } from '../support/promises';

describe.each(['docs/security.md', 'docs/reliability.md'])('%s', (document) => {
  it('names for each promise the tests that show it, or says that it is open', async () => {
    const promises = await promisesOf(document);
    expect(promises.length).toBeGreaterThan(20);
    expect(promises.filter(({ tests, isOpen }) => tests.length === 0 && !isOpen)).toEqual([]);
  });

  it('names only tests that say which requirement they show', async () => {
    const promises = await promisesOf(document);
    const claims = promises.flatMap(({ id, tests }) => tests.map((file) => ({ id, file })));
    const isTrue = await Promise.all(claims.map(({ id, file }) => names(file, id)));
    expect(claims.filter((_, index) => !isTrue[index])).toEqual([]);
  });
});
