import type { FunctionEntry } from '@vinculo/functions/registry';
import { ENVIRONMENT, queueUrlVariable } from '@vinculo/platform/ports/aws/environment';
import { Duration } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';

import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { removalPolicyOf } from '../removal';
import type { Stage } from '../stages';
import type { MailSender } from './mail-sender';
import type { PrivateBucket } from './private-bucket';
import type { SealingKeys } from './sealing-keys';
import type { TenantTable } from './tenant-table';
import type { Timers } from './timers';

/** Where a function's bundle is: the built one when deploying, a stub in template tests. */
export type CodeOf = (functionName: string) => Code;

/** Everything that a declared need can refer to. */
export interface Resources {
  readonly stage: Stage;
  readonly codeOf: CodeOf;
  readonly appUrl: string;
  readonly table: TenantTable;
  readonly objects: PrivateBucket;
  readonly sealingKeys: SealingKeys;
  readonly bus: EventBus;
  readonly timers: Timers;
  readonly mail: MailSender;
  /** Our own queues by name. */
  readonly queues: ReadonlyMap<string, Queue>;
}

export const DEFAULT_TIMEOUT_SECONDS = 30;

/** A Lambda function of the registry: its declared needs become its environment and its only rights. */
export class CrmFunction extends Construct {
  readonly fn: LambdaFunction;

  constructor(scope: Construct, id: string, entry: FunctionEntry, resources: Resources) {
    super(scope, id);
    const { stage, codeOf, appUrl } = resources;
    const logGroup = new LogGroup(this, 'Logs', {
      retention: stage.logRetentionDays satisfies RetentionDays,
      removalPolicy: removalPolicyOf(stage),
    });
    // Its own role, so that it may write to its own log group and to no other.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    this.fn = new LambdaFunction(this, 'Function', {
      description: `${stage.name}: ${entry.name}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: stage.architecture,
      handler: 'index.handler',
      code: codeOf(entry.name),
      role,
      logGroup,
      memorySize: entry.needs.memoryMb ?? 512,
      timeout: Duration.seconds(entry.needs.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS),
      tracing: Tracing.ACTIVE,
      environment: { [ENVIRONMENT.appUrl]: appUrl },
    });
    this.connect(entry, resources);
  }

  private connect(entry: FunctionEntry, resources: Resources): void {
    const { needs } = entry;
    const { table, objects, bus, timers, mail, queues } = resources;
    if (needs.table) table.grantTenants(this.fn, needs.table);
    if (needs.directory) table.grantDirectory(this.fn, needs.directory);
    // The context of an event or a message names the table, whether or not its function may use it.
    const hasContext = 'on' in entry || 'queue' in entry;
    if (hasContext || needs.table || needs.directory) this.set(ENVIRONMENT.tableName, table.table.tableName);
    if (needs.objects) {
      this.set(ENVIRONMENT.objectsBucket, objects.bucketName);
      this.grantObjects(objects, needs.objects);
    }
    if (needs.bus) {
      this.set(ENVIRONMENT.busName, bus.eventBusName);
      bus.grantPutEventsTo(this.fn);
    }
    if (needs.schedules) timers.connect(this.fn, bus);
    if (needs.mail) mail.connect(this.fn);
    if (needs.sealing) resources.sealingKeys.connect(this.fn);
    for (const name of needs.queues ?? []) {
      const queue = queues.get(name);
      if (!queue) throw new Error(`No entry of functions/registry.ts works off the queue "${name}".`);
      this.set(queueUrlVariable(name), queue.queueUrl);
      this.allow(['sqs:SendMessage'], [queue.queueArn]);
    }
  }

  private grantObjects(objects: PrivateBucket, rights: 'read' | 'readwrite'): void {
    const writes = ['s3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'];
    this.allow(rights === 'read' ? ['s3:GetObject'] : ['s3:GetObject', ...writes], [
      objects.arnForObjects('ten_*'),
    ]);
    // Without the right to list, S3 answers 403 where it should say that an object does not exist.
    this.allow(['s3:ListBucket'], [objects.bucketArn]);
  }

  private allow(actions: string[], resources: string[]): void {
    this.fn.addToRolePolicy(new PolicyStatement({ actions, resources }));
  }

  private set(name: string, value: string): void {
    this.fn.addEnvironment(name, value);
  }
}
