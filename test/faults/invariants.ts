import type { UserContext } from '@vinculo/identity/access/user-context';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import type { Item } from '@vinculo/platform/table/writes';
import { fromItem, type RecordItem } from '@vinculo/records/records/item';
import { uniqueKey } from '@vinculo/records/records/keys';
import { catalogue } from '@vinculo/sales/catalogue';
import { expect } from 'vitest';

/** A tenant's items without what differs between two runs of the same thing: ids and random order. */
export function shapeOf(items: readonly Item[]): string[] {
  return items
    .map((item) => {
      const { type, version } = item as { type?: string; version?: number };
      const event = item.event as DomainEvent | undefined;
      const place = /^[^#]+#(?:[a-z]{3}_\w+)?([^#]*)/.exec(item.pk)?.[1] ?? '';
      return [
        item.kind,
        place,
        type,
        version,
        item.deletedAt ? 'deleted' : '',
        event?.type,
        event?.subject.version,
      ]
        .filter(Boolean)
        .join(' ');
    })
    .sort();
}

export function itemsOf({ tenantId }: UserContext, items: readonly Item[]): Item[] {
  return items.filter(({ pk }) => pk.startsWith(`${tenantId}#`));
}

/** Every version of every record has its event (D4), and unique values are guarded exactly while they live (D3). */
export function expectSound(ctx: UserContext, items: readonly Item[]): void {
  const own: Item[] = itemsOf(ctx, items).map((item) => ({
    ...item,
    pk: item.pk.slice(ctx.tenantId.length + 1),
  }));
  const events = own.flatMap((item) => (item.event ? [item.event as DomainEvent] : []));
  const records = own.filter((item): item is RecordItem => item.kind === 'record');
  const guards = own
    .filter((item) => item.kind === 'guard')
    .map(({ pk, recordId }) => `${pk} ${String(recordId)}`);
  const expectedGuards: string[] = [];
  for (const item of records) {
    const verbs = events.filter(
      ({ type, subject }) => subject.id === item.pk && /\.(created|updated|deleted|restored)$/.test(type),
    );
    const versions = verbs
      .map(({ subject }) => subject.version)
      .sort((left, right) => Number(left) - Number(right));
    expect(versions, item.pk).toEqual(Array.from({ length: item.version }, (_, version) => version + 1));
    const { type } = catalogue.model(item.type);
    for (const field of type.indexes.unique ?? []) {
      const value = fromItem(item)[field];
      if (value !== undefined && !item.deletedAt)
        expectedGuards.push(`${uniqueKey(type, field, value).pk} ${item.pk}`);
    }
  }
  expect(guards.sort()).toEqual(expectedGuards.sort());
}
