import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createFormatter, type Formatter } from './format';
import { localeOf } from './i18n';
import { useSession } from './session';

/** Dates, numbers and money as this person of this company reads them; changes with the language. */
export function useFormat(): Formatter {
  const { tenant } = useSession();
  const { i18n } = useTranslation();
  const language = localeOf(i18n.language);
  return useMemo(
    () =>
      createFormatter({
        language,
        country: tenant.country,
        timeZone: tenant.timeZone,
        currency: tenant.currency,
      }),
    [language, tenant.country, tenant.timeZone, tenant.currency],
  );
}
