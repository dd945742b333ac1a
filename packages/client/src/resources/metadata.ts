import type { Transport } from '../transport';
import type { RecordTypeInfo } from '../types';

export function metadataOf(transport: Transport) {
  return {
    /** The record types that the person's role has to do with, in the order of the navigation. */
    get: (signal?: AbortSignal) => transport.get<{ recordTypes: RecordTypeInfo[] }>('/metadata', { signal }),
  };
}
