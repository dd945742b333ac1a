import { describe, expect, it } from 'vitest';
import { intentOf } from './intent';

const row = { isSkipped: false, issues: [], match: undefined, twin: undefined };
const exists = { ...row, match: 'con_1' };
const repeated = { ...row, twin: 'con_2' };

describe('intentOf', () => {
  it.each([
    ['create', 'skip', row, { do: 'create' }],
    ['create', 'skip', exists, { do: 'skip', reason: 'exists', id: 'con_1' }],
    ['create', 'skip', repeated, { do: 'skip', reason: 'duplicate_in_file', id: 'con_2' }],
    ['create', 'update', exists, { do: 'update', id: 'con_1' }],
    ['create', 'update', repeated, { do: 'update', id: 'con_2' }],
    ['create', 'create', exists, { do: 'create' }],
    ['create', 'create', repeated, { do: 'create' }],
    ['update', 'skip', row, { do: 'skip', reason: 'no_match' }],
    ['update', 'skip', exists, { do: 'update', id: 'con_1' }],
    ['upsert', 'skip', row, { do: 'create' }],
    ['upsert', 'skip', exists, { do: 'update', id: 'con_1' }],
    ['upsert', 'skip', repeated, { do: 'update', id: 'con_2' }],
  ] as const)('in mode %s with onDuplicate %s, of %j is %j', (mode, onDuplicate, facts, intent) => {
    expect(intentOf({ ...facts, issues: [] }, { mode, onDuplicate })).toEqual(intent);
  });

  it('is to leave alone what somebody skipped, wrong or right, and to fail what is wrong', () => {
    const issues = [{ field: 'emails', code: 'email_invalid', detail: '' }];
    const settings = { mode: 'create', onDuplicate: 'skip' } as const;
    expect(intentOf({ ...row, issues, isSkipped: true }, settings)).toEqual({
      do: 'skip',
      reason: 'by_user',
    });
    expect(intentOf({ ...exists, issues }, settings)).toEqual({ do: 'fail', issues });
  });
});
