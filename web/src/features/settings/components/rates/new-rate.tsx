import { Button, NativeSelect, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../../../../components/ui/form-problem';
import { localeOf } from '../../../../lib/i18n';
import { currencyChoices } from '../../../../lib/regions';
import { useSession } from '../../../../lib/session';
import { useSubmit } from '../../../../lib/use-submit';
import { useSetRates } from '../../api/rates';
import classes from './new-rate.module.css';

/** Adds a rate, or replaces the one of the same currency and day. */
export function NewRate() {
  const { t, i18n } = useTranslation(['settings', 'common']);
  const { tenant } = useSession();
  const set = useSetRates();
  const locale = localeOf(i18n.language);
  const currencies = useMemo(
    () => currencyChoices(locale).filter(({ value }) => value !== tenant.currency),
    [locale, tenant.currency],
  );
  const form = useForm({
    initialValues: {
      currency: tenant.currency === 'USD' ? 'EUR' : 'USD',
      date: new Date().toISOString().slice(0, 10),
      rate: '',
    },
    validate: {
      date: isNotEmpty(t('common:form.required')),
      rate: (text) => (/^\d{1,9}([.,]\d{1,12})?$/.test(text.trim()) ? null : t('rates.invalid')),
    },
  });
  const { onSubmit, problem, isPending } = useSubmit(form, {
    run: ({ currency, date, rate }) =>
      set.mutateAsync([{ currency, date, rate: rate.trim().replace(',', '.') }]),
    onDone: () => form.setFieldValue('rate', ''),
  });
  return (
    <form onSubmit={onSubmit} noValidate className={classes.form}>
      <FormProblem problem={problem} />
      <NativeSelect label={t('rates.currency')} data={currencies} {...form.getInputProps('currency')} />
      <TextInput type="date" label={t('rates.from')} {...form.getInputProps('date')} />
      <TextInput
        label={t('rates.worth', { currency: form.values.currency })}
        inputMode="decimal"
        rightSection={<span className={classes.unit}>{tenant.currency}</span>}
        rightSectionWidth={52}
        {...form.getInputProps('rate')}
      />
      <Button type="submit" variant="default" loading={isPending}>
        {t('common:action.add')}
      </Button>
    </form>
  );
}
