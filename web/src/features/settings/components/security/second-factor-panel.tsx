import { Button } from '@mantine/core';
import { IconDeviceMobileMessage, IconLifebuoy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { SecondFactor } from '@vinculo/client/types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryPanel } from '../../../../components/ui/query-panel';
import rows from '../../../../components/ui/row-list.module.css';
import { useFormat } from '../../../../lib/use-format';
import { secondFactorQuery } from '../../api/second-factor';
import { DisableTotpDialog } from './disable-totp-dialog';
import { RecoveryDialog } from './recovery-dialog';
import { TotpDialog } from './totp-dialog';

type Dialog = 'enable' | 'disable' | 'recovery' | null;

/** What a log-in asks for beside the password. */
export function SecondFactorPanel() {
  const { t } = useTranslation('settings');
  const [dialog, setDialog] = useState<Dialog>(null);
  const query = useQuery(secondFactorQuery);
  const close = () => setDialog(null);
  return (
    <QueryPanel title={t('security.secondFactor')} query={query}>
      {(factor) => (
        <>
          <ul className={rows.list}>
            <TotpRow factor={factor} onOpen={setDialog} />
            <RecoveryRow factor={factor} onOpen={setDialog} />
          </ul>
          {dialog === 'enable' ? <TotpDialog onClose={close} /> : null}
          {dialog === 'disable' ? <DisableTotpDialog onClose={close} /> : null}
          {dialog === 'recovery' ? (
            <RecoveryDialog needsCode={factor.totpSince !== null} onClose={close} />
          ) : null}
        </>
      )}
    </QueryPanel>
  );
}

interface RowProps {
  factor: SecondFactor;
  onOpen: (dialog: Dialog) => void;
}

function TotpRow({ factor, onOpen }: RowProps) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const { totpSince, hasPassword, isRequired } = factor;
  const text = totpSince
    ? t('security.totpOn', { when: format.relative(totpSince) })
    : t(hasPassword ? (isRequired ? 'security.required' : 'security.totpOff') : 'security.noPassword');
  return (
    <li className={rows.row}>
      <IconDeviceMobileMessage size={18} stroke={1.6} aria-hidden />
      <span className={rows.main}>
        <span className={rows.title}>{t('security.totp')}</span>
        <span className={rows.sub}>{text}</span>
      </span>
      {hasPassword ? (
        <Button size="xs" variant="default" onClick={() => onOpen(totpSince ? 'disable' : 'enable')}>
          {t(totpSince ? 'security.turnOff' : 'security.setUp')}
        </Button>
      ) : null}
    </li>
  );
}

/** Only where there is something to recover from. */
function RecoveryRow({ factor, onOpen }: RowProps) {
  const { t } = useTranslation('settings');
  const isOn = factor.totpSince !== null || factor.recoveryCodesLeft > 0;
  if (!isOn) return null;
  return (
    <li className={rows.row}>
      <IconLifebuoy size={18} stroke={1.6} aria-hidden />
      <span className={rows.main}>
        <span className={rows.title}>{t('security.recovery')}</span>
        <span className={rows.sub}>{t('security.recoveryLeft', { count: factor.recoveryCodesLeft })}</span>
      </span>
      <Button size="xs" variant="default" onClick={() => onOpen('recovery')}>
        {t('security.renew')}
      </Button>
    </li>
  );
}
