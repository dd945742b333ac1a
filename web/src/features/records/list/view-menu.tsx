import { ActionIcon, Button, Group, Menu, Popover, TextInput } from '@mantine/core';
import {
  IconChevronDown,
  IconLock,
  IconPencil,
  IconPin,
  IconPinnedOff,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react';
import type { View } from '@vinculo/client/types';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { List } from './use-list';
import { useViewActions } from './view-actions';

/** What can be done with the view that is open. */
export default function ViewMenu({ list, view }: { list: List; view: View }) {
  const { t } = useTranslation('records');
  const { t: tCommon } = useTranslation();
  const actions = useViewActions(list);
  const [isRenaming, setRenaming] = useState(false);
  const isShared = view.visibility === 'shared';
  const canChange = actions.canChange(view);
  return (
    <Popover
      opened={isRenaming}
      onChange={setRenaming}
      trapFocus
      returnFocus
      position="bottom-start"
      width={260}
    >
      <Popover.Target>
        <span>
          <Menu position="bottom-start" width={220}>
            <Menu.Target>
              <ActionIcon size="sm" aria-label={t('view.menu', { name: view.name })}>
                <IconChevronDown size={14} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={actions.isPinned(view) ? <IconPinnedOff size={15} /> : <IconPin size={15} />}
                onClick={() => actions.pin(view)}
              >
                {actions.isPinned(view) ? t('view.unpin') : t('view.pin')}
              </Menu.Item>
              {canChange ? (
                <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => setRenaming(true)}>
                  {t('view.rename')}
                </Menu.Item>
              ) : null}
              {canChange && actions.canShare ? (
                <Menu.Item
                  leftSection={isShared ? <IconLock size={15} /> : <IconUsers size={15} />}
                  onClick={() => void actions.change(view, { visibility: isShared ? 'personal' : 'shared' })}
                >
                  {isShared ? t('view.makePersonal') : t('view.share')}
                </Menu.Item>
              ) : null}
              {canChange ? (
                <>
                  <Menu.Divider />
                  <Menu.Item
                    color="red.8"
                    leftSection={<IconTrash size={15} />}
                    onClick={() => void actions.remove(view)}
                  >
                    {tCommon('action.delete')}
                  </Menu.Item>
                </>
              ) : null}
            </Menu.Dropdown>
          </Menu>
        </span>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('view.rename')}>
        <RenameForm
          view={view}
          onRename={(name) => {
            setRenaming(false);
            if (name !== view.name) void actions.change(view, { name });
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function RenameForm({ view, onRename }: { view: View; onRename: (name: string) => void }) {
  const { t } = useTranslation('records');
  const { t: tCommon } = useTranslation();
  const [name, setName] = useState(view.name);
  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (name.trim()) onRename(name.trim());
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
      <Group justify="flex-end" mt="xs">
        <Button type="submit" size="xs" disabled={!name.trim()}>
          {tCommon('action.save')}
        </Button>
      </Group>
    </form>
  );
}
