import { createHash } from 'node:crypto';
import type { Item, Key } from '../table/writes';
import type { Subject } from './claim';

/** Which request it is: the same key of another actor or operation is another request. */
export interface Scope {
  actor: string;
  operation: string;
  key: string;
}

/** An answer as it is replayed. Without a body it is made again from what was committed. */
export interface StoredAnswer {
  status: number;
  headers: Record<string, string>;
  /** Deflated; absent when it was too large, or showed a secret. */
  body?: Uint8Array;
  /** A digest of the rights that it was made under. */
  rights: string;
}

export interface ClaimItem extends Item {
  kind: 'idempotency';
  /** Names the steps of this request; a key that is used again after its day gets another. */
  id: string;
  /** Names the run that holds the claim; whoever takes over writes another. */
  attempt: string;
  /** Digest of the parameters. */
  fingerprint: string;
  /** Until then the run may be alive; nobody takes over. */
  runsUntilMs: number;
  expiresAt: number;
  committed?: Subject[];
  answer?: StoredAnswer;
}

export const STEP = 'idempotency-step';

export interface StepItem extends Item {
  kind: typeof STEP;
  number: number;
  subjects: Subject[];
  expiresAt: number;
}

/** The key of a request's claim. What callers name their requests is stored only as a digest. */
export function claimKey({ actor, operation, key }: Scope): Key {
  const digest = createHash('sha256')
    .update(JSON.stringify([actor, operation, key]))
    .digest('base64url');
  return { pk: `idempotency#${digest}`, sk: 'claim' };
}

export function stepPrefix({ id }: Pick<ClaimItem, 'id'>): string {
  return `step#${id}#`;
}

export function stepKey(item: Pick<ClaimItem, 'pk' | 'id'>, number: number): Key {
  return { pk: item.pk, sk: stepPrefix(item) + String(number).padStart(3, '0') };
}
