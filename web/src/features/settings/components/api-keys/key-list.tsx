import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ApiKey } from '@vinculo/client/types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../../components/ui/empty-state';
import { QueryPanel } from '../../../../components/ui/query-panel';
import rows from '../../../../components/ui/row-list.module.css';
import { apiKeysQuery } from '../../api/api-keys';
import { EditKeyDialog } from './edit-key-dialog';
import type { KeyDialog } from './key-menu';
import { KeyRow } from './key-row';
import { RevokeKeyDialog } from './revoke-key-dialog';
import { RotateKeyDialog } from './rotate-key-dialog';

const DIALOGS = { edit: EditKeyDialog, rotate: RotateKeyDialog, revoke: RevokeKeyDialog };

export function KeyList({ onNew }: { onNew: () => void }) {
  const { t } = useTranslation('settings');
  const query = useQuery(apiKeysQuery);
  const [opened, setOpened] = useState<{ apiKey: ApiKey; dialog: KeyDialog } | null>(null);
  const Dialog = opened ? DIALOGS[opened.dialog] : null;
  return (
    <QueryPanel title={t('pages.keys')} meta={query.data?.items.length} query={query}>
      {({ items }) => (
        <>
          {items.length === 0 ? (
            <EmptyState
              icon={IconKey}
              title={t('keys.none')}
              text={t('keys.noneText')}
              action={<Button onClick={onNew}>{t('keys.new')}</Button>}
              compact
            />
          ) : (
            <ul className={rows.list}>
              {items.map((apiKey) => (
                <KeyRow key={apiKey.id} apiKey={apiKey} onOpen={(dialog) => setOpened({ apiKey, dialog })} />
              ))}
            </ul>
          )}
          {opened && Dialog ? <Dialog apiKey={opened.apiKey} onClose={() => setOpened(null)} /> : null}
        </>
      )}
    </QueryPanel>
  );
}
