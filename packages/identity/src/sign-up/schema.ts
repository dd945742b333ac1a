import * as z from 'zod';
import { linkTokenSchema } from '../directory/schema';
import { newPasswordSchema } from '../passwords/schema';
import { companySchema, countrySchema, currencySchema, timeZoneSchema } from '../tenants/schema';
import { emailSchema, localeSchema, personNameSchema } from '../users/schema';

export const signUpSchema = z
  .strictObject({
    company: companySchema,
    name: personNameSchema,
    email: emailSchema,
    password: newPasswordSchema,
    country: countrySchema,
    locale: localeSchema,
    currency: currencySchema,
    timeZone: timeZoneSchema,
    sampleData: z.boolean(),
  })
  .meta({ id: 'SignUp' });
export type SignUp = z.infer<typeof signUpSchema>;

export const verifySchema = z.strictObject({ token: linkTokenSchema });
