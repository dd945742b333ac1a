import { Link } from '@tanstack/react-router';
import type { View } from '@vinculo/client/types';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../../../lib/metadata';
import type { List } from './use-list';
import classes from './view-tabs.module.css';

const ViewMenu = lazy(() => import('./view-menu'));

/** The type itself, then its saved views. */
export function ViewTabs({ list }: { list: List }) {
  const { t } = useTranslation('records');
  const label = useLabel();
  const { info, views, state } = list;
  const own = views.filter(({ type }) => type === info.name).toSorted((a, b) => a.position - b.position);
  return (
    <nav className={classes.tabs} aria-label={t('view.label')}>
      <ViewTab
        list={list}
        view={undefined}
        name={t('view.all', { type: label(info.labels.many).toLowerCase() })}
      />
      {own.map((view) => (
        <span key={view.id} className={classes.group}>
          <ViewTab list={list} view={view} name={view.name} />
          <Suspense>{state.view?.id === view.id ? <ViewMenu list={list} view={view} /> : null}</Suspense>
        </span>
      ))}
    </nav>
  );
}

function ViewTab({ list, view, name }: { list: List; view: View | undefined; name: string }) {
  const { t } = useTranslation('records');
  const { info, state } = list;
  const isCurrent = state.view?.id === view?.id;
  return (
    <Link
      to="/$plural"
      params={{ plural: info.plural }}
      search={view ? { view: view.id } : {}}
      className={classes.tab}
      activeProps={{}}
      aria-current={isCurrent ? 'page' : undefined}
      data-current={isCurrent || undefined}
    >
      {name}
      {isCurrent && state.isChanged ? (
        <span
          className={classes.changed}
          title={t('view.changed')}
          role="img"
          aria-label={t('view.changed')}
        />
      ) : null}
    </Link>
  );
}
