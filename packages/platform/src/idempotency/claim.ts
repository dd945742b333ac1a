import type { DomainEvent } from '../events/envelope';
import type { Key, Write } from '../table/writes';
import { type ClaimItem, STEP, stepKey } from './items';

export type Subject = DomainEvent['subject'];

/**
 * A request's right to take effect. It rides in the transaction that makes the change, so that the change and the
 * knowledge that it happened can't be apart (D1).
 */
export interface Claim {
  /** What an attempt before this one committed here; only a step can have this. */
  readonly committed: readonly Subject[] | undefined;
  /** The action that marks the change as made. Its condition fails when another attempt has taken over. */
  mark(subjects: readonly Subject[]): Write;
  /** The mark was written. */
  marked(subjects: readonly Subject[]): void;
  /** A part of the request that takes effect by itself, such as one operation of a batch. */
  step(number: number): Claim;
  /** Some of it is still to do: the same request sent again goes on with that. */
  leaveOpen(): void;
}

/** What the request that holds the claim has done so far. */
export interface Progress {
  readonly committed: readonly Subject[] | undefined;
  readonly isOpen: boolean;
}

/** The claim of an attempt, and what has become of it. */
export function holdClaim(
  item: ClaimItem,
  earlier: ReadonlyMap<number, readonly Subject[]>,
): { claim: Claim; progress: Progress } {
  let committed: readonly Subject[] | undefined;
  let isOpen = false;
  const key: Key = { pk: item.pk, sk: item.sk };
  const leaveOpen = () => {
    isOpen = true;
  };
  const claim: Claim = {
    committed: undefined,
    mark: (subjects) => ({
      update: key,
      set: { committed: subjects },
      if: { equals: { attempt: item.attempt, committed: undefined } },
    }),
    marked: (subjects) => {
      committed = subjects;
    },
    step: (number) => ({
      ...claim,
      committed: earlier.get(number),
      mark: (subjects) => ({
        put: { ...stepKey(item, number), kind: STEP, number, subjects, expiresAt: item.expiresAt },
        if: 'absent',
      }),
      marked: () => {},
    }),
    leaveOpen,
  };
  return {
    claim,
    progress: {
      get committed() {
        return committed;
      },
      get isOpen() {
        return isOpen;
      },
    },
  };
}
