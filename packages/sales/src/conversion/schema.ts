import { recordSchemas } from '@vinculo/records/types/schema';
import * as z from 'zod';
import { accountType } from '../accounts/type';
import { contactType } from '../contacts/type';
import { opportunityType } from '../opportunities/type';

/** Fields of the record to make; what is left out comes from the lead, `null` leaves it empty. */
const valuesSchema = z.record(z.string().max(64), z.unknown());

export const convertLeadSchema = z
  .strictObject({
    account: z.union([z.strictObject({ id: z.string().max(64) }), z.strictObject({ create: valuesSchema })]),
    contact: valuesSchema,
    opportunity: valuesSchema.optional(),
  })
  .meta({ id: 'LeadConversion' });
export type ConvertLeadInput = z.infer<typeof convertLeadSchema>;

export const convertedLeadSchema = z
  .object({
    account: recordSchemas(accountType).record,
    contact: recordSchemas(contactType).record,
    opportunity: recordSchemas(opportunityType).record.optional(),
  })
  .meta({ id: 'ConvertedLead' });
