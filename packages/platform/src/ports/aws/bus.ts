import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { PutEvents } from '../../events/bus';
import { ENVIRONMENT, requiredVariable } from './environment';

/** EventBridge, which takes or refuses each entry by itself and says so only in the answer's body (D7). */
export function eventBridgeBus(client = new EventBridgeClient()): PutEvents {
  const EventBusName = requiredVariable(ENVIRONMENT.busName);
  return async (entries) => {
    const { Entries = [] } = await client.send(
      new PutEventsCommand({ Entries: entries.map((entry) => ({ ...entry, EventBusName })) }),
    );
    return entries.map((_, position) => {
      const answer = Entries[position];
      // An entry that the answer does not mention is not known to have arrived.
      return answer?.EventId ? undefined : (answer?.ErrorCode ?? 'NoAnswer');
    });
  };
}
