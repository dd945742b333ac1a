/** One entry of EventBridge's PutEvents. */
export interface BusEntry {
  readonly Source: string;
  readonly DetailType: string;
  /** The envelope as JSON. */
  readonly Detail: string;
}

/**
 * Puts at most ten entries on the bus and answers for each, in order, the code of its failure or `undefined`. A call
 * that fails as a whole throws.
 */
export type PutEvents = (entries: readonly BusEntry[]) => Promise<Array<string | undefined>>;

let provided: PutEvents | undefined;

/** Sets the process's bus: EventBridge in the deployed relay, the in-process one locally and in tests. */
export function provideBus(putEvents: PutEvents): void {
  provided = putEvents;
}

export function bus(): PutEvents {
  if (!provided) throw new Error('No event bus was provided');
  return provided;
}
