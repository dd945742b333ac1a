import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageBody } from '../../../../components/ui/page-body';
import { PageHeader } from '../../../../components/ui/page-header';
import { InvitationList } from './invitation-list';
import { InviteDialog } from './invite-dialog';
import { MemberList } from './member-list';

export function MembersPage() {
  const { t } = useTranslation('settings');
  const [isInviting, setInviting] = useState(false);
  return (
    <>
      <PageHeader
        title={t('pages.members')}
        actions={
          <Button leftSection={<IconUserPlus size={16} />} onClick={() => setInviting(true)}>
            {t('members.invite')}
          </Button>
        }
      />
      <PageBody width="text">
        <MemberList />
        <InvitationList />
      </PageBody>
      {isInviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}
    </>
  );
}
