import { accountType } from '@vinculo/sales/accounts/type';
import { activityType } from '@vinculo/sales/activities/type';
import { contactType } from '@vinculo/sales/contacts/type';
import { leadType } from '@vinculo/sales/leads/type';
import { describe, expect, it } from 'vitest';
import { quickValues } from './quick-values';

describe('a record made of what was typed', () => {
  it('is named by all of it where one field names the record', () => {
    expect(quickValues(accountType, ' Acme  Iberia ')).toEqual({ name: 'Acme Iberia' });
  });

  it('splits a person’s name after the first word', () => {
    expect(quickValues(contactType, 'Ana García López')).toEqual({
      firstName: 'Ana',
      lastName: 'García López',
    });
    expect(quickValues(contactType, 'Ana')).toEqual({ firstName: 'Ana' });
  });

  it('is refused where a name alone would not be accepted', () => {
    expect(quickValues(leadType, 'Ana')).toBeUndefined();
    expect(quickValues(activityType, 'Call them')).toBeUndefined();
    expect(quickValues(accountType, '  ')).toBeUndefined();
  });
});
