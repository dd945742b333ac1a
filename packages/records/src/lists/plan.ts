import type { UserContext } from '@vinculo/identity/access/user-context';
import { ForbiddenError } from '@vinculo/platform/errors';
import type { IndexName } from '@vinculo/platform/table/schema';
import { listPartition, lookupPartition, ownerPartition } from '../records/keys';
import { levelOf } from '../records/reach';
import type { RecordType } from '../types/record-type';
import type { Condition } from './condition';

/** Which index partitions hold everything that a list may show. */
export interface Plan {
  index: IndexName;
  partitions: string[];
  /** Whether the list shows everything in them, so that what is read is what is shown. */
  isExact: boolean;
}

/** The narrowest index for these conditions within what the role may read; the row rules choose the query, not the page. */
export function planList(ctx: UserContext, type: RecordType, conditions: readonly Condition[]): Plan {
  const level = levelOf(ctx, type, 'read');
  if (level === 'none') throw new ForbiddenError();
  for (const [position, field] of (type.indexes.by ?? []).entries()) {
    const values = equalityValues(conditions, field);
    if (!values) continue;
    const index: IndexName = position === 0 ? 'gsi3' : 'gsi4';
    const isExact = level === 'all' && conditions.length === 1;
    return { index, partitions: values.map((value) => lookupPartition(type, field, value)), isExact };
  }
  const owners = level === 'own' ? [ctx.actor.id] : equalityValues(conditions, 'ownerId');
  if (owners) {
    const isExact = level === 'own' ? conditions.length === 0 : level === 'all' && conditions.length === 1;
    return { index: 'gsi2', partitions: owners.map((owner) => ownerPartition(type, String(owner))), isExact };
  }
  const shards = Array.from({ length: ctx.tenant.shards }, (_, shard) => listPartition(type, shard));
  return { index: 'gsi1', partitions: shards, isExact: level === 'all' && conditions.length === 0 };
}

function equalityValues(conditions: readonly Condition[], field: string): unknown[] | undefined {
  const condition = conditions.find(({ field: name, op }) => name === field && (op === 'eq' || op === 'in'));
  if (!condition || condition.value === undefined) return undefined;
  return Array.isArray(condition.value) ? [...new Set(condition.value)] : [condition.value];
}
