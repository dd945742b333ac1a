import { ActionIcon } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Favourite, Page } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { vinculo } from '../../../lib/client';
import { useShortcuts } from '../../../lib/shortcuts';
import { favouritesQuery } from '../../../lib/workspace';

/** Keeps a record in the sidebar. */
export function FavouriteStar({ favourite }: { favourite: Favourite }) {
  const { t } = useTranslation('records');
  const client = useQueryClient();
  const { data } = useQuery(favouritesQuery);
  const isOn = data?.items.some(({ id }) => id === favourite.id) ?? false;
  const { mutate: toggle } = useMutation({
    mutationFn: () => (isOn ? vinculo.favourites.remove(favourite.id) : vinculo.favourites.add(favourite.id)),
    onMutate: () => {
      client.setQueryData(favouritesQuery.queryKey, (page) => page && toggled(page, favourite, isOn));
    },
    onSettled: () => client.invalidateQueries({ queryKey: favouritesQuery.queryKey }),
  });
  const label = isOn ? t('page.removeFavourite') : t('page.addFavourite');
  useShortcuts([{ keys: 's', label, group: t('keys.record'), run: () => toggle() }]);
  return (
    <ActionIcon title={label} aria-label={t('page.favourite')} aria-pressed={isOn} onClick={() => toggle()}>
      {isOn ? <IconStarFilled size={15} color="var(--v-yellow)" /> : <IconStar size={15} stroke={1.7} />}
    </ActionIcon>
  );
}

function toggled(page: Page<Favourite>, favourite: Favourite, wasOn: boolean): Page<Favourite> {
  const others = page.items.filter(({ id }) => id !== favourite.id);
  return { ...page, items: wasOn ? others : [...others, favourite] };
}
