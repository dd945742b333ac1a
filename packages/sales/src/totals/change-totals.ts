import type { Write } from '@vinculo/platform/table/writes';
import type { Contribution } from './contribution';
import type { Sums } from './row';

const SUMS = ['count', 'amountMinor', 'weightedMinor', 'closedMinor'] as const satisfies Array<keyof Sums>;

/** The additions that turn what an opportunity contributed into what it contributes now. */
export function changeTotals(before: Contribution[] | undefined, next: Contribution[]): Write[] {
  const changes = new Map<string, { of: Contribution; by: Sums }>();
  const note = (contribution: Contribution, sign: 1 | -1) => {
    const key = `${contribution.pk} ${contribution.sk}`;
    const by = changes.get(key)?.by ?? { count: 0, amountMinor: 0, weightedMinor: 0, closedMinor: 0 };
    for (const sum of SUMS) by[sum] += sign * contribution[sum];
    changes.set(key, { of: contribution, by });
  };
  for (const contribution of before ?? []) note(contribution, -1);
  for (const contribution of next) note(contribution, 1);
  return [...changes.values()].flatMap(({ of, by }) => {
    const add = Object.fromEntries(Object.entries(by).filter(([, delta]) => delta !== 0));
    return Object.keys(add).length > 0 ? [addition(of, add)] : [];
  });
}

function addition(contribution: Contribution, add: Record<string, number>): Write {
  const { pk, sk, count, amountMinor, weightedMinor, closedMinor, ...group } = contribution;
  return { update: { pk, sk }, set: { kind: 'pipeline_total', ...group }, add };
}
