import { useQueryClient } from '@tanstack/react-query';
import type { Locale } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { localeOf, switchLanguage } from './i18n';
import { useUpdateProfile } from './session';

/** The person's language, and a way to choose another: on the screen at once, saved behind. */
export function useLanguage() {
  const { i18n } = useTranslation();
  const client = useQueryClient();
  const { mutate } = useUpdateProfile();

  function choose(locale: Locale): void {
    void switchLanguage(locale);
    mutate(
      { locale },
      {
        onSuccess: async () => {
          // The server words these in the reader's language.
          await client.invalidateQueries({ queryKey: ['notifications'] });
          await client.invalidateQueries({ queryKey: ['roles'] });
          await client.invalidateQueries({ queryKey: ['session'] });
        },
      },
    );
  }

  return { language: localeOf(i18n.language), choose };
}
