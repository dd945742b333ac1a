import { join } from 'node:path';
import { registry } from '@vinculo/functions/registry';
import { systemClock } from '@vinculo/platform/clock';
import type { Ports } from '@vinculo/platform/ports/ports';
import { type DeadLetterFolder, openDeadLetterFolder, openMessageFolder } from '../delivery/message-folder';
import { openJsonFolder } from '../files/json-folder';
import { createDiskObjects, type DiskObjects } from '../ports/disk-objects';
import { createQueues } from '../ports/local-queues';
import { createMailbox, type Mailbox, storedMailSchema } from '../ports/mailbox';
import { openSealingFile } from '../ports/sealing-file';
import { buildSystem, type System } from '../system/build-system';
import { openTimers, storedTimerSchema, type Timers } from '../timers/timers';

export interface OpenPortsOptions {
  dataFolder: string;
  appUrl: string;
  secret: string;
  onError: (error: unknown) => void;
}

/** The product's machinery on a data folder, at rest. */
export interface OpenPorts {
  readonly system: System;
  readonly timers: Timers;
  readonly mailbox: Mailbox;
  readonly objects: DiskObjects;
  readonly deadLetters: DeadLetterFolder;
  readonly ports: Ports;
}

/**
 * How long a message rests after each failure. Deployed it is the queue's visibility timeout; here a person waits, but
 * the whole still outlasts a claim that a killed run left behind (`platform/events/delivery.ts`).
 */
const REST_MS = [1_000, 5_000, 30_000, 120_000];

export async function openPorts({
  dataFolder,
  appUrl,
  secret,
  onError,
}: OpenPortsOptions): Promise<OpenPorts> {
  const now = () => systemClock.now();
  const deadLetters = await openDeadLetterFolder(dataFolder);
  const system = await buildSystem({
    registry,
    now,
    backoffMs: (receives) => REST_MS[Math.min(receives, REST_MS.length) - 1] ?? 0,
    deadLetters,
    storeFor: (queue) => openMessageFolder(join(dataFolder, 'queues', queue)),
  });
  const timerFolder = await openJsonFolder(join(dataFolder, 'timers'), storedTimerSchema);
  const timers = await openTimers({ folder: timerFolder, now, bus: system.bus, onError });
  const mailFolder = await openJsonFolder(join(dataFolder, 'mail'), storedMailSchema);
  const mailbox = createMailbox(mailFolder, systemClock);
  const objects = createDiskObjects({
    folder: join(dataFolder, 'objects'),
    appUrl,
    secret,
    clock: systemClock,
  });
  const queues = createQueues(system.ownQueues);
  const sealing = openSealingFile(dataFolder);
  const ports = { mail: mailbox.mail, objects, queues, schedules: timers.schedules, sealing };
  return { system, timers, mailbox, objects, deadLetters, ports };
}
