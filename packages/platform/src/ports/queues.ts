export interface Queues {
  /** Queues a message; messages of one tenant share a group, so that no tenant waits behind another (T8). */
  send(queue: string, message: { tenantId: string; body: unknown; delaySeconds?: number }): Promise<void>;
}
