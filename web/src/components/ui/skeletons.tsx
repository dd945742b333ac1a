import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './skeletons.module.css';

/** Stands in for a whole page while it loads. */
export function PageSkeleton() {
  return (
    <div className={classes.page}>
      <LoadingText />
      <div className={classes.head}>
        <Skeleton height={14} width={140} />
      </div>
      <RowsSkeleton rows={10} />
    </div>
  );
}

export function RowsSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <div className={classes.rows} aria-hidden>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity.
        <div key={index} className={classes.row}>
          <Skeleton height={18} width={18} circle />
          <Skeleton height={10} width={`${28 + ((index * 17) % 30)}%`} />
          <Skeleton height={10} width="12%" ml="auto" />
        </div>
      ))}
    </div>
  );
}

export function CardSkeleton({ height = 120 }: { height?: number }) {
  return (
    <>
      <LoadingText />
      <Skeleton height={height} radius="md" />
    </>
  );
}

function LoadingText() {
  const { t } = useTranslation();
  return <VisuallyHidden role="status">{t('loading')}</VisuallyHidden>;
}
