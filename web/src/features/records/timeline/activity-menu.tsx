import { Menu } from '@mantine/core';
import { IconExternalLink, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { RecordData, RecordTypeInfo } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../../lib/access';
import { useDeleteRecord } from '../../../lib/records/use-delete-record';
import { ActivityMenuButton } from './activity-menu-button';

export default function ActivityMenu({ info, activity }: { info: RecordTypeInfo; activity: RecordData }) {
  const { t: tCommon } = useTranslation();
  const access = useAccess();
  const remove = useDeleteRecord(info);
  const navigate = useNavigate();
  return (
    <Menu defaultOpened position="bottom-end">
      <Menu.Target>
        <ActivityMenuButton activity={activity} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconExternalLink size={15} />}
          onClick={() =>
            void navigate({
              to: '/$plural/$recordId',
              params: { plural: 'activities', recordId: activity.id },
            })
          }
        >
          {tCommon('action.edit')}
        </Menu.Item>
        {access.canOn('delete', activity) ? (
          <Menu.Item
            color="red.8"
            leftSection={<IconTrash size={15} />}
            onClick={() => void remove(activity)}
          >
            {tCommon('action.delete')}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
