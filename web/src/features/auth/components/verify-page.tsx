import { Loader } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../components/ui/links';
import { vinculo } from '../../../lib/client';
import { useProblemText } from '../../../lib/problem-text';
import { useEnter } from '../api/enter';
import { AuthCard } from './auth-card';

/** As a query, so that the token is used once however often the page renders. */
const verification = (token: string) =>
  queryOptions({
    queryKey: ['verify', token],
    queryFn: () => vinculo.account.verify(token),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

export function VerifyPage({ token }: { token: string }) {
  const { t } = useTranslation('auth');
  const { describe } = useProblemText();
  const enter = useEnter();
  const { data: session, error } = useQuery(verification(token));
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes in once, when the session arrives.
  useEffect(() => {
    if (session) void enter(session);
  }, [session]);
  if (!error)
    return <AuthCard icon={<Loader size={18} />} title={t('verify.title')} text={t('verify.text')} />;
  return (
    <AuthCard
      icon={<IconAlertCircle size={20} stroke={1.7} />}
      title={t('verify.failed')}
      text={describe(error).title}
    >
      <ButtonLink to="/signup" variant="default" fullWidth>
        {t('verify.again')}
      </ButtonLink>
    </AuthCard>
  );
}
