import { describe, expect, it } from 'vitest';
import { parseSearch } from './query';

describe('parseSearch', () => {
  it.each([
    ['García', { driving: 'garcia', others: [] }],
    ['ana garcía', { driving: 'garcia', others: ['ana'] }],
    ['Ana@Acme.com', { driving: 'ana@acme.com', others: [] }],
    ['@acme.com', { driving: 'acme.com', others: [] }],
    ['600 12', { driving: '60012', others: [] }],
    ['+34 600 123 456', { driving: '34600123456', others: [], fallback: '600123456' }],
    ['ana ana', { driving: 'ana', others: [] }],
    ['12', { driving: '12', others: [] }],
    ['- …', undefined],
    ['', undefined],
  ])('reads %s', (text, terms) => {
    expect(parseSearch(text)).toEqual(terms);
  });
});
