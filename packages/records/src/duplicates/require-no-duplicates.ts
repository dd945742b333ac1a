import type { UserContext } from '@vinculo/identity/access/user-context';
import { ConflictError } from '@vinculo/platform/errors';
import type { RecordModel } from '../types/catalogue';
import type { RecordValues } from '../types/record-type';
import { findDuplicates } from './find-duplicates';

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
