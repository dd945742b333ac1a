import { describe, expect, it } from 'vitest';
import { at } from './mapping';

// The example of RFC 6901, section 5.
const DOCUMENT = { foo: ['bar', 'baz'], '': 0, 'a/b': 1, 'c%d': 2, 'm~n': 8, deep: { er: [{ x: null }] } };

describe('a JSON pointer', () => {
  it.each([
    ['', DOCUMENT],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/c%d', 2],
    ['/m~0n', 8],
    ['/deep/er/0/x', null],
    ['/deep/er/1', undefined],
    ['/constructor', undefined],
    ['/__proto__/polluted', undefined],
    ['/foo/0/bar', undefined],
  ])('%s finds what it names, and nothing that is not in the body', (pointer, value) => {
    expect(at(DOCUMENT, pointer)).toEqual(value);
  });
});
