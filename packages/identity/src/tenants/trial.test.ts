import { describe, expect, it } from 'vitest';
import { isTrialOver, trialDaysLeft } from './trial';

const trial = { plan: 'trial' as const, trialEndsAt: '2027-03-31T09:00:00.000Z' };

describe('a trial', () => {
  it.each([
    ['2027-03-01T09:00:00.000Z', 30, false],
    ['2027-03-01T09:00:01.000Z', 30, false],
    ['2027-03-30T09:00:00.000Z', 1, false],
    ['2027-03-31T08:59:59.999Z', 1, false],
    ['2027-03-31T09:00:00.000Z', 0, true],
    ['2028-01-01T00:00:00.000Z', 0, true],
  ])('at %s has %i days left', (now, days, isOver) => {
    expect(trialDaysLeft(trial, new Date(now))).toBe(days);
    expect(isTrialOver(trial, new Date(now))).toBe(isOver);
  });

  it('does not run for a tenant that pays', () => {
    const paid = { plan: 'paid' as const, trialEndsAt: trial.trialEndsAt };
    expect(trialDaysLeft(paid, new Date('2030-01-01'))).toBeNull();
    expect(isTrialOver(paid, new Date('2030-01-01'))).toBe(false);
  });
});
