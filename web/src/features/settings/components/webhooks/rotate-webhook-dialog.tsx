import type { NewWebhook, Webhook } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { vinculo } from '../../../../lib/client';
import { useFormat } from '../../../../lib/use-format';
import { useRefreshWebhooks } from '../../api/webhooks';
import { NewSecret } from '../api-keys/new-secret';
import { OverlapForm } from '../overlap-form';
import { ToldOnceDialog } from '../told-once-dialog';

export function RotateWebhookDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { t } = useTranslation('webhooks');
  const format = useFormat();
  const noteOf = ({ previousSecretExpiresAt: until }: NewWebhook) =>
    until ? t('overlapUntil', { when: format.dateTime(until) }) : undefined;
  return (
    <ToldOnceDialog<NewWebhook>
      title={t('rotateOf', { name: webhook.description })}
      name={() => webhook.description}
      refresh={useRefreshWebhooks()}
      told={(rotated) => (
        <NewSecret
          secret={rotated.secret}
          label={t('secret')}
          text={t('once')}
          note={noteOf(rotated)}
          onClose={onClose}
        />
      )}
      onClose={onClose}
    >
      {(onDone) => (
        <OverlapForm
          text={t('rotateText')}
          label={t('overlap')}
          atOnce={t('atOnce')}
          submitLabel={t('rotate')}
          run={(hours) => vinculo.webhooks.rotateSecret(webhook.id, hours)}
          onDone={onDone}
        />
      )}
    </ToldOnceDialog>
  );
}
