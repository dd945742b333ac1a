import { Modal } from '@mantine/core';
import type { Webhook } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { vinculo } from '../../../../lib/client';
import { notifySuccess } from '../../../../lib/notify';
import { useRefreshWebhooks } from '../../api/webhooks';
import { WebhookForm } from './webhook-form';

export function EditWebhookDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { t } = useTranslation(['webhooks', 'common']);
  const refresh = useRefreshWebhooks();
  return (
    <Modal
      opened
      onClose={onClose}
      title={webhook.description}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <WebhookForm
        webhook={webhook}
        submitLabel={t('common:action.save')}
        run={(input) => vinculo.webhooks.update(webhook, input)}
        onDone={async () => {
          notifySuccess(t('common:form.saved'));
          onClose();
          await refresh();
        }}
      />
    </Modal>
  );
}
