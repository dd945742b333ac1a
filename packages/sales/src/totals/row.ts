/** What opportunities add up to. Each addend is rounded on its own, so that sums are exact in any order (D18). */
export interface Sums {
  count: number;
  amountMinor: number;
  /** The amounts times their probabilities; of open ones only. */
  weightedMinor: number;
  /** The amounts at their frozen rates, in `closedCurrency`. */
  closedMinor: number;
}

/** What is the same for everything that is added up together. */
export interface Group {
  status: 'open' | 'won' | 'lost';
  /** Of the amounts; none for opportunities without an amount. */
  currency?: string;
  /** What closed amounts are frozen in; none for open ones and those that no rate was known for. */
  closedCurrency?: string;
}

export type Row = Group & Sums;
