import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useName } from '../../../lib/names';
import { teamsQuery, usersQuery } from '../../../lib/workspace';
import { UserAvatar } from '../../ui/user-avatar';
import classes from './person-value.module.css';

export function UserValue({ id }: { id: string }) {
  const name = useName(id);
  return name === undefined ? <AskedUser id={id} /> : <Person name={name} />;
}

/** Most names come with the records; a query in every cell would be slow for nothing. */
function AskedUser({ id }: { id: string }) {
  const { t } = useTranslation('records');
  const { data } = useQuery(usersQuery);
  return <Person name={data?.items.find((user) => user.id === id)?.name ?? t('value.system')} />;
}

function Person({ name }: { name: string }) {
  return (
    <span className={classes.person} title={name}>
      <UserAvatar name={name} />
      <span className={classes.name}>{name}</span>
    </span>
  );
}

export function TeamValue({ id }: { id: string }) {
  const name = useName(id);
  return name === undefined ? <AskedTeam id={id} /> : name;
}

function AskedTeam({ id }: { id: string }) {
  const { t } = useTranslation('records');
  const { data } = useQuery(teamsQuery);
  return <>{data?.items.find((team) => team.id === id)?.name ?? t('value.unknown')}</>;
}
