import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageBody } from '../../../../components/ui/page-body';
import { PageHeader } from '../../../../components/ui/page-header';
import { PasskeysPanel } from './passkeys-panel';
import { SecondFactorPanel } from './second-factor-panel';
import { SessionsPanel } from './sessions-panel';

export function SecurityPage() {
  const { t } = useTranslation('settings');
  return (
    <>
      <PageHeader title={t('pages.security')} />
      <PageBody width="text">
        <Stack gap="md">
          <SecondFactorPanel />
          <PasskeysPanel />
          <SessionsPanel />
        </Stack>
      </PageBody>
    </>
  );
}
