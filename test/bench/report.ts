import type { Figures } from './measure';

export interface Row {
  name: string;
  one: Figures;
  sixteen: Figures;
  residentMb?: number | undefined;
}

export interface Goal {
  name: string;
  value: number;
  limit: number;
  unit: string;
  /** The value should be at least the limit. */
  isFloor?: boolean;
  /** What keeps it from being met, when it isn't. */
  limitedBy?: string;
}

export function printTable(rows: readonly Row[]): void {
  console.log('\n\n| | p50 ms, 1 client | p95 | req/s | p50 ms, 16 clients | p95 | req/s | RSS MB |');
  console.log('|---|--:|--:|--:|--:|--:|--:|--:|');
  for (const { name, one, sixteen, residentMb } of rows) {
    const cells = [one.p50, one.p95, one.perSecond, sixteen.p50, sixteen.p95, sixteen.perSecond];
    console.log(
      `| ${name} | ${cells.map((cell) => cell.toPrecision(3)).join(' | ')} | ${residentMb ?? ''} |`,
    );
  }
}

export function printGoals(goals: readonly Goal[]): void {
  console.log('\n| goal | limit | measured | |');
  console.log('|---|--:|--:|---|');
  for (const { name, value, limit, unit, isFloor, limitedBy } of goals) {
    const isMet = isFloor ? value >= limit : value <= limit;
    const bound = `${isFloor ? '≥' : '≤'} ${limit} ${unit}`;
    console.log(
      `| ${name} | ${bound} | ${Number(value.toPrecision(3))} ${unit} | ${isMet ? 'met' : `missed: ${limitedBy ?? 'see the figures above'}`} |`,
    );
  }
}
