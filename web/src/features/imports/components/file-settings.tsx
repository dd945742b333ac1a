import { Checkbox, Select } from '@mantine/core';
import type { Import, ImportSettings } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../components/ui/panel';
import classes from './import.module.css';

const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-1',
  'iso-8859-15',
  'windows-1250',
  'macintosh',
];
const DELIMITERS = [',', ';', '\t', '|'];

interface FileSettingsProps {
  job: Import;
  onChange: (changes: ImportSettings) => void;
}

/** How the bytes are read. All of it was guessed; the sample below shows whether rightly. */
export function FileSettings({ job, onChange }: FileSettingsProps) {
  const { t } = useTranslation('imports');
  const encodings = [...new Set([job.encoding, ...ENCODINGS])];
  return (
    <Panel title={t('file.title')}>
      <div className={classes.fields}>
        <Select
          label={t('file.encoding')}
          size="xs"
          allowDeselect={false}
          value={job.encoding}
          onChange={(encoding) => encoding && onChange({ encoding })}
          data={encodings.map((value) => ({ value, label: value.toUpperCase() }))}
        />
        <Select
          label={t('file.delimiter')}
          size="xs"
          allowDeselect={false}
          value={job.delimiter}
          onChange={(delimiter) => delimiter && onChange({ delimiter })}
          data={DELIMITERS.map((value) => ({ value, label: delimiterName(value) }))}
        />
        <Checkbox
          label={t('file.header')}
          size="xs"
          checked={job.hasHeader}
          onChange={(event) => onChange({ hasHeader: event.currentTarget.checked })}
        />
      </div>
    </Panel>
  );

  function delimiterName(value: string): string {
    return value === '\t' ? t('file.tab') : value;
  }
}
