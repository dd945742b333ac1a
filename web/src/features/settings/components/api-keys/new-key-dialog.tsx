import type { NewApiKey } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { vinculo } from '../../../../lib/client';
import { useRefreshApiKeys } from '../../api/api-keys';
import { ToldOnceDialog } from '../told-once-dialog';
import { KeyForm } from './key-form';
import { NewSecret } from './new-secret';

export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings');
  return (
    <ToldOnceDialog<NewApiKey>
      title={t('keys.new')}
      name={({ name }) => name}
      refresh={useRefreshApiKeys()}
      told={({ secret }) => <NewSecret secret={secret} onClose={onClose} />}
      onClose={onClose}
    >
      {(onDone) => (
        <KeyForm
          submitLabel={t('keys.create')}
          run={(input) => vinculo.apiKeys.create(input)}
          onDone={onDone}
        />
      )}
    </ToldOnceDialog>
  );
}
