import { Button, Checkbox, Group, Popover, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './save-view.module.css';
import type { List } from './use-list';
import { useViewActions } from './view-actions';

interface SaveViewProps {
  list: List;
  widths: Readonly<Record<string, number>>;
}

/** Only where the list differs from its view: save it there, as another, or go back. */
export default function SaveView({ list, widths }: SaveViewProps) {
  const { t } = useTranslation('records');
  const actions = useViewActions(list);
  const [isOpen, setOpen] = useState(false);
  const { state, change } = list;
  const { view } = state;
  if (!state.isChanged) return null;
  return (
    <div className={classes.save}>
      <Button
        variant="subtle"
        color="gray"
        size="xs"
        onClick={() =>
          change({
            filter: view?.filter ?? [],
            sort: view?.sort ?? undefined,
            columns: view?.columns.map(({ field }) => field) ?? list.info.defaultColumns,
          })
        }
      >
        {t('view.reset')}
      </Button>
      {view && actions.canChange(view) ? (
        <Button variant="default" size="xs" onClick={() => void actions.save(view, widths)}>
          {t('view.save')}
        </Button>
      ) : null}
      <Popover opened={isOpen} onChange={setOpen} trapFocus returnFocus position="bottom-start" width={280}>
        <Popover.Target>
          <Button variant="default" size="xs" onClick={() => setOpen(!isOpen)}>
            {t('view.saveAs')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('view.saveAs')}>
          <SaveAsForm
            canShare={actions.canShare}
            onSave={(name, isShared) => {
              setOpen(false);
              void actions.saveAs(name, isShared ? 'shared' : 'personal', widths);
            }}
          />
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}

function SaveAsForm({
  canShare,
  onSave,
}: {
  canShare: boolean;
  onSave: (name: string, isShared: boolean) => void;
}) {
  const { t } = useTranslation('records');
  const { t: tCommon } = useTranslation();
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (name.trim()) onSave(name.trim(), isShared);
  }
  return (
    <form onSubmit={onSubmit}>
      <TextInput
        label={t('view.name')}
        data-autofocus
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {canShare ? (
        <Checkbox
          size="xs"
          mt="xs"
          label={t('view.shareLabel')}
          checked={isShared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
      ) : null}
      <Group justify="flex-end" mt="xs">
        <Button type="submit" size="xs" disabled={!name.trim()}>
          {tCommon('action.save')}
        </Button>
      </Group>
    </form>
  );
}
