import type { UserContext } from '@vinculo/identity/access/user-context';
import { NotFoundError } from '@vinculo/platform/errors';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { deleteRecord } from '@vinculo/records/records/service';
import { catalogue } from '../catalogue';
import { dropSampleRates } from './rates';
import { asRequester } from './requester';
import { readState, writeState } from './state';

const AT_ONCE = 10;

/**
 * Moves every record of the sample data to the trash, changed ones too, and forgets its rates. Nothing that users made
 * themselves goes. Doing it again does nothing.
 */
export async function removeSampleData(ctx: UserContext, event: DomainEvent): Promise<void> {
  const { version = 0 } = event.subject;
  const before = await readState(ctx);
  if (before && before.version > version) return;
  if (before?.version === version && before.status === 'removed') return;
  const { ids = [], rates = [] } = before ?? {};
  const isSame = before?.version === version;
  const state = isSame ? before : await writeState(ctx, before, { version, status: 'removing', ids, rates });
  const by = asRequester(ctx, event);
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    await Promise.all(ids.slice(start, start + AT_ONCE).map((id) => remove(by, id)));
  }
  await dropSampleRates(ctx, rates);
  await writeState(ctx, state, { version, status: 'removed', ids: [], rates: [] });
}

async function remove(ctx: UserContext, id: string): Promise<void> {
  const model = catalogue.models.find(({ type }) => id.startsWith(`${type.idPrefix}_`));
  if (!model) return;
  try {
    await deleteRecord(ctx, model, id);
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
  }
}
