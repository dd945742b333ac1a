/** One-shot timers. When due, each becomes a `timer.due` event on the bus. */
export interface Schedules {
  /** Sets or moves the timer called `name`; names are unique in a tenant. */
  set(timer: Timer): Promise<void>;
  /** Forgets the timer; no error when there is none. */
  clear(tenantId: string, name: string): Promise<void>;
}

export interface Timer {
  tenantId: string;
  name: string;
  at: Date;
  /** Says what is due, as `opportunity.rotting`. */
  timer: string;
  subject: { type: string; id: string };
}
