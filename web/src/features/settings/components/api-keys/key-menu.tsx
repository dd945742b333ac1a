import { ActionIcon, Menu } from '@mantine/core';
import {
  IconBan,
  IconDots,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconRefresh,
} from '@tabler/icons-react';
import type { ApiKey } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { notifyUndo } from '../../../../lib/notify';
import { useProblemNotice } from '../../../../lib/use-problem-notice';
import { useUpdateApiKey } from '../../api/api-keys';

export type KeyDialog = 'edit' | 'rotate' | 'revoke';

interface KeyMenuProps {
  apiKey: ApiKey;
  onOpen: (dialog: KeyDialog) => void;
}

export function KeyMenu({ apiKey, onOpen }: KeyMenuProps) {
  const { t } = useTranslation(['settings', 'common']);
  const onError = useProblemNotice();
  const update = useUpdateApiKey();
  const { name, status } = apiKey;
  function setStatus(key: ApiKey, next: ApiKey['status'], done: (saved: ApiKey) => void): void {
    update.mutate({ key, changes: { status: next } }, { onSuccess: done, onError });
  }
  function disable(): void {
    setStatus(apiKey, 'disabled', (saved) =>
      notifyUndo(t('keys.disabledNotice', { name }), () => setStatus(saved, 'active', () => undefined)),
    );
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('keys.manage', { name })}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => onOpen('edit')}>
          {t('common:action.edit')}
        </Menu.Item>
        <Menu.Item leftSection={<IconRefresh size={16} />} onClick={() => onOpen('rotate')}>
          {t('keys.rotate')}
        </Menu.Item>
        {status === 'active' ? (
          <Menu.Item leftSection={<IconPlayerPause size={16} />} onClick={disable}>
            {t('keys.disable')}
          </Menu.Item>
        ) : (
          <Menu.Item
            leftSection={<IconPlayerPlay size={16} />}
            onClick={() => setStatus(apiKey, 'active', () => undefined)}
          >
            {t('keys.enable')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item color="red.8" leftSection={<IconBan size={16} />} onClick={() => onOpen('revoke')}>
          {t('keys.revoke')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
