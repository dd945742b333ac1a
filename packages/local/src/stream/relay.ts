import type { _Record as StreamRecord } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Bus } from '../bus/bus';
import { failedItems, type LambdaFunction, lambdaContext } from '../delivery/invoke';
import type { DeadLetters } from '../delivery/message';
import { toLambdaRecord } from './to-lambda-record';

export interface RelayOptions {
  lambda: LambdaFunction;
  bus: Bus;
  streamArn: string;
  deadLetters: DeadLetters;
  /** How long a record rests after its nth failure. */
  pause: (attempt: number) => Promise<void>;
  maxAttempts?: number;
}

export interface Relay {
  /** Publishes the new events in order; `settled` resolves once every consumer is done with all of them. */
  publish(records: readonly StreamRecord[]): Promise<{ settled: Promise<void>; events: number }>;
}

const BATCH = 100;

/**
 * Lambda's stream mapping, as `infra` configures it: only new event items, batches that are bisected when they fail,
 * partial responses, finite retries, and a place for the record that can't be published while the others go on (D8).
 */
export function createRelay(options: RelayOptions): Relay {
  const { lambda, bus, streamArn, deadLetters, pause, maxAttempts = 9 } = options;

  async function publish(records: readonly StreamRecord[]) {
    const events = records.filter(isNewEvent).map((record) => toLambdaRecord(record, streamArn));
    const { settled } = await bus.putAndSettle(async () => {
      for (let start = 0; start < events.length; start += BATCH) {
        await publishBatch(events.slice(start, start + BATCH), 1);
      }
    });
    return { settled, events: events.length };
  }

  async function publishBatch(batch: DynamoDBRecord[], attempt: number): Promise<void> {
    if (batch.length === 0) return;
    const failure = await invoke(batch);
    if (!failure) return;
    const rest = batch.slice(failure.position);
    if (failure.position > 0) return publishBatch(rest, 1);
    if (rest.length > 1) {
      const middle = Math.ceil(rest.length / 2);
      await publishBatch(rest.slice(0, middle), attempt);
      return publishBatch(rest.slice(middle), attempt);
    }
    if (attempt >= maxAttempts) return giveUp(rest, failure.cause, attempt);
    await pause(attempt);
    return publishBatch(rest, attempt + 1);
  }

  /** Where the first failed record is; as Lambda does, everything from there on counts as not done. */
  async function invoke(batch: DynamoDBRecord[]): Promise<{ position: number; cause: string } | undefined> {
    const event: DynamoDBStreamEvent = { Records: batch };
    try {
      const failed = failedItems(await lambda.handler(event, lambdaContext(lambda)));
      if (failed.length === 0) return undefined;
      const positions = failed.map((id) =>
        batch.findIndex((record) => record.dynamodb?.SequenceNumber === id),
      );
      return {
        position: Math.max(0, Math.min(...positions)),
        cause: 'It reported a failure; its log has the reason',
      };
    } catch (error) {
      return { position: 0, cause: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  }

  async function giveUp(batch: DynamoDBRecord[], cause: string, receiveCount: number): Promise<void> {
    for (const record of batch) {
      await deadLetters.keep({
        queue: lambda.name,
        messageId: record.dynamodb?.SequenceNumber ?? '',
        body: JSON.stringify(record),
        receiveCount,
        cause,
        at: new Date().toISOString(),
      });
    }
  }

  return { publish };
}

function isNewEvent({ eventName, dynamodb }: StreamRecord): boolean {
  return eventName === 'INSERT' && dynamodb?.NewImage?.kind?.S === 'event';
}
