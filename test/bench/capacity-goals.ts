import budgets from './budgets.json' with { type: 'json' };
import type { Goal } from './report';

interface Budget {
  roundTrips: number;
  readUnits: number;
  writeUnits: number;
  goal?: Partial<Record<keyof typeof UNITS, number>>;
  missed?: string;
}

const UNITS = { roundTrips: 'round trips', readUnits: 'RRU', writeUnits: 'WRU' } as const;

/** The capacity that each use case takes, as `test/integration/budgets.test.ts` holds it, beside what it should take. */
export function capacityGoals(): Goal[] {
  return Object.entries(budgets as Record<string, Budget>).flatMap(([name, budget]) =>
    Object.entries(budget.goal ?? {}).map(([unit, limit]) => ({
      name,
      value: budget[unit as keyof typeof UNITS],
      limit,
      unit: UNITS[unit as keyof typeof UNITS],
      ...(budget.missed ? { limitedBy: budget.missed } : {}),
    })),
  );
}
