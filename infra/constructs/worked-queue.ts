import type { EventEntry, QueueEntry } from '@vinculo/functions/registry';
import { MOST_ATTEMPTS } from '@vinculo/platform/events/attempts';
import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type CrmFunction, DEFAULT_TIMEOUT_SECONDS } from './crm-function';

const KEPT = Duration.days(14);

/** A queue with its dead-letter queue, as a function that is worked off by one function needs it. */
export class WorkedQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(
    scope: Construct,
    id: string,
    private readonly entry: EventEntry | QueueEntry,
  ) {
    super(scope, id);
    const timeoutSeconds = entry.needs.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS;
    const shared = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: KEPT };
    this.deadLetters = new Queue(this, 'DeadLetters', shared);
    this.queue = new Queue(this, 'Queue', {
      ...shared,
      // Less would hand a message to a second copy while the first still has it.
      visibilityTimeout: Duration.seconds(6 * timeoutSeconds),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MOST_ATTEMPTS },
    });
  }

  /** Starts work: only the failed messages of a batch come back. */
  workOffWith(worker: CrmFunction): void {
    worker.fn.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: this.entry.batchSize ?? 10,
        maxConcurrency: this.entry.maxConcurrency ?? 10,
        reportBatchItemFailures: true,
      }),
    );
  }
}
