import type { RecordData, Stage } from '@vinculo/client/types';
import { describe, expect, it } from 'vitest';
import { daysInStage, isRotting } from './rotting';

const now = Date.parse('2026-11-24T12:00:00Z');

function anOpportunity(stageEnteredAt: string): RecordData {
  const at = '2026-01-01T00:00:00Z';
  return {
    id: 'opp_1',
    type: 'opportunity',
    version: 1,
    createdAt: at,
    createdBy: 'usr_1',
    updatedAt: at,
    updatedBy: 'usr_1',
    stageEnteredAt,
  };
}

function aStage(changes: Partial<Stage> = {}): Stage {
  return { id: 'stg_1', name: 'Proposal', probability: 50, kind: 'open', rottingDays: 7, ...changes };
}

describe('isRotting', () => {
  it('starts after the last allowed day, not on it', () => {
    expect(isRotting(anOpportunity('2026-11-17T12:00:00Z'), aStage(), now)).toBe(false);
    expect(isRotting(anOpportunity('2026-11-16T11:00:00Z'), aStage(), now)).toBe(true);
  });

  it('is never true of a closed stage or one without a limit', () => {
    const old = anOpportunity('2026-01-01T00:00:00Z');
    expect(isRotting(old, aStage({ kind: 'won' }), now)).toBe(false);
    expect(isRotting(old, aStage({ rottingDays: null }), now)).toBe(false);
  });

  it('counts whole days', () => {
    expect(daysInStage(anOpportunity('2026-11-23T13:00:00Z'), now)).toBe(0);
  });
});
