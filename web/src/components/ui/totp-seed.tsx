import { Code, Skeleton, Stack, Text } from '@mantine/core';
import type { TotpEnrolment } from '@vinculo/client/types';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './totp-seed.module.css';

const QrCode = lazy(() => import('./qr-code'));

/** What goes into the authenticator app: to scan, and to type where there is no camera. */
export function TotpSeed({ enrolment }: { enrolment: TotpEnrolment }) {
  const { t } = useTranslation('auth');
  return (
    <Stack gap="xs">
      <Text size="sm">{t('factor.scan')}</Text>
      <Suspense fallback={<Skeleton width="11rem" height="11rem" radius="md" />}>
        <QrCode text={enrolment.uri} label={t('factor.qr')} />
      </Suspense>
      <Text size="xs" c="dimmed">
        {t('factor.type')}
      </Text>
      <Code className={classes.secret}>{enrolment.secret.match(/.{1,4}/g)?.join(' ')}</Code>
    </Stack>
  );
}
