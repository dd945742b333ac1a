import type { UserContext } from '@vinculo/identity/access/user-context';
import { epochSeconds } from '@vinculo/platform/clock';
import { AppError, ConflictError, InvalidError } from '@vinculo/platform/errors';
import { newId } from '@vinculo/platform/ids';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Write } from '@vinculo/platform/table/writes';
import { createRecord, updateRecord } from '@vinculo/records/records/service';
import type { Catalogue, RecordModel } from '@vinculo/records/types/catalogue';
import type { RecordValues } from '@vinculo/records/types/record-type';
import { findMatch, matchValue } from './find-match';
import type { InboundHookItem, ReceivedItem } from './items';
import { matchKey, receivedKey } from './keys';
import { inBody, valuesIn } from './mapping';
import type { OpenedHook } from './open-hook';
import type { Receipt } from './schema';

const KEPT_DAYS = 7;
const MOST_TRIES = 4;

/**
 * Writes what a message says: changes the record that it means, or creates one. A message with an id takes effect once,
 * and is answered alike each time (D1). Throws 422 with pointers into the body, and whatever else the record service does.
 */
export async function receive(
  { ctx, hook }: OpenedHook,
  catalogue: Catalogue,
  body: unknown,
  messageId: string | undefined,
): Promise<Receipt> {
  const model = catalogue.model(hook.recordType);
  const values = valuesIn(model.type, hook.mapping, body);
  for (let attempt = 1; ; attempt++) {
    const known = messageId === undefined ? undefined : await findReceipt(ctx, hook, messageId);
    if (known) return known;
    try {
      return await write(ctx, hook, model, values, messageId);
    } catch (error) {
      // Another message about the same was faster: what it wrote decides what this one means.
      if (!isRace(error) || attempt === MOST_TRIES) throw translated(hook, error);
    }
  }
}

async function findReceipt(
  ctx: UserContext,
  { sk }: InboundHookItem,
  messageId: string,
): Promise<Receipt | undefined> {
  const item = await ctx.table.get<ReceivedItem>(receivedKey(sk, messageId));
  return item && item.expiresAt > epochSeconds(ctx.clock.now()) ? item.receipt : undefined;
}

async function write(
  ctx: UserContext,
  hook: InboundHookItem,
  model: RecordModel,
  values: RecordValues,
  messageId: string | undefined,
): Promise<Receipt> {
  const { type } = model;
  const match = await findMatch(ctx, hook, model, values);
  const isAddress = type.fields[hook.matchField ?? '']?.kind === 'emails';
  const recordId = match.id ?? newId(type.idPrefix, ctx.clock.now());
  const receipt: Receipt = { recordId, recordType: type.name, result: match.id ? 'updated' : 'created' };
  const alongside = [
    ...(isAddress ? matchWrites(hook, model, values, recordId, match.noted) : []),
    ...receivedWrites(ctx, hook, messageId, receipt),
  ];
  if (match.id) {
    // The record has the address already, and perhaps others, which the list of one would replace.
    const { [isAddress ? (hook.matchField ?? '') : '']: _, ...patch } = values;
    await updateRecord(ctx, model, recordId, patch, undefined, { alongside });
  } else await createRecord(ctx, model, { ...hook.defaults, ...values }, { id: recordId, alongside });
  return receipt;
}

/** Search may not know a new record for a second or so; this is known at once, and refuses a second one. */
function matchWrites(
  hook: InboundHookItem,
  model: RecordModel,
  values: RecordValues,
  recordId: string,
  noted: string | undefined,
): Write[] {
  const value = matchValue(hook, model, values);
  if (value === undefined || noted === recordId) return [];
  const put = { ...matchKey(hook.sk, value), kind: 'inbound_match', recordId };
  return [{ put, if: noted === undefined ? 'absent' : { equals: { recordId: noted } } }];
}

function receivedWrites(
  ctx: UserContext,
  { sk }: InboundHookItem,
  messageId: string | undefined,
  receipt: Receipt,
): Write[] {
  if (messageId === undefined) return [];
  const now = epochSeconds(ctx.clock.now());
  const item: ReceivedItem = {
    ...receivedKey(sk, messageId),
    kind: 'inbound_received',
    receipt,
    expiresAt: now + KEPT_DAYS * 86_400,
  };
  // One that has run out may still be stored.
  return [{ put: item, if: { below: { expiresAt: now } } }];
}

function isRace(error: unknown): boolean {
  if (error instanceof ConditionFailedError) return true;
  return error instanceof AppError && /^record\.(conflict|stale|not_unique)$/.test(error.code);
}

function translated({ mapping }: InboundHookItem, error: unknown): unknown {
  if (error instanceof ConditionFailedError) {
    return new ConflictError('record.conflict', 'Something it depends on changed. Try again.', {
      cause: error,
    });
  }
  if (!(error instanceof InvalidError)) return error;
  return new InvalidError(error.code, error.message, { errors: inBody(mapping, error.errors), cause: error });
}
