import type { Clock } from '@vinculo/platform/clock';
import { newId } from '@vinculo/platform/ids';
import type { Mail } from '@vinculo/platform/ports/mail';
import * as z from 'zod';
import type { JsonFolder } from '../files/json-folder';

export const storedMailSchema = z.object({
  id: z.string(),
  sentAt: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  tags: z.record(z.string(), z.string()),
});

export type StoredMail = z.infer<typeof storedMailSchema>;

export interface Mailbox {
  readonly mail: Mail;
  /** Newest first. */
  list(): Promise<StoredMail[]>;
  get(id: string): Promise<StoredMail | undefined>;
}

/** Where every mail of a local run ends: kept in full, sent to nobody. */
export function createMailbox(folder: JsonFolder<StoredMail>, clock: Clock): Mailbox {
  return {
    mail: {
      send: async (message) => {
        const now = clock.now();
        const id = newId('mail', now);
        await folder.put(id, { ...message, id, sentAt: now.toISOString() });
        return { messageId: id };
      },
    },
    list: async () => (await folder.all()).toSorted((a, b) => (a.id < b.id ? 1 : -1)),
    get: (id) => folder.get(id),
  };
}
