import { Menu } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import type { ApiKey } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { notifyUndo } from '../../../../lib/notify';
import { useProblemNotice } from '../../../../lib/use-problem-notice';
import { useUpdateApiKey } from '../../api/api-keys';
import { ManageMenu } from '../manage-menu';

export type KeyDialog = 'edit' | 'rotate' | 'revoke';

interface KeyMenuProps {
  apiKey: ApiKey;
  onOpen: (dialog: KeyDialog) => void;
}

export function KeyMenu({ apiKey, onOpen }: KeyMenuProps) {
  const { t } = useTranslation('settings');
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
    <ManageMenu
      label={t('keys.manage', { name })}
      rotateLabel={t('keys.rotate')}
      end={{ dialog: 'revoke', label: t('keys.revoke') }}
      onOpen={onOpen}
    >
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
    </ManageMenu>
  );
}
