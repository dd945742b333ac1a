import * as z from 'zod';

const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const forecastQuerySchema = z.object({
  from: monthSchema.optional().meta({ description: 'The first month; the present one by default.' }),
  months: z.coerce.number().int().min(1).max(36).default(6),
});
export type ForecastQuery = z.infer<typeof forecastQuerySchema>;

const sumsSchema = {
  amountMinor: z.number().int().meta({ description: 'Of open opportunities that should close then.' }),
  weightedMinor: z.number().int().meta({ description: 'The same, each times its probability.' }),
  wonMinor: z.number().int().meta({ description: 'Of opportunities that were won then.' }),
};

export const forecastSchema = z
  .object({
    currency: z.string(),
    rateDate: z.iso.date().meta({ description: 'Open amounts are converted at the rates of this day.' }),
    rates: z
      .array(z.object({ currency: z.string(), rate: z.string(), date: z.string() }))
      .meta({ description: 'The rates used, each with the day that it was set for.' }),
    months: z.array(
      z.object({
        month: monthSchema,
        ...sumsSchema,
        count: z.number().int().meta({ description: 'Open opportunities.' }),
        wonCount: z.number().int(),
      }),
    ),
    unconverted: z
      .array(z.object({ month: monthSchema, currency: z.string(), ...sumsSchema }))
      .meta({ description: 'Amounts without a rate, in their own currency: not part of `months`.' }),
    isComplete: z.boolean().meta({ description: 'False when there was more than one request may look at.' }),
  })
  .meta({ id: 'Forecast' });
export type Forecast = z.infer<typeof forecastSchema>;
