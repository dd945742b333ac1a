import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageSkeleton } from '../../../components/ui/skeletons';
import classes from './app-shell.module.css';

/** The frame before anybody is known to be in it, so that nothing jumps when they are. */
export function AppSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={classes.shell}>
      <div className={classes.side} />
      <main className={classes.main}>
        <VisuallyHidden component="h1">{t('loading')}</VisuallyHidden>
        <PageSkeleton />
      </main>
    </div>
  );
}
