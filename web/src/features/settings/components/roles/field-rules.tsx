import { NativeSelect } from '@mantine/core';
import type { RoleDraft } from '@vinculo/client/resources/access';
import type { FieldInfo, RecordTypeInfo } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { EntityIcon } from '../../../../components/ui/entity-icon';
import { Panel } from '../../../../components/ui/panel';
import { useLabel, useRecordTypes } from '../../../../lib/metadata';
import classes from './field-rules.module.css';
import { fieldLevel, withField } from './role-form';

const FIELD_LEVELS = ['edit', 'read', 'hidden'] as const;

interface FieldRulesProps {
  draft: RoleDraft;
  onChange: (draft: RoleDraft) => void;
}

/** Fields that this role can't change, or can't see at all: in lists, search, exports and history too. */
export function FieldRules({ draft, onChange }: FieldRulesProps) {
  const { t } = useTranslation('settings');
  return (
    <Panel title={t('roles.fields')} flush>
      {useRecordTypes().map((info) => (
        <TypeFields key={info.name} info={info} draft={draft} onChange={onChange} />
      ))}
    </Panel>
  );
}

function TypeFields({ info, draft, onChange }: FieldRulesProps & { info: RecordTypeInfo }) {
  const { t } = useTranslation('settings');
  const label = useLabel();
  const restricted = Object.keys(draft.fields[info.name] ?? {}).length;
  return (
    <details className={classes.type}>
      <summary className={classes.summary}>
        <EntityIcon type={info.name} />
        <span className={classes.name}>{label(info.labels.many)}</span>
        <span className={restricted > 0 ? classes.restricted : classes.free}>
          {restricted > 0 ? t('roles.restricted', { count: restricted }) : t('roles.unrestricted')}
        </span>
      </summary>
      <div className={classes.fields}>
        {Object.entries(info.fields).map(([name, field]) => (
          <FieldRule
            key={name}
            field={field}
            typeName={label(info.labels.many)}
            level={fieldLevel(draft, info.name, name)}
            onChange={(level) => onChange(withField(draft, info.name, name, level))}
          />
        ))}
      </div>
    </details>
  );
}

interface FieldRuleProps {
  field: FieldInfo;
  typeName: string;
  level: (typeof FIELD_LEVELS)[number];
  onChange: (level: (typeof FIELD_LEVELS)[number]) => void;
}

function FieldRule({ field, typeName, level, onChange }: FieldRuleProps) {
  const { t } = useTranslation('settings');
  const name = useLabel()(field.labels);
  return (
    <div className={classes.field} data-restricted={level !== 'edit' || undefined}>
      <span className={classes.fieldName}>{name}</span>
      <NativeSelect
        size="xs"
        aria-label={`${typeName}: ${name}`}
        data={FIELD_LEVELS.map((each) => ({ value: each, label: t(`roles.fieldLevel.${each}`) }))}
        value={level}
        onChange={(event) =>
          onChange(FIELD_LEVELS.find((each) => each === event.currentTarget.value) ?? 'edit')
        }
      />
    </div>
  );
}
