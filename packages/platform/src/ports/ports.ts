import type { Mail } from './mail';
import type { Objects } from './objects';
import type { Queues } from './queues';
import type { Schedules } from './schedules';
import type { Sealing } from './sealing';

/** Everything outside the table that a service may reach. */
export interface Ports {
  readonly mail: Mail;
  readonly objects: Objects;
  readonly queues: Queues;
  readonly schedules: Schedules;
  readonly sealing: Sealing;
}
