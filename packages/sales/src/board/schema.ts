import { conditionSchema, filterParameterSchema } from '@vinculo/records/lists/condition';
import { recordSchemas } from '@vinculo/records/types/schema';
import * as z from 'zod';
import { opportunityType } from '../opportunities/type';

export const currencyTotalSchema = z
  .object({
    currency: z.string(),
    amountMinor: z.number().int(),
    baseAmountMinor: z.number().int().nullable().meta({
      description: 'What of it has a rate, in `baseCurrency`; null when nothing has.',
    }),
    unconvertedMinor: z.number().int().meta({ description: 'What of it has no rate, in `currency`.' }),
  })
  .meta({ id: 'CurrencyTotal' });

const cardSchema = z.intersection(
  recordSchemas(opportunityType).listed,
  z.object({
    isRotting: z.boolean().meta({ description: 'In its stage for longer than the stage allows.' }),
  }),
);

export const boardColumnSchema = z
  .object({
    stageId: z.string(),
    count: z.number().int(),
    totals: z.array(currencyTotalSchema),
    baseTotalMinor: z.number().int().meta({ description: 'The converted totals, in `baseCurrency`.' }),
    isComplete: z.boolean().meta({
      description:
        'False when there was more than one request may look at: count and totals are a part then.',
    }),
    items: z.array(cardSchema),
    nextCursor: z.string().nullable().meta({
      description: 'For GET /opportunities with this column’s `filter`.',
    }),
    filter: z.array(conditionSchema),
  })
  .meta({ id: 'BoardColumn' });

export const boardSchema = z
  .object({
    columns: z.array(boardColumnSchema),
    baseCurrency: z.string(),
    rateDate: z.iso.date(),
    names: z.record(z.string(), z.string()),
  })
  .meta({ id: 'Board' });

export const boardQuerySchema = z.object({
  filter: filterParameterSchema.optional(),
  perColumn: z.coerce.number().int().min(1).max(100).default(20),
});
export type BoardQuery = z.infer<typeof boardQuerySchema>;
