import type { ApiKey, NewApiKey } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { vinculo } from '../../../../lib/client';
import { useFormat } from '../../../../lib/use-format';
import { useRefreshApiKeys } from '../../api/api-keys';
import { OverlapForm } from '../overlap-form';
import { ToldOnceDialog } from '../told-once-dialog';
import { NewSecret } from './new-secret';

/** Gives a key a new secret, and says how long the old one is still good. */
export function RotateKeyDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const noteOf = ({ previous }: NewApiKey) =>
    previous ? t('keys.oldUntil', { when: format.dateTime(previous.expiresAt) }) : t('keys.oldEnded');
  return (
    <ToldOnceDialog<NewApiKey>
      title={t('keys.rotateOf', { name: apiKey.name })}
      name={() => apiKey.name}
      refresh={useRefreshApiKeys()}
      told={(key) => <NewSecret secret={key.secret} note={noteOf(key)} onClose={onClose} />}
      onClose={onClose}
    >
      {(onDone) => (
        <OverlapForm
          text={t('keys.rotateText')}
          label={t('keys.overlap')}
          atOnce={t('keys.atOnce')}
          submitLabel={t('keys.rotate')}
          run={(hours) => vinculo.apiKeys.rotate(apiKey.id, hours)}
          onDone={onDone}
        />
      )}
    </ToldOnceDialog>
  );
}
