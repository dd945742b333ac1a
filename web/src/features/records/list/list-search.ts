import type { Condition, ConditionOp } from '@vinculo/client/types';

/** What the address of a list says. What it doesn't say comes from the view. */
export interface ListSearch {
  view?: string | undefined;
  q?: string | undefined;
  filter?: Condition[] | undefined;
  /** A field, with `-` before it for descending; empty for the order of the type over a view that has another. */
  sort?: string | undefined;
  columns?: string[] | undefined;
}

const OPS: Record<ConditionOp, true> = {
  eq: true,
  ne: true,
  in: true,
  nin: true,
  lt: true,
  lte: true,
  gt: true,
  gte: true,
  between: true,
  contains: true,
  startsWith: true,
  empty: true,
  notEmpty: true,
};

/** Anybody can write an address: what isn't understood is as if it were not there. */
export function readListSearch(search: Record<string, unknown>): ListSearch {
  const { view, q, filter, sort, columns } = search;
  return {
    ...(typeof view === 'string' ? { view } : {}),
    ...(typeof q === 'string' && q ? { q } : {}),
    ...(Array.isArray(filter) ? { filter: filter.filter(isCondition) } : {}),
    ...(typeof sort === 'string' ? { sort } : {}),
    ...(Array.isArray(columns) ? { columns: columns.filter((name) => typeof name === 'string') } : {}),
  };
}

function isCondition(value: unknown): value is Condition {
  if (typeof value !== 'object' || value === null || !('field' in value) || !('op' in value)) return false;
  return typeof value.field === 'string' && typeof value.op === 'string' && Object.hasOwn(OPS, value.op);
}
