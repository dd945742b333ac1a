import { describe, expect, it } from 'vitest';
import { draftFrom, toConversion } from './conversion';

const lead = {
  id: 'lea_1',
  type: 'lead',
  version: 1,
  createdAt: '',
  createdBy: '',
  updatedAt: '',
  updatedBy: '',
  firstName: 'Ana',
  company: 'Acme',
  expectedValue: { amountMinor: 5_000, currency: 'EUR' },
};

describe('converting a lead', () => {
  it('suggests what the lead says', () => {
    expect(toConversion(draftFrom(lead, 'Ana'))).toMatchObject({
      account: { create: { name: 'Acme' } },
      contact: { firstName: 'Ana', lastName: null },
      opportunity: { name: 'Acme', amount: { amountMinor: 5_000, currency: 'EUR' } },
    });
  });

  it('takes an existing account, and no opportunity when none is wanted', () => {
    const draft = { ...draftFrom(lead, 'Ana'), accountId: 'acc_1', withOpportunity: false };
    expect(toConversion(draft)).toEqual({ account: { id: 'acc_1' }, contact: expect.anything() });
  });
});
