import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { View } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../../lib/access';
import { vinculo } from '../../../lib/client';
import { notifyError, notifySuccess, notifyUndo } from '../../../lib/notify';
import { usePreferences } from '../../../lib/preferences';
import { useProblemText } from '../../../lib/problem-text';
import { useSession } from '../../../lib/session';
import { viewsQuery } from '../../../lib/workspace';
import type { List } from './use-list';

type Widths = Readonly<Record<string, number>>;

/** What can be done with saved views. Each change shows in the tabs, the sidebar and the palette at once. */
export function useViewActions(list: List) {
  const { t } = useTranslation('records');
  const client = useQueryClient();
  const navigate = useNavigate();
  const access = useAccess();
  const { user } = useSession();
  const { describe } = useProblemText();
  const { preferences, update } = usePreferences();
  const { info, state } = list;
  const pinned = preferences.pinnedViews ?? [];

  async function attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      notifyError(describe(error).title);
    }
    await client.invalidateQueries({ queryKey: viewsQuery.queryKey });
  }

  function shown(widths: Widths): Pick<View, 'columns' | 'filter'> & { sort: string | null } {
    return {
      columns: state.columns.map((field) => {
        const width = widths[field];
        return width === undefined ? { field } : { field, width };
      }),
      filter: [...state.filter],
      sort: state.sort ?? null,
    };
  }

  const open = (id?: string) =>
    navigate({ to: '/$plural', params: { plural: info.plural }, search: id ? { view: id } : {} });

  return {
    canChange: (view: View) =>
      view.ownerId === user.id || (view.visibility === 'shared' && access.has('views.share')),
    canShare: access.has('views.share'),
    isPinned: (view: View) => pinned.includes(view.id),
    pin: (view: View) =>
      update({
        pinnedViews: pinned.includes(view.id) ? pinned.filter((id) => id !== view.id) : [...pinned, view.id],
      }),
    save: (view: View, widths: Widths) =>
      attempt(async () => {
        await vinculo.views.update(view, shown(widths));
        await client.invalidateQueries({ queryKey: viewsQuery.queryKey });
        await open(view.id);
        notifySuccess(t('view.saved', { name: view.name }));
      }),
    saveAs: (name: string, visibility: View['visibility'], widths: Widths) =>
      attempt(async () => {
        const view = await vinculo.views.create({
          type: info.name,
          name,
          visibility,
          layout: 'table',
          ...shown(widths),
        });
        await client.invalidateQueries({ queryKey: viewsQuery.queryKey });
        await open(view.id);
        notifySuccess(t('view.saved', { name }));
      }),
    change: (view: View, changes: Partial<Pick<View, 'name' | 'visibility'>>) =>
      attempt(async () => {
        await vinculo.views.update(view, changes);
      }),
    remove: (view: View) =>
      attempt(async () => {
        await vinculo.views.delete(view);
        await open();
        const { id: _id, ownerId: _owner, version: _version, ...draft } = view;
        notifyUndo(
          t('view.deleted', { name: view.name }),
          () => void attempt(async () => void (await vinculo.views.create(draft))),
        );
      }),
  };
}
