import { requirePermission, type UserContext } from '@vinculo/identity/access/user-context';
import { ConflictError, ForbiddenError, NotFoundError, StaleError } from '@vinculo/platform/errors';
import { newId } from '@vinculo/platform/ids';
import type { Catalogue } from '../types/catalogue';
import { findView, readViews, removeView, saveView } from './repository';
import type { NewView, View, ViewChanges } from './schema';
import { requireValid, typeOfView, visibleView } from './validate';

/** Views that one person, or the tenant, may have. */
export const MOST_VIEWS = 100;

/** Shared views and the actor's own, in their order. */
export async function listViews(ctx: UserContext, catalogue: Catalogue, type?: string): Promise<View[]> {
  const views = await readViews(ctx);
  return views
    .filter((view) => type === undefined || view.type === type)
    .flatMap((view) => visibleView(ctx, catalogue, view) ?? [])
    .sort((left, right) => left.position - right.position || (left.id < right.id ? -1 : 1));
}

/** Throws 422 naming each wrong field, and 403 for a shared view without the permission to share. */
export async function createView(ctx: UserContext, catalogue: Catalogue, input: NewView): Promise<View> {
  const type = typeOfView(ctx, catalogue, input.type);
  requireValid(ctx, type, input);
  if (input.visibility === 'shared') requirePermission(ctx, 'views.share');
  const siblings = (await readViews(ctx)).filter(({ visibility }) => visibility === input.visibility);
  if (siblings.length >= MOST_VIEWS) throw tooMany();
  const last = Math.max(
    -1,
    ...siblings.filter((view) => view.type === type.name).map((view) => view.position),
  );
  const view: View = {
    position: last + 1,
    ...withoutUndefined(input),
    id: newId('vie', ctx.clock.now()),
    ownerId: ctx.actor.id,
    version: 1,
  };
  await saveView(ctx, view);
  return view;
}

/** Throws 404 for somebody else's view, 403 for a shared one without the permission, 412 for another version. */
export async function updateView(
  ctx: UserContext,
  catalogue: Catalogue,
  id: string,
  changes: ViewChanges,
  expectedVersion: number,
): Promise<View> {
  const before = await findOwn(ctx, catalogue, id, expectedVersion);
  const after: View = { ...before, ...withoutUndefined(changes), version: before.version + 1 };
  requireValid(ctx, typeOfView(ctx, catalogue, after.type), after);
  if (after.visibility === 'shared') requirePermission(ctx, 'views.share');
  await saveView(ctx, after, before);
  return after;
}

export async function deleteView(
  ctx: UserContext,
  catalogue: Catalogue,
  id: string,
  expectedVersion: number,
): Promise<void> {
  await removeView(ctx, await findOwn(ctx, catalogue, id, expectedVersion));
}

/** A view that the actor may change. Whoever may not see all of it can't change it either. */
async function findOwn(
  ctx: UserContext,
  catalogue: Catalogue,
  id: string,
  expectedVersion: number,
): Promise<View> {
  const view = await findView(ctx, id);
  const seen = view && visibleView(ctx, catalogue, view);
  if (!view || !seen) throw new NotFoundError();
  if (view.visibility === 'shared') requirePermission(ctx, 'views.share');
  if (seen.columns.length !== view.columns.length) throw new ForbiddenError();
  if (view.version !== expectedVersion) throw new StaleError(view);
  return view;
}

function tooMany(): ConflictError {
  return new ConflictError('view.too_many', `There may be at most ${MOST_VIEWS} views. Delete one first.`);
}

/** What is absent stays as it is; `exactOptionalPropertyTypes` wants it said. */
function withoutUndefined<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}
