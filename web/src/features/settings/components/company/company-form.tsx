import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../../../../components/ui/form-problem';
import { FormSection } from '../../../../components/ui/form-section';
import { vinculo } from '../../../../lib/client';
import { localeOf } from '../../../../lib/i18n';
import { notifySuccess } from '../../../../lib/notify';
import { countryChoices, currencyChoices, monthChoices, timeZoneChoices } from '../../../../lib/regions';
import { sessionQuery, useSession } from '../../../../lib/session';
import { useSubmit } from '../../../../lib/use-submit';

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Español' },
];

export function CompanyForm() {
  const { t, i18n } = useTranslation(['settings', 'auth', 'common']);
  const { tenant } = useSession();
  const client = useQueryClient();
  const choices = useChoices(localeOf(i18n.language));
  const { name, country, locale, currency, timeZone, fiscalYearStartMonth, requiresSecondFactor } = tenant;
  const form = useForm({
    initialValues: {
      name,
      country,
      locale,
      currency,
      timeZone,
      fiscalYearStartMonth: String(fiscalYearStartMonth),
      requiresSecondFactor,
    },
    validate: { name: isNotEmpty(t('common:form.required')) },
  });
  const { onSubmit, problem, isPending } = useSubmit(form, {
    run: (values) =>
      vinculo.tenant.update(tenant.version, {
        ...values,
        fiscalYearStartMonth: Number(values.fiscalYearStartMonth),
      }),
    onDone: async () => {
      form.resetDirty();
      notifySuccess(t('common:form.saved'));
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <FormSection title={t('company.about')}>
        <FormProblem problem={problem} />
        <TextInput label={t('auth:field.company')} {...form.getInputProps('name')} />
        <NativeSelect
          label={t('auth:field.country')}
          data={choices.countries}
          {...form.getInputProps('country')}
        />
        <NativeSelect
          label={t('company.language')}
          description={t('company.languageText')}
          data={LANGUAGES}
          {...form.getInputProps('locale')}
        />
      </FormSection>
      <FormSection title={t('company.money')} text={t('company.moneyText')}>
        <NativeSelect
          label={t('auth:field.currency')}
          data={choices.currencies}
          {...form.getInputProps('currency')}
        />
        <NativeSelect
          label={t('auth:field.timeZone')}
          data={choices.timeZones}
          {...form.getInputProps('timeZone')}
        />
        <NativeSelect
          label={t('company.fiscalYear')}
          data={choices.months}
          {...form.getInputProps('fiscalYearStartMonth')}
        />
      </FormSection>
      <FormSection title={t('company.security')} text={t('company.securityText')}>
        <Switch
          label={t('company.requiresSecondFactor')}
          {...form.getInputProps('requiresSecondFactor', { type: 'checkbox' })}
        />
        <Button type="submit" loading={isPending} disabled={!form.isDirty()}>
          {t('common:action.save')}
        </Button>
      </FormSection>
    </form>
  );
}

function useChoices(locale: 'en' | 'es') {
  return useMemo(
    () => ({
      countries: countryChoices(locale),
      currencies: currencyChoices(locale),
      timeZones: timeZoneChoices(),
      months: monthChoices(locale),
    }),
    [locale],
  );
}
