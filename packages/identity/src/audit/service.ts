import { openCursor, sealCursor } from '@vinculo/platform/http/cursor';
import type { Item } from '@vinculo/platform/table/writes';
import * as z from 'zod';
import type { UserContext } from '../access/user-context';
import { apiKeyKey } from '../api-keys/keys';
import { userKey } from '../users/keys';
import type { AuditEntry, AuditPage } from './schema';

const SCOPE = 'audit';
const PAGE_SIZE = 50;
const positionSchema = z.record(z.string(), z.string());

interface EventItem extends Item {
  event: Omit<AuditEntry, 'tenantId'>;
}

/** The audit log, newest first. It is the events themselves, so it cannot disagree with what happened. */
export async function listAudit(ctx: UserContext, limit = PAGE_SIZE, cursor?: string): Promise<AuditPage> {
  const { secret } = ctx.tenant;
  const startKey = cursor ? positionSchema.parse(openCursor(secret, SCOPE, cursor)) : undefined;
  const page = await ctx.table.query({ pk: 'audit', index: 'gsi1', reverse: true, limit, startKey });
  // The index carries keys only: what happened is read from the event items.
  const items = await ctx.table.batchGet<EventItem>(
    page.items.map(({ pk, sk }) => ({ pk, sk })),
    { consistent: true },
  );
  const entries = items
    .map(({ event }) => ({ ...event, tenantId: ctx.tenantId }))
    .sort((a, b) => b.id.localeCompare(a.id));
  return {
    items: entries,
    nextCursor: page.lastKey ? sealCursor(secret, SCOPE, page.lastKey) : null,
    names: await namesIn(ctx, entries),
  };
}

async function namesIn(ctx: UserContext, entries: AuditEntry[]): Promise<Record<string, string>> {
  const ids = entries.flatMap(({ actor, subject }) => [actor.id, subject.id]);
  const keys = [...new Set(ids)].flatMap((id) => {
    if (id.startsWith('usr_')) return [userKey(id)];
    return id.startsWith('key_') ? [apiKeyKey(id)] : [];
  });
  const items = await ctx.table.batchGet(keys);
  return Object.fromEntries(items.map((item) => [item.sk, String(item.name)]));
}
