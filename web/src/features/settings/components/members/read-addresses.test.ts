import { describe, expect, it } from 'vitest';
import { readAddresses } from './read-addresses';

describe('readAddresses', () => {
  it('takes a list as it is pasted from a mail client or a spreadsheet', () => {
    const pasted = 'Ana Ruiz <Ana@norte.example>; tom@norte.example,\nnuria.p+crm@sub.norte.example';
    expect(readAddresses(pasted)).toEqual([
      'ana@norte.example',
      'tom@norte.example',
      'nuria.p+crm@sub.norte.example',
    ]);
  });

  it('invites nobody twice and ignores what is no address', () => {
    expect(readAddresses('ana@norte.example ANA@norte.example, hello @ there')).toEqual([
      'ana@norte.example',
    ]);
  });
});
