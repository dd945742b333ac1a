import type { UserContext } from '@vinculo/identity/access/user-context';
import { describe, expect, it } from 'vitest';
import type { TimelineEvent } from './moment';
import { visibleEvent } from './visible-event';

const ctx = {
  access: { fields: { opportunity: { amount: 'hidden', stageId: 'hidden', name: 'read' } } },
} as unknown as UserContext;

function anEvent(type: string, data: Record<string, unknown>): TimelineEvent {
  const subject = { type: 'opportunity', id: 'opp_1', version: 1 };
  return { id: 'evt_1', type, version: 1, at: '', actor: { kind: 'system', id: 'test' }, subject, data };
}

describe('visibleEvent', () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['opportunity.created', { after: { name: 'Deal', amount: 5 } }, { after: { name: 'Deal' } }],
    [
      'opportunity.updated',
      { changes: { name: { before: 'A', after: 'B' }, amount: { before: 1, after: 2 } } },
      { changes: { name: { before: 'A', after: 'B' } } },
    ],
    ['opportunity.deleted', {}, {}],
    ['opportunity.rated', { amount: 5, score: 7 }, { score: 7 }],
  ])('leaves hidden fields out of %s (S10)', (type, data, shown) => {
    expect(visibleEvent(ctx, anEvent(type, data))?.data).toEqual(shown);
  });

  it.each<[string, Record<string, unknown>]>([
    ['opportunity.updated', { changes: { amount: { before: 1, after: 2 } } }],
    ['opportunity.stage_changed', { from: 'sta_1', to: 'sta_2' }],
    ['opportunity.amount_changed', {}],
  ])('leaves out %s when it tells of nothing else (S10)', (type, data) => {
    expect(visibleEvent(ctx, anEvent(type, data))).toBeUndefined();
  });

  it('shows everything to a role that hides nothing', () => {
    const event = anEvent('opportunity.stage_changed', { from: 'sta_1', to: 'sta_2' });
    expect(visibleEvent({ access: { fields: {} } } as unknown as UserContext, event)).toEqual(event);
  });
});
