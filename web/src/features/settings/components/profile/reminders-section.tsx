import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../../components/ui/form-section';
import { usePreferences } from '../../../../lib/preferences';

/** Takes effect at once; there is nothing to save. */
export function RemindersSection() {
  const { t } = useTranslation('settings');
  const { preferences, update } = usePreferences();
  return (
    <FormSection title={t('profile.reminders')} text={t('profile.remindersText')}>
      <Switch
        label={t('profile.reminderMails')}
        description={t('profile.reminderMailsText')}
        // Who never chose gets them.
        checked={preferences.reminderMails !== false}
        onChange={(event) => update({ reminderMails: event.currentTarget.checked })}
      />
    </FormSection>
  );
}
