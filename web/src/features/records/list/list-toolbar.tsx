import { ActionIcon } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../../../lib/metadata';
import { useShortcuts } from '../../../lib/shortcuts';
import { AddFilter } from '../filters/add-filter';
import { ColumnsMenu } from './columns-menu';
import classes from './list-toolbar.module.css';
import type { List } from './use-list';
import { ViewTabs } from './view-tabs';

interface ListToolbarProps {
  list: List;
  onFilter: (field: string) => void;
}

export function ListToolbar({ list, onFilter }: ListToolbarProps) {
  return (
    <div className={classes.toolbar}>
      <ViewTabs list={list} />
      <div className={classes.tools}>
        <ListSearchBox list={list} />
        <AddFilter info={list.info} onAdd={onFilter} />
        <ColumnsMenu list={list} />
      </div>
    </div>
  );
}

const PAUSE_MS = 250;

function ListSearchBox({ list }: { list: List }) {
  const { t } = useTranslation('records');
  const label = useLabel();
  const { info, state, change } = list;
  const [text, setText] = useState(state.q);
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef(change);
  latest.current = change;
  const name = t('list.search', { type: label(info.labels.many).toLowerCase() });
  useShortcuts([{ keys: 'f', label: name, group: t('keys.list'), run: () => input.current?.focus() }]);

  useEffect(() => setText(state.q), [state.q]);
  useEffect(() => {
    if (text.trim() === state.q) return;
    const timer = setTimeout(() => latest.current({ q: text.trim() }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, state.q]);

  return (
    <span className={classes.search}>
      <IconSearch size={14} className={classes.glass} aria-hidden />
      <input
        ref={input}
        type="search"
        className={classes.input}
        aria-label={name}
        placeholder={t('input.search')}
        value={text}
        maxLength={100}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && setText('')}
      />
      {text ? (
        <ActionIcon
          size="xs"
          className={classes.clear}
          aria-label={t('input.clear')}
          onClick={() => setText('')}
        >
          <IconX size={13} aria-hidden />
        </ActionIcon>
      ) : null}
    </span>
  );
}
