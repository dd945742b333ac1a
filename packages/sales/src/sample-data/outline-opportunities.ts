/** A stage of the default pipeline: its open ones by position, or how it ended. */
export type StageOutline = 0 | 1 | 2 | 3 | 'won' | 'lost';

export interface OpportunityOutline {
  account: number;
  contact: number;
  amount: number;
  /** The tenant's own currency, or one of two others. */
  currency: 'own' | 'first' | 'second';
  /** The stages that it went through, each with the day that it came there. */
  path: ReadonlyArray<readonly [stage: StageOutline, ago: number]>;
  /** Days until it should close. */
  in: number;
  reason?: number;
  isHot?: true;
}

export const OPPORTUNITIES: readonly OpportunityOutline[] = [
  {
    account: 0,
    contact: 1,
    amount: 48_000,
    currency: 'own',
    path: [
      [0, 40],
      [1, 31],
      [2, 12],
    ],
    in: 20,
    isHot: true,
  },
  {
    account: 0,
    contact: 0,
    amount: 9_600,
    currency: 'own',
    path: [
      [0, 190],
      [2, 180],
      ['won', 160],
    ],
    in: -160,
  },
  {
    account: 1,
    contact: 2,
    amount: 120_000,
    currency: 'own',
    path: [
      [0, 75],
      [1, 60],
      [2, 38],
      [3, 8],
    ],
    in: 14,
    isHot: true,
  },
  { account: 1, contact: 3, amount: 210_000, currency: 'own', path: [[0, 6]], in: 120 },
  {
    account: 2,
    contact: 4,
    amount: 86_000,
    currency: 'own',
    path: [
      [0, 120],
      [1, 104],
      [2, 80],
      [3, 52],
      ['won', 33],
    ],
    in: -33,
  },
  {
    account: 2,
    contact: 5,
    amount: 7_200,
    currency: 'own',
    path: [
      [0, 9],
      [1, 2],
    ],
    in: 35,
  },
  {
    account: 3,
    contact: 6,
    amount: 64_000,
    currency: 'first',
    path: [
      [0, 58],
      [1, 41],
      [2, 26],
    ],
    in: 48,
  },
  {
    account: 3,
    contact: 7,
    amount: 27_500,
    currency: 'first',
    path: [
      [0, 95],
      [2, 82],
      [3, 70],
      ['won', 61],
    ],
    in: -61,
  },
  {
    account: 4,
    contact: 8,
    amount: 39_000,
    currency: 'second',
    path: [
      [0, 49],
      [1, 35],
      [2, 18],
      [3, 5],
    ],
    in: 9,
    isHot: true,
  },
  { account: 4, contact: 9, amount: 15_500, currency: 'second', path: [[0, 21]], in: 75 },
  {
    account: 5,
    contact: 10,
    amount: 22_000,
    currency: 'own',
    path: [
      [0, 17],
      [1, 4],
    ],
    in: 60,
  },
  {
    account: 5,
    contact: 11,
    amount: 31_000,
    currency: 'own',
    path: [
      [0, 88],
      [1, 77],
      [2, 60],
      ['lost', 42],
    ],
    in: -42,
    reason: 1,
  },
  {
    account: 6,
    contact: 13,
    amount: 98_000,
    currency: 'own',
    path: [
      [0, 66],
      [1, 47],
    ],
    in: 90,
  },
  {
    account: 7,
    contact: 14,
    amount: 175_000,
    currency: 'first',
    path: [
      [0, 30],
      [1, 16],
    ],
    in: 150,
  },
  {
    account: 7,
    contact: 15,
    amount: 42_000,
    currency: 'own',
    path: [
      [0, 52],
      [2, 40],
      ['won', 11],
    ],
    in: -11,
  },
  {
    account: 11,
    contact: 22,
    amount: 260_000,
    currency: 'own',
    path: [
      [0, 34],
      [1, 27],
      [2, 3],
    ],
    in: 110,
    isHot: true,
  },
  {
    account: 11,
    contact: 23,
    amount: 54_000,
    currency: 'own',
    path: [
      [0, 45],
      [1, 39],
      ['lost', 19],
    ],
    in: -19,
    reason: 0,
  },
  { account: 11, contact: 24, amount: 18_000, currency: 'own', path: [[0, 8]], in: 28 },
];
