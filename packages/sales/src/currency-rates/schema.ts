import * as z from 'zod';

/** 1 unit of `currency` on `date` is `rate` units of the tenant's currency. */
export const currencyRateSchema = z
  .object({ currency: z.string(), date: z.string(), rate: z.string() })
  .meta({ id: 'CurrencyRate' });
export type CurrencyRate = z.infer<typeof currencyRateSchema>;

const rateSchema = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,12})?$/)
  .refine((rate) => Number(rate) > 0, { params: { code: 'too_small' }, error: 'A rate is above zero.' })
  .meta({ example: '0.92' });

export const ratesInputSchema = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          currency: z.string().regex(/^[A-Z]{3}$/),
          date: z.iso.date(),
          /** `null` forgets the rate of that day. */
          rate: rateSchema.nullable(),
        }),
      )
      .min(1)
      .max(90),
  })
  .meta({ id: 'CurrencyRatesInput' });
export type RatesInput = z.infer<typeof ratesInputSchema>;
