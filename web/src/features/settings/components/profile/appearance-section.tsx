import { NativeSelect, SegmentedControl, Text, useMantineColorScheme } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../../components/ui/form-section';
import { localeOf } from '../../../../lib/i18n';
import { usePreferences } from '../../../../lib/preferences';
import { useLanguage } from '../../../../lib/use-language';

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Español' },
];

/** Takes effect while one chooses; there is nothing to save. */
export function AppearanceSection() {
  const { t } = useTranslation(['settings', 'shell']);
  const labelId = useId();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { update } = usePreferences();
  const { language, choose } = useLanguage();

  return (
    <FormSection title={t('profile.appearance')} text={t('profile.appearanceText')}>
      <NativeSelect
        label={t('profile.language')}
        data={LANGUAGES}
        value={language}
        onChange={(event) => choose(localeOf(event.currentTarget.value))}
      />
      <div>
        <Text id={labelId} fw={500} mb={4}>
          {t('profile.theme')}
        </Text>
        <SegmentedControl
          aria-labelledby={labelId}
          fullWidth
          value={colorScheme}
          data={[
            { value: 'light' as const, label: t('shell:theme.light') },
            { value: 'dark' as const, label: t('shell:theme.dark') },
            { value: 'auto' as const, label: t('shell:theme.auto') },
          ]}
          onChange={(scheme) => {
            setColorScheme(scheme);
            update({ colorScheme: scheme });
          }}
        />
      </div>
    </FormSection>
  );
}
