import type { RecordValues } from '../../types/record-type';
import { createdId } from '../record-ids';
import type { Job } from '../run/job';
import { type ChunkItem, outcomesOf } from '../run/outcome';

/** Something that a chunk did and that can be taken back. */
export type Change =
  | { is: 'created'; row: number; id: string; type: string }
  | {
      is: 'updated';
      row: number;
      id: string;
      before: RecordValues;
      stamp: { updatedAt: string; updatedBy: string };
      fingerprint: string;
    };

/** The changes of a chunk, last first, since a row may have changed what a row above created. */
export function changesOf({ model, item }: Pick<Job, 'model' | 'item'>, chunk: ChunkItem): Change[] {
  const { name, idPrefix } = model.type;
  const rows = outcomesOf(chunk, (row) => createdId(idPrefix, item.sk, row)).flatMap((outcome): Change[] => {
    if (outcome.is === 'created') return [{ ...outcome, type: name }];
    return outcome.is === 'updated' ? [outcome] : [];
  });
  const missing = chunk.missing.map(([type, id]): Change => ({ is: 'created', row: 0, id, type }));
  return [...missing, ...rows].reverse();
}
