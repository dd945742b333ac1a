import type { EventEntry } from '@vinculo/functions/registry';
import { EVENT_SOURCE } from '@vinculo/platform/events/envelope';
import { toDetailTypeFilter } from '@vinculo/platform/events/pattern';
import { Match, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { CrmFunction, type Resources } from './crm-function';
import { WorkedQueue } from './worked-queue';

/** One rule on the consumer's event types, its own queue and dead-letter queue, and its function. */
export class EventConsumer extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, entry: EventEntry, resources: Resources) {
    super(scope, id);
    const work = new WorkedQueue(this, 'Work', entry);
    this.queue = work.queue;
    this.deadLetters = work.deadLetters;
    new Rule(this, 'Rule', {
      eventBus: resources.bus,
      description: `${entry.name}: ${entry.on.join(', ')}`,
      eventPattern: {
        source: [EVENT_SOURCE],
        detailType: Match.anyOf(...entry.on.map(toDetailTypeFilter)),
        ...(entry.timers ? { detail: { data: { timer: [...entry.timers] } } } : {}),
      },
      // What the rule cannot deliver goes where the consumer's own failures go.
      targets: [new SqsQueue(work.queue, { deadLetterQueue: work.deadLetters })],
    });
    work.workOffWith(new CrmFunction(this, 'Function', entry, resources));
  }
}
