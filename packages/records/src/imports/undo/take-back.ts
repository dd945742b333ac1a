import type { Write } from '@vinculo/platform/table/writes';
import { fromItem, type RecordItem } from '../../records/item';
import { prepareDelete, prepareUpdate } from '../../records/prepare';
import type { Catalogue } from '../../types/catalogue';
import type { CrmRecord } from '../../types/record-type';
import type { ConflictItem } from '../items';
import { conflictKey } from '../keys';
import { keptUntil } from '../repository';
import { fingerprintOf } from '../run/fingerprint';
import { historyOf } from '../run/history';
import type { Job } from '../run/job';
import type { Change } from './changes';

/**
 * The writes that take a change back. What an import created goes to the trash; what it updated becomes as it was, to
 * the byte, if nobody changed it since, and is a conflict otherwise. Rules of capabilities are not asked: they would
 * add to what was.
 */
export async function takeBack(
  job: Job,
  catalogue: Catalogue,
  change: Change,
  item: RecordItem | undefined,
): Promise<Write[]> {
  const isGone = !item || item.deletedAt !== undefined;
  if (change.is === 'created') {
    return isGone ? [] : remove(job, catalogue, change.type, fromItem(item));
  }
  const current = isGone ? undefined : fromItem(item);
  if (!current || fingerprintOf(current) !== change.fingerprint) return [conflict(job, change)];
  const { ctx, item: own, model } = job;
  const { writes, events } = await prepareUpdate(ctx, { type: model.type }, current, change.before);
  const stamped = writes.map((write, position) =>
    position === 0 && 'put' in write ? { ...write, put: { ...write.put, ...change.stamp } } : write,
  );
  return [...stamped, ...historyOf(ctx, own.sk, events)];
}

async function remove({ ctx }: Job, catalogue: Catalogue, type: string, record: CrmRecord): Promise<Write[]> {
  const { writes } = await prepareDelete(ctx, { type: catalogue.model(type).type }, record);
  return writes;
}

function conflict({ ctx, item }: Job, { row, id }: Change): Write {
  const put: ConflictItem = {
    ...conflictKey(item.sk, row, id),
    kind: 'import-conflict',
    row,
    recordId: id,
    expiresAt: keptUntil(ctx),
  };
  return { put };
}
