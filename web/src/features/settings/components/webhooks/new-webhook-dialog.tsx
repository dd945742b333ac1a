import { Modal } from '@mantine/core';
import type { NewWebhook } from '@vinculo/client/types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vinculo } from '../../../../lib/client';
import { useRefreshWebhooks } from '../../api/webhooks';
import { NewSecret } from '../api-keys/new-secret';
import { WebhookForm } from './webhook-form';

export function NewWebhookDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['webhooks', 'common']);
  const refresh = useRefreshWebhooks();
  const [made, setMade] = useState<NewWebhook | null>(null);
  return (
    <Modal
      opened
      onClose={onClose}
      title={made?.description ?? t('new')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
      // A press beside it would throw the only sight of the secret away.
      closeOnClickOutside={!made}
      closeOnEscape={!made}
      withCloseButton={!made}
    >
      {made ? (
        <NewSecret secret={made.secret} label={t('secret')} text={t('once')} onClose={onClose} />
      ) : (
        <WebhookForm
          submitLabel={t('create')}
          run={(input) => vinculo.webhooks.create(input)}
          onDone={async (webhook) => {
            setMade(webhook);
            await refresh();
          }}
        />
      )}
    </Modal>
  );
}
