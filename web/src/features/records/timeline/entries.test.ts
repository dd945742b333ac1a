import type { TimelineItem } from '@vinculo/client/types';
import { describe, expect, it } from 'vitest';
import { byDay, toEntries } from './entries';

const ana = { kind: 'user' as const, id: 'usr_ana' };
let count = 0;

function anEvent(type: string, at: string, data: unknown, actor = ana): TimelineItem {
  count += 1;
  const id = `evt_${count}`;
  const event = {
    id,
    type,
    version: 1,
    tenantId: 'ten_1',
    at,
    actor,
    subject: { type: 'account', id: 'acc_1' },
    data,
  };
  return { id, at, kind: 'event', actor, event };
}

function anActivity(at: string, values: Record<string, unknown>): TimelineItem {
  count += 1;
  const stamp = { createdAt: at, createdBy: ana.id, updatedAt: at, updatedBy: ana.id };
  return {
    id: `act_${count}`,
    at,
    kind: 'activity',
    actor: ana,
    activity: { id: `act_${count}`, type: 'activity', version: 1, ...stamp, ...values },
  };
}

const change = (field: string, before: unknown, after: unknown) => ({
  changes: { [field]: { before, after } },
});

describe('the entries of a timeline', () => {
  it('tell edits by one person within minutes as one, from the first value to the last', () => {
    const entries = toEntries([
      anEvent('account.updated', '2026-11-24T10:09:00.000Z', change('name', 'B', 'C')),
      anEvent('account.updated', '2026-11-24T10:05:00.000Z', change('kind', 'prospect', 'customer')),
      anEvent('account.updated', '2026-11-24T10:00:00.000Z', change('name', 'A', 'B')),
    ]);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      kind: 'changes',
      changes: [
        { field: 'name', before: 'A', after: 'C' },
        { field: 'kind', before: 'prospect', after: 'customer' },
      ],
    });
  });

  it('keep apart what another person or another hour changed', () => {
    const bob = { kind: 'user' as const, id: 'usr_bob' };
    const entries = toEntries([
      anEvent('account.updated', '2026-11-24T12:00:00.000Z', change('name', 'B', 'C')),
      anEvent('account.updated', '2026-11-24T10:00:00.000Z', change('name', 'A', 'B')),
      anEvent('account.updated', '2026-11-24T09:59:00.000Z', change('name', 'X', 'A'), bob),
    ]);
    expect(entries).toHaveLength(3);
  });

  it('tell a move of stage once, not again as changes of fields', () => {
    const at = '2026-11-24T10:00:00.000Z';
    const entries = toEntries([
      anEvent('opportunity.stage_changed', at, { from: 'stg_1', to: 'stg_2', msInPreviousStage: 60_000 }),
      anEvent('opportunity.updated', at, change('stageId', 'stg_1', 'stg_2')),
    ]);
    expect(entries).toMatchObject([{ kind: 'stage', from: 'stg_1', to: 'stg_2' }]);
  });

  it('put what is ahead and open tasks first, soonest first, and the rest under its day in the company’s zone', () => {
    const now = '2026-11-24T12:00:00.000Z';
    const { upcoming, days } = byDay(
      toEntries([
        anActivity('2026-11-30T09:00:00.000Z', { kind: 'meeting' }),
        anActivity('2026-11-24T23:30:00.000Z', { kind: 'note', isDone: true }),
        anActivity('2026-11-20T09:00:00.000Z', { kind: 'task' }),
        anActivity('2026-11-19T23:30:00.000Z', { kind: 'call' }),
      ]),
      'Europe/Madrid',
      now,
    );
    expect(upcoming.map(({ at }) => at.slice(0, 10))).toEqual(['2026-11-20', '2026-11-30']);
    expect(days.map(({ date }) => date)).toEqual(['2026-11-25', '2026-11-20']);
  });
});
