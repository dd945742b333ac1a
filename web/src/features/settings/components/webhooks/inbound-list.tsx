import { Button } from '@mantine/core';
import { IconWebhook } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { InboundHook } from '@vinculo/client/types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../../components/ui/empty-state';
import { QueryPanel } from '../../../../components/ui/query-panel';
import rows from '../../../../components/ui/row-list.module.css';
import { useLabel, useRecordType } from '../../../../lib/metadata';
import { useFormat } from '../../../../lib/use-format';
import { inboundHooksQuery } from '../../api/inbound-hooks';
import { rolesQuery } from '../../api/people';
import { ManageMenu } from '../manage-menu';
import { EditInboundDialog, RevokeInboundDialog, RotateInboundDialog } from './inbound-dialogs';

const DIALOGS = { edit: EditInboundDialog, rotate: RotateInboundDialog, revoke: RevokeInboundDialog };
type Dialog = keyof typeof DIALOGS;

export function InboundList({ onNew }: { onNew: () => void }) {
  const { t } = useTranslation('webhooks');
  const query = useQuery(inboundHooksQuery);
  const [opened, setOpened] = useState<{ hook: InboundHook; dialog: Dialog } | null>(null);
  const Opened = opened ? DIALOGS[opened.dialog] : null;
  return (
    <QueryPanel title={t('inbound')} meta={query.data?.items.length} query={query}>
      {({ items }) => (
        <>
          {items.length === 0 ? (
            <EmptyState
              icon={IconWebhook}
              title={t('in.none')}
              text={t('in.noneText')}
              action={<Button onClick={onNew}>{t('in.new')}</Button>}
              compact
            />
          ) : (
            <ul className={rows.list}>
              {items.map((hook) => (
                <InboundRow key={hook.id} hook={hook} onOpen={(dialog) => setOpened({ hook, dialog })} />
              ))}
            </ul>
          )}
          {opened && Opened ? <Opened hook={opened.hook} onClose={() => setOpened(null)} /> : null}
        </>
      )}
    </QueryPanel>
  );
}

function InboundRow({ hook, onOpen }: { hook: InboundHook; onOpen: (dialog: Dialog) => void }) {
  const { t } = useTranslation('webhooks');
  const format = useFormat();
  const label = useLabel();
  const info = useRecordType(hook.recordType);
  const roles = useQuery(rolesQuery).data?.items ?? [];
  const { name, lastUsedAt, previousExpiresAt, roleId } = hook;
  const type = label(info?.labels.many, hook.recordType);
  const role = roles.find(({ id }) => id === roleId)?.name ?? roleId;
  return (
    <li className={rows.row}>
      <IconWebhook size={18} stroke={1.6} aria-hidden />
      <span className={rows.main}>
        <span className={rows.title}>{name}</span>
        <span className={rows.sub}>{t('in.writes', { type, role })}</span>
        <span className={rows.sub}>
          {lastUsedAt ? t('in.used', { when: format.relative(lastUsedAt) }) : t('in.unused')}
        </span>
        {previousExpiresAt ? (
          <span className={`${rows.sub} ${rows.warning}`}>
            {t('in.overlapping', { when: format.dateTime(previousExpiresAt) })}
          </span>
        ) : null}
      </span>
      <ManageMenu
        label={t('manage', { name })}
        rotateLabel={t('in.rotate')}
        end={{ dialog: 'revoke', label: t('in.revoke') }}
        onOpen={onOpen}
      />
    </li>
  );
}
