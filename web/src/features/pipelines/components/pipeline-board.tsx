import { IconLayoutKanban } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state';
import { PageHeader } from '../../../components/ui/page-header';

export function PipelineBoard() {
  const { t } = useTranslation('shell');
  return (
    <>
      <PageHeader title={t('nav.pipeline')} />
      <EmptyState icon={IconLayoutKanban} title={t('nav.pipeline')} />
    </>
  );
}
