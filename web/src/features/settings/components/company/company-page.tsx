import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { PageBody } from '../../../../components/ui/page-body';
import { PageHeader } from '../../../../components/ui/page-header';
import { usePreferences } from '../../../../lib/preferences';
import { CompanyForm } from './company-form';
import { SampleDataSection } from './sample-data-section';

const CHECKED = 'company-checked';

export function CompanyPage() {
  const { t } = useTranslation('settings');
  const { preferences, update } = usePreferences();
  const hints = preferences.dismissedHints ?? [];
  // Having been here is what the set-up list on Home asks for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a visit.
  useEffect(() => {
    if (!hints.includes(CHECKED)) update({ dismissedHints: [...hints, CHECKED] });
  }, []);
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
