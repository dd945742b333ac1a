import { IconTableImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state';
import { PageHeader } from '../../../components/ui/page-header';

export function ImportList() {
  const { t } = useTranslation('shell');
  return (
    <>
      <PageHeader title={t('nav.imports')} />
      <EmptyState icon={IconTableImport} title={t('nav.imports')} />
    </>
  );
}
