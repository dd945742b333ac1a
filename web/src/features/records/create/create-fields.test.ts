import { describe, expect, it } from 'vitest';
import { aRecordType, RECORD_TYPE_NAMES } from '../../../lib/a-record-type';
import { createFields, initialValues, missingFields, toDraft } from './create-fields';

describe('the form that creates a record', () => {
  it.each(RECORD_TYPE_NAMES)('asks at once for all that %s needs', (name) => {
    const type = aRecordType(name);
    const names = createFields(type, {}, () => true).first.map((field) => field.name);
    for (const field of Object.values(type.fields)) {
      if (field.isRequired) expect(names).toContain(field.name);
    }
    expect(names.slice(0, 1)).toEqual(type.title.slice(0, 1));
  });

  it('shows what was given beforehand, whatever the field', () => {
    const { first } = createFields(aRecordType('contact'), { externalId: 'C-1' }, () => true);
    expect(first.map(({ name }) => name)).toContain('externalId');
  });

  it('never asks for what the role may not write or only the server sets', () => {
    const fields = createFields(aRecordType('opportunity'), {}, ({ name }) => name !== 'amount');
    const names = [...fields.first, ...fields.more].map(({ name }) => name);
    expect(names).not.toContain('amount');
    expect(names).not.toContain('status');
  });

  it('starts with the type’s defaults under what was given, and sends nothing empty', () => {
    const fields = createFields(aRecordType('account'), {}, () => true);
    const values = initialValues(fields, { kind: 'supplier' }, 'usr_1');
    expect(values).toEqual({ ownerId: 'usr_1', kind: 'supplier' });
    expect(toDraft({ ...values, name: '', tags: [], website: null })).toEqual(values);
  });

  it('names what is missing, and the first of a group of which one is needed', () => {
    const contact = aRecordType('contact');
    const fields = createFields(contact, {}, () => true);
    expect(missingFields(contact, fields, {})).toEqual(['firstName']);
    expect(missingFields(contact, fields, { emails: [{ value: 'a@b.example' }] })).toEqual([]);
    const account = aRecordType('account');
    expect(
      missingFields(
        account,
        createFields(account, {}, () => true),
        { name: '' },
      ),
    ).toEqual(['name']);
  });
});
