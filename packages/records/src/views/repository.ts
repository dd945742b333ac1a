import type { UserContext } from '@vinculo/identity/access/user-context';
import { StaleError } from '@vinculo/platform/errors';
import { commit } from '@vinculo/platform/events/commit';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Item } from '@vinculo/platform/table/writes';
import { personalViews, SHARED_VIEWS, viewKey } from './keys';
import type { View } from './schema';

type ViewItem = Item & Omit<View, 'id'>;

/** The views that a user may see: all shared ones and the user's own. */
export async function readViews(ctx: UserContext): Promise<View[]> {
  const partitions = [SHARED_VIEWS, personalViews(ctx.actor.id)];
  const pages = await Promise.all(
    partitions.map(async (pk) => {
      const views: View[] = [];
      for await (const item of ctx.table.queryAll<ViewItem>({ pk, consistent: true }))
        views.push(toView(item));
      return views;
    }),
  );
  return pages.flat();
}

export async function findView(ctx: UserContext, id: string): Promise<View | undefined> {
  const keys = [SHARED_VIEWS, personalViews(ctx.actor.id)].map((pk) => ({ pk, sk: id }));
  const [item] = await ctx.table.batchGet<ViewItem>(keys, { consistent: true });
  return item ? toView(item) : undefined;
}

/** Writes a view with its event. A view that becomes shared or personal moves. Throws 412 when it changed meanwhile. */
export async function saveView(ctx: UserContext, view: View, before?: View): Promise<void> {
  const { id, ...stored } = view;
  const key = viewKey(view);
  const isMoved = before !== undefined && viewKey(before).pk !== key.pk;
  const isCurrent = before && { equals: { version: before.version } };
  const event = {
    type: before ? 'view.updated' : 'view.created',
    subject: subjectOf(view),
    data: { after: stored },
  };
  await committing(view, () =>
    commit(
      ctx,
      [
        { put: { ...key, kind: 'view', ...stored }, if: isCurrent && !isMoved ? isCurrent : 'absent' },
        ...(isMoved && isCurrent ? [{ delete: viewKey(before), if: isCurrent }] : []),
      ],
      [event],
    ),
  );
}

export async function removeView(ctx: UserContext, view: View): Promise<void> {
  const event = { type: 'view.deleted', subject: subjectOf(view), data: {} };
  await committing(view, () =>
    commit(ctx, [{ delete: viewKey(view), if: { equals: { version: view.version } } }], [event]),
  );
}

async function committing(current: View, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw error instanceof ConditionFailedError ? new StaleError(current) : error;
  }
}

function subjectOf({ id, version }: View) {
  return { type: 'view', id, version };
}

function toView({ pk: _, sk: id, kind: __, ...view }: ViewItem): View {
  return { ...view, id };
}
