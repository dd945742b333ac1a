import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import middy from '@middy/core';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import type { TenantContext } from '../context';
import { tenantContext } from '../runtime';
import { type DomainEvent, eventSchema } from './envelope';

/** EventBridge puts the envelope into `detail`. */
const busMessageSchema = z.object({ detail: eventSchema });

/**
 * The Lambda handler of a consumer: one function for one event, partial batch responses, a context bound to the
 * event's tenant. What throws is retried and then lands in the consumer's DLQ; so does what is not a valid event (T4).
 */
export function consumer(name: string, handle: (ctx: TenantContext, event: DomainEvent) => Promise<void>) {
  return sqsHandler(async (record) => {
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
  return sqsHandler(async (record) => {
    const { tenantId, body } = queueMessageSchema.parse(JSON.parse(record.body));
    await handle(tenantContext(tenantId, { kind: 'system', id: name }, record.messageId), schema.parse(body));
  });
}

function sqsHandler(handle: (record: SQSRecord) => Promise<void>) {
  return middy(async (event: SQSEvent) => {
    const processor = new BatchProcessor(EventType.SQS);
    return processPartialResponse(event, handle, processor, { throwOnFullBatchFailure: false });
  });
}
