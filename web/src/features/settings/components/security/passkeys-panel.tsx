import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Passkey } from '@vinculo/client/types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryPanel } from '../../../../components/ui/query-panel';
import rows from '../../../../components/ui/row-list.module.css';
import { hasPasskeys } from '../../../../lib/passkeys';
import { useFormat } from '../../../../lib/use-format';
import { passkeysQuery, secondFactorQuery } from '../../api/second-factor';
import { NewPasskeyDialog } from './new-passkey-dialog';
import { RemovePasskeyDialog } from './remove-passkey-dialog';
import { RenamePasskeyDialog } from './rename-passkey-dialog';
import classes from './security.module.css';

type Open = { kind: 'new' } | { kind: 'rename' | 'remove'; passkey: Passkey } | null;

/** Keys that devices keep: they log in by themselves, and are a second factor after the password. */
export function PasskeysPanel() {
  const { t } = useTranslation('settings');
  const [open, setOpen] = useState<Open>(null);
  const query = useQuery(passkeysQuery);
  const factor = useQuery(secondFactorQuery).data;
  const close = () => setOpen(null);
  const canAdd = hasPasskeys && factor?.hasPassword === true;
  return (
    <QueryPanel
      title={t('passkeys.title')}
      query={query}
      action={
        canAdd ? (
          <Button size="xs" variant="default" onClick={() => setOpen({ kind: 'new' })}>
            {t('passkeys.add')}
          </Button>
        ) : null
      }
    >
      {({ items }) => (
        <>
          {items.length === 0 ? <p className={classes.none}>{t('passkeys.none')}</p> : null}
          <ul className={rows.list}>
            {items.map((passkey) => (
              <PasskeyRow key={passkey.id} passkey={passkey} onOpen={setOpen} />
            ))}
          </ul>
          {open?.kind === 'new' ? <NewPasskeyDialog onClose={close} /> : null}
          {open?.kind === 'rename' ? <RenamePasskeyDialog passkey={open.passkey} onClose={close} /> : null}
          {open?.kind === 'remove' ? (
            <RemovePasskeyDialog
              passkey={open.passkey}
              needsCode={factor?.totpSince != null}
              onClose={close}
            />
          ) : null}
        </>
      )}
    </QueryPanel>
  );
}

function PasskeyRow({ passkey, onOpen }: { passkey: Passkey; onOpen: (open: Open) => void }) {
  const { t } = useTranslation(['settings', 'common']);
  const format = useFormat();
  const { name, createdAt, lastUsedAt } = passkey;
  return (
    <li className={rows.row}>
      <IconKey size={18} stroke={1.6} aria-hidden />
      <span className={rows.main}>
        <span className={rows.title}>{name}</span>
        <span className={rows.sub}>
          {lastUsedAt
            ? t('passkeys.used', { when: format.relative(lastUsedAt) })
            : t('passkeys.made', { when: format.relative(createdAt) })}
        </span>
      </span>
      <Button
        size="xs"
        variant="default"
        aria-label={t('passkeys.renameOf', { name })}
        onClick={() => onOpen({ kind: 'rename', passkey })}
      >
        {t('passkeys.rename')}
      </Button>
      <Button
        size="xs"
        variant="default"
        aria-label={t('passkeys.removeOf', { name })}
        onClick={() => onOpen({ kind: 'remove', passkey })}
      >
        {t('passkeys.remove')}
      </Button>
    </li>
  );
}
