import { describe, expect, it } from 'vitest';
import { aRecordType, RECORD_TYPE_NAMES } from '../../../lib/a-record-type';
import { fieldsOf } from '../../../lib/record-fields';
import { groupFields } from './field-groups';

describe('the groups of a record’s fields', () => {
  it.each(RECORD_TYPE_NAMES)('show each writable field of %s once', (name) => {
    const fields = fieldsOf(aRecordType(name));
    const shown = groupFields(fields, { status: 'lost' }).flatMap((group) => group.fields);
    const writable = fields.filter((field) => !field.isReadOnly || field.name === 'status');
    expect(new Set(shown.map(({ name }) => name))).toEqual(new Set(writable.map(({ name }) => name)));
    expect(shown).toHaveLength(writable.length);
  });

  it('leave out what only the server sets until it is set', () => {
    const fields = fieldsOf(aRecordType('lead'));
    const names = (record: Record<string, unknown>) =>
      groupFields(fields, record).flatMap((group) => group.fields.map(({ name }) => name));
    expect(names({})).not.toContain('convertedAt');
    expect(names({ convertedAt: '2026-11-24T00:00:00.000Z' })).toContain('convertedAt');
  });
});
