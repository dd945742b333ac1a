import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { User } from '@vinculo/client/types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryPanel } from '../../../../components/ui/query-panel';
import rows from '../../../../components/ui/row-list.module.css';
import { Tag } from '../../../../components/ui/tag';
import { UserAvatar } from '../../../../components/ui/user-avatar';
import { useSession } from '../../../../lib/session';
import { useFormat } from '../../../../lib/use-format';
import { teamsQuery, usersQuery } from '../../../../lib/workspace';
import { rolesQuery } from '../../api/people';
import { MemberDialog } from './member-dialog';
import classes from './member-list.module.css';

export function MemberList() {
  const { t } = useTranslation('settings');
  const [edited, setEdited] = useState<User | null>(null);
  const query = useQuery(usersQuery);
  // Who is only invited is in the list of invitations.
  const people = query.data?.items.filter(({ status }) => status !== 'invited') ?? [];
  return (
    <QueryPanel title={t('members.people')} meta={people.length} query={query}>
      {() => (
        <>
          <ul className={rows.list}>
            {people.map((user) => (
              <MemberRow key={user.id} user={user} onEdit={() => setEdited(user)} />
            ))}
          </ul>
          {edited ? <MemberDialog user={edited} onClose={() => setEdited(null)} /> : null}
        </>
      )}
    </QueryPanel>
  );
}

function MemberRow({ user, onEdit }: { user: User; onEdit: () => void }) {
  const { t } = useTranslation(['settings', 'common']);
  const format = useFormat();
  const session = useSession();
  const roles = useQuery(rolesQuery).data?.items ?? [];
  const teams = useQuery(teamsQuery).data?.items ?? [];
  const role = roles.find(({ id }) => id === user.roleId)?.name ?? user.roleId;
  const teamNames = teams.filter(({ id }) => user.teamIds.includes(id)).map(({ name }) => name);
  const isMe = user.id === session.user.id;
  return (
    <li className={rows.row} data-disabled={user.status === 'disabled' || undefined}>
      <UserAvatar name={user.name} size="md" />
      <span className={rows.main}>
        <span className={rows.title}>
          {user.name} {isMe ? <span className={classes.me}>{t('members.you')}</span> : null}
        </span>
        <span className={rows.sub}>{user.email}</span>
      </span>
      <span className={classes.role}>
        <span className={rows.title}>{role}</span>
        <span className={rows.sub}>{teamNames.join(', ')}</span>
      </span>
      <span className={classes.seen}>
        {user.status === 'disabled' ? (
          <Tag>{t('members.disabled')}</Tag>
        ) : user.lastSeenAt ? (
          format.relative(user.lastSeenAt)
        ) : (
          t('members.never')
        )}
      </span>
      <Button
        size="xs"
        variant="default"
        aria-label={t('members.edit', { name: user.name })}
        onClick={onEdit}
      >
        {t('common:action.edit')}
      </Button>
    </li>
  );
}
