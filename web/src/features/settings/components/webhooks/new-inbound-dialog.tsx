import { Modal } from '@mantine/core';
import type { NewInboundHook } from '@vinculo/client/types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vinculo } from '../../../../lib/client';
import { useRefreshInboundHooks } from '../../api/inbound-hooks';
import { InboundForm } from './inbound-form';
import { ToldAddress } from './told-address';

export function NewInboundDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['webhooks', 'common']);
  const refresh = useRefreshInboundHooks();
  const [made, setMade] = useState<NewInboundHook | null>(null);
  return (
    <Modal
      opened
      onClose={onClose}
      title={made?.name ?? t('in.new')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
      // A press beside it would throw the only sight of the address away.
      closeOnClickOutside={!made}
      closeOnEscape={!made}
      withCloseButton={!made}
    >
      {made ? (
        <ToldAddress hook={made} onClose={onClose} />
      ) : (
        <InboundForm
          submitLabel={t('in.create')}
          run={(input) => vinculo.inboundHooks.create(input)}
          onDone={async (hook) => {
            setMade(hook);
            await refresh();
          }}
        />
      )}
    </Modal>
  );
}
