import type { Passkey } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { vinculo } from '../../../../lib/client';
import { notifySuccess } from '../../../../lib/notify';
import { useRefreshSecondFactor } from '../../api/second-factor';
import { PasswordForm } from './password-form';
import { SecurityDialog } from './security-dialog';

interface RemovePasskeyDialogProps {
  passkey: Passkey;
  needsCode: boolean;
  onClose: () => void;
}

export function RemovePasskeyDialog({ passkey, needsCode, onClose }: RemovePasskeyDialogProps) {
  const { t } = useTranslation('settings');
  const refresh = useRefreshSecondFactor();
  return (
    <SecurityDialog title={t('passkeys.removeOf', { name: passkey.name })} onClose={onClose}>
      <PasswordForm
        needsCode={needsCode}
        isDangerous
        text={t('passkeys.removeText')}
        submitLabel={t('passkeys.remove')}
        run={(proof) => vinculo.passkeys.remove(passkey.id, proof)}
        onDone={() => {
          void refresh();
          notifySuccess(t('passkeys.removed'));
          onClose();
        }}
      />
    </SecurityDialog>
  );
}
