import type { RecordData } from '@vinculo/client/types';
import { describe, expect, it } from 'vitest';
import { aRecordType } from '../../../lib/a-record-type';
import { fieldsNamed } from '../../../lib/record-fields';
import { factLines } from './card-lines';

const fields = fieldsNamed(aRecordType('contact'), ['accountId', 'emails', 'phones', 'ownerId']);

function linesOf(values: Record<string, unknown>): string[][] {
  const record = { id: 'con_1', type: 'contact', ...values } as unknown as RecordData;
  return factLines(fields, record).map((line) => line.map(({ name }) => name));
}

describe('factLines', () => {
  const emails = [{ value: 'theo@example.com' }];
  const phones = [{ value: '+1 202 555 0123' }];

  it('gives an address a line of its own, and the others one together', () => {
    expect(linesOf({ accountId: 'acc_1', emails, phones })).toEqual([['accountId', 'phones'], ['emails']]);
    expect(linesOf({ emails })).toEqual([['emails']]);
  });

  it('shows the first three that have a value', () => {
    expect(linesOf({ accountId: 'acc_1', phones, ownerId: 'usr_1', teamId: 'tea_1' })).toEqual([
      ['accountId', 'phones', 'ownerId'],
    ]);
    expect(linesOf({})).toEqual([]);
  });
});
