import { createHash } from 'node:crypto';
import { EVENT_SOURCE } from '../../events/envelope';
import { timerDueEvent } from '../../events/timer-due';
import type { Schedules, Timer } from '../schedules';
import { type AwsRequest, endpointOf } from './aws-request';
import { ENVIRONMENT, requiredVariable } from './environment';
import { sendSigned } from './sending';

/** EventBridge Scheduler: one-shot schedules that put the event on the bus themselves and then delete themselves. */
export function schedulerSchedules(): Schedules {
  const group = requiredVariable(ENVIRONMENT.scheduleGroup);

  return {
    async set(timer) {
      const url = addressOf(timer.tenantId, timer.name);
      const body = JSON.stringify({ GroupName: group, ...scheduleOf(timer) });
      const created = await sendSigned(request('POST', url, body), [409]);
      if (created.status !== 409) return;
      const moved = await sendSigned(request('PUT', url, body), [404]);
      // It fell due between the two calls, and is set anew.
      if (moved.status === 404) await sendSigned(request('POST', url, body));
    },

    async clear(tenantId, name) {
      const url = addressOf(tenantId, name);
      url.searchParams.set('groupName', group);
      await sendSigned({ service: 'scheduler', method: 'DELETE', url }, [404]);
    },
  };
}

function request(method: 'POST' | 'PUT', url: URL, body: string): AwsRequest {
  return { service: 'scheduler', method, url, headers: { 'content-type': 'application/json' }, body };
}

/** A schedule's name has 64 characters at most, and its beginning is what the functions' grants are limited to. */
function addressOf(tenantId: string, name: string): URL {
  const digest = createHash('sha256').update(name).digest('base64url').slice(0, 32);
  return new URL(`${endpointOf('scheduler')}/schedules/${tenantId}.${digest}`);
}

function scheduleOf(timer: Timer) {
  const event = timerDueEvent(timer);
  return {
    ScheduleExpression: `at(${timer.at.toISOString().slice(0, 19)})`,
    ScheduleExpressionTimezone: 'UTC',
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    Target: {
      Arn: requiredVariable(ENVIRONMENT.busArn),
      RoleArn: requiredVariable(ENVIRONMENT.scheduleRoleArn),
      Input: JSON.stringify(event),
      EventBridgeParameters: { Source: EVENT_SOURCE, DetailType: event.type },
    },
  };
}
