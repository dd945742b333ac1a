import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecoveryCodes } from '../../../../components/ui/recovery-codes';
import { vinculo } from '../../../../lib/client';
import { useRefreshSecondFactor } from '../../api/second-factor';
import { PasswordForm } from './password-form';
import { SecurityDialog } from './security-dialog';

export function RecoveryDialog({ needsCode, onClose }: { needsCode: boolean; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const refresh = useRefreshSecondFactor();
  const [codes, setCodes] = useState<string[]>();
  return (
    <SecurityDialog title={t('security.renewTitle')} onClose={codes ? undefined : onClose}>
      {codes ? (
        <RecoveryCodes codes={codes} doneLabel={t('security.kept')} onDone={onClose} />
      ) : (
        <PasswordForm
          needsCode={needsCode}
          text={t('security.renewText')}
          submitLabel={t('security.renew')}
          run={vinculo.secondFactor.renewRecoveryCodes}
          onDone={({ recoveryCodes }) => {
            void refresh();
            setCodes(recoveryCodes);
          }}
        />
      )}
    </SecurityDialog>
  );
}
