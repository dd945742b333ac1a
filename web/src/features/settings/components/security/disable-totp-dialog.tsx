import { useTranslation } from 'react-i18next';
import { vinculo } from '../../../../lib/client';
import { notifySuccess } from '../../../../lib/notify';
import { useRefreshSecondFactor } from '../../api/second-factor';
import { PasswordForm } from './password-form';
import { SecurityDialog } from './security-dialog';

export function DisableTotpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings');
  const refresh = useRefreshSecondFactor();
  return (
    <SecurityDialog title={t('security.turnOffTotp')} onClose={onClose}>
      <PasswordForm
        needsCode
        isDangerous
        text={t('security.turnOffText')}
        submitLabel={t('security.turnOff')}
        run={vinculo.secondFactor.disableTotp}
        onDone={() => {
          void refresh();
          notifySuccess(t('security.totpDisabled'));
          onClose();
        }}
      />
    </SecurityDialog>
  );
}
