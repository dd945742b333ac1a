import { Modal } from '@mantine/core';
import type { ApiKey } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { vinculo } from '../../../../lib/client';
import { notifySuccess } from '../../../../lib/notify';
import { useRefreshApiKeys } from '../../api/api-keys';
import { KeyForm } from './key-form';

export function EditKeyDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { t } = useTranslation(['settings', 'common']);
  const refresh = useRefreshApiKeys();
  return (
    <Modal
      opened
      onClose={onClose}
      title={apiKey.name}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <KeyForm
        apiKey={apiKey}
        submitLabel={t('common:action.save')}
        run={(input) => vinculo.apiKeys.update(apiKey, input)}
        onDone={async () => {
          notifySuccess(t('common:form.saved'));
          onClose();
          await refresh();
        }}
      />
    </Modal>
  );
}
