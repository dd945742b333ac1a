import { IconShieldLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Role } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../../components/ui/empty-state';
import { ButtonLink } from '../../../../components/ui/links';
import { PageBody } from '../../../../components/ui/page-body';
import { PageHeader } from '../../../../components/ui/page-header';
import { QueryPanel } from '../../../../components/ui/query-panel';
import rows from '../../../../components/ui/row-list.module.css';
import { usersQuery } from '../../../../lib/workspace';
import { rolesQuery } from '../../api/people';
import classes from './roles-page.module.css';

export function RolesPage() {
  const { t } = useTranslation('settings');
  const query = useQuery(rolesQuery);
  return (
    <>
      <PageHeader
        title={t('pages.roles')}
        actions={
          <ButtonLink to="/settings/roles/new" search={{ from: 'read_only' }}>
            {t('roles.new')}
          </ButtonLink>
        }
      />
      <PageBody width="text">
        <p className={classes.text}>{t('roles.text')}</p>
        <div className={classes.stack}>
          <QueryPanel title={t('roles.own')} query={query}>
            {({ items }) => <RoleList roles={items.filter(({ isBuiltIn }) => !isBuiltIn)} />}
          </QueryPanel>
          <QueryPanel title={t('roles.builtIn')} query={query}>
            {({ items }) => <RoleList roles={items.filter(({ isBuiltIn }) => isBuiltIn)} />}
          </QueryPanel>
        </div>
      </PageBody>
    </>
  );
}

function RoleList({ roles }: { roles: Role[] }) {
  const { t } = useTranslation('settings');
  const users = useQuery(usersQuery).data?.items ?? [];
  if (roles.length === 0) {
    return <EmptyState icon={IconShieldLock} title={t('roles.none')} text={t('roles.noneText')} compact />;
  }
  return (
    <ul className={rows.list}>
      {roles.map((role) => (
        <li key={role.id} className={rows.row}>
          <IconShieldLock size={18} stroke={1.5} aria-hidden />
          <span className={rows.main}>
            <Link to="/settings/roles/$roleId" params={{ roleId: role.id }} className={rows.title}>
              {role.name}
            </Link>
            <span className={rows.sub}>{role.description ?? t(`roles.home.${role.home}`)}</span>
          </span>
          <span className={rows.end}>
            {t('teams.members', { count: users.filter(({ roleId }) => roleId === role.id).length })}
          </span>
          <ButtonLink
            to="/settings/roles/new"
            search={{ from: role.id }}
            variant="default"
            size="xs"
            aria-label={t('roles.copyOf', { name: role.name })}
          >
            {t('roles.copy')}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
