import type { Message } from './message';

/**
 * Messages that may be delivered now, shared out as SQS fair queues do: the next one comes from the group with the
 * fewest in flight, and among those from the one served longest ago, so that no tenant waits behind another's flood (T8).
 */
export function createReadyList() {
  const groups = new Map<string, { waiting: Message[]; inFlight: number; servedAt: number }>();
  let turn = 0;
  let size = 0;

  function groupOf(message: Message) {
    const id = message.groupId ?? '';
    const found = groups.get(id) ?? { waiting: [], inFlight: 0, servedAt: 0 };
    groups.set(id, found);
    return found;
  }

  function add(message: Message): void {
    groupOf(message).waiting.push(message);
    size++;
  }

  function next(): Message | undefined {
    let best: { waiting: Message[]; inFlight: number; servedAt: number } | undefined;
    for (const group of groups.values()) {
      if (group.waiting.length === 0) continue;
      const isBetter =
        !best ||
        group.inFlight < best.inFlight ||
        (group.inFlight === best.inFlight && group.servedAt < best.servedAt);
      if (isBetter) best = group;
    }
    const message = best?.waiting.shift();
    if (!best || !message) return undefined;
    best.inFlight++;
    best.servedAt = ++turn;
    size--;
    return message;
  }

  /** The message is no longer in flight. */
  function release(message: Message): void {
    const group = groupOf(message);
    group.inFlight--;
    if (group.inFlight <= 0 && group.waiting.length === 0) groups.delete(message.groupId ?? '');
  }

  return { add, next, release, size: () => size };
}
