import { Stack } from '@mantine/core';
import type { NewInboundHook } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../lib/use-format';
import { NewSecret } from '../api-keys/new-secret';
import { CopyField } from './copy-field';

/** The only sight of a hook's address, and of its secret where it is signed. */
export function ToldAddress({ hook, onClose }: { hook: NewInboundHook; onClose: () => void }) {
  const { t } = useTranslation('webhooks');
  const format = useFormat();
  const until = hook.previousExpiresAt;
  return (
    <Stack gap="sm">
      {hook.secret === null ? null : <CopyField label={t('in.secret')} value={hook.secret} />}
      <NewSecret
        secret={hook.url}
        label={t('in.address')}
        text={t('in.onceText')}
        note={until ? t('in.overlapping', { when: format.dateTime(until) }) : undefined}
        onClose={onClose}
      />
    </Stack>
  );
}
