import type { Locale } from '@vinculo/client/types';
import i18next, { type BackendModule, type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LOCALES: readonly Locale[] = ['en', 'es'];
const STORAGE_KEY = 'vinculo.locale';

const files = import.meta.glob<{ default: ResourceKey }>('../locales/*/*.json');

/** Each namespace is its own chunk: a screen loads its words, in one language, when it opens. */
const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, namespace, callback) {
    const load = files[`../locales/${language}/${namespace}.json`];
    if (!load) return callback(new Error(`No locale file for ${language}/${namespace}`), null);
    load().then(
      (file) => callback(null, file.default),
      (error: Error) => callback(error, null),
    );
  },
};

export async function startI18n(language: Locale = rememberedLocale()): Promise<void> {
  i18next.on('languageChanged', onLanguageChanged);
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      supportedLngs: LOCALES,
      ns: ['common'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
}

/** The words for failures. Resolves without them where they can't be had. */
export async function loadProblemTexts(): Promise<void> {
  await i18next.loadNamespaces('problems');
}

/** Takes effect on the whole screen at once, without a reload. */
export async function switchLanguage(locale: Locale): Promise<void> {
  if (i18next.language !== locale) await i18next.changeLanguage(locale);
}

export function localeOf(language: string | undefined): Locale {
  return language?.toLowerCase().startsWith('es') ? 'es' : 'en';
}

function onLanguageChanged(language: string): void {
  document.documentElement.lang = language;
  document.getElementById('popups')?.setAttribute('aria-label', i18next.t('popups'));
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // A browser that forbids storage still works; it only forgets the language.
  }
}

function rememberedLocale(): Locale {
  try {
    return localeOf(localStorage.getItem(STORAGE_KEY) ?? navigator.languages[0] ?? navigator.language);
  } catch {
    return localeOf(navigator.language);
  }
}
