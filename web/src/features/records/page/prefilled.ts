import type { RecordData, RelationInfo } from '@vinculo/client/types';

/** What a new related record starts with: the link back here. Which account an activity counts for the server derives. */
export function prefilled(relation: RelationInfo, record: RecordData): Record<string, unknown> {
  if (relation.type === 'activity') return { regardingId: record.id };
  const account = record.type === 'contact' ? record.accountId : undefined;
  return {
    [relation.by]: record.id,
    ...(account && relation.by !== 'accountId' ? { accountId: account } : {}),
  };
}
