import type { FunctionEntry } from '@vinculo/functions/registry';
import { Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';

import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { type CodeOf, CrmFunction, type Resources } from '../constructs/crm-function';
import { EventConsumer } from '../constructs/event-consumer';
import { MailSender } from '../constructs/mail-sender';
import type { PrivateBucket } from '../constructs/private-bucket';
import type { SealingKeys } from '../constructs/sealing-keys';
import { StreamRelay } from '../constructs/stream-relay';
import type { TenantTable } from '../constructs/tenant-table';
import { Timers } from '../constructs/timers';
import { WorkedQueue } from '../constructs/worked-queue';
import type { Stage } from '../stages';

export interface EventsStackProps extends StackProps {
  readonly stage: Stage;
  readonly entries: readonly FunctionEntry[];
  readonly codeOf: CodeOf;
  readonly appUrl: string;
  readonly table: TenantTable;
  readonly objects: PrivateBucket;
  readonly sealingKeys: SealingKeys;
}

/** A queue and the dead letters of the function that works it off, for alarms. */
export interface WatchedQueue {
  readonly name: string;
  readonly queue: Queue;
  readonly deadLetters: Queue;
}

/** From the table's stream to the bus, and from the bus to each consumer; and the queues that our own code fills. */
export class EventsStack extends Stack {
  /** What the API may need too. */
  readonly resources: Resources;
  readonly watchedQueues: WatchedQueue[] = [];
  readonly relays: StreamRelay[] = [];

  constructor(scope: Construct, id: string, props: EventsStackProps) {
    super(scope, id, props);
    const { stage, entries, codeOf, appUrl, table, objects, sealingKeys } = props;
    const bus = new EventBus(this, 'Bus', { description: `Domain events of Vinculo ${stage.name}` });
    const ownQueues = new Map<string, WorkedQueue>();
    for (const entry of entries) {
      if ('queue' in entry) ownQueues.set(entry.queue, new WorkedQueue(this, idOf(entry.queue), entry));
    }
    this.resources = {
      stage,
      codeOf,
      appUrl,
      table,
      objects,
      sealingKeys,
      bus,
      timers: new Timers(this, 'Timers', bus),
      mail: new MailSender(this, 'Mail', stage.mail),
      queues: new Map([...ownQueues].map(([name, { queue }]) => [name, queue])),
    };
    for (const entry of entries) this.add(entry, ownQueues);
  }

  private add(entry: FunctionEntry, ownQueues: Map<string, WorkedQueue>): void {
    const id = idOf(entry.name);
    if ('on' in entry) {
      const { queue, deadLetters } = new EventConsumer(this, id, entry, this.resources);
      this.watchedQueues.push({ name: entry.name, queue, deadLetters });
    } else if ('queue' in entry) {
      const work = ownQueues.get(entry.queue);
      if (!work) throw new Error(`The queue "${entry.queue}" was not made.`);
      work.workOffWith(new CrmFunction(this, `${id}Worker`, entry, this.resources));
      this.watchedQueues.push({ name: entry.name, queue: work.queue, deadLetters: work.deadLetters });
    } else if ('stream' in entry) {
      this.relays.push(new StreamRelay(this, id, entry, this.resources));
    }
  }
}

/** `send-mail` is the construct `SendMail`. */
function idOf(name: string): string {
  return name.replace(/(?:^|-)([a-z0-9])/g, (_, first: string) => first.toUpperCase());
}
