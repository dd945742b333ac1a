import type { Access } from '@vinculo/identity/access/access';
import { narrow } from '@vinculo/identity/api-keys/scopes';
import { readAccess } from '@vinculo/identity/roles/repository';
import type { TenantContext } from '@vinculo/platform/context';
import type { Reacher } from '@vinculo/records/records/reach';
import type { WebhookItem } from '../webhooks/items';

/** What the endpoint's role lets it be sent now (S7); nothing when the role is gone. */
export async function accessOfWebhook(
  ctx: TenantContext,
  { roleId }: WebhookItem,
): Promise<Access | undefined> {
  const role = await readAccess(ctx, roleId, 'en');
  return role && narrow(role.access, ['*:read']);
}

/** Who reads an event for an endpoint: nobody's colleague, in no team, so only rights of the level `all` reach anything. */
export function readerOf({ sk }: Pick<WebhookItem, 'sk'>, access: Access): Reacher {
  return { access, actor: { kind: 'system', id: sk }, teamIds: [] };
}
