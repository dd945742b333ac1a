import type { EventPattern } from '@vinculo/platform/events/pattern';

/**
 * The one list of everything that runs. CDK builds the deployed stacks from it and the local runtime starts the same
 * entries in one process, so the two cannot differ. Data only: nothing here imports a handler.
 */

/** What a function may touch. Each need becomes environment variables and the least IAM grant that serves it. */
export interface FunctionNeeds {
  /** Tenants' own partitions: `read` is Get, BatchGet and Query; `readwrite` adds the item writes. Never Scan. */
  readonly table?: 'read' | 'readwrite';
  /** The cross-tenant `directory#` partitions (log-in e-mail, session hash, …): identity only. */
  readonly directory?: 'read' | 'readwrite';
  readonly mail?: true;
  readonly objects?: 'read' | 'readwrite';
  readonly schedules?: true;
  /** Seals and opens secrets that we must be able to read again (`platform/secrets/seal.ts`). */
  readonly sealing?: true;
  /** May put events on the bus itself. Only the outbox relay does; everything else commits an event item. */
  readonly bus?: true;
  /** Our own queues that this function sends to, by the `queue` name of the entry that works them off. */
  readonly queues?: readonly string[];
  /** Defaults: 512 MB, 30 s. The API's 30 s is the gateway's limit too. */
  readonly memoryMb?: number;
  readonly timeoutSeconds?: number;
}

interface NamedEntry {
  /** Kebab-case and unique: it names the function, its queue, its log group and its idempotency marks. */
  readonly name: string;
  /** Path under `functions/`; the module exports `handler`. */
  readonly entry: string;
  readonly needs: FunctionNeeds;
}

/** How a queue is worked off. A small batch keeps one slow record from holding up the others. */
interface QueueOptions {
  readonly batchSize?: number;
  /** At most this many copies at once, 2 to 1,000. Default 10. */
  readonly maxConcurrency?: number;
}

export interface HttpEntry extends NamedEntry {
  readonly http: true;
}

export interface StreamEntry extends NamedEntry {
  readonly stream: true;
}

export interface EventEntry extends NamedEntry, QueueOptions {
  readonly on: readonly EventPattern[];
  /** For `timer.due` only: the values of `data.timer` that this consumer answers. Absent = all of them. */
  readonly timers?: readonly string[];
}

export interface QueueEntry extends NamedEntry, QueueOptions {
  /** A queue that our own code fills, with `MessageGroupId` = tenant. */
  readonly queue: string;
}

export type FunctionEntry = HttpEntry | StreamEntry | EventEntry | QueueEntry;

export const registry: readonly FunctionEntry[] = [
  {
    name: 'api',
    entry: 'api/handler.ts',
    http: true,
    needs: {
      table: 'readwrite',
      directory: 'readwrite',
      objects: 'readwrite',
      schedules: true,
      sealing: true,
      memoryMb: 1024,
    },
  },
  {
    name: 'publish-outbox',
    entry: 'streams/publish-outbox.ts',
    stream: true,
    needs: { bus: true, timeoutSeconds: 60 },
  },
  {
    name: 'send-verification-mail',
    entry: 'events/send-verification-mail.ts',
    on: ['tenant.signed_up'],
    needs: { table: 'readwrite', directory: 'readwrite', mail: true },
  },
  {
    name: 'send-password-reset-mail',
    entry: 'events/send-password-reset-mail.ts',
    on: ['user.password_reset_requested'],
    needs: { table: 'readwrite', directory: 'readwrite', mail: true },
  },
  {
    name: 'send-password-changed-mail',
    entry: 'events/send-password-changed-mail.ts',
    on: ['user.password_changed'],
    needs: { table: 'readwrite', mail: true },
  },
  {
    name: 'send-second-factor-mail',
    entry: 'events/send-second-factor-mail.ts',
    on: [
      'user.second_factor_enabled',
      'user.second_factor_disabled',
      'user.second_factor_reset',
      'user.recovery_code_used',
      'user.passkey_added',
      'user.passkey_removed',
    ],
    needs: { table: 'readwrite', mail: true },
  },
  {
    name: 'send-new-device-mail',
    entry: 'events/send-new-device-mail.ts',
    on: ['user.logged_in'],
    needs: { table: 'readwrite', mail: true },
  },
  {
    name: 'send-invitation-mail',
    entry: 'events/send-invitation-mail.ts',
    on: ['user.invited'],
    needs: { table: 'readwrite', directory: 'readwrite', mail: true },
  },
  {
    name: 'schedule-trial-timers',
    entry: 'events/schedule-trial-timers.ts',
    on: ['tenant.activated', 'tenant.trial_extended'],
    needs: { table: 'read', schedules: true },
  },
  {
    name: 'send-trial-mails',
    entry: 'events/send-trial-mails.ts',
    on: ['timer.due'],
    timers: ['trial.ending', 'trial.ended'],
    needs: { table: 'readwrite', mail: true },
  },
  {
    name: 'keep-pipeline-totals',
    entry: 'events/keep-pipeline-totals.ts',
    on: [
      'opportunity.created',
      'opportunity.updated',
      'opportunity.deleted',
      'opportunity.restored',
      'records.imported',
    ],
    needs: { table: 'readwrite', timeoutSeconds: 120 },
    // Many copies would only wait for each other at the same few totals.
    batchSize: 5,
    maxConcurrency: 4,
  },
  {
    name: 'schedule-rotting',
    entry: 'events/schedule-rotting.ts',
    on: [
      'opportunity.created',
      'opportunity.stage_changed',
      'opportunity.deleted',
      'opportunity.restored',
      'records.imported',
    ],
    needs: { table: 'readwrite', schedules: true, timeoutSeconds: 120 },
  },
  {
    name: 'apply-pipeline-change',
    entry: 'events/apply-pipeline-change.ts',
    on: ['pipeline.updated'],
    needs: { table: 'readwrite', schedules: true, timeoutSeconds: 300 },
    batchSize: 1,
    maxConcurrency: 2,
  },
  {
    name: 'refresh-search',
    entry: 'events/refresh-search.ts',
    // Of the events with these verbs it passes over those that are not about records.
    on: ['*.created', '*.updated', '*.deleted', '*.restored'],
    needs: { table: 'readwrite', timeoutSeconds: 120 },
  },
  {
    // A queue of its own: what a person changes is found at once, however much an import has put before it. Few copies,
    // so that the index doesn't take the table's throughput from the import that it follows.
    name: 'refresh-search-in-bulk',
    entry: 'events/refresh-search-in-bulk.ts',
    on: ['records.imported'],
    needs: { table: 'readwrite', timeoutSeconds: 120 },
    batchSize: 1,
    maxConcurrency: 2,
  },
  {
    name: 'follow-converted-lead',
    entry: 'events/follow-converted-lead.ts',
    on: ['lead.converted'],
    needs: { table: 'readwrite', timeoutSeconds: 120 },
  },
  {
    name: 'follow-account-change',
    entry: 'events/follow-account-change.ts',
    on: ['contact.updated', 'opportunity.updated', 'records.imported'],
    needs: { table: 'readwrite', timeoutSeconds: 120 },
  },
  {
    name: 'schedule-reminder',
    entry: 'events/schedule-reminder.ts',
    on: ['activity.created', 'activity.updated', 'activity.deleted', 'activity.restored', 'records.imported'],
    needs: { table: 'read', schedules: true, timeoutSeconds: 120 },
  },
  {
    name: 'notify-assignment',
    entry: 'events/notify-assignment.ts',
    on: ['*.created', '*.updated'],
    needs: { table: 'readwrite' },
  },
  {
    name: 'notify-reminder',
    entry: 'events/notify-reminder.ts',
    on: ['timer.due'],
    timers: ['activity.reminder'],
    needs: { table: 'readwrite', mail: true },
  },
  {
    name: 'load-sample-data',
    entry: 'events/load-sample-data.ts',
    on: ['tenant.activated', 'tenant.sample_data_requested'],
    needs: { table: 'readwrite', timeoutSeconds: 120 },
    batchSize: 1,
  },
  {
    name: 'remove-sample-data',
    entry: 'events/remove-sample-data.ts',
    on: ['tenant.sample_data_discarded'],
    needs: { table: 'readwrite', timeoutSeconds: 120 },
    batchSize: 1,
  },
  {
    name: 'notify-rotting',
    entry: 'events/notify-rotting.ts',
    on: ['timer.due'],
    timers: ['opportunity.rotting'],
    needs: { table: 'readwrite', schedules: true },
  },
  {
    name: 'queue-jobs',
    entry: 'events/queue-jobs.ts',
    on: ['import.check_requested', 'import.start_requested', 'import.undo_requested', 'export.requested'],
    needs: { table: 'read', queues: ['import-jobs', 'exports'] },
  },
  {
    name: 'notify-jobs',
    entry: 'events/notify-jobs.ts',
    on: ['import.finished', 'import.undone', 'import.failed', 'export.finished', 'export.failed'],
    needs: { table: 'readwrite' },
  },
  {
    name: 'queue-webhooks',
    // Of all events it passes over those that are not about records, without a read.
    entry: 'events/queue-webhooks.ts',
    on: ['*'],
    needs: { table: 'readwrite', queues: ['webhook-deliveries'] },
  },
  {
    name: 'queue-webhook-replays',
    entry: 'events/queue-webhook-replays.ts',
    on: ['webhook.resumed', 'webhook.replay_requested'],
    needs: { queues: ['webhook-deliveries', 'webhook-replays'] },
  },
  {
    name: 'retry-webhooks',
    entry: 'events/retry-webhooks.ts',
    on: ['timer.due'],
    timers: ['webhook.retry'],
    needs: { queues: ['webhook-deliveries'] },
  },
  {
    name: 'notify-webhook-disabled',
    entry: 'events/notify-webhook-disabled.ts',
    on: ['webhook.disabled'],
    needs: { table: 'readwrite', mail: true },
  },
  {
    name: 'run-import-job',
    entry: 'queues/run-import-job.ts',
    queue: 'import-jobs',
    // Reads a whole file: a million rows take a few minutes.
    needs: {
      table: 'readwrite',
      objects: 'readwrite',
      queues: ['import-slices'],
      memoryMb: 1769,
      timeoutSeconds: 900,
    },
    batchSize: 1,
  },
  {
    name: 'import-slice',
    entry: 'queues/import-slice.ts',
    queue: 'import-slices',
    needs: {
      table: 'readwrite',
      objects: 'readwrite',
      queues: ['import-slices'],
      memoryMb: 1024,
      timeoutSeconds: 300,
    },
    batchSize: 1,
  },
  {
    name: 'write-export',
    entry: 'queues/write-export.ts',
    queue: 'exports',
    needs: { table: 'readwrite', objects: 'readwrite', memoryMb: 1024, timeoutSeconds: 900 },
    batchSize: 1,
  },
  {
    name: 'deliver-webhook',
    entry: 'queues/deliver-webhook.ts',
    queue: 'webhook-deliveries',
    needs: { table: 'readwrite', sealing: true, schedules: true, queues: ['webhook-deliveries'] },
    // It waits for others' servers nearly all the time.
    maxConcurrency: 50,
  },
  {
    name: 'replay-webhooks',
    entry: 'queues/replay-webhooks.ts',
    queue: 'webhook-replays',
    needs: { table: 'read', queues: ['webhook-deliveries', 'webhook-replays'], timeoutSeconds: 120 },
    batchSize: 1,
    maxConcurrency: 4,
  },
];
