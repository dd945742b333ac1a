import { useTranslation } from 'react-i18next';
import { PageBody } from '../../../../components/ui/page-body';
import { PageHeader } from '../../../../components/ui/page-header';
import { AppearanceSection } from './appearance-section';
import { NameSection } from './name-section';
import { PasswordSection } from './password-section';
import { RemindersSection } from './reminders-section';

export function ProfilePage() {
  const { t } = useTranslation('settings');
  return (
    <>
      <PageHeader title={t('pages.profile')} />
      <PageBody width="text">
        <NameSection />
        <AppearanceSection />
        <RemindersSection />
        <PasswordSection />
      </PageBody>
    </>
  );
}
