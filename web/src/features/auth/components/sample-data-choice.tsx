import { Radio, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './sample-data-choice.module.css';

interface SampleDataChoiceProps {
  value?: boolean;
  onChange?: (value: boolean) => void;
}

export function SampleDataChoice({ value = true, onChange }: SampleDataChoiceProps) {
  const { t } = useTranslation('auth');
  return (
    <Radio.Group
      label={t('sampleData.label')}
      value={value ? 'sample' : 'empty'}
      onChange={(chosen) => onChange?.(chosen === 'sample')}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt={4}>
        <Radio.Card value="sample" className={classes.card} aria-label={t('sampleData.sample')}>
          <Radio.Indicator size="xs" />
          <span>
            <span className={classes.title}>{t('sampleData.sample')}</span>
            <span className={classes.text}>{t('sampleData.sampleText')}</span>
          </span>
        </Radio.Card>
        <Radio.Card value="empty" className={classes.card} aria-label={t('sampleData.empty')}>
          <Radio.Indicator size="xs" />
          <span>
            <span className={classes.title}>{t('sampleData.empty')}</span>
            <span className={classes.text}>{t('sampleData.emptyText')}</span>
          </span>
        </Radio.Card>
      </SimpleGrid>
    </Radio.Group>
  );
}
