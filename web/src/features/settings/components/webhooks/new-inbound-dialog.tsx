import type { NewInboundHook } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { vinculo } from '../../../../lib/client';
import { useRefreshInboundHooks } from '../../api/inbound-hooks';
import { ToldOnceDialog } from '../told-once-dialog';
import { InboundForm } from './inbound-form';
import { ToldAddress } from './told-address';

export function NewInboundDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('webhooks');
  return (
    <ToldOnceDialog<NewInboundHook>
      title={t('in.new')}
      name={({ name }) => name}
      refresh={useRefreshInboundHooks()}
      told={(hook) => <ToldAddress hook={hook} onClose={onClose} />}
      onClose={onClose}
    >
      {(onDone) => (
        <InboundForm
          submitLabel={t('in.create')}
          run={(input) => vinculo.inboundHooks.create(input)}
          onDone={onDone}
        />
      )}
    </ToldOnceDialog>
  );
}
