import { actingAs } from '@vinculo/identity/access/acting-as';
import { findApiKey } from '@vinculo/identity/api-keys/repository';
import { findUser } from '@vinculo/identity/users/repository';
import type { TenantContext } from '@vinculo/platform/context';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { hitsOf } from '../records/hits';
import type { Catalogue } from '../types/catalogue';
import { notify } from './notify';

/** Tells a user of a record that somebody else, or a program, made theirs. What an import assigns is told by the import. */
export async function notifyAssignment(
  ctx: TenantContext,
  catalogue: Catalogue,
  event: DomainEvent,
): Promise<void> {
  const type = catalogue.find(event.subject.type)?.type;
  const ownerId = newOwner(event);
  if (!type || !ownerId || event.actor.kind === 'system' || event.actor.id === ownerId) return;
  const owner = await actingAs(ctx, ownerId);
  const [hit] = owner ? await hitsOf(owner, catalogue, [event.subject.id]) : [];
  const giver = await (event.actor.kind === 'user' ? findUser : findApiKey)(ctx, event.actor.id);
  if (!hit || !giver) return;
  await notify(ctx, {
    userId: ownerId,
    key: event.id,
    at: event.at,
    kind: 'record.assigned',
    title: {
      en: `${giver.name} assigned you ${hit.title}`,
      es: `${giver.name} te ha asignado ${hit.title}`,
    },
    subject: { type: type.name, id: hit.id, title: hit.title },
    params: { by: event.actor.id },
  });
}

function newOwner({ type, data }: DomainEvent): string | undefined {
  const values = data as { after?: { ownerId?: string }; changes?: { ownerId?: { after?: string | null } } };
  return (type.endsWith('.created') ? values.after?.ownerId : values.changes?.ownerId?.after) ?? undefined;
}
