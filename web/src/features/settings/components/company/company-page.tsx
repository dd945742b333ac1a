import { useTranslation } from 'react-i18next';
import { PageBody } from '../../../../components/ui/page-body';
import { PageHeader } from '../../../../components/ui/page-header';
import { CompanyForm } from './company-form';
import { SampleDataSection } from './sample-data-section';

export function CompanyPage() {
  const { t } = useTranslation('settings');
  return (
    <>
      <PageHeader title={t('pages.company')} />
      <PageBody width="text">
        <CompanyForm />
        <SampleDataSection />
      </PageBody>
    </>
  );
}
