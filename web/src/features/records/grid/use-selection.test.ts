import type { RecordData } from '@vinculo/client/types';
import { describe, expect, it } from 'vitest';
import { allOf, toggled } from './use-selection';

const records = ['con_1', 'con_2', 'con_3'].map((id) => ({ id, type: 'contact' }) as RecordData);

describe('toggled', () => {
  it('adds rows to what is selected, and takes them out', () => {
    expect(toggled(records.slice(1), { con_1: true }, true)).toEqual({
      con_1: true,
      con_2: true,
      con_3: true,
    });
    expect(toggled(records.slice(0, 2), allOf(records), false)).toEqual({ con_3: true });
  });

  it('keeps no entry of what is not selected', () => {
    expect(toggled(records.slice(2), { con_1: false }, false)).toEqual({});
  });
});
