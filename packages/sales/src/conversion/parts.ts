import type { UserContext } from '@vinculo/identity/access/user-context';
import { AppError, ForbiddenError } from '@vinculo/platform/errors';
import { type Prepared, prepareCreate } from '@vinculo/records/records/prepare';
import { canReach, levelOf, requireWritable } from '@vinculo/records/records/reach';
import { requireReferences } from '@vinculo/records/records/references';
import { parse } from '@vinculo/records/records/service';
import type { RecordModel } from '@vinculo/records/types/catalogue';
import type { RecordValues } from '@vinculo/records/types/record-type';
import { recordSchemas } from '@vinculo/records/types/schema';
import type { Lead } from '../leads/lead';
import { merged } from './inheritance';

export interface Part {
  model: RecordModel;
  /** Where the part is in the request, for what is refused in it. */
  pointer: string;
  inherited: RecordValues;
  given: RecordValues;
  /** What the server sets: links between the parts. */
  links: RecordValues;
}

/**
 * Prepares one record that a lead becomes. It belongs to the lead's owner where the role may create for them, else to
 * who converts. Throws like `createRecord`, with pointers into the conversion's body.
 */
export async function preparePart(ctx: UserContext, lead: Lead, part: Part): Promise<Prepared> {
  const { model, pointer, inherited, given, links } = part;
  const { type } = model;
  if (levelOf(ctx, type, 'create') === 'none') throw new ForbiddenError();
  return within(pointer, async () => {
    requireWritable(ctx, type, given);
    const values = parse(recordSchemas(type).create, merged(inherited, given));
    await requireReferences(ctx, type, given);
    const prepared = await prepareCreate(ctx, model, {
      ...ownershipOf(ctx, model, lead),
      ...values,
      ...links,
    });
    if (!canReach(ctx, type, 'create', prepared.record)) throw new ForbiddenError();
    return prepared;
  });
}

function ownershipOf(ctx: UserContext, { type }: RecordModel, { ownerId, teamId }: Lead): RecordValues {
  const owner = { ...(ownerId ? { ownerId } : {}), ...(teamId ? { teamId } : {}) };
  return ownerId && canReach(ctx, type, 'create', owner) ? owner : {};
}

/** Points what a part refuses into the body that the part came in. */
export async function within<T>(pointer: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof AppError) || error.errors.length === 0) throw error;
    const errors = error.errors.map((one) => ({ ...one, pointer: pointer + one.pointer }));
    throw new AppError(error.status, error.code, error.message, { errors, cause: error });
  }
}
