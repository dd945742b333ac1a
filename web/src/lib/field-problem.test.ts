import { describe, expect, it } from 'vitest';
import { sortByField } from './field-problem';

const errors = [
  { pointer: '/emails/1/value', code: 'invalid_format', detail: 'Not an e-mail' },
  { pointer: '/name', code: 'required', detail: 'Required' },
  { pointer: '/name', code: 'too_small', detail: 'Too short' },
  { pointer: '/secret', code: 'unrecognized_keys', detail: 'Not yours' },
];

describe('a refusal', () => {
  it('lands on the fields and the parts of them that it names, the first reason of each', () => {
    const { fields, others } = sortByField(
      errors,
      (field) => field !== 'secret',
      ({ detail }) => detail,
    );
    expect(fields).toEqual({ emails: { '1.value': 'Not an e-mail' }, name: { '': 'Required' } });
    expect(others).toEqual(['Not yours']);
  });
});
