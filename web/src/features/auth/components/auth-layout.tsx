import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Logo } from '../../../components/ui/logo';
import { localeOf, switchLanguage } from '../../../lib/i18n';
import classes from './auth-layout.module.css';

const LANGUAGES = [
  { locale: 'en', name: 'English' },
  { locale: 'es', name: 'Español' },
] as const;

export function AuthLayout() {
  const { t, i18n } = useTranslation('auth');
  const current = localeOf(i18n.language);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <Logo />
      </header>
      <main id="main" className={classes.main}>
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
      <footer className={classes.foot}>
        <nav aria-label={t('language')}>
          {LANGUAGES.map(({ locale, name }) => (
            <button
              key={locale}
              type="button"
              lang={locale}
              className={classes.language}
              aria-pressed={locale === current}
              onClick={() => void switchLanguage(locale)}
            >
              {name}
            </button>
          ))}
        </nav>
      </footer>
    </div>
  );
}
