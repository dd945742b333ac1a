import { epochSeconds } from '../clock';
import type { TenantContext } from '../context';
import { InProgressError } from '../errors';
import { newId } from '../ids';
import { type Claim, holdClaim, type Progress, type Subject } from './claim';
import { type ClaimItem, claimKey, type Scope, type StepItem, type StoredAnswer, stepPrefix } from './items';

/** No request runs longer: the API's functions are stopped then. */
const LONGEST_RUN_MS = 30_000;
const KEPT_SECONDS = 24 * 3600;

export interface Held {
  item: ClaimItem;
  claim: Claim;
  progress: Progress;
}

/** Either the claim is this request's, or the request was made before, with what was known of it then. */
export type Taken = { held: Held } | { earlier: ClaimItem };

/**
 * Claims a request. Of any number at once one gets it. Throws 409 `idempotency.in_progress` while another attempt may
 * still be running and has committed nothing.
 */
export async function takeClaim(ctx: TenantContext, scope: Scope, fingerprint: string): Promise<Taken> {
  const fresh = newClaim(ctx, scope, fingerprint);
  if (await ctx.table.put(fresh, 'absent')) return { held: { item: fresh, ...holdClaim(fresh, new Map()) } };
  const found = await ctx.table.get<ClaimItem>({ pk: fresh.pk, sk: fresh.sk });
  if (!found) throw new InProgressError();
  // The engine sends a put again whose answer got lost; then what is in the way is this one.
  if (found.attempt === fresh.attempt) return { held: { item: fresh, ...holdClaim(fresh, new Map()) } };
  const nowMs = ctx.clock.now().getTime();
  if (found.expiresAt * 1000 <= nowMs) return replaceClaim(ctx, found, fresh);
  const isOver = found.answer !== undefined || found.committed !== undefined;
  if (isOver || found.fingerprint !== fingerprint) return { earlier: found };
  if (found.runsUntilMs > nowMs) throw new InProgressError();
  return replaceClaim(ctx, found, { ...fresh, id: found.id, expiresAt: found.expiresAt });
}

/** Keeps the answer for whoever sends the request again. */
export async function keepAnswer(
  ctx: TenantContext,
  { item, progress }: Held,
  answer: StoredAnswer,
): Promise<void> {
  const { attempt } = item;
  const { committed } = progress;
  const put = { ...item, ...(committed ? { committed } : {}), answer };
  await ctx.table.put(put, { equals: { attempt } });
}

/** The request was refused and changed nothing: it may come again, with other parameters too. */
export async function dropClaim(ctx: TenantContext, { item }: Held): Promise<void> {
  const { pk, sk, attempt } = item;
  await ctx.table.delete({ pk, sk }, { equals: { attempt, committed: undefined } });
}

/** The request ended without a final answer: sending it again goes on at once. */
export async function reopenClaim(ctx: TenantContext, { item }: Held): Promise<void> {
  const condition = { equals: { attempt: item.attempt, committed: undefined } };
  await ctx.table.put({ ...item, runsUntilMs: 0 }, condition);
}

function newClaim(ctx: TenantContext, scope: Scope, fingerprint: string): ClaimItem {
  const now = ctx.clock.now();
  return {
    ...claimKey(scope),
    kind: 'idempotency',
    id: newId('idk', now),
    attempt: newId('try', now),
    fingerprint,
    runsUntilMs: now.getTime() + LONGEST_RUN_MS,
    expiresAt: epochSeconds(now) + KEPT_SECONDS,
  };
}

/** Takes over from an attempt that is over; what it committed by then stays committed. */
async function replaceClaim(ctx: TenantContext, found: ClaimItem, next: ClaimItem): Promise<Taken> {
  const isTakeOver = found.id === next.id;
  const condition = { attempt: found.attempt, ...(isTakeOver ? { committed: undefined } : {}) };
  if (!(await ctx.table.put(next, { equals: condition }))) {
    const now = await ctx.table.get<ClaimItem>({ pk: next.pk, sk: next.sk });
    if (now?.attempt !== next.attempt) throw new InProgressError();
  }
  const steps = isTakeOver ? await readSteps(ctx, next) : new Map<number, Subject[]>();
  return { held: { item: next, ...holdClaim(next, steps) } };
}

async function readSteps(ctx: TenantContext, item: ClaimItem): Promise<Map<number, Subject[]>> {
  const steps = new Map<number, Subject[]>();
  const query = { pk: item.pk, sk: { beginsWith: stepPrefix(item) }, consistent: true };
  for await (const { number, subjects } of ctx.table.queryAll<StepItem>(query)) steps.set(number, subjects);
  return steps;
}
