import type { UserContext } from '@vinculo/identity/access/user-context';
import type { NewEvent } from '@vinculo/platform/events/commit';
import type { Write } from '@vinculo/platform/table/writes';
import type { CrmRecord } from '../types/record-type';

export interface Change {
  kind: 'create' | 'update' | 'delete' | 'restore';
  before?: CrmRecord;
  /** The record as it will be stored; a behaviour may set fields of it, read-only ones too. */
  after: CrmRecord;
}

/** What rides along in the change's transaction. */
export interface Companions {
  writes?: Write[];
  events?: NewEvent[];
}

/** A value of a text field that people know by its name. */
export interface NamedValue {
  value: string;
  name: string;
}

/** Rules that a capability adds to a record type; throws an `AppError` to refuse a change. */
export interface RecordBehaviour {
  prepare(ctx: UserContext, change: Change): Promise<Companions>;
  /**
   * By field, the values that files call by their names: imports take either, exports write names. Of several with one
   * name the first is meant.
   */
  namedValues?(ctx: UserContext): Promise<Readonly<Record<string, readonly NamedValue[]>>>;
}
