import type { BatchOperation, BatchResult, RecordData } from '@vinculo/client/types';
import { describe, expect, it } from 'vitest';
import { runBulk } from './run-bulk';

function aRecord(id: string, values: Record<string, unknown> = {}): RecordData {
  return {
    id,
    type: 'account',
    version: 1,
    createdAt: '',
    createdBy: '',
    updatedAt: '',
    updatedBy: '',
    ...values,
  };
}

/** A server in memory that knows versions. */
function aServer(stored: RecordData[]) {
  const records = new Map(stored.map((record) => [record.id, record]));
  const calls: number[] = [];
  async function batch(operations: BatchOperation[]): Promise<BatchResult[]> {
    calls.push(operations.length);
    return operations.map((operation): BatchResult => {
      if (operation.op === 'create' || operation.op === 'restore') return { status: 200 };
      const current = records.get(operation.id);
      const problem = { type: '', title: '', code: 'record.stale', status: 412 };
      if (!current) return { status: 404, problem: { ...problem, status: 404, code: 'not_found' } };
      if (operation.version !== current.version) return { status: 412, problem: { ...problem, current } };
      if (operation.op === 'delete') {
        records.delete(operation.id);
        return { status: 204 };
      }
      const next = { ...current, ...operation.data, version: current.version + 1 };
      records.set(operation.id, next);
      return { status: 200, record: next };
    });
  }
  return { records, calls, batch };
}

const quiet = { onProgress: () => undefined, isCancelled: () => false };
const setKind = { kind: 'update' as const, valuesOf: () => ({ kind: 'customer' }) };

describe('changing many records at once', () => {
  it('goes in chunks, reports progress and can be taken back', async () => {
    const records = Array.from({ length: 120 }, (_, index) =>
      aRecord(`acc_${index}`, index % 2 ? { kind: 'prospect' } : {}),
    );
    const server = aServer(records);
    const progress: number[] = [];
    const outcome = await runBulk({
      ...quiet,
      records,
      change: setKind,
      batch: server.batch,
      onProgress: (done) => progress.push(done),
    });
    expect(server.calls).toEqual([50, 50, 20]);
    expect(progress).toEqual([50, 100, 120]);
    expect(outcome.done).toHaveLength(120);
    await server.batch(outcome.undo);
    expect(server.records.get('acc_1')?.kind).toBe('prospect');
    expect(server.records.get('acc_0')?.kind).toBeNull();
  });

  it('changes a record that somebody else changed in another field', async () => {
    const server = aServer([{ ...aRecord('acc_1', { kind: 'prospect', name: 'B' }), version: 2 }]);
    const outcome = await runBulk({
      ...quiet,
      records: [aRecord('acc_1', { kind: 'prospect', name: 'A' })],
      change: setKind,
      batch: server.batch,
    });
    expect(outcome).toMatchObject({ conflicts: [], failed: [] });
    expect(server.records.get('acc_1')).toMatchObject({ kind: 'customer', name: 'B' });
  });

  it('leaves what somebody else made of the same field, and never deletes what changed meanwhile', async () => {
    const changed = { ...aRecord('acc_1', { kind: 'partner' }), version: 2 };
    const server = aServer([changed]);
    const records = [aRecord('acc_1', { kind: 'prospect' })];
    const set = await runBulk({ ...quiet, records, change: setKind, batch: server.batch });
    const removed = await runBulk({ ...quiet, records, change: { kind: 'delete' }, batch: server.batch });
    expect(set.conflicts).toEqual([changed]);
    expect(removed.conflicts).toEqual([changed]);
    expect(server.records.get('acc_1')).toEqual(changed);
  });

  it('stops when cancelled, with what is done still undoable', async () => {
    const records = Array.from({ length: 120 }, (_, index) => aRecord(`acc_${index}`));
    const server = aServer(records);
    let done = 0;
    const outcome = await runBulk({
      records,
      change: { kind: 'delete' },
      batch: server.batch,
      onProgress: (count) => {
        done = count;
      },
      isCancelled: () => done >= 50,
    });
    expect(outcome.undo).toHaveLength(50);
    expect(server.records.size).toBe(70);
  });

  it('names why a record was refused and goes on', async () => {
    const server = aServer([aRecord('acc_2')]);
    const outcome = await runBulk({
      ...quiet,
      records: [aRecord('acc_1'), aRecord('acc_2')],
      change: setKind,
      batch: server.batch,
    });
    expect(outcome.failed).toMatchObject([{ record: { id: 'acc_1' }, code: 'not_found' }]);
    expect(outcome.done).toHaveLength(1);
  });
});
