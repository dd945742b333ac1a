import { Modal } from '@mantine/core';
import type { InboundHook, NewInboundHook } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { vinculo } from '../../../../lib/client';
import { notifySuccess } from '../../../../lib/notify';
import { useRefreshInboundHooks } from '../../api/inbound-hooks';
import { OverlapForm } from '../overlap-form';
import { ToldOnceDialog } from '../told-once-dialog';
import { DeleteDialog } from './delete-dialog';
import { InboundForm } from './inbound-form';
import { ToldAddress } from './told-address';

interface InboundDialogProps {
  hook: InboundHook;
  onClose: () => void;
}

export function EditInboundDialog({ hook, onClose }: InboundDialogProps) {
  const { t } = useTranslation(['webhooks', 'common']);
  const refresh = useRefreshInboundHooks();
  return (
    <Modal
      opened
      onClose={onClose}
      title={hook.name}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <InboundForm
        hook={hook}
        submitLabel={t('common:action.save')}
        run={({ name, mapping, matchField = null, roleId }) =>
          vinculo.inboundHooks.update(hook, { name, mapping, matchField, roleId })
        }
        onDone={async () => {
          notifySuccess(t('common:form.saved'));
          onClose();
          await refresh();
        }}
      />
    </Modal>
  );
}

export function RotateInboundDialog({ hook, onClose }: InboundDialogProps) {
  const { t } = useTranslation('webhooks');
  return (
    <ToldOnceDialog<NewInboundHook>
      title={t('in.rotateOf', { name: hook.name })}
      name={() => hook.name}
      refresh={useRefreshInboundHooks()}
      told={(rotated) => <ToldAddress hook={rotated} onClose={onClose} />}
      onClose={onClose}
    >
      {(onDone) => (
        <OverlapForm
          text={t('in.rotateText')}
          label={t('in.overlap')}
          atOnce={t('atOnce')}
          submitLabel={t('in.rotate')}
          run={(hours) => vinculo.inboundHooks.rotate(hook.id, hours)}
          onDone={onDone}
        />
      )}
    </ToldOnceDialog>
  );
}

export function RevokeInboundDialog({ hook, onClose }: InboundDialogProps) {
  const { t } = useTranslation('webhooks');
  const refresh = useRefreshInboundHooks();
  return (
    <DeleteDialog
      title={t('in.revokeOf', { name: hook.name })}
      text={t('in.revokeText')}
      confirmLabel={t('in.revoke')}
      run={() => vinculo.inboundHooks.revoke(hook)}
      onClose={onClose}
      onDone={async () => {
        notifySuccess(t('in.revoked', { name: hook.name }));
        onClose();
        await refresh();
      }}
    />
  );
}
