import type { StreamEntry } from '@vinculo/functions/registry';
import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { CrmFunction, type Resources } from './crm-function';

/**
 * The one reader of the table's stream. Lambda's own defaults would retry a poison record until the stream forgets it,
 * with its whole shard waiting behind it, and then lose it; here it is isolated, given up and reported (D8).
 */
export class StreamRelay extends Construct {
  readonly relay: CrmFunction;
  readonly failures: Queue;

  constructor(scope: Construct, id: string, entry: StreamEntry, resources: Resources) {
    super(scope, id);
    const streamArn = resources.table.table.tableStreamArn;
    if (!streamArn) throw new Error('The table has no stream.');
    this.relay = new CrmFunction(this, 'Function', entry, resources);
    this.failures = new Queue(this, 'Failures', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    this.relay.fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: [streamArn],
      }),
    );
    this.relay.fn.addToRolePolicy(
      new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: ['*'] }),
    );
    new EventSourceMapping(this, 'Mapping', {
      target: this.relay.fn,
      eventSourceArn: streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      parallelizationFactor: 4,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 8,
      maxRecordAge: Duration.hours(20),
      onFailure: new SqsDlq(this.failures),
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { NewImage: { kind: { S: FilterRule.isEqual('event') } } },
        }),
      ],
    });
  }
}
