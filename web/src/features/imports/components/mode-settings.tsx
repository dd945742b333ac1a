import { Checkbox, Radio, Select } from '@mantine/core';
import type { Import, ImportSettings } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../components/ui/panel';
import { useLabel, useRecordType } from '../../../lib/metadata';
import classes from './import.module.css';

interface ModeSettingsProps {
  job: Import;
  onChange: (changes: ImportSettings) => void;
}

/** What becomes of rows that are in Vinculo already. */
export function ModeSettings({ job, onChange }: ModeSettingsProps) {
  const { t } = useTranslation('imports');
  const label = useLabel();
  const info = useRecordType(job.type);
  const matchFields = (job.matchFields ?? []).map((name) => ({
    value: name,
    label: label(info?.fields[name]?.labels, name),
  }));
  return (
    <Panel title={t('mode.title')}>
      <div className={classes.fields}>
        <Radio.Group
          label={t('mode.label')}
          size="xs"
          value={job.mode}
          onChange={(mode) => onChange({ mode: toMode(mode) })}
        >
          <div className={classes.choices}>
            {(['create', 'update', 'upsert'] as const).map((mode) => (
              <Radio key={mode} value={mode} size="xs" label={t(`mode.${mode}`)} />
            ))}
          </div>
        </Radio.Group>
        <Select
          label={t('mode.matchBy')}
          size="xs"
          clearable={job.mode === 'create'}
          placeholder={t('mode.noMatch')}
          value={job.matchBy}
          onChange={(matchBy) => onChange({ matchBy })}
          data={matchFields}
        />
        {job.mode === 'create' && job.matchBy ? (
          <Select
            label={t('mode.onDuplicate')}
            size="xs"
            allowDeselect={false}
            value={job.onDuplicate}
            onChange={(value) => onChange({ onDuplicate: toOnDuplicate(value) })}
            data={(['skip', 'create', 'update'] as const).map((value) => ({
              value,
              label: t(`mode.duplicate.${value}`),
            }))}
          />
        ) : null}
        <Checkbox
          label={t('mode.createMissing')}
          size="xs"
          checked={job.createMissing}
          onChange={(event) => onChange({ createMissing: event.currentTarget.checked })}
        />
      </div>
    </Panel>
  );
}

function toMode(value: string): Import['mode'] {
  return value === 'update' || value === 'upsert' ? value : 'create';
}

function toOnDuplicate(value: string | null): Import['onDuplicate'] {
  return value === 'create' || value === 'update' ? value : 'skip';
}
