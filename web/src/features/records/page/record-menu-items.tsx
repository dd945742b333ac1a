import { Menu } from '@mantine/core';
import { IconCopy, IconLink, IconTrash } from '@tabler/icons-react';
import type { RecordData, RecordTypeInfo } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../../lib/access';
import { useLabel } from '../../../lib/metadata';
import { notifySuccess } from '../../../lib/notify';
import { openOverlay } from '../../../lib/overlays';
import { copyableValues } from './copyable-values';
import { RecordMenuButton } from './record-menu-button';

export interface RecordMenuProps {
  info: RecordTypeInfo;
  record: RecordData;
  onDelete: () => void;
}

export default function RecordMenuItems({ info, record, onDelete }: RecordMenuProps) {
  const { t } = useTranslation('records');
  const label = useLabel();
  const access = useAccess();

  async function copyLink(): Promise<void> {
    await navigator.clipboard.writeText(location.origin + location.pathname);
    notifySuccess(t('page.linkCopied'));
  }

  return (
    <Menu defaultOpened position="bottom-end" width={220}>
      <Menu.Target>
        <RecordMenuButton />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconLink size={15} />} onClick={() => void copyLink()}>
          {t('page.copyLink')}
        </Menu.Item>
        {access.can('create', info.name) ? (
          <Menu.Item
            leftSection={<IconCopy size={15} />}
            onClick={() =>
              openOverlay({ kind: 'create', type: info.name, values: copyableValues(info, record) })
            }
          >
            {t('page.duplicate')}
          </Menu.Item>
        ) : null}
        {access.canOn('delete', record) ? (
          <>
            <Menu.Divider />
            <Menu.Item color="red.8" leftSection={<IconTrash size={15} />} onClick={onDelete}>
              {t('page.delete', { type: label(info.labels.one).toLowerCase() })}
            </Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
