import type { UserContext } from '@vinculo/identity/access/user-context';
import { deferred } from '@vinculo/platform/deferred';
import { ConflictError } from '@vinculo/platform/errors';
import type { RecordModel } from '../types/catalogue';
import type { RecordValues } from '../types/record-type';

const { findDuplicates } = deferred(() => import('./find-duplicates'), 'findDuplicates');

/** Throws 409 `record.possible_duplicates` with the candidates when these values may exist already. */
export async function requireNoDuplicates(
  ctx: UserContext,
  model: RecordModel,
  values: RecordValues,
): Promise<void> {
  const { candidates, hiddenCount } = await findDuplicates(ctx, model, values);
  if (candidates.length === 0 && hiddenCount === 0) return;
  throw new ConflictError('record.possible_duplicates', 'This may exist already.', {
    extra: { candidates, hiddenCount },
  });
}
