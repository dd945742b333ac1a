import type { UserContext } from '@vinculo/identity/access/user-context';
import { findDuplicates } from '@vinculo/records/duplicates/find-duplicates';
import { fromItem } from '@vinculo/records/records/item';
import { findByUnique, findItem } from '@vinculo/records/records/repository';
import type { RecordModel } from '@vinculo/records/types/catalogue';
import type { RecordValues } from '@vinculo/records/types/record-type';
import * as z from 'zod';
import type { InboundHookItem, MatchItem } from './items';
import { matchKey } from './keys';

/** The live record that a message means; `noted` is what the hook itself has noted for the value. */
export interface Match {
  id?: string;
  noted?: string;
}

/** What a message's match field says, as one text. */
export function matchValue(
  { matchField }: Pick<InboundHookItem, 'matchField'>,
  { type }: RecordModel,
  values: RecordValues,
): string | undefined {
  const value = matchField === null ? undefined : values[matchField];
  if (type.fields[matchField ?? '']?.kind === 'emails') return addressesIn(value)[0]?.trim();
  return typeof value === 'string' ? value : undefined;
}

/** A unique value is guarded; an address is known to the hook when it wrote it, and to the search index else. */
export async function findMatch(
  ctx: UserContext,
  hook: InboundHookItem,
  model: RecordModel,
  values: RecordValues,
): Promise<Match> {
  const { matchField } = hook;
  const value = matchValue(hook, model, values);
  if (matchField === null || value === undefined) return {};
  if ((model.type.indexes.unique ?? []).includes(matchField)) {
    const id = await findByUnique(ctx, model.type, matchField, value);
    return id === undefined ? {} : { id };
  }
  const noted = (await ctx.table.get<MatchItem>(matchKey(hook.sk, value)))?.recordId;
  if (noted !== undefined && (await holds(ctx, model, noted, matchField, value))) return { id: noted, noted };
  const { candidates } = await findDuplicates(ctx, model, { [matchField]: values[matchField] });
  for (const { id } of candidates) {
    if (await holds(ctx, model, id, matchField, value))
      return { id, ...(noted === undefined ? {} : { noted }) };
  }
  return noted === undefined ? {} : { noted };
}

/** Whether a record is live and has the address still: the index may be late, and people change addresses. */
async function holds(
  ctx: UserContext,
  { type }: RecordModel,
  id: string,
  field: string,
  value: string,
): Promise<boolean> {
  const item = await findItem(ctx, type, id);
  if (!item || item.deletedAt) return false;
  const addresses = addressesIn(fromItem(item)[field]);
  return addresses.some((address) => address.toLowerCase() === value.toLowerCase());
}

function addressesIn(value: unknown): string[] {
  const addresses = z.array(z.object({ value: z.string() })).safeParse(value);
  return addresses.success ? addresses.data.map((address) => address.value) : [];
}
