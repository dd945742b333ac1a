import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../../components/ui/links';
import { QueryPanel } from '../../../components/ui/query-panel';
import rows from '../../../components/ui/row-list.module.css';
import { Tag } from '../../../components/ui/tag';
import { UserAvatar } from '../../../components/ui/user-avatar';
import { useFormat } from '../../../lib/use-format';
import { usersQuery } from '../../../lib/workspace';

const SHOWN = 6;

export function TeamMembers() {
  const { t } = useTranslation('home');
  const format = useFormat();
  const query = useQuery(usersQuery);
  return (
    <QueryPanel
      title={t('team.title')}
      action={
        <TextLink to="/settings/members" size="sm">
          {t('team.invite')}
        </TextLink>
      }
      query={query}
    >
      {({ items }) => (
        <ul className={rows.list}>
          {items.slice(0, SHOWN).map((user) => (
            <li key={user.id} className={rows.row}>
              <UserAvatar name={user.name} size="md" />
              <span className={rows.main}>
                <span className={rows.title}>{user.name}</span>
                {user.name === user.email ? null : <span className={rows.sub}>{user.email}</span>}
              </span>
              <span className={rows.end}>
                {user.status === 'invited' ? <Tag>{t('team.invited')}</Tag> : null}
                {user.lastSeenAt ? format.relative(user.lastSeenAt) : null}
              </span>
            </li>
          ))}
        </ul>
      )}
    </QueryPanel>
  );
}
