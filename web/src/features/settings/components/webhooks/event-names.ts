import { useTranslation } from 'react-i18next';
import { useLabel, useRecordTypes } from '../../../../lib/metadata';

const VERBS = ['created', 'updated', 'deleted', 'restored', 'stage_changed', 'converted', 'test'] as const;

/** Events and filters in words: `contact.created`, `contact.*`, `*.created`, `*`. */
export function useEventNames(): (type: string) => string {
  const { t } = useTranslation('webhooks');
  const label = useLabel();
  const types = useRecordTypes();
  return function nameOf(type) {
    if (type === '*') return t('everything');
    if (type === 'records.imported') return t('imported');
    const [subject = '', verb = ''] = type.split('.');
    const info = types.find(({ name }) => name === subject);
    const what = subject === '*' ? t('everyType') : label(info?.labels.one, subject);
    if (verb === '*') return t('everythingOf', { type: what });
    const known = VERBS.find((each) => each === verb);
    return known ? t('eventOf', { type: what, verb: t(`verb.${known}`) }) : type;
  };
}
