import { scheduleTrialTimers } from '@vinculo/identity/tenants/trial-timers';
import { consumer } from '@vinculo/platform/events/consumer';

export const handler = consumer('schedule-trial-timers', scheduleTrialTimers);
