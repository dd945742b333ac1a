import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../../../components/ui/confirm-button';
import { FormSection } from '../../../../components/ui/form-section';
import { notifySuccess } from '../../../../lib/notify';
import { useSession } from '../../../../lib/session';
import { useProblemNotice } from '../../../../lib/use-problem-notice';
import { useSampleData } from '../../api/tenant';

export function SampleDataSection() {
  const { t } = useTranslation('settings');
  const { tenant } = useSession();
  const notice = useProblemNotice();
  const sampleData = useSampleData();
  function set(wanted: boolean) {
    const onSuccess = () => notifySuccess(wanted ? t('sample.adding') : t('sample.removing'));
    sampleData.mutate(wanted, { onSuccess, onError: notice });
  }
  return (
    <FormSection title={t('sample.title')} text={tenant.hasSampleData ? t('sample.has') : t('sample.none')}>
      {tenant.hasSampleData ? (
        <div>
          <ConfirmButton
            question={t('sample.question')}
            confirmLabel={t('sample.remove')}
            loading={sampleData.isPending}
            onConfirm={() => set(false)}
          >
            {t('sample.remove')}
          </ConfirmButton>
        </div>
      ) : (
        <Button variant="default" loading={sampleData.isPending} onClick={() => set(true)}>
          {t('sample.add')}
        </Button>
      )}
    </FormSection>
  );
}
