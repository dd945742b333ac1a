import * as z from 'zod';
import type { Field } from './record-type';

const text = (maxLength: number) => z.string().trim().min(1).max(maxLength);

const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({ example: 'EUR' });

const moneySchema = z
  .strictObject({
    amountMinor: z.number().int().min(-900_000_000_000_000).max(900_000_000_000_000),
    currency: currencySchema,
  })
  .meta({ id: 'Money', description: 'An amount in the minor unit of its currency.' });

const emailsSchema = z
  .array(
    z.strictObject({
      value: z.email().max(254).toLowerCase(),
      label: z.enum(['work', 'home', 'billing', 'other']).optional(),
      isPrimary: z.boolean().optional(),
    }),
  )
  .max(20)
  .meta({ id: 'Emails' });

const phonesSchema = z
  .array(
    z.strictObject({
      value: z
        .string()
        .trim()
        .min(3)
        .max(40)
        .regex(/^[+\d][\d\s().\-/x]*$/),
      label: z.enum(['work', 'mobile', 'home', 'fax', 'other']).optional(),
      isPrimary: z.boolean().optional(),
    }),
  )
  .max(20)
  .meta({ id: 'Phones' });

const addressesSchema = z
  .array(
    z.strictObject({
      label: z.enum(['billing', 'shipping', 'home', 'work', 'other']).optional(),
      street: text(300).optional(),
      city: text(100).optional(),
      region: text(100).optional(),
      postalCode: text(20).optional(),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
      isPrimary: z.boolean().optional(),
    }),
  )
  .max(20)
  .meta({ id: 'Addresses' });

const tagsSchema = z
  .array(text(40))
  .max(30)
  .transform((tags) => [...new Set(tags)]);

// Links that a browser would run as code are refused, whoever wrote them.
const urlSchema = z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(2_000);

/** The zod schema of one field's value. */
export function valueSchema(field: Field): z.ZodType {
  switch (field.kind) {
    case 'text':
      return text(field.maxLength ?? 200);
    case 'longText':
      return text(field.maxLength ?? 20_000);
    case 'number':
      return z
        .number()
        .min(field.min ?? -1e12)
        .max(field.max ?? 1e12);
    case 'integer':
      return z
        .number()
        .int()
        .min(field.min ?? -1e12)
        .max(field.max ?? 1e12);
    case 'url':
      return urlSchema;
    case 'boolean':
      return z.boolean();
    case 'date':
      return z.iso.date();
    case 'dateTime':
      return z.iso.datetime({ offset: true }).transform((value) => new Date(value).toISOString());
    case 'money':
      return moneySchema;
    case 'currency':
      return currencySchema;
    case 'tags':
      return tagsSchema;
    case 'emails':
      return emailsSchema;
    case 'phones':
      return phonesSchema;
    case 'addresses':
      return addressesSchema;
    case 'select':
      return z.enum(field.options.map((option) => option.value));
    case 'multiSelect':
      return z.array(z.enum(field.options.map((option) => option.value))).max(field.options.length);
    case 'reference':
    case 'user':
    case 'team':
      return z.string().min(1).max(64);
    default:
      return assertNever(field);
  }
}

function assertNever(value: never): never {
  throw new Error(`Unknown kind of field: ${JSON.stringify(value)}`);
}
