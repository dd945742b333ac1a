import { describe, expect, it } from 'vitest';
import { aRecordType } from '../../../lib/a-record-type';
import { quickValues } from './quick-values';

describe('a record made of what was typed', () => {
  it('is named by all of it where one field names the record', () => {
    expect(quickValues(aRecordType('account'), ' Acme  Iberia ')).toEqual({ name: 'Acme Iberia' });
  });

  it('splits a person’s name after the first word', () => {
    expect(quickValues(aRecordType('contact'), 'Ana García López')).toEqual({
      firstName: 'Ana',
      lastName: 'García López',
    });
    expect(quickValues(aRecordType('contact'), 'Ana')).toEqual({ firstName: 'Ana' });
  });

  it('is refused where a name alone would not be accepted', () => {
    expect(quickValues(aRecordType('lead'), 'Ana')).toBeUndefined();
    expect(quickValues(aRecordType('activity'), 'Call them')).toBeUndefined();
    expect(quickValues(aRecordType('account'), '  ')).toBeUndefined();
  });
});
