import { createHash, randomUUID } from 'node:crypto';
import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Message } from './message';

/** A Lambda handler as our modules export it. */
export type Handler = (event: unknown, context: Context) => unknown;

export interface LambdaFunction {
  readonly name: string;
  readonly handler: Handler;
  readonly timeoutSeconds: number;
}

/**
 * Hands a batch to a consumer and reads its answer as Lambda does: what it names failed, an answer that makes no sense
 * or a throw fails the whole batch. Returns each failed message's id with the cause.
 */
export async function invokeConsumer(lambda: LambdaFunction, batch: Message[]): Promise<Map<string, string>> {
  const event: SQSEvent = { Records: batch.map((message) => toSqsRecord(lambda.name, message)) };
  try {
    const answer = await lambda.handler(event, lambdaContext(lambda));
    const failed = failedItems(answer);
    const ids = new Set(batch.map(({ id }) => id));
    if (!failed.every((id) => ids.has(id)))
      throw new Error('It reported the failure of a message it was not given');
    return new Map(failed.map((id) => [id, 'The consumer reported a failure; its log has the reason']));
  } catch (error) {
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return new Map(batch.map(({ id }) => [id, cause]));
  }
}

/** The identifiers in a partial-batch response; none for an empty answer. Throws on any other shape. */
export function failedItems(answer: unknown): string[] {
  if (answer === null || answer === undefined) return [];
  if (typeof answer !== 'object') throw new Error('It answered something that is no batch response');
  const failures = 'batchItemFailures' in answer ? answer.batchItemFailures : undefined;
  if (failures === null || failures === undefined) return [];
  if (!Array.isArray(failures)) throw new Error('Its batchItemFailures is no list');
  return failures.map((failure: unknown) => {
    const id =
      typeof failure === 'object' && failure && 'itemIdentifier' in failure ? failure.itemIdentifier : '';
    if (typeof id !== 'string' || id === '') throw new Error('It named a failure without an identifier');
    return id;
  });
}

function toSqsRecord(queue: string, message: Message): SQSRecord {
  return {
    messageId: message.id,
    receiptHandle: `${message.id}-${message.receiveCount}`,
    body: message.body,
    attributes: {
      ApproximateReceiveCount: String(message.receiveCount),
      SentTimestamp: String(message.sentAtMs),
      SenderId: 'local',
      ApproximateFirstReceiveTimestamp: String(message.sentAtMs),
      ...(message.groupId ? { MessageGroupId: message.groupId } : {}),
    },
    messageAttributes: {},
    md5OfBody: createHash('md5').update(message.body).digest('hex'),
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:us-east-1:000000000000:${queue}`,
    awsRegion: 'us-east-1',
  };
}

export function lambdaContext({ name, timeoutSeconds }: LambdaFunction): Context {
  const deadlineMs = Date.now() + timeoutSeconds * 1_000;
  return {
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:us-east-1:000000000000:function:${name}`,
    memoryLimitInMB: '512',
    awsRequestId: randomUUID(),
    logGroupName: name,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, deadlineMs - Date.now()),
    done: () => {},
    fail: () => {},
    succeed: () => {},
  };
}
