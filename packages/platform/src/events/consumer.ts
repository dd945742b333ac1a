import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import middy from '@middy/core';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import type { TenantContext } from '../context';
import { logger } from '../log';
import { tenantContext } from '../runtime';
import { type DomainEvent, eventSchema } from './envelope';

/** EventBridge puts the envelope into `detail`. */
const busMessageSchema = z.object({ detail: eventSchema });

/**
 * The Lambda handler of a consumer: one function for one event, partial batch responses, a context bound to the
 * event's tenant. What throws is retried and then lands in the consumer's DLQ; so does what is not a valid event (T4).
 */
export function consumer(name: string, handle: (ctx: TenantContext, event: DomainEvent) => Promise<void>) {
  return sqsHandler(name, async (record) => {
    const { detail: event } = busMessageSchema.parse(JSON.parse(record.body));
    await handle(tenantContext(event.tenantId, { kind: 'system', id: name }, event.id), event);
  });
}

const queueMessageSchema = z.object({ tenantId: z.string().startsWith('ten_'), body: z.unknown() });

/** The Lambda handler of a queue that our own code fills; `schema` is the message's body. */
export function worker<T>(
  name: string,
  schema: z.ZodType<T>,
  handle: (ctx: TenantContext, body: T) => Promise<void>,
) {
  return sqsHandler(name, async (record) => {
    const { tenantId, body } = queueMessageSchema.parse(JSON.parse(record.body));
    await handle(tenantContext(tenantId, { kind: 'system', id: name }, record.messageId), schema.parse(body));
  });
}

function sqsHandler(name: string, handle: (record: SQSRecord) => Promise<void>) {
  return middy(async (event: SQSEvent) => {
    const processor = new BatchProcessor(EventType.SQS);
    const handleLogged = (record: SQSRecord) => logFailure(name, record, handle);
    return processPartialResponse(event, handleLogged, processor, { throwOnFullBatchFailure: false });
  });
}

/** The batch processor turns a failure into a retry and says nothing: this line is where it can be found (T10). */
async function logFailure(
  name: string,
  record: SQSRecord,
  handle: (record: SQSRecord) => Promise<void>,
): Promise<void> {
  try {
    await handle(record);
  } catch (error) {
    const { messageId, attributes } = record;
    const receiveCount = attributes?.ApproximateReceiveCount;
    logger.error('message failed', {
      principal: name,
      messageId,
      receiveCount,
      ...tracesIn(record.body),
      error: error instanceof Error ? error : new Error(String(error)),
    });
    throw error;
  }
}

const tracesSchema = z.object({
  tenantId: z.string().optional(),
  detail: z.object({ tenantId: z.string(), id: z.string(), type: z.string() }).optional(),
});

/** Whose message it was, as far as it can be read at all. */
function tracesIn(body: string): Record<string, string | undefined> {
  try {
    const { tenantId, detail } = tracesSchema.parse(JSON.parse(body));
    return { tenantId: detail?.tenantId ?? tenantId, requestId: detail?.id, eventType: detail?.type };
  } catch {
    return {};
  }
}
