import { newId } from '@vinculo/platform/ids';
import { type Company, PLURALS, type Principal } from './company';
import type { Operation } from './operations';
import type { Slot } from './slots';

/** An id that is not the sender's to name there. */
export interface Forgery {
  readonly name: string;
  readonly id: string;
  /** Its form or its type tells, so that it may be refused before anything is looked for. */
  readonly isRecognisable: boolean;
}

export interface Parties {
  readonly own: Company;
  readonly foreign: Company;
}

/** An id of that kind that nothing ever had: whatever is not the sender's is answered like it. */
export function unknownId(kind: string, { own }: Parties): string {
  const like = own.live[kind] ?? '';
  // A passkey is called by a hash.
  return isOurs(like) ? newId(prefixOf(like)) : `none${like.slice(4)}`;
}

export function forgeriesOf(
  operation: Operation,
  slot: Slot,
  principal: Principal,
  parties: Parties,
): Forgery[] {
  const { own, foreign } = parties;
  const { kind } = slot;
  const theirs = foreign.live[kind];
  if (!theirs) throw new Error(`Make a ${kind} in both companies.`);
  const hidden = [
    ['another tenant’s', theirs],
    ['another tenant’s deleted', foreign.deleted[kind]],
    ['a deleted', isForDeleted(operation, slot) ? undefined : own.deleted[kind]],
    ['a colleague’s', isOutOfReach(slot, principal, own) ? own.live[kind] : undefined],
  ] as const;
  const recognisable = [
    ...otherKinds(slot).map((other) => [`the id of one’s own ${other} as`, principal.own[other]] as const),
    ['the stored key of another tenant’s', `${foreign.tenantId}#${theirs}`],
    ['a malformed', 'not an id'],
    ['an empty', `${prefixOf(theirs)}_`],
    ['an endless', `${prefixOf(theirs)}_${'0'.repeat(3_000)}`],
  ] as const;
  return [
    ...hidden.map(([name, id]) => ({ name, id, isRecognisable: false })),
    ...recognisable.map(([name, id]) => ({ name, id, isRecognisable: true })),
  ].flatMap(({ id, ...forgery }) => (id === undefined ? [] : [{ ...forgery, id }]));
}

function isOurs(id: string): boolean {
  return /^[a-z]{3}_[0-9A-Z]{26}$/.test(id) || id.startsWith('ntf_');
}

function prefixOf(id: string): string {
  return id.slice(0, id.indexOf('_'));
}

/** Restoring is what a deleted record's id is for. */
function isForDeleted({ path }: Operation, { pointer, request }: Slot): boolean {
  const isInBatch = pointer.endsWith('/id') && JSON.stringify(request.body ?? '').includes('"restore"');
  return path.endsWith('/restore') || isInBatch;
}

/** A record of somebody else's, for who reaches only their own. */
function isOutOfReach({ pointer, kind }: Slot, principal: Principal, own: Company): boolean {
  return pointer.startsWith('/path/') && PLURALS.has(kind) && principal.own[kind] !== own.live[kind];
}

/** Two kinds that the place does not take; a favourite may be any record. */
function otherKinds({ kind, pointer }: Slot): string[] {
  if (pointer === '/path/recordId') return ['view', 'pipeline'];
  return ['activity', 'view', 'account'].filter((other) => other !== kind).slice(0, 2);
}
