import * as z from 'zod';

export const OPERATORS = [
  'eq',
  'ne',
  'in',
  'nin',
  'lt',
  'lte',
  'gt',
  'gte',
  'between',
  'contains',
  'startsWith',
  'empty',
  'notEmpty',
] as const;
export type Operator = (typeof OPERATORS)[number];

const scalarSchema = z.union([z.string().max(500), z.number().min(-1e15).max(1e15), z.boolean()]);

/** One condition of a filter; all of a filter's conditions must hold. */
export const conditionSchema = z
  .strictObject({
    field: z.string().min(1).max(64),
    op: z.enum(OPERATORS),
    value: z.union([scalarSchema, z.array(scalarSchema).max(100)]).optional(),
  })
  .meta({ id: 'Condition' });
export type Condition = z.infer<typeof conditionSchema>;

export const filterSchema = z.array(conditionSchema).max(20);

/** A filter in a query string: a JSON array. */
export const filterParameterSchema = z
  .string()
  .max(8_000)
  .transform((text, check): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      check.addIssue({ code: 'custom', message: 'Not JSON.', params: { code: 'filter.not_json' } });
      return z.NEVER;
    }
  })
  .pipe(filterSchema);
