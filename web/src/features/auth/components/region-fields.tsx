import { NativeSelect, SimpleGrid } from '@mantine/core';
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

/** Where the company is, in native pickers: right on phones, and light. Choosing a country proposes its currency; choosing a language shows it at once. */
export function RegionFields({ form }: { form: UseFormReturnType<SignUpInput> }) {
  const { t, i18n } = useTranslation('auth');
  const locale = localeOf(i18n.language);
  const countries = useMemo(() => countryChoices(locale), [locale]);
  const currencies = useMemo(() => currencyChoices(locale), [locale]);
  const timeZones = useMemo(timeZoneChoices, []);

  function chooseCountry(country: string) {
    const currency = currencyOf(country);
    form.setValues({ country, ...(currency ? { currency } : {}) });
  }

  function chooseLanguage(value: string) {
    const chosen = localeOf(value);
    form.setFieldValue('locale', chosen);
    void switchLanguage(chosen);
  }

  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
      <NativeSelect
        label={t('field.country')}
        data={countries}
        {...form.getInputProps('country')}
        onChange={(event) => chooseCountry(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('field.language')}
        data={LANGUAGES}
        {...form.getInputProps('locale')}
        onChange={(event) => chooseLanguage(event.currentTarget.value)}
      />
      <NativeSelect label={t('field.currency')} data={currencies} {...form.getInputProps('currency')} />
      <NativeSelect label={t('field.timeZone')} data={timeZones} {...form.getInputProps('timeZone')} />
    </SimpleGrid>
  );
}
