import type { UserContext } from '@vinculo/identity/access/user-context';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import * as z from 'zod';

const dataSchema = z.object({ userId: z.string().optional() });

/** Sample data belongs to who asked for it, so that their own lists are not empty. */
export function asRequester(ctx: UserContext, { actor, data }: DomainEvent): UserContext {
  const { userId } = dataSchema.parse(data);
  const id = userId ?? (actor.kind === 'user' ? actor.id : undefined);
  return id === undefined ? ctx : { ...ctx, actor: { kind: 'user', id } };
}
