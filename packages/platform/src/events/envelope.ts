import * as z from 'zod';

export const actorSchema = z.object({ kind: z.enum(['user', 'system', 'api_key']), id: z.string().min(1) });

/** Nothing that could be read as more than a tenant: a key begins with it and a `#`. */
export const tenantIdSchema = z.string().regex(/^ten_[0-9A-Za-z]+$/);

/** What travels from the table's outbox to consumers, and what the timeline and the audit log show. */
export const eventSchema = z.object({
  id: z.string().startsWith('evt_'),
  type: z.string().regex(/^[a-z_]+\.[a-z_]+$/),
  version: z.literal(1),
  tenantId: tenantIdSchema,
  at: z.iso.datetime(),
  actor: actorSchema,
  subject: z.object({ type: z.string(), id: z.string(), version: z.number().int().optional() }),
  data: z.record(z.string(), z.unknown()),
});

export type DomainEvent = z.infer<typeof eventSchema>;

/** The bus's name for this product: rules match it beside the type. */
export const EVENT_SOURCE = 'vinculo';
