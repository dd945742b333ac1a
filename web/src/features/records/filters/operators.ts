import type { Condition, ConditionOp } from '@vinculo/client/types';
import type { ShownKind } from '../../../lib/record-fields';

/** How the value of a condition is given. */
export type ValueInput = 'none' | 'text' | 'number' | 'numbers' | 'date' | 'dates' | 'choices' | 'flag';

export const OPERATOR_NAMES = [
  'contains',
  'startsWith',
  'is',
  'isAnyOf',
  'isNoneOf',
  'atLeast',
  'atMost',
  'between',
  'on',
  'before',
  'after',
  'betweenDays',
  'today',
  'last7',
  'last30',
  'next7',
  'next30',
  'past',
  'empty',
  'notEmpty',
] as const;
export type OperatorName = (typeof OPERATOR_NAMES)[number];

interface Operator {
  op: ConditionOp;
  input: ValueInput;
  /** Relative to the day it is looked at, so that a saved view stays true. */
  value?: unknown;
}

export const OPERATORS: Record<OperatorName, Operator> = {
  contains: { op: 'contains', input: 'text' },
  startsWith: { op: 'startsWith', input: 'text' },
  is: { op: 'eq', input: 'text' },
  isAnyOf: { op: 'in', input: 'choices' },
  isNoneOf: { op: 'nin', input: 'choices' },
  atLeast: { op: 'gte', input: 'number' },
  atMost: { op: 'lte', input: 'number' },
  between: { op: 'between', input: 'numbers' },
  on: { op: 'eq', input: 'date' },
  before: { op: 'lt', input: 'date' },
  after: { op: 'gt', input: 'date' },
  betweenDays: { op: 'between', input: 'dates' },
  today: { op: 'eq', input: 'none', value: '@today' },
  last7: { op: 'between', input: 'none', value: ['@today-7d', '@today'] },
  last30: { op: 'between', input: 'none', value: ['@today-30d', '@today'] },
  next7: { op: 'between', input: 'none', value: ['@today', '@today+7d'] },
  next30: { op: 'between', input: 'none', value: ['@today', '@today+30d'] },
  past: { op: 'lt', input: 'none', value: '@today' },
  empty: { op: 'empty', input: 'none' },
  notEmpty: { op: 'notEmpty', input: 'none' },
};

const TEXT: OperatorName[] = ['contains', 'startsWith', 'is', 'empty', 'notEmpty'];
const CHOICE: OperatorName[] = ['isAnyOf', 'isNoneOf', 'empty', 'notEmpty'];
const NUMBER: OperatorName[] = ['atLeast', 'atMost', 'between', 'empty', 'notEmpty'];
const DATE: OperatorName[] = [
  'last30',
  'last7',
  'today',
  'next7',
  'next30',
  'past',
  'on',
  'before',
  'after',
  'betweenDays',
  'empty',
  'notEmpty',
];

const OF_KIND: Record<ShownKind, readonly OperatorName[]> = {
  text: TEXT,
  longText: TEXT,
  url: TEXT,
  lostReason: TEXT,
  emails: TEXT,
  phones: TEXT,
  addresses: ['contains', 'empty', 'notEmpty'],
  number: NUMBER,
  integer: NUMBER,
  money: NUMBER,
  boolean: ['is'],
  date: DATE,
  dateTime: DATE,
  select: CHOICE,
  multiSelect: CHOICE,
  currency: CHOICE,
  tags: CHOICE,
  reference: CHOICE,
  user: CHOICE,
  team: CHOICE,
  stage: CHOICE,
  pipeline: CHOICE,
};

export function operatorsOf(kind: ShownKind): readonly OperatorName[] {
  return OF_KIND[kind];
}

export function inputOf(kind: ShownKind, name: OperatorName): ValueInput {
  return kind === 'boolean' ? 'flag' : OPERATORS[name].input;
}

/** The operator that a condition was made with; for one that somebody else wrote, the nearest. */
export function operatorOf(kind: ShownKind, condition: Condition): OperatorName {
  const usable = operatorsOf(kind);
  const relative = usable.find((name) => {
    const { op, value } = OPERATORS[name];
    return (
      value !== undefined && op === condition.op && JSON.stringify(value) === JSON.stringify(condition.value)
    );
  });
  const plain = usable.find(
    (name) => OPERATORS[name].op === condition.op && OPERATORS[name].value === undefined,
  );
  const asList =
    condition.op === 'eq' || condition.op === 'ne' ? usable.find((name) => name === 'isAnyOf') : undefined;
  return relative ?? plain ?? asList ?? usable[0] ?? 'is';
}

/** A condition for the operator, with as much of the value before as makes sense under it. */
export function conditionFor(field: string, name: OperatorName, value: unknown): Condition {
  const { op, input, value: relative } = OPERATORS[name];
  if (relative !== undefined) return { field, op, value: relative };
  if (input === 'none') return { field, op };
  return value === undefined
    ? { field, op }
    : { field, op, value: input === 'choices' ? listOf(value) : value };
}

/** An unfinished condition filters nothing yet. */
export function isComplete(condition: Condition): boolean {
  const { op, value } = condition;
  if (op === 'empty' || op === 'notEmpty') return true;
  if (Array.isArray(value)) return value.length > 0 && value.every((part) => part !== null && part !== '');
  return value !== undefined && value !== null && value !== '';
}

export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
