import { Button, Group } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Invitation } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../../../components/ui/confirm-button';
import { QueryPanel } from '../../../../components/ui/query-panel';
import rows from '../../../../components/ui/row-list.module.css';
import { notifySuccess } from '../../../../lib/notify';
import { useFormat } from '../../../../lib/use-format';
import { useProblemNotice } from '../../../../lib/use-problem-notice';
import { invitationsQuery } from '../../../../lib/workspace';
import { rolesQuery, useInvitationActions } from '../../api/people';
import classes from './invitation-list.module.css';

export function InvitationList() {
  const { t } = useTranslation('settings');
  const query = useQuery(invitationsQuery);
  if (query.data?.items.length === 0) return null;
  return (
    <div className={classes.gap}>
      <QueryPanel title={t('members.invitations')} meta={query.data?.items.length} query={query}>
        {({ items }) => (
          <ul className={rows.list}>
            {items.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} />
            ))}
          </ul>
        )}
      </QueryPanel>
    </div>
  );
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const notice = useProblemNotice();
  const roles = useQuery(rolesQuery).data?.items ?? [];
  const { resend, withdraw } = useInvitationActions();
  const { id, email, roleId, createdAt } = invitation;
  const role = roles.find((each) => each.id === roleId)?.name ?? roleId;
  const onResent = () => notifySuccess(t('members.resent', { email }));
  return (
    <li className={rows.row}>
      <IconMail size={18} stroke={1.6} aria-hidden />
      <span className={rows.main}>
        <span className={rows.title}>{email}</span>
        <span className={rows.sub}>{t('members.sent', { role, when: format.relative(createdAt) })}</span>
      </span>
      <Group gap="xs" wrap="nowrap">
        <Button
          size="xs"
          variant="default"
          loading={resend.isPending}
          aria-label={t('members.resendTo', { email })}
          onClick={() => resend.mutate(id, { onSuccess: onResent, onError: notice })}
        >
          {t('members.resend')}
        </Button>
        <ConfirmButton
          size="xs"
          question={t('members.withdrawQuestion', { email })}
          confirmLabel={t('members.withdraw')}
          onConfirm={() => withdraw.mutate(id, { onError: notice })}
        >
          {t('members.withdraw')}
        </ConfirmButton>
      </Group>
    </li>
  );
}
