import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Operation } from 'aws-cdk-lib/aws-dynamodb';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { CrmFunction } from '../constructs/crm-function';
import type { StreamRelay } from '../constructs/stream-relay';
import type { TenantTable } from '../constructs/tenant-table';
import type { Stage } from '../stages';
import type { WatchedQueue } from './events';

export interface ObservabilityStackProps extends StackProps {
  readonly stage: Stage;
  readonly httpApi: HttpApi;
  readonly api: CrmFunction;
  readonly table: TenantTable;
  readonly watchedQueues: WatchedQueue[];
  readonly relays: StreamRelay[];
}

const PERIOD = Duration.minutes(5);
const WATCHED_OPERATIONS = [Operation.TRANSACT_WRITE_ITEMS, Operation.BATCH_GET_ITEM, Operation.QUERY];

/** Alarms for what loses or delays a customer's work, each with its page in docs/runbook.md, and one dashboard. */
export class ObservabilityStack extends Stack {
  private readonly topic: Topic;

  constructor(scope: Construct, id: string, props: ObservabilityStackProps) {
    super(scope, id, props);
    this.topic = new Topic(this, 'Alarms', { enforceSSL: true });
    if (props.stage.alarmEmail) this.topic.addSubscription(new EmailSubscription(props.stage.alarmEmail));
    this.watchApi(props);
    this.watchTable(props);
    this.watchEvents(props);
    this.draw(props);
    new CfnOutput(this, 'AlarmTopic', { value: this.topic.topicArn });
  }

  private watchApi({ httpApi, api }: ObservabilityStackProps): void {
    // Each request counts as 0 or 1, so the average is the share that failed.
    const failures = httpApi.metricServerError({ statistic: 'Average', period: PERIOD });
    this.alarm('ApiFailures', failures, 0.01, 'More than 1 % of requests failed.');
    const slowest = httpApi.metricLatency({ statistic: 'p95', period: PERIOD });
    this.alarm('ApiLatency', slowest, 1_500, 'One request in twenty took more than 1.5 s.', 3);
    const throttles = api.fn.metricThrottles({ period: PERIOD });
    this.alarm('ApiThrottles', throttles, 0, 'Requests were refused for want of Lambda concurrency.');
  }

  private watchTable({ table: { table } }: ObservabilityStackProps): void {
    for (const operation of WATCHED_OPERATIONS) {
      const throttles = table.metricThrottledRequestsForOperation(operation, { period: PERIOD });
      this.alarm(`TableThrottles-${operation}`, throttles, 10, 'The table throttled: look for a hot key.', 2);
    }
  }

  private watchEvents({ watchedQueues, relays }: ObservabilityStackProps): void {
    for (const { name, queue, deadLetters } of watchedQueues) {
      const dead = deadLetters.metricApproximateNumberOfMessagesVisible({
        statistic: 'Maximum',
        period: PERIOD,
      });
      this.alarm(
        `DeadLetters-${name}`,
        dead,
        0,
        `${name} gave up on a message: see its cause, then redrive.`,
      );
      const age = queue.metricApproximateAgeOfOldestMessage({ period: PERIOD });
      this.alarm(`Delay-${name}`, age, 900, `${name} is more than 15 minutes behind.`, 2);
    }
    for (const { relay, failures } of relays) {
      const age = relay.fn.metric('IteratorAge', { statistic: 'Maximum', period: PERIOD });
      this.alarm('OutboxDelay', age, 300_000, 'Events leave the table more than 5 minutes late.');
      const lost = failures.metricApproximateNumberOfMessagesVisible({
        statistic: 'Maximum',
        period: PERIOD,
      });
      this.alarm(
        'OutboxFailures',
        lost,
        0,
        'An event could not be published; its item is still in the table.',
      );
    }
  }

  private draw({ stage, httpApi, api, watchedQueues }: ObservabilityStackProps): void {
    const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 8, height: 6 });
    new Dashboard(this, 'Dashboard', {
      dashboardName: `vinculo-${stage.name}`,
      widgets: [
        [
          graph('Requests', [
            httpApi.metricCount(),
            httpApi.metricClientError(),
            httpApi.metricServerError(),
          ]),
          graph('Latency, ms', [
            httpApi.metricLatency({ statistic: 'p50' }),
            httpApi.metricLatency({ statistic: 'p95' }),
          ]),
          graph('API function', [api.fn.metricErrors(), api.fn.metricThrottles()]),
        ],
        [
          graph(
            'Waiting, by consumer',
            watchedQueues.map(({ name, queue }) =>
              queue.metricApproximateNumberOfMessagesVisible({ label: name }),
            ),
          ),
          graph(
            'Dead letters, by consumer',
            watchedQueues.map(({ name, deadLetters }) =>
              deadLetters.metricApproximateNumberOfMessagesVisible({ label: name }),
            ),
          ),
        ],
      ],
    });
  }

  private alarm(id: string, metric: IMetric, threshold: number, alarmDescription: string, periods = 1): void {
    const alarm = new Alarm(this, id, {
      metric,
      threshold,
      alarmDescription,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}
