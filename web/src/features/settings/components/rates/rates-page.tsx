import { IconArrowsExchange } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { CurrencyRate } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../../components/ui/empty-state';
import { PageBody } from '../../../../components/ui/page-body';
import { PageHeader } from '../../../../components/ui/page-header';
import { QueryPanel } from '../../../../components/ui/query-panel';
import { notifyUndo } from '../../../../lib/notify';
import { useSession } from '../../../../lib/session';
import { useProblemNotice } from '../../../../lib/use-problem-notice';
import { ratesQuery, useSetRates } from '../../api/rates';
import { NewRate } from './new-rate';
import { RateTable } from './rate-table';
import classes from './rates-page.module.css';

export function RatesPage() {
  const { t } = useTranslation('settings');
  const { tenant } = useSession();
  const query = useQuery(ratesQuery);
  const set = useSetRates();
  const notice = useProblemNotice();
  const rates = query.data?.items ?? [];

  function remove(rate: CurrencyRate) {
    const restore = () => set.mutate([rate], { onError: notice });
    const onSuccess = () => notifyUndo(t('rates.removed', { currency: rate.currency }), restore);
    set.mutate([{ ...rate, rate: null }], { onSuccess, onError: notice });
  }

  return (
    <>
      <PageHeader title={t('pages.rates')} />
      <PageBody width="text">
        <p className={classes.text}>{t('rates.text', { currency: tenant.currency })}</p>
        <NewRate />
        <QueryPanel title={t('rates.title', { currency: tenant.currency })} query={query} flush={false}>
          {() =>
            rates.length === 0 ? (
              <EmptyState icon={IconArrowsExchange} title={t('rates.none')} compact />
            ) : (
              <RateTable rates={rates} onRemove={remove} />
            )
          }
        </QueryPanel>
      </PageBody>
    </>
  );
}
