import { IconMailOpened } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../../components/ui/links';
import { AuthCard } from './auth-card';

/** The same words whether the address was known or not: the mail itself says which it was. */
export function CheckMailPage({ email }: { email?: string | undefined }) {
  const { t } = useTranslation('auth');
  return (
    <AuthCard
      icon={<IconMailOpened size={20} stroke={1.7} />}
      title={t('checkMail.title')}
      text={email ? t('checkMail.text', { email }) : t('checkMail.textNoAddress')}
      footer={
        <>
          {t('checkMail.otherText')} <TextLink to="/signup">{t('checkMail.otherLink')}</TextLink>
        </>
      }
    />
  );
}
