import type { NewEvent } from '@vinculo/platform/events/commit';
import * as z from 'zod';
import type { Lead } from '../leads/lead';

export const leadConvertedSchema = z.object({
  accountId: z.string(),
  contactId: z.string(),
  opportunityId: z.string().optional(),
});
export type ConvertedIds = z.infer<typeof leadConvertedSchema>;

export function leadConverted({ id, version }: Pick<Lead, 'id' | 'version'>, ids: ConvertedIds): NewEvent {
  return { type: 'lead.converted', subject: { type: 'lead', id, version }, data: { ...ids } };
}
