import { IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ApiKey } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import rows from '../../../../components/ui/row-list.module.css';
import { Tag } from '../../../../components/ui/tag';
import { useFormat } from '../../../../lib/use-format';
import { usersQuery } from '../../../../lib/workspace';
import { rolesQuery } from '../../api/people';
import { type KeyDialog, KeyMenu } from './key-menu';
import classes from './key-row.module.css';

interface KeyRowProps {
  apiKey: ApiKey;
  onOpen: (dialog: KeyDialog) => void;
}

export function KeyRow({ apiKey, onOpen }: KeyRowProps) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const users = useQuery(usersQuery).data?.items ?? [];
  const roles = useQuery(rolesQuery).data?.items ?? [];
  const { name, hint, roleId, scopes, createdBy, lastUsedAt, previous } = apiKey;
  const role = roles.find(({ id }) => id === roleId)?.name ?? roleId;
  const maker = users.find(({ id }) => id === createdBy)?.name;
  const isInOverlap = previous !== null && Date.parse(previous.expiresAt) > Date.now();
  return (
    <li className={rows.row}>
      <IconKey size={18} stroke={1.6} aria-hidden />
      <span className={rows.main}>
        <span className={rows.title}>
          {name} <KeyState apiKey={apiKey} />
        </span>
        <span className={rows.sub}>
          <code>{hint}…</code> · {maker ? t('keys.madeBy', { role, maker }) : role}
        </span>
        <span className={rows.sub}>
          {lastUsedAt ? t('keys.used', { when: format.relative(lastUsedAt) }) : t('keys.unused')}
        </span>
        <span className={rows.sub}>{scopes ? scopes.join(', ') : t('keys.wholeRole')}</span>
        {isInOverlap ? (
          <span className={classes.overlap}>
            {t('keys.overlapping', {
              when: format.dateTime(previous.expiresAt),
              used: previous.lastUsedAt
                ? t('keys.used', { when: format.relative(previous.lastUsedAt) })
                : t('keys.unused'),
            })}
          </span>
        ) : null}
      </span>
      <KeyMenu apiKey={apiKey} onOpen={onOpen} />
    </li>
  );
}

const SOON_MS = 14 * 86_400_000;

function KeyState({ apiKey: { status, expiresAt } }: { apiKey: ApiKey }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  if (status === 'disabled') return <Tag>{t('keys.disabled')}</Tag>;
  if (!expiresAt) return null;
  const leftMs = Date.parse(expiresAt) - Date.now();
  if (leftMs <= 0) return <Tag color="red">{t('keys.expired')}</Tag>;
  const date = format.date(expiresAt);
  return <Tag color={leftMs < SOON_MS ? 'orange' : 'gray'}>{t('keys.expires', { date })}</Tag>;
}
