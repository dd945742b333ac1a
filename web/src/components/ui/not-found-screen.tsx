import { IconCompass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './empty-state';
import { ButtonLink } from './links';
import { useDocumentTitle } from './page-header';

export function NotFoundScreen() {
  const { t } = useTranslation();
  useDocumentTitle(t('notFound.title'));
  return (
    <EmptyState
      isPage
      icon={IconCompass}
      title={t('notFound.title')}
      text={t('notFound.text')}
      action={
        <ButtonLink to="/" variant="default">
          {t('notFound.action')}
        </ButtonLink>
      }
    />
  );
}
