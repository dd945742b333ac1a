import type { NewWebhook } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { vinculo } from '../../../../lib/client';
import { useRefreshWebhooks } from '../../api/webhooks';
import { NewSecret } from '../api-keys/new-secret';
import { ToldOnceDialog } from '../told-once-dialog';
import { WebhookForm } from './webhook-form';

export function NewWebhookDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('webhooks');
  return (
    <ToldOnceDialog<NewWebhook>
      title={t('new')}
      name={({ description }) => description}
      refresh={useRefreshWebhooks()}
      told={({ secret }) => (
        <NewSecret secret={secret} label={t('secret')} text={t('once')} onClose={onClose} />
      )}
      onClose={onClose}
    >
      {(onDone) => (
        <WebhookForm
          submitLabel={t('create')}
          run={(input) => vinculo.webhooks.create(input)}
          onDone={onDone}
        />
      )}
    </ToldOnceDialog>
  );
}
