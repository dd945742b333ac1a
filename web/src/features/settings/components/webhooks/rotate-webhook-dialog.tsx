import { Modal } from '@mantine/core';
import type { NewWebhook, Webhook } from '@vinculo/client/types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vinculo } from '../../../../lib/client';
import { useFormat } from '../../../../lib/use-format';
import { useRefreshWebhooks } from '../../api/webhooks';
import { NewSecret } from '../api-keys/new-secret';
import { OverlapForm } from './overlap-form';

export function RotateWebhookDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { t } = useTranslation(['webhooks', 'common']);
  const format = useFormat();
  const refresh = useRefreshWebhooks();
  const [rotated, setRotated] = useState<NewWebhook | null>(null);
  const until = rotated?.previousSecretExpiresAt;
  return (
    <Modal
      opened
      onClose={onClose}
      title={rotated ? webhook.description : t('rotateOf', { name: webhook.description })}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
      closeOnClickOutside={!rotated}
      closeOnEscape={!rotated}
      withCloseButton={!rotated}
    >
      {rotated ? (
        <NewSecret
          secret={rotated.secret}
          label={t('secret')}
          text={t('once')}
          note={until ? t('overlapUntil', { when: format.dateTime(until) }) : undefined}
          onClose={onClose}
        />
      ) : (
        <OverlapForm
          text={t('rotateText')}
          label={t('overlap')}
          submitLabel={t('rotate')}
          run={(hours) => vinculo.webhooks.rotateSecret(webhook.id, hours)}
          onDone={async (next) => {
            setRotated(next);
            await refresh();
          }}
        />
      )}
    </Modal>
  );
}
