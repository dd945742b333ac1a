import { registry } from '@vinculo/functions/registry';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it, vi } from 'vitest';
import { EVERY_KIND } from './entries';
import { LIVE, synthesise } from './synthesise';

vi.setConfig({ testTimeout: 60_000 });

const { events } = synthesise(LIVE, EVERY_KIND).templates;
const consumers = EVERY_KIND.filter((entry) => 'on' in entry);
const queued = EVERY_KIND.filter((entry) => 'on' in entry || 'queue' in entry);

interface QueueProperties {
  readonly RedrivePolicy?: {
    deadLetterTargetArn: { 'Fn::GetAtt': [string, string] };
    maxReceiveCount: number;
  };
  readonly VisibilityTimeout?: number;
}

function queues(): Array<[string, QueueProperties]> {
  return Object.entries(events.findResources('AWS::SQS::Queue')).map(([id, { Properties }]) => [
    id,
    Properties,
  ]);
}

describe('consumers', () => {
  it('and workers know their table, to which the context of every event and message is bound', () => {
    const stacks = synthesise(LIVE).templates;
    const functions = Object.values(stacks.events.findResources('AWS::Lambda::Function'));
    const worked = registry.filter((entry) => 'on' in entry || 'queue' in entry);
    const without = functions.filter(
      ({ Properties }) => !('TABLE_NAME' in (Properties.Environment?.Variables ?? {})),
    );
    const names = without.map(({ Properties }) => String(Properties.Description).split(': ')[1]);
    expect(worked.map(({ name }) => name).filter((name) => names.includes(name))).toEqual([]);
  });

  it('have one rule each, on their event types, with what cannot be delivered kept', () => {
    events.resourceCountIs('AWS::Events::Rule', consumers.length);
    events.allResourcesProperties('AWS::Events::Rule', {
      EventBusName: Match.anyValue(),
      EventPattern: { source: ['vinculo'], 'detail-type': Match.anyValue() },
      Targets: [Match.objectLike({ DeadLetterConfig: { Arn: Match.anyValue() } })],
    });
  });

  it('filter by exact type, by prefix and by suffix', () => {
    events.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['vinculo'],
        'detail-type': [{ suffix: '.created' }, { prefix: 'contact.' }, 'records.imported'],
      },
    });
  });

  it('of timers get only the timers that they name', () => {
    events.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['vinculo'],
        'detail-type': ['timer.due'],
        detail: { data: { timer: ['reminder'] } },
      },
    });
  });
});

describe('queues', () => {
  it('have dead letters each, apart from those that are dead letters themselves', () => {
    const targets = queues().flatMap(
      ([, { RedrivePolicy }]) => RedrivePolicy?.deadLetterTargetArn['Fn::GetAtt'][0] ?? [],
    );
    const endings = queues().filter(([, { RedrivePolicy }]) => !RedrivePolicy);
    expect(targets).toHaveLength(queued.length);
    expect(new Set(targets).size).toBe(queued.length);
    // And the one for what leaves the stream's retries.
    expect(endings).toHaveLength(queued.length + 1);
  });

  it('hide a message for at least six times as long as its function may take', () => {
    const timeouts = queued.map(({ needs }) => 6 * (needs.timeoutSeconds ?? 30));
    const visible = queues().flatMap(([, { VisibilityTimeout }]) => VisibilityTimeout ?? []);
    expect(visible.toSorted()).toEqual(timeouts.toSorted());
  });

  it('are encrypted and refuse plain HTTP', () => {
    events.allResourcesProperties('AWS::SQS::Queue', {
      SqsManagedSseEnabled: true,
      MessageRetentionPeriod: 1_209_600,
    });
    events.resourceCountIs('AWS::SQS::QueuePolicy', 2 * queued.length + 1);
    events.allResourcesProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });

  it('are worked off with partial batch responses and bounded concurrency (D7)', () => {
    const mappings = Object.values(
      events.findResources('AWS::Lambda::EventSourceMapping', {
        Properties: {
          FunctionResponseTypes: ['ReportBatchItemFailures'],
          ScalingConfig: { MaximumConcurrency: 10 },
        },
      }),
    );
    expect(mappings).toHaveLength(queued.length);
  });
});

describe('the stream', () => {
  it('is read once, with finite retries, bisecting and a place for what fails (D8)', () => {
    const readers = events.findResources('AWS::Lambda::EventSourceMapping', {
      Properties: { StartingPosition: 'TRIM_HORIZON' },
    });
    expect(Object.keys(readers)).toHaveLength(1);
    events.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 8,
      MaximumRecordAgeInSeconds: 72_000,
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    });
  });

  it('hands over new event items only', () => {
    events.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FilterCriteria: {
        Filters: [
          {
            Pattern: JSON.stringify({
              eventName: ['INSERT'],
              dynamodb: { NewImage: { kind: { S: ['event'] } } },
            }),
          },
        ],
      },
    });
  });
});

describe('alarms', () => {
  it('watch every dead-letter queue, the stream and the API, and tell somebody (D17)', () => {
    const { observability } = synthesise({ ...LIVE, alarmEmail: 'ops@example.com' }, EVERY_KIND).templates;
    const alarms = Object.values(observability.findResources('AWS::CloudWatch::Alarm'));
    const onMessages = alarms.filter(
      ({ Properties }) => Properties.MetricName === 'ApproximateNumberOfMessagesVisible',
    );
    expect(onMessages).toHaveLength(queued.length + 1);
    for (const { Properties } of alarms) expect(Properties.AlarmActions).toHaveLength(1);
    for (const metric of [
      'IteratorAge',
      '5xx',
      'Latency',
      'ThrottledRequests',
      'ApproximateAgeOfOldestMessage',
    ]) {
      expect(alarms.map(({ Properties }) => Properties.MetricName)).toContain(metric);
    }
    observability.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'ops@example.com',
    });
  });
});
