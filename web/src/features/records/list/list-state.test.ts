import type { View } from '@vinculo/client/types';
import { describe, expect, it } from 'vitest';
import { aRecordType } from '../../../lib/a-record-type';
import { readListSearch } from './list-search';
import { changedSearch, listState, nextSort } from './list-state';

const accounts = aRecordType('account');
const mine = { field: 'ownerId', op: 'eq' as const, value: '@me' };
const view: View = {
  id: 'vie_1',
  type: 'account',
  name: 'Mine',
  visibility: 'personal',
  layout: 'table',
  columns: [{ field: 'name' }, { field: 'kind' }],
  filter: [mine],
  sort: '-updatedAt',
  ownerId: 'usr_1',
  version: 1,
  position: 0,
};

describe('the state of a list', () => {
  it('is the type’s own without a view', () => {
    const state = listState(accounts, [view], {});
    expect(state).toMatchObject({ filter: [], sort: undefined, isChanged: false });
    expect(state.columns).toEqual(accounts.defaultColumns);
  });

  it('is the view’s, and what the address says goes before it', () => {
    expect(listState(accounts, [view], { view: 'vie_1' })).toMatchObject({
      filter: [mine],
      sort: '-updatedAt',
      isChanged: false,
    });
    const changed = listState(accounts, [view], { view: 'vie_1', filter: [], sort: '' });
    expect(changed).toMatchObject({ filter: [], sort: undefined, isChanged: true });
  });

  it('keeps the address short: what equals the view is not mentioned', () => {
    const search = changedSearch(accounts, view, { view: 'vie_1', filter: [] }, { filter: [mine] });
    expect(search).toEqual({ view: 'vie_1' });
    expect(changedSearch(accounts, view, { view: 'vie_1' }, { sort: undefined })).toEqual({
      view: 'vie_1',
      sort: '',
    });
  });

  it('always shows the record’s name first, and no column that isn’t there', () => {
    const state = listState(accounts, [], { columns: ['kind', 'nothing', 'kind', 'name'] });
    expect(state.columns).toEqual(['name', 'kind']);
  });

  it('survives any address', () => {
    const search = readListSearch({
      filter: [{ field: 'x' }, 7, { field: 'kind', op: 'drop' }, mine],
      columns: 'no',
      sort: 3,
      q: '',
    });
    expect(search).toEqual({ filter: [mine] });
  });

  it('goes through ascending, descending and none', () => {
    expect(nextSort(undefined, 'name')).toBe('name');
    expect(nextSort('name', 'name')).toBe('-name');
    expect(nextSort('-name', 'name')).toBeUndefined();
    expect(nextSort('-name', 'kind')).toBe('kind');
  });
});
