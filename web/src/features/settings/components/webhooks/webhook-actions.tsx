import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { Webhook } from '@vinculo/client/types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vinculo } from '../../../../lib/client';
import { notifySuccess, notifyUndo } from '../../../../lib/notify';
import { useProblemNotice } from '../../../../lib/use-problem-notice';
import { useRefreshWebhooks, useUpdateWebhook } from '../../api/webhooks';
import { ManageMenu } from '../manage-menu';
import { DeleteDialog } from './delete-dialog';
import { EditWebhookDialog } from './edit-webhook-dialog';
import { RotateWebhookDialog } from './rotate-webhook-dialog';

export function WebhookActions({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('webhooks');
  const [dialog, setDialog] = useState<'edit' | 'rotate' | 'delete' | null>(null);
  const { description: name } = webhook;
  return (
    <>
      <StatusButton webhook={webhook} />
      <ManageMenu
        label={t('manage', { name })}
        rotateLabel={t('rotate')}
        end={{ dialog: 'delete', label: t('delete'), icon: IconTrash }}
        onOpen={setDialog}
        button={{ size: 'lg', variant: 'default' }}
      />
      {dialog === 'edit' ? <EditWebhookDialog webhook={webhook} onClose={() => setDialog(null)} /> : null}
      {dialog === 'rotate' ? <RotateWebhookDialog webhook={webhook} onClose={() => setDialog(null)} /> : null}
      {dialog === 'delete' ? <DeleteWebhook webhook={webhook} onClose={() => setDialog(null)} /> : null}
    </>
  );
}

function StatusButton({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('webhooks');
  const onError = useProblemNotice();
  const update = useUpdateWebhook();
  function set(current: Webhook, status: 'active' | 'paused', onSuccess?: (saved: Webhook) => void): void {
    update.mutate(
      { webhook: current, changes: { status } },
      { ...(onSuccess ? { onSuccess } : {}), onError },
    );
  }
  function pause(): void {
    set(webhook, 'paused', (saved) =>
      notifyUndo(t('paused', { name: webhook.description }), () => set(saved, 'active')),
    );
  }
  if (webhook.status === 'active') {
    return (
      <Button variant="default" loading={update.isPending} onClick={pause}>
        {t('pause')}
      </Button>
    );
  }
  return (
    <Button loading={update.isPending} onClick={() => set(webhook, 'active')}>
      {t(webhook.status === 'paused' ? 'resume' : 'enable')}
    </Button>
  );
}

function DeleteWebhook({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { t } = useTranslation('webhooks');
  const navigate = useNavigate();
  const refresh = useRefreshWebhooks();
  const { description: name } = webhook;
  return (
    <DeleteDialog
      title={t('deleteOf', { name })}
      text={t('deleteText')}
      confirmLabel={t('delete')}
      run={() => vinculo.webhooks.delete(webhook)}
      onClose={onClose}
      onDone={async () => {
        notifySuccess(t('deleted', { name }));
        await navigate({ to: '/settings/webhooks' });
        await refresh();
      }}
    />
  );
}
