import { Modal } from '@mantine/core';
import type { NewApiKey } from '@vinculo/client/types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vinculo } from '../../../../lib/client';
import { useRefreshApiKeys } from '../../api/api-keys';
import { KeyForm } from './key-form';
import { NewSecret } from './new-secret';

export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['settings', 'common']);
  const refresh = useRefreshApiKeys();
  const [made, setMade] = useState<NewApiKey | null>(null);
  return (
    <Modal
      opened
      onClose={onClose}
      title={made ? made.name : t('keys.new')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
      // A press beside it would throw the only sight of the secret away.
      closeOnClickOutside={!made}
      closeOnEscape={!made}
      withCloseButton={!made}
    >
      {made ? (
        <NewSecret secret={made.secret} onClose={onClose} />
      ) : (
        <KeyForm
          submitLabel={t('keys.create')}
          run={(input) => vinculo.apiKeys.create(input)}
          onDone={async (key) => {
            setMade(key);
            await refresh();
          }}
        />
      )}
    </Modal>
  );
}
