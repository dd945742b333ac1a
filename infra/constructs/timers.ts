import { ENVIRONMENT } from '@vinculo/platform/ports/aws/environment';
import { Stack } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';

/** EventBridge Scheduler, whose one-shot schedules put `timer.due` on the bus when they fall due. */
export class Timers extends Construct {
  private readonly group: ScheduleGroup;
  private readonly role: Role;

  constructor(scope: Construct, id: string, bus: EventBus) {
    super(scope, id);
    this.group = new ScheduleGroup(this, 'Group');
    const { account } = Stack.of(this);
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    });
    bus.grantPutEventsTo(this.role);
  }

  /** Lets a function set and clear timers, and nothing outside this group. */
  connect(fn: LambdaFunction, bus: EventBus): void {
    fn.addEnvironment(ENVIRONMENT.scheduleGroup, this.group.scheduleGroupName);
    fn.addEnvironment(ENVIRONMENT.scheduleRoleArn, this.role.roleArn);
    fn.addEnvironment(ENVIRONMENT.busArn, bus.eventBusArn);
    const schedules = Stack.of(this).formatArn({
      service: 'scheduler',
      resource: 'schedule',
      resourceName: `${this.group.scheduleGroupName}/ten_*`,
    });
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['scheduler:CreateSchedule', 'scheduler:UpdateSchedule', 'scheduler:DeleteSchedule'],
        resources: [schedules],
      }),
    );
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [this.role.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
      }),
    );
  }
}
