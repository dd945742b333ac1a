import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import middy from '@middy/core';
import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import type { TenantContext } from '../context';
import { logger } from '../log';
import { tenantContext } from '../runtime';
import { MOST_ATTEMPTS } from './attempts';
import { type DomainEvent, eventSchema, tenantIdSchema } from './envelope';
import { requireOwnEvent } from './own-event';

/** EventBridge puts the envelope into `detail`. */
const busMessageSchema = z.object({ detail: eventSchema });

/**
 * The Lambda handler of a consumer: one function for one event, partial batch responses, a context bound to the
 * event's tenant. What throws is retried and then lands in the consumer's DLQ; so does what is not a valid event, or
 * not the tenant's own (T4).
 */
export function consumer(name: string, handle: (ctx: TenantContext, event: DomainEvent) => Promise<void>) {
  return sqsHandler(name, async (record) => {
    const { detail: event } = busMessageSchema.parse(JSON.parse(record.body));
    const ctx = tenantContext(event.tenantId, { kind: 'system', id: name }, event.id);
    await requireOwnEvent(ctx, event);
    await handle(ctx, event);
  });
}

const queueMessageSchema = z.object({ tenantId: tenantIdSchema, body: z.unknown() });

type Handle<T> = (ctx: TenantContext, body: T) => Promise<void>;

/**
 * The Lambda handler of a queue that our own code fills; `schema` is the message's body. `giveUp` is called when the last
 * attempt fails or would run out of time, so that whoever waits for the work is told before the message goes to the DLQ.
 */
export function worker<T>(name: string, schema: z.ZodType<T>, handle: Handle<T>, giveUp?: Handle<T>) {
  return sqsHandler(name, async (record, lambda) => {
    const { tenantId, body } = queueMessageSchema.parse(JSON.parse(record.body));
    const ctx = tenantContext(tenantId, { kind: 'system', id: name }, record.messageId);
    const message = schema.parse(body);
    const isLast = Number(record.attributes?.ApproximateReceiveCount) >= MOST_ATTEMPTS;
    if (!giveUp || !isLast) return handle(ctx, message);
    try {
      await beforeTimeout(lambda, handle(ctx, message));
    } catch (error) {
      await giveUp(ctx, message).catch((cause: unknown) => {
        throw new AggregateError([error, cause], 'The last attempt failed, and so did giving up.', { cause });
      });
      throw error;
    }
  });
}

/** What giving up may take. */
const RESERVED_MS = 15_000;

/** Rejects while there is still time to act on it: Lambda ends a function that is late without a word. */
async function beforeTimeout(lambda: Context, work: Promise<void>): Promise<void> {
  let alarm: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const leftMs = Math.max(0, lambda.getRemainingTimeInMillis() - RESERVED_MS);
    alarm = setTimeout(() => reject(new Error('The last attempt ran out of time.')), leftMs);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(alarm);
  }
}

function sqsHandler(name: string, handle: (record: SQSRecord, lambda: Context) => Promise<void>) {
  return middy(async (event: SQSEvent, lambda: Context) => {
    const processor = new BatchProcessor(EventType.SQS);
    const handleLogged = (record: SQSRecord) => logFailure(name, record, () => handle(record, lambda));
    return processPartialResponse(event, handleLogged, processor, { throwOnFullBatchFailure: false });
  });
}

/** The batch processor turns a failure into a retry and says nothing: this line is where it can be found (T10). */
async function logFailure(name: string, record: SQSRecord, handle: () => Promise<void>): Promise<void> {
  try {
    await handle();
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
