import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useName } from '../../../lib/names';
import { teamsQuery, usersQuery } from '../../../lib/workspace';
import { UserAvatar } from '../../ui/user-avatar';
import classes from './person-value.module.css';

export function UserValue({ id }: { id: string }) {
  const { t } = useTranslation('records');
  const known = useName(id);
  const { data } = useQuery({ ...usersQuery, enabled: known === undefined });
  const name = known ?? data?.items.find((user) => user.id === id)?.name ?? t('value.system');
  return (
    <span className={classes.person} title={name}>
      <UserAvatar name={name} />
      <span className={classes.name}>{name}</span>
    </span>
  );
}

export function TeamValue({ id }: { id: string }) {
  const { t } = useTranslation('records');
  const known = useName(id);
  const { data } = useQuery({ ...teamsQuery, enabled: known === undefined });
  return <>{known ?? data?.items.find((team) => team.id === id)?.name ?? t('value.unknown')}</>;
}
