import * as z from 'zod';

export const DELIVERY_QUEUE = 'webhook-deliveries';
export const REPLAY_QUEUE = 'webhook-replays';

/** Asks for the attempt that comes after `attempts` noted ones; a stale one finds more noted, and does nothing. */
export const deliveryMessageSchema = z.object({
  webhookId: z.string().startsWith('whk_'),
  eventId: z.string().startsWith('evt_'),
  attempts: z.number().int().min(0),
  /** Also sends what was delivered or has failed for good. */
  isReplay: z.boolean().optional(),
});
export type DeliveryMessage = z.infer<typeof deliveryMessageSchema>;

/** Asks for a new message for every delivery of an endpoint that has the status. */
export const replayMessageSchema = z.object({
  webhookId: z.string().startsWith('whk_'),
  status: z.enum(['pending', 'failed']),
  since: z.string(),
  until: z.string(),
  /** The last delivery that the message before this one looked at. */
  after: z.string().optional(),
});
export type ReplayMessage = z.infer<typeof replayMessageSchema>;
