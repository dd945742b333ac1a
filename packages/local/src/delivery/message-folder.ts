import { join } from 'node:path';
import * as z from 'zod';
import { openJsonFolder } from '../files/json-folder';
import type { DeadLetter, DeadLetters, MessageStore } from './message';

const messageSchema = z.object({
  id: z.string(),
  body: z.string(),
  groupId: z.string().optional(),
  sentAtMs: z.number(),
  visibleAtMs: z.number(),
  receiveCount: z.number().int(),
});

/** Keeps a queue's messages on disk, one file each. */
export async function openMessageFolder(folder: string): Promise<MessageStore> {
  const files = await openJsonFolder(folder, messageSchema);
  return {
    load: async () => (await files.all()).toSorted((a, b) => a.sentAtMs - b.sentAtMs),
    save: ({ onSettled: _, ...message }) => files.put(message.id, message),
    remove: files.remove,
  };
}

const deadLetterSchema = z.object({
  queue: z.string(),
  messageId: z.string(),
  groupId: z.string().optional(),
  body: z.string(),
  receiveCount: z.number().int(),
  cause: z.string(),
  at: z.string(),
});

export interface DeadLetterFolder extends DeadLetters {
  all(): Promise<DeadLetter[]>;
}

/** Keeps dead letters on disk. A letter kept twice is one file, so a crash while keeping it changes nothing. */
export async function openDeadLetterFolder(dataFolder: string): Promise<DeadLetterFolder> {
  const files = await openJsonFolder(join(dataFolder, 'dead-letters'), deadLetterSchema);
  return { keep: (letter) => files.put(`${letter.queue}-${letter.messageId}`, letter), all: files.all };
}
