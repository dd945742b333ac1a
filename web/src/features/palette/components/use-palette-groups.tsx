import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EntityIcon } from '../../../components/ui/entity-icon';
import { matchesWords } from '../../../lib/match-words';
import { useLabel, useRecordTypes } from '../../../lib/metadata';
import { recentRecordsQuery, recordSearchQuery } from '../api/search-records';
import type { Command, CommandGroup } from './command';
import { useActionCommands } from './use-action-commands';
import { useNavigationCommands } from './use-navigation-commands';

const TYPING_PAUSE_MS = 140;
const MOST_RECENT = 5;

/** What the palette lists for a query: records first, since a name is what people mostly type. */
export function usePaletteGroups(query: string, mode: 'all' | 'create') {
  const { t } = useTranslation(['palette', 'shell']);
  const { places, views, settings } = useNavigationCommands();
  const { create, actions } = useActionCommands();
  const { records, isSearching } = useRecordCommands(mode === 'all' ? query.trim() : '');
  const isEmpty = query.trim() === '';
  const found = (commands: Command[]) =>
    commands.filter(({ title, keywords = '' }) => matchesWords(`${title} ${keywords}`, query));

  const groups: CommandGroup[] =
    mode === 'create'
      ? [{ id: 'create', title: t('group.create'), commands: found(create) }]
      : [
          { id: 'records', title: isEmpty ? t('group.recent') : t('group.records'), commands: records },
          { id: 'places', title: t('group.places'), commands: found(places) },
          { id: 'create', title: t('group.create'), commands: found(create) },
          { id: 'views', title: t('shell:nav.views'), commands: found(views) },
          // Too many to list unasked.
          { id: 'settings', title: t('shell:nav.settings'), commands: isEmpty ? [] : found(settings) },
          { id: 'actions', title: t('group.actions'), commands: found(actions) },
        ];
  return { groups: groups.filter(({ commands }) => commands.length > 0), isSearching };
}

function useRecordCommands(query: string) {
  const navigate = useNavigate();
  const label = useLabel();
  const types = useRecordTypes();
  const [settled] = useDebouncedValue(query, TYPING_PAUSE_MS);
  const search = useQuery(recordSearchQuery(settled));
  const recents = useQuery(recentRecordsQuery);
  const hits = query === '' ? (recents.data?.items ?? []).slice(0, MOST_RECENT) : (search.data?.items ?? []);
  const records = hits.flatMap((hit): Command[] => {
    const info = types.find(({ name }) => name === hit.type);
    if (!info) return [];
    const kind = label(info.labels.one);
    const params = { plural: info.plural, recordId: hit.id };
    return [
      {
        id: hit.id,
        title: hit.title,
        subtitle: hit.subtitle ? `${kind} · ${hit.subtitle}` : kind,
        icon: <EntityIcon type={hit.type} />,
        run: () => void navigate({ to: '/$plural/$recordId', params }),
      },
    ];
  });
  return { records, isSearching: query !== '' && (search.isFetching || settled !== query) };
}
