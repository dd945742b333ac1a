import { Select, SimpleGrid } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { SignUpInput } from '@vinculo/client/types';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { localeOf, switchLanguage } from '../../../lib/i18n';
import { countryChoices, currencyChoices, currencyOf, timeZoneChoices } from '../../../lib/regions';

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Español' },
];

/** Where the company is. Choosing a country proposes its currency; choosing a language shows it at once. */
export function RegionFields({ form }: { form: UseFormReturnType<SignUpInput> }) {
  const { t, i18n } = useTranslation('auth');
  const locale = localeOf(i18n.language);
  const countries = useMemo(() => countryChoices(locale), [locale]);
  const currencies = useMemo(() => currencyChoices(locale), [locale]);
  const timeZones = useMemo(timeZoneChoices, []);

  function chooseCountry(country: string | null) {
    if (!country) return;
    const currency = currencyOf(country);
    form.setValues({ country, ...(currency ? { currency } : {}) });
  }

  function chooseLanguage(value: string | null) {
    const chosen = localeOf(value ?? undefined);
    form.setFieldValue('locale', chosen);
    void switchLanguage(chosen);
  }

  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
      <Select
        label={t('field.country')}
        data={countries}
        searchable
        {...form.getInputProps('country')}
        onChange={chooseCountry}
      />
      <Select
        label={t('field.language')}
        data={LANGUAGES}
        {...form.getInputProps('locale')}
        onChange={chooseLanguage}
      />
      <Select
        label={t('field.currency')}
        data={currencies}
        searchable
        limit={200}
        {...form.getInputProps('currency')}
      />
      <Select
        label={t('field.timeZone')}
        data={timeZones}
        searchable
        limit={100}
        {...form.getInputProps('timeZone')}
      />
    </SimpleGrid>
  );
}
