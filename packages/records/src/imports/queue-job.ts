import type { TenantContext } from '@vinculo/platform/context';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { EXPORT_QUEUE } from '../exports/schema';
import { type ImportJob, JOB_EVENTS } from './events';
import { JOB_QUEUE } from './messages';

/**
 * Hands long work that an event asks for to its queue, where no tenant's job waits behind another tenant's (T8). The
 * event is committed with the status that asks for it, so nothing waits for a message that was never sent.
 */
export async function queueJob({ ports, tenantId }: TenantContext, event: DomainEvent): Promise<void> {
  if (event.type === 'export.requested') {
    await ports.queues.send(EXPORT_QUEUE, { tenantId, body: { exportId: event.subject.id } });
    return;
  }
  const job = Object.entries(JOB_EVENTS).find(([, type]) => type === event.type)?.[0] as
    | ImportJob
    | undefined;
  if (job) await ports.queues.send(JOB_QUEUE, { tenantId, body: { importId: event.subject.id, job } });
}
